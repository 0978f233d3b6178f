package org.winnow.ui.ranking;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Verdict;
import org.winnow.store.RecordRow;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WrappedCell;
import org.winnow.ui.ranking.InsightModel.Pair;

/** Pairs of records that mean nearly the same, with their verdicts; each of them can be opened. */
final class AlikePane extends StackPane {
    private final Texts texts;
    private final OpenRecord door;
    private final Supplier<Node> empty;
    private final ListView<Pair> list = new ListView<>();

    AlikePane(InsightModel model, Texts texts, OpenRecord door, Supplier<Node> empty) {
        this.texts = texts;
        this.door = door;
        this.empty = empty;
        list.setId("alike");
        list.setAccessibleText(texts.get("insight.alike"));
        RecordLines.opening(list, pair -> door.open(pair.first().id()));
        list.setCellFactory(l -> new PairCell());
        model.alikeProperty().subscribe(this::show);
    }

    private void show(@Nullable List<Pair> pairs) {
        if (pairs == null) {
            getChildren().setAll(Labels.muted(texts.get("insight.working.alike")));
        } else if (pairs.isEmpty()) {
            getChildren().setAll(empty.get());
        } else {
            list.getItems().setAll(pairs);
            getChildren().setAll(list);
        }
    }

    private final class PairCell extends WrappedCell<Pair> {
        private final Side first = new Side("first");
        private final Side second = new Side("second");
        private final Label likeness = Labels.muted("");
        private final VBox lines = new VBox(4, first.line, second.line, likeness);

        PairCell() {
            likeness.getStyleClass().add("hint");
        }

        @Override
        protected void updateItem(@Nullable Pair pair, boolean none) {
            super.updateItem(pair, none);
            if (none || pair == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            first.show(pair.first());
            second.show(pair.second());
            Verdict a = pair.first().mine();
            Verdict b = pair.second().mine();
            boolean apart = a != null && b != null && a != b;
            likeness.setText(texts.get(apart ? "insight.alike.apart" : "insight.alike.likeness", pair.likeness()));
            setGraphic(lines);
            setAccessibleText(first.title.getText() + ". " + second.title.getText() + ". " + likeness.getText());
        }
    }

    /** One of the two. */
    private final class Side {
        private final Label title = Labels.wrapped("", "row-title");
        private final Label detail = new Label();
        private final Label verdict = Labels.pill("", "none");
        private final Button open;
        private final HBox line;
        private @Nullable RecordRow row;

        Side(String id) {
            detail.getStyleClass().add("row-detail");
            VBox words = new VBox(title, detail);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            verdict.setMinWidth(Region.USE_PREF_SIZE);
            open = Buttons.icon("open-" + id, texts.get("insight.open"), Feather.ARROW_RIGHT, null, this::open);
            line = new HBox(8, words, verdict, open);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        private void open() {
            if (row != null) {
                door.open(row.id());
            }
        }

        private void show(RecordRow now) {
            row = now;
            title.setText(RecordLines.title(now, texts));
            detail.setText(RecordLines.detail(now));
            detail.setManaged(!detail.getText().isEmpty());
            Verdict mine = now.mine();
            verdict.setVisible(mine != null);
            verdict.getStyleClass().removeAll("include", "exclude", "maybe");
            if (mine != null) {
                verdict.setText(texts.get("verdict." + mine.key()));
                verdict.getStyleClass().add(mine.key());
            }
        }
    }
}
