package org.winnow.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.RecordId;

/** The list that a way through records goes through, which follows it and leads it. */
public final class WalkList extends ListView<RecordId> {
    /** Records above the one in front that stay in sight. */
    private static final int ABOVE = 2;

    private final RecordWalk<?> walk;

    /**
     * @param name what the list is called, for people who do not see it
     * @param nothing what stands in an empty one
     */
    public WalkList(RecordWalk<?> walk, RecordList list, Texts texts, String name, String nothing) {
        this.walk = walk;
        getStyleClass().add("record-list");
        setItems(list.ids());
        setFixedCellSize(RecordCell.HEIGHT);
        setCellFactory(v -> new RecordCell(list, texts));
        setPlaceholder(Labels.muted(nothing));
        setAccessibleText(name);
        VBox.setVgrow(this, Priority.ALWAYS);
        bind();
    }

    private void bind() {
        walk.positionProperty().subscribe(at -> {
            int position = at.intValue();
            if (position != getSelectionModel().getSelectedIndex()) {
                getSelectionModel().clearAndSelect(position);
            }
            if (position >= 0) {
                scrollTo(Math.max(0, position - ABOVE));
            }
        });
        getSelectionModel().selectedIndexProperty().subscribe(at -> {
            if (at.intValue() >= 0 && at.intValue() != walk.positionProperty().get()) {
                walk.go(at.intValue());
            }
        });
    }

    /**
     * The line over the list: its title, and to and fro.
     *
     * @param more what stands behind
     */
    public static HBox title(RecordWalk<?> walk, String title, Step previous, Step next, Node... more) {
        Label label = Labels.title(title);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        HBox line = new HBox(
                label,
                Buttons.icon(previous.id(), previous.name(), Feather.CHEVRON_LEFT, null, walk::previous),
                Buttons.icon(next.id(), next.name(), Feather.CHEVRON_RIGHT, null, walk::next));
        line.getChildren().addAll(more);
        line.getStyleClass().add("side-title");
        return line;
    }

    /** A button that leads one record on. */
    public record Step(String id, String name) {}
}
