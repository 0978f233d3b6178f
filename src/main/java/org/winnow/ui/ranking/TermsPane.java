package org.winnow.ui.ranking;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.ranking.insight.TellingTerms.Term;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.ranking.InsightModel.Line;
import org.winnow.ui.ranking.InsightModel.Terms;

/** Terms that speak for including on the left, those that speak against on the right; one click has them highlighted. */
final class TermsPane extends StackPane {
    private final InsightModel model;
    private final Texts texts;
    private final Supplier<Node> empty;
    private final ListView<Line> speakFor = new ListView<>();
    private final ListView<Line> speakAgainst = new ListView<>();
    private final Node lists;

    TermsPane(InsightModel model, Texts texts, Supplier<Node> empty) {
        this.model = model;
        this.texts = texts;
        this.empty = empty;
        VBox left = column("for", speakFor);
        HBox both = new HBox(16, left, column("against", speakAgainst));
        both.getStyleClass().add("screen-body");
        lists = both;
        model.termsProperty().subscribe(this::show);
    }

    private VBox column(String leaning, ListView<Line> list) {
        list.setId("terms-" + leaning);
        list.setAccessibleText(texts.get("insight.terms." + leaning));
        list.getStyleClass().addAll("record-list", "term-list");
        list.setCellFactory(l -> new TermCell(leaning));
        VBox.setVgrow(list, Priority.ALWAYS);
        Label heading = Labels.heading(texts.get("insight.terms." + leaning));
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        Button copy = Buttons.icon(
                "copy-terms-" + leaning, texts.get("insight.terms.copy"), Feather.COPY, null, () -> copy(list));
        HBox top = new HBox(8, heading, copy);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox column = new VBox(8, top, list);
        column.setMinWidth(0);
        column.setPrefWidth(1);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private void show(@Nullable Terms terms) {
        if (terms == null) {
            getChildren().clear();
        } else if (terms.lines().isEmpty()) {
            getChildren().setAll(empty.get());
        } else {
            speakFor.getItems().setAll(of(terms, true));
            speakAgainst.getItems().setAll(of(terms, false));
            getChildren().setAll(lists);
        }
    }

    private static List<Line> of(Terms terms, boolean speakingFor) {
        return terms.lines().stream()
                .filter(l -> l.term().z() > 0 == speakingFor)
                .toList();
    }

    /** All terms of a list as one line of a search: {@code "back pain" OR yoga}. */
    private static void copy(ListView<Line> list) {
        ClipboardContent content = new ClipboardContent();
        content.putString(list.getItems().stream()
                .map(l -> l.term().words())
                .map(w -> w.indexOf(' ') < 0 ? w : '"' + w + '"')
                .collect(Collectors.joining(" OR ")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** A term, where it occurs, and the button that has it highlighted. */
    private final class TermCell extends ListCell<Line> {
        private final Label word = new Label();
        private final Label counts = Labels.muted("");
        private final Button add;
        private final HBox line;

        TermCell(String leaning) {
            word.getStyleClass().add("legend-" + leaning);
            counts.getStyleClass().add("hint");
            VBox words = new VBox(2, word, counts);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            add = Buttons.icon(
                    "highlight-term", texts.get("insight.terms.highlight", ""), Feather.PLUS, null, this::highlight);
            line = new HBox(8, words, add);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        private void highlight() {
            Line item = getItem();
            if (item != null) {
                model.highlight(item.term());
            }
        }

        @Override
        protected void updateItem(@Nullable Line item, boolean none) {
            super.updateItem(item, none);
            if (none || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Term term = item.term();
            Terms all = model.termsProperty().get();
            word.setText(term.words());
            counts.setText(
                    all == null
                            ? ""
                            : texts.get(
                                    "insight.terms.counts",
                                    term.first(),
                                    all.includes(),
                                    term.second(),
                                    all.excludes()));
            add.setDisable(item.highlighted());
            add.setGraphic(new FontIcon(item.highlighted() ? Feather.CHECK : Feather.PLUS));
            Buttons.explain(
                    add,
                    texts.get(
                            item.highlighted() ? "insight.terms.highlighted" : "insight.terms.highlight", term.words()),
                    null);
            setGraphic(line);
            setAccessibleText(term.words() + ". " + counts.getText());
        }
    }
}
