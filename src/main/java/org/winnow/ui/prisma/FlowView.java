package org.winnow.ui.prisma;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.prisma.BoxWords;
import org.winnow.prisma.FlowExport;
import org.winnow.prisma.ReviewKind;
import org.winnow.prisma.Style;
import org.winnow.prisma.Template;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Choices;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.prisma.FlowModel.Flow;

/** The diagram as it will be printed, what does not add up beneath the header, and the export. */
final class FlowView extends BorderPane {
    /** Around the drawing, with room for the scroll bar. */
    private static final double MARGIN = 64;

    /** Pixels that the warnings take at most; the rest is scrolled to. */
    private static final double MOST_WARNINGS = 120;

    /** Dots to the inch that journals ask of pictures: on a screen, of photographs, of line drawings. */
    private static final List<Integer> RESOLUTIONS = List.of(150, 300, 600);

    private static final double TEMPLATE = 170;
    private static final double STYLE = 140;

    private final FlowModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final FlowDrawing drawing;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox warnings = new VBox(4);
    private final ChoiceBox<Template> templates = new ChoiceBox<>();
    private final ChoiceBox<Style> styles = new ChoiceBox<>();

    FlowView(
            FlowModel model,
            Texts texts,
            Dialogs dialogs,
            Navigator navigator,
            RecordDoor door,
            List<MenuItem> report) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        this.drawing = new FlowDrawing(
                line -> model.ask(line.number(), BoxWords.of(line.number())), texts.get("flow.number.open"));
        getStyleClass().add("screen");
        setId("flow");
        warnings.setId("flow-warnings");
        warnings.getStyleClass().add("flow-warnings");
        setTop(new VBox(
                Labels.header(
                        texts.get("flow.title"),
                        Labels.muted(texts.get("flow.explanation")),
                        templates(),
                        styles(),
                        more(report),
                        export()),
                warningScroll()));
        setRight(new NumberPanel(model, texts, door));
        StackPane desk = new StackPane(drawing);
        desk.setAlignment(Pos.TOP_CENTER);
        desk.getStyleClass().add("flow-desk");
        scroll.setContent(desk);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("flow-scroll");
        // Not the view's inner width: it changes with the scroll bar that the drawing's height brings or takes away.
        scroll.widthProperty().subscribe(w -> fit());
        model.flowProperty().subscribe(flow -> {
            if (flow != null) {
                show(flow);
            }
        });
    }

    private ScrollPane warningScroll() {
        ScrollPane pane = new ScrollPane(warnings);
        pane.setFitToWidth(true);
        // The lines wrap: how high they are is known when they are laid out, not before.
        pane.minHeightProperty()
                .bind(Bindings.min(MOST_WARNINGS, warnings.heightProperty().add(2)));
        pane.setMaxHeight(MOST_WARNINGS);
        pane.getStyleClass().add("record-page");
        pane.managedProperty().bind(warnings.managedProperty());
        pane.visibleProperty().bind(warnings.managedProperty());
        return pane;
    }

    private ChoiceBox<Template> templates() {
        templates.setId("flow-template");
        templates.setPrefWidth(TEMPLATE);
        templates.setAccessibleText(texts.get("flow.template"));
        templates.getItems().setAll(Template.values());
        templates.setConverter(Choices.words(t -> texts.get("flow.template." + t.key())));
        templates.setOnAction(e -> {
            Flow now = model.flowProperty().get();
            if (now != null && templates.getValue() != now.template()) {
                model.chosenProperty().set(templates.getValue());
            }
        });
        return templates;
    }

    private ChoiceBox<Style> styles() {
        styles.setId("flow-style");
        styles.setPrefWidth(STYLE);
        styles.setAccessibleText(texts.get("flow.style"));
        styles.getItems().setAll(Style.values());
        styles.setConverter(Choices.words(s -> texts.get("flow.style." + s.key())));
        styles.valueProperty().bindBidirectional(model.styleProperty());
        return styles;
    }

    private MenuButton more(List<MenuItem> report) {
        MenuButton menu = new MenuButton(texts.get("flow.more"));
        menu.setId("flow-more");
        menu.getItems()
                .addAll(
                        item("flow-open-csv", () -> dialogs.chooseFile(
                                        texts.get("flow.open-csv"), new Dialogs.FileKind("CSV", List.of("csv")))
                                .ifPresent(model.fileProperty()::set)),
                        item("flow-stopped", this::stopped),
                        item("flow-freeze", this::freeze),
                        kinds());
        menu.getItems().addAll(report);
        return menu;
    }

    private Menu kinds() {
        Menu menu = new Menu(texts.get("flow.kind"));
        menu.setId("flow-kind");
        ToggleGroup one = new ToggleGroup();
        for (ReviewKind kind : ReviewKind.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.get("flow.kind." + kind.key()));
            item.setId("kind-" + kind.key());
            item.setToggleGroup(one);
            item.setOnAction(e -> model.kind(kind));
            model.flowProperty().subscribe(flow -> item.setSelected(flow != null && flow.kind() == kind));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem item(String id, Runnable action) {
        MenuItem item = new MenuItem(texts.get(id.replaceFirst("-", ".")));
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }

    private void stopped() {
        TextField rule = new TextField();
        rule.setId("stopped-rule");
        Form form = new Form().field(texts.get("flow.stopped.rule"), rule, texts.get("flow.stopped.hint"));
        if (dialogs.form(texts.get("flow.stopped"), form, texts.get("flow.stopped.verb"))) {
            model.stopped(rule.getText().isBlank() ? null : rule.getText());
        }
    }

    private void freeze() {
        TextField name = new TextField();
        name.setId("version-name");
        TextField note = new TextField();
        Form form = new Form()
                .field(texts.get("flow.freeze.name"), name)
                .checked(name, n -> n.isBlank() ? texts.get("flow.freeze.nameless") : "")
                .field(texts.get("flow.freeze.note"), note, texts.get("flow.freeze.hint"));
        if (dialogs.form(texts.get("flow.freeze"), form, texts.get("flow.freeze.verb"))) {
            model.freeze(name.getText(), note.getText());
        }
    }

    private MenuButton export() {
        MenuButton menu = new MenuButton(texts.get("flow.export"), new FontIcon(Feather.SHARE));
        menu.setId("export-flow");
        menu.getStyleClass().add("accent");
        for (String format : FlowExport.FORMATS) {
            MenuItem item = new MenuItem(texts.get("flow.format." + format));
            item.setId("export-" + format);
            item.setOnAction(e -> dialogs.chooseTarget(
                            texts.get("flow.export"),
                            "prisma-2020-flow." + format,
                            new Dialogs.FileKind(format.toUpperCase(Locale.ROOT), List.of(format)))
                    .ifPresent(model::export));
            menu.getItems().add(item);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), resolutions());
        return menu;
    }

    private Menu resolutions() {
        Menu menu = new Menu(texts.get("flow.dpi"));
        menu.setId("flow-dpi");
        ToggleGroup one = new ToggleGroup();
        for (int dots : RESOLUTIONS) {
            RadioMenuItem item = new RadioMenuItem(texts.get("flow.dpi.dots", Integer.toString(dots)));
            item.setId("dpi-" + dots);
            item.setToggleGroup(one);
            item.setSelected(dots == model.dpi());
            item.setOnAction(e -> model.dpi(dots));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void show(Flow flow) {
        templates.setValue(flow.template());
        boolean empty =
                flow.file() == null && flow.counts().boxes().values().stream().allMatch(n -> n == 0);
        warnings.getChildren().clear();
        if (flow.file() != null) {
            warnings.getChildren()
                    .add(new VBox(
                            4,
                            Labels.wrapped(texts.get("flow.file", flow.file().getFileName()), "muted"),
                            Buttons.plain("flow-back", texts.get("flow.back"), () -> model.fileProperty()
                                    .set(null))));
        }
        flow.warnings().forEach(w -> {
            var line = Labels.wrapped(w, "warning-line");
            line.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            warnings.getChildren().add(line);
        });
        warnings.setManaged(!empty && !warnings.getChildren().isEmpty());
        warnings.setVisible(warnings.isManaged());
        if (empty) {
            setCenter(nothing());
            return;
        }
        drawing.show(flow.diagram());
        fit();
        setCenter(scroll);
    }

    private void fit() {
        drawing.fit(scroll.getWidth() - MARGIN);
    }

    private Node nothing() {
        return new EmptyState(
                "flow-empty",
                Feather.GIT_PULL_REQUEST,
                texts.get("flow.empty.headline"),
                texts.get("flow.empty.sentence"),
                Buttons.primary("leads-on", texts.get("flow.empty.action"), () -> navigator.go("import")));
    }
}
