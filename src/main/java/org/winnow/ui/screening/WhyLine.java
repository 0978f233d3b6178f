package org.winnow.ui.screening;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Suggestion;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Why a record lies in front: its place, the model that gave it, and the words that spoke for and against it. */
final class WhyLine extends VBox {
    private static final int WORDS_OF_A_KIND = 6;

    private final Texts texts;
    private final Label sentence = Labels.wrapped("", "muted", "hint");
    private final FlowPane words = new FlowPane(6, 4);

    WhyLine(ScreeningModel model, Texts texts) {
        super(4);
        this.texts = texts;
        setId("why");
        sentence.setId("why-sentence");
        getChildren().addAll(sentence, words);
        model.whyProperty().subscribe(this::show);
    }

    private void show(LikelyFirst.@Nullable Why why) {
        setVisible(why != null);
        setManaged(why != null);
        words.getChildren().clear();
        if (why != null) {
            sentence.setText(sentence(why.suggestion()));
            kind(why.words(), true, "screening.why.for", "legend-for");
            kind(why.words(), false, "screening.why.against", "legend-against");
        }
    }

    private String sentence(Suggestion by) {
        return by.atRandom()
                ? texts.get("screening.why.random")
                : texts.get(
                        "screening.why.place", by.place(), by.model(), by.version(), by.relevant(), by.irrelevant());
    }

    private void kind(List<Ranks.Word> all, boolean speaksFor, String key, String style) {
        List<Ranks.Word> shown = all.stream()
                .filter(w -> w.speaksFor() == speaksFor)
                .limit(WORDS_OF_A_KIND)
                .toList();
        if (!shown.isEmpty()) {
            words.getChildren().add(Labels.muted(texts.get(key)));
            for (Ranks.Word word : shown) {
                Label label = new Label(word.text());
                label.getStyleClass().addAll(style, "hint");
                words.getChildren().add(label);
            }
        }
    }
}
