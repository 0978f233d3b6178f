package org.winnow.dfllm.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.document.Document;
import org.winnow.document.Document.Block;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Heading;
import org.winnow.document.Document.Table;
import org.winnow.document.Document.Text;
import org.winnow.store.Review;

/**
 * A model card (Mitchell et al. 2019, doi 10.1145/3287560.3287596) and a datasheet (Gebru et al. 2021, doi
 * 10.1145/3458723) of what was made from the included papers, with the sentences that the records of the runs give and a
 * plain word where a person has to say something.
 */
public final class Card {
    private final Wording wording = new Wording();
    private final Map<String, String> said;
    private final List<Block> blocks = new ArrayList<>();

    private Card(Map<String, String> said) {
        this.said = said;
    }

    /** What the model is, what it is for, how it does, and what it must not be used for. */
    public static Document model(Review review) {
        Card card = new Card(Drafts.of(review));
        String title = card.wording.of("model.title", review.setup().info().title());
        card.part("model.details", "17a", "17b");
        card.fixed("model.use", "model.use.text");
        card.part("model.training", "16a", "16f", "17c");
        card.part("model.evaluation", "18a", "18b", "18e");
        card.part("model.limits", "23c+");
        card.part("model.ethics", "31");
        card.part("model.living", "L1+");
        return new Document(title, card.blocks);
    }

    /** Where the data comes from, how it was made and checked, and who may use it. */
    public static Document data(Review review) {
        Card card = new Card(Drafts.of(review));
        String title = card.wording.of("data.title", review.setup().info().title());
        card.fixed("data.motivation", "data.motivation.text");
        card.part("data.composition", "16f", "16a");
        card.part("data.collection", "16d");
        card.part("data.preprocessing", "16b", "16c");
        card.part("data.checks", "16e", "16g");
        card.part("data.rights", "31");
        card.papers(Runs.newest(review, Runs.CORPUS));
        card.part("data.maintenance", "L1+");
        return new Document(title, card.blocks);
    }

    private void part(String heading, String... items) {
        blocks.add(new Heading(1, wording.of(heading)));
        boolean any = false;
        for (String item : items) {
            String text = said.getOrDefault(item, "");
            if (!text.isEmpty()) {
                blocks.add(new Text(text));
                any = true;
            }
        }
        if (!any) {
            blocks.add(new Text(wording.of("open")));
        }
    }

    private void fixed(String heading, String text) {
        blocks.add(new Heading(1, wording.of(heading)));
        blocks.add(new Text(wording.of(text)));
    }

    private void papers(Optional<JsonNode> corpus) {
        if (corpus.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        corpus.get()
                .path("papers")
                .forEach(p -> rows.add(List.of(
                        p.path("report").asText(),
                        p.path("title").asText(),
                        p.path("licence").asText(),
                        p.path("language").asText(),
                        p.path("chunks").asText(),
                        p.path("tokens").asText())));
        blocks.add(Table.plain(
                wording.of("data.papers"),
                List.of(
                        new Column(wording.of("column.report"), 1),
                        new Column(wording.of("column.title"), 5),
                        new Column(wording.of("column.licence"), 2),
                        new Column(wording.of("column.language"), 1),
                        new Column(wording.of("column.passages"), 1),
                        new Column(wording.of("column.tokens"), 1)),
                rows));
    }
}
