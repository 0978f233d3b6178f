package org.winnow.ui.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Decision;
import org.winnow.model.Doi;
import org.winnow.model.Retrieval;
import org.winnow.model.Stage;
import org.winnow.screening.Highlights;
import org.winnow.store.Keywords.Leaning;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.MarkedText;
import org.winnow.ui.kit.MarkedText.Span;
import org.winnow.ui.kit.Texts;

/** The record itself: title, authors, where it appeared, abstract with keywords marked, tags and note. */
final class CardView extends VBox {
    private static final int MOST_AUTHORS = 12;

    private final ScreeningModel model;
    private final Texts texts;
    private final HBox verdicts = new HBox(6);
    private final MarkedText title = new MarkedText("record-title");
    private final Label authors = Labels.wrapped("", "record-authors");
    private final Label journal = Labels.wrapped("", "muted");
    private final MarkedText abstractText = new MarkedText("record-text");
    private final Label keywords = Labels.wrapped("", "muted");
    private final Label origin = Labels.wrapped("", "muted", "hint");
    private final TagLine tags;
    private final TextField note = TextFields.createClearableTextField();
    /** Whose note is in the field. */
    private @Nullable Card noted;

    CardView(ScreeningModel model, AdviceModel advice, Texts texts, Doors.Pages pages) {
        this.model = model;
        this.texts = texts;
        tags = new TagLine(model, texts, this::giveBackFocus);
        getStyleClass().add("record-card");
        title.setId("record-title");
        abstractText.setId("record-abstract");
        getChildren()
                .addAll(
                        verdicts,
                        title,
                        authors,
                        journal,
                        abstractText,
                        keywords,
                        new WhyLine(model, texts),
                        new AdvicePane(advice, model, texts, pages),
                        tags,
                        noteLine(),
                        origin);
        bind();
    }

    private HBox noteLine() {
        note.setId("note");
        note.setPromptText(texts.get("screening.note.prompt"));
        note.setAccessibleText(texts.get("screening.note.prompt"));
        note.setOnAction(e -> {
            model.edits().note(note.getText());
            giveBackFocus();
        });
        note.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                keepNote();
            }
        });
        HBox.setHgrow(note, Priority.ALWAYS);
        return new HBox(note);
    }

    private void bind() {
        model.cardProperty().subscribe(card -> {
            if (card != null) {
                show(card, model.surroundingsProperty().get().highlights());
            }
        });
        model.surroundingsProperty().subscribe(now -> {
            Card card = model.cardProperty().get();
            if (card != null) {
                show(card, now.highlights());
            }
        });
    }

    /** What has been typed is kept, also when the screen or the review is left in the middle of it. */
    void keepNote() {
        model.edits().note(note.getText());
    }

    void editTag() {
        tags.edit();
    }

    void editNote() {
        note.requestFocus();
        note.end();
    }

    /** Letters are commands again as soon as a field is done with. */
    void giveBackFocus() {
        setFocusTraversable(true);
        requestFocus();
        setFocusTraversable(false);
    }

    /** Keywords for and against are marked by their ground and by bold or underlined letters, not by colour alone. */
    private static void show(MarkedText where, String text, Highlights highlights) {
        where.show(
                text,
                highlights.in(text).stream()
                        .map(s -> new Span(s.start(), s.end(), s.leaning() == Leaning.INCLUDE ? "for" : "against"))
                        .toList());
    }

    private void show(Card card, Highlights highlights) {
        BibRecord r = card.record();
        show(title, r.title().isEmpty() ? texts.get("screening.untitled") : r.title(), highlights);
        line(authors, authors(r));
        line(journal, journal(r));
        show(
                abstractText,
                r.abstractText().isEmpty() ? texts.get("screening.noAbstract") : r.abstractText(),
                highlights);
        line(keywords, r.keywords().isEmpty() ? "" : texts.get("screening.keywords", String.join("; ", r.keywords())));
        line(
                origin,
                texts.get(
                        "screening.origin",
                        card.origin().source(),
                        card.origin().file(),
                        Long.toString(card.origin().line()),
                        card.id().toString()));
        showNote(card);
        showVerdicts(card);
    }

    /** What is being typed stays, or goes to the record for which it was begun: a decision may come in meanwhile. */
    private void showNote(Card card) {
        Card before = noted;
        boolean typing =
                before != null && note.isFocused() && !note.getText().strip().equals(before.note());
        noted = card;
        if (typing && before.id().equals(card.id())) {
            return;
        }
        if (typing) {
            model.edits().note(before, note.getText());
        }
        note.setText(card.note());
    }

    private static void line(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(label.isVisible());
    }

    private String authors(BibRecord r) {
        String names =
                r.authors().stream().limit(MOST_AUTHORS).map(Author::display).collect(Collectors.joining("; "));
        int more = r.authors().size() - MOST_AUTHORS;
        return more > 0 ? texts.get("screening.moreAuthors", names, more) : names;
    }

    private static String journal(BibRecord r) {
        List<String> parts = new ArrayList<>();
        add(parts, r.journal());
        add(parts, r.year() == null ? "" : r.year().toString());
        add(parts, r.volume() + (r.issue().isEmpty() ? "" : "(" + r.issue() + ")"));
        add(parts, r.pages());
        Doi doi = r.doi();
        add(parts, doi == null ? "" : "doi:" + doi);
        add(parts, r.pmid().isEmpty() ? "" : "PMID " + r.pmid());
        return String.join("  ·  ", parts);
    }

    private static void add(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    private void showVerdicts(Card card) {
        verdicts.getChildren().clear();
        if (model.settling()) {
            card.all().forEach(d -> verdicts.getChildren()
                    .add(pill(d, d.reviewer().name() + ": ")));
        } else if (card.mine() != null) {
            verdicts.getChildren().add(pill(card.mine(), texts.get("screening.yourVerdict") + " "));
        }
        if (model.stage() == Stage.FULL_TEXT && card.retrieval() == Retrieval.NOT_RETRIEVED) {
            verdicts.getChildren().add(Labels.pill(texts.get("retrieval.not-retrieved"), "none"));
        }
        verdicts.setVisible(!verdicts.getChildren().isEmpty());
        verdicts.setManaged(verdicts.isVisible());
    }

    private Label pill(@Nullable Decision decision, String who) {
        if (decision == null || decision.verdict() == null) {
            return Labels.pill(who, "none");
        }
        String reason =
                decision.reason() == null ? "" : " – " + decision.reason().label();
        return Labels.pill(
                who + texts.get("verdict." + decision.verdict().key()) + reason,
                decision.verdict().key());
    }
}
