package org.winnow.ui.prisma;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.prisma.Template;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.prisma.FlowModel.Flow;

/** The diagram as it will be printed, what does not add up beneath the header, and the export. */
final class FlowView extends BorderPane {
    private static final List<String> FORMATS = List.of("pdf", "svg", "png", "csv", "json");
    private static final double MARGIN = 64;

    private final FlowModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final FlowDrawing drawing = new FlowDrawing();
    private final ScrollPane scroll = new ScrollPane();
    private final VBox warnings = new VBox(4);
    private final ToggleButton databases;
    private final ToggleButton all;

    FlowView(FlowModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        this.databases = template("template-databases", Template.NEW_DATABASES);
        this.all = template("template-all", Template.NEW_ALL);
        getStyleClass().add("screen");
        setId("flow");
        SegmentedButton templates = new SegmentedButton(databases, all);
        warnings.setId("flow-warnings");
        warnings.getStyleClass().add("flow-warnings");
        ScrollPane warningScroll = new ScrollPane(warnings);
        warningScroll.setFitToWidth(true);
        warningScroll.setMaxHeight(120);
        warningScroll.getStyleClass().add("record-page");
        warningScroll.managedProperty().bind(warnings.managedProperty());
        warningScroll.visibleProperty().bind(warnings.managedProperty());
        setTop(new VBox(
                Labels.header(
                        texts.get("flow.title"), Labels.muted(texts.get("flow.explanation")), templates, export()),
                warningScroll));
        StackPane desk = new StackPane(drawing);
        desk.setAlignment(Pos.TOP_CENTER);
        desk.getStyleClass().add("flow-desk");
        scroll.setContent(desk);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("flow-scroll");
        scroll.viewportBoundsProperty().subscribe(b -> drawing.fit(b.getWidth() - MARGIN));
        model.flowProperty().subscribe(flow -> {
            if (flow != null) {
                show(flow);
            }
        });
    }

    private ToggleButton template(String id, Template template) {
        ToggleButton button = Buttons.toggle(id, texts.get("flow.template." + template.key()));
        button.setOnAction(e -> {
            button.setSelected(true);
            model.chosenProperty().set(template);
        });
        return button;
    }

    private MenuButton export() {
        MenuButton menu = new MenuButton(texts.get("flow.export"), new FontIcon(Feather.SHARE));
        menu.setId("export-flow");
        menu.getStyleClass().add("accent");
        for (String format : FORMATS) {
            MenuItem item = new MenuItem(texts.get("flow.format." + format));
            item.setId("export-" + format);
            item.setOnAction(e -> dialogs.chooseTarget(
                            texts.get("flow.export"),
                            "prisma-2020-flow." + format,
                            new Dialogs.FileKind(format.toUpperCase(Locale.ROOT), List.of(format)))
                    .ifPresent(model::export));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void show(Flow flow) {
        databases.setSelected(flow.template() == Template.NEW_DATABASES);
        all.setSelected(flow.template() == Template.NEW_ALL);
        boolean empty = flow.counts().boxes().values().stream().allMatch(n -> n == 0);
        warnings.getChildren().clear();
        warnings.setManaged(!empty && !flow.warnings().isEmpty());
        warnings.setVisible(warnings.isManaged());
        if (empty) {
            setCenter(nothing());
            return;
        }
        flow.warnings().forEach(w -> {
            var line = Labels.wrapped(w, "warning-line");
            line.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            warnings.getChildren().add(line);
        });
        drawing.show(flow.diagram());
        drawing.fit(scroll.getViewportBounds().getWidth() - MARGIN);
        setCenter(scroll);
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
