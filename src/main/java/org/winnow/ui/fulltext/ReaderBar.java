package org.winnow.ui.fulltext;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.ui.fulltext.SheetModel.Fit;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Texts;

/** What is done with the pages: which one, how large, which side up, one or two, light or dark, what is marked. */
final class ReaderBar extends HBox {
    private static final int[] PERCENT = {50, 75, 100, 125, 150, 200, 400};

    private final PdfModel model;
    private final SheetModel sheet;
    private final Texts texts;
    private final TextField page = new TextField();
    private final Label pages = new Label();
    private final MenuButton zoom = new MenuButton();
    private final ToggleButton two;
    private final ToggleButton night;
    private final MarkBar marks;

    ReaderBar(ReaderModel reader, Texts texts, ToggleButton queue, ToggleButton side) {
        this.model = reader.file().pdf();
        this.sheet = model.sheet();
        this.texts = texts;
        getStyleClass().add("reader-bar");
        setId("reader-bar");
        two = toggle("two-pages", "reader.two", Feather.BOOK_OPEN, "B");
        two.setOnAction(e -> sheet.abreast(two.isSelected() ? 2 : 1));
        night = toggle("night", "reader.night", Feather.MOON, "D");
        night.selectedProperty().bindBidirectional(model.nightProperty());
        marks = new MarkBar(reader.marks(), texts);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(queue, page(), pages, zoom(), two, night, marks, space, side);
        bind();
    }

    /** The field for the number of the page has the focus. */
    void goToPage() {
        page.requestFocus();
        page.selectAll();
    }

    void toggleTwo() {
        two.fire();
    }

    void toggleNight() {
        night.fire();
    }

    private Node page() {
        page.setId("page-number");
        page.setPrefColumnCount(3);
        page.setMinWidth(52);
        page.setAccessibleText(texts.get("reader.page"));
        page.setTooltip(new Tooltip(texts.get("reader.page") + "  (Ctrl+G)"));
        page.setOnAction(e -> {
            if (page.getText().strip().matches("\\d{1,7}")) {
                sheet.goTo(Integer.parseInt(page.getText().strip()));
            }
            number();
            leaveField();
        });
        page.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                number();
                leaveField();
                e.consume();
            }
        });
        pages.setMinWidth(USE_PREF_SIZE);
        return page;
    }

    private void leaveField() {
        Node view = getScene() == null ? null : getScene().lookup("#pages");
        if (view != null) {
            view.requestFocus();
        }
    }

    private Node zoom() {
        zoom.setId("zoom");
        zoom.setMinWidth(USE_PREF_SIZE);
        zoom.setAccessibleText(texts.get("reader.zoom"));
        zoom.setTooltip(new Tooltip(texts.get("reader.zoom") + "  (Ctrl+Plus, Ctrl+Minus)"));
        zoom.getItems()
                .addAll(
                        item("fit-width", texts.get("reader.fit.width"), "W", () -> sheet.fit(Fit.WIDTH)),
                        item("fit-page", texts.get("reader.fit.page"), "P", () -> sheet.fit(Fit.PAGE)),
                        item("turn", texts.get("reader.turn"), "Ctrl+R", sheet::turn),
                        new SeparatorMenuItem());
        for (int percent : PERCENT) {
            zoom.getItems()
                    .add(item(
                            "zoom-" + percent,
                            texts.get("reader.percent", percent),
                            "",
                            () -> sheet.zoom(percent / 100.0)));
        }
        return zoom;
    }

    private static MenuItem item(String id, String text, String key, Runnable action) {
        MenuItem item = new MenuItem(key.isEmpty() ? text : text + "  (" + key + ")");
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }

    private ToggleButton toggle(String id, String key, Feather icon, String letter) {
        return toggle(id, texts.get(key) + "  (" + letter + ")", icon);
    }

    /** A button with an icon that stays down. */
    static ToggleButton toggle(String id, String text, Feather icon) {
        ToggleButton button = Buttons.toggle(id, "");
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        Buttons.explain(button, text, null);
        return button;
    }

    private void bind() {
        sheet.pageProperty().subscribe(this::number);
        sheet.layoutProperty().subscribe(now -> pages.setText(texts.get("reader.of", now.pages())));
        sheet.zoomProperty()
                .subscribe(now -> zoom.setText(texts.get("reader.percent", Math.round(100 * now.doubleValue()))));
        model.pdfProperty().subscribe(pdf -> {
            for (Node node : new Node[] {page, pages, zoom, two, night, marks}) {
                node.setDisable(pdf == null);
            }
        });
    }

    private void number() {
        page.setText(Integer.toString(sheet.pageProperty().get()));
    }
}
