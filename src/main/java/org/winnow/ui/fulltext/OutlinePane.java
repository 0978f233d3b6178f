package org.winnow.ui.fulltext;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.reading.OutlineEntry;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** The file's own table of contents; an entry leads to its page. */
final class OutlinePane extends BorderPane {
    private final PdfModel model;
    private final TreeView<OutlineEntry> tree = new TreeView<>();
    private final Label none;

    OutlinePane(PdfModel model, Texts texts) {
        this.model = model;
        none = Labels.wrapped(texts.get("reader.outline.none"), "muted", "side-note");
        tree.setId("outline");
        tree.setShowRoot(false);
        tree.setAccessibleText(texts.get("reader.outline"));
        tree.getStyleClass().add("outline");
        tree.setCellFactory(view -> new Cell());
        tree.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                follow(tree.getSelectionModel().getSelectedItem());
                e.consume();
            }
        });
        tree.setOnMouseClicked(e -> follow(tree.getSelectionModel().getSelectedItem()));
        model.outline().entriesProperty().subscribe(this::show);
    }

    private void show(@Nullable List<OutlineEntry> entries) {
        TreeItem<OutlineEntry> root = new TreeItem<>();
        fill(root, entries == null ? List.of() : entries);
        tree.setRoot(root);
        if (entries == null) {
            setCenter(null);
            setTop(null);
        } else {
            setTop(entries.isEmpty() ? none : null);
            setCenter(entries.isEmpty() ? null : tree);
        }
    }

    /** What lies below an entry is made into items at once: an outline has some hundred entries. */
    private static void fill(TreeItem<OutlineEntry> item, List<OutlineEntry> below) {
        for (OutlineEntry entry : below) {
            TreeItem<OutlineEntry> child = new TreeItem<>(entry);
            fill(child, entry.below());
            item.getChildren().add(child);
        }
    }

    private void follow(@Nullable TreeItem<OutlineEntry> item) {
        if (item != null && item.getValue().page() > 0) {
            model.sheet().goTo(item.getValue().page(), item.getValue().y());
        }
    }

    private static final class Cell extends TreeCell<OutlineEntry> {
        @Override
        protected void updateItem(@Nullable OutlineEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null ? null : entry.title());
        }
    }
}
