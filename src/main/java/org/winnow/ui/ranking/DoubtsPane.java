package org.winnow.ui.ranking;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WrappedCell;
import org.winnow.ui.ranking.InsightModel.Doubt;
import org.winnow.ui.ranking.InsightModel.Doubts;

/** Verdicts that the other verdicts speak against, the most doubtful first; a line opens its record. */
final class DoubtsPane extends StackPane {
    private static final double PERCENT = 100;

    private final Texts texts;
    private final Supplier<Node> empty;
    private final ListView<Doubt> list = new ListView<>();

    DoubtsPane(InsightModel model, Texts texts, OpenRecord door, Supplier<Node> empty) {
        this.texts = texts;
        this.empty = empty;
        list.setId("doubts");
        list.setAccessibleText(texts.get("insight.verdicts"));
        RecordLines.opening(list, doubt -> door.open(doubt.row().id()));
        list.setCellFactory(l -> new DoubtCell());
        model.doubtsProperty().subscribe(this::show);
    }

    private void show(@Nullable Doubts doubts) {
        if (doubts == null) {
            getChildren().setAll(Labels.muted(texts.get("insight.working.verdicts")));
        } else if (!doubts.possible()) {
            getChildren().setAll(empty.get());
        } else if (doubts.lines().isEmpty()) {
            getChildren()
                    .setAll(new EmptyState(
                            "insight-no-doubts",
                            Feather.CHECK,
                            texts.get("insight.verdicts.none"),
                            texts.get("insight.verdicts.none.sentence")));
        } else {
            list.getItems().setAll(doubts.lines());
            getChildren().setAll(list);
        }
    }

    private final class DoubtCell extends WrappedCell<Doubt> {
        private final Label title = Labels.wrapped("", "row-title");
        private final Label detail = new Label();
        private final Label verdict = Labels.pill("", "none");
        private final HBox line;

        DoubtCell() {
            detail.getStyleClass().add("row-detail");
            VBox words = new VBox(2, title, detail);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            verdict.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(8, words, verdict);
        }

        @Override
        protected void updateItem(@Nullable Doubt doubt, boolean none) {
            super.updateItem(doubt, none);
            if (none || doubt == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            title.setText(RecordLines.title(doubt.row(), texts));
            String expected = texts.get(
                    doubt.relevant() ? "insight.verdicts.included" : "insight.verdicts.excluded",
                    Math.floor(PERCENT * doubt.certainty()));
            String who = RecordLines.detail(doubt.row());
            detail.setText(who.isEmpty() ? expected : who + "  \u00b7  " + expected);
            String key = doubt.relevant() ? "include" : "exclude";
            verdict.setText(texts.get("verdict." + key));
            verdict.getStyleClass().removeAll("include", "exclude");
            verdict.getStyleClass().add(key);
            setGraphic(line);
            setAccessibleText(title.getText() + ". " + detail.getText());
        }
    }
}
