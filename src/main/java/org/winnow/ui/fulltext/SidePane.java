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

/** Beside the pages: their outline, themselves in small, what is marked and what was found in them. */
final class SidePane extends BorderPane {
    private final FindPane find;
    private final ToggleButton finding;
    private final SearchPane search;
    private final ToggleButton searching;

    SidePane(ReaderModel reader, Texts texts) {
        PdfModel model = reader.file().pdf();
        setId("reader-side");
        getStyleClass().add("reader-side");
        setMinWidth(200);
        find = new FindPane(model, texts);
        search = new SearchPane(reader.search(), texts);
        searching = tab("side-search", texts.get("reader.search"), Feather.LAYERS, () -> search);
        ThumbnailsPane thumbnails = new ThumbnailsPane(model, texts);
        OutlinePane outline = new OutlinePane(model, texts);
        ToggleButton first = tab("side-outline", texts.get("reader.outline"), Feather.LIST, () -> outline);
        finding = tab("side-find", texts.get("reader.find"), Feather.SEARCH, () -> find);
        MarksPane marks = new MarksPane(reader, texts);
        ToggleButton marking = tab("side-marks", texts.get("reader.marks"), Feather.EDIT_3, () -> marks);
        reader.marks().looksProperty().subscribe((was, is) -> marking.setSelected(true));
        QuestionsPane questions = new QuestionsPane(reader.questions(), texts);
        ToggleButton questioning =
                tab("side-questions", texts.get("reader.questions") + "  (Q)", Feather.HELP_CIRCLE, () -> questions);
        reader.questions().callsProperty().subscribe((was, is) -> questioning.setSelected(true));
        HBox tabs = new HBox(Buttons.segmented(
                first,
                tab("side-thumbnails", texts.get("reader.thumbnails"), Feather.GRID, () -> thumbnails),
                marking,
                questioning,
                finding,
                searching));
        tabs.getStyleClass().add("reader-tabs");
        setTop(tabs);
        first.setSelected(true);
    }

    /** The field for words to be found has the focus. */
    void find() {
        finding.setSelected(true);
        find.takeFocus();
    }

    /** The field for words to be looked for in the whole review has the focus. */
    void search() {
        searching.setSelected(true);
        search.takeFocus();
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
