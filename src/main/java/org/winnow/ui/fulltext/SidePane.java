package org.winnow.ui.fulltext;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Texts;

/** Beside the pages: their outline, themselves in small, and what was found in them. */
final class SidePane extends BorderPane {
    private final FindPane find;
    private final ToggleButton finding;

    SidePane(PdfModel model, Texts texts) {
        setId("reader-side");
        getStyleClass().add("reader-side");
        setMinWidth(190);
        find = new FindPane(model, texts);
        ThumbnailsPane thumbnails = new ThumbnailsPane(model, texts);
        OutlinePane outline = new OutlinePane(model, texts);
        ToggleButton first = tab("side-outline", texts.get("reader.outline"), Feather.LIST, () -> outline);
        finding = tab("side-find", texts.get("reader.find"), Feather.SEARCH, () -> find);
        HBox tabs = new HBox(Buttons.segmented(
                first,
                tab("side-thumbnails", texts.get("reader.thumbnails"), Feather.GRID, () -> thumbnails),
                finding));
        tabs.getStyleClass().add("reader-tabs");
        setTop(tabs);
        first.setSelected(true);
    }

    /** The field for words to be found has the focus. */
    void find() {
        finding.setSelected(true);
        find.takeFocus();
    }

    private ToggleButton tab(String id, String text, Feather icon, Supplier<Node> content) {
        ToggleButton button = Buttons.toggle(id, "");
        button.setGraphic(new FontIcon(icon));
        Buttons.explain(button, text, null);
        button.selectedProperty().subscribe(now -> {
            if (now) {
                setCenter(content.get());
            }
        });
        return button;
    }
}
