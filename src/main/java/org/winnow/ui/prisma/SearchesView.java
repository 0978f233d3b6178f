package org.winnow.ui.prisma;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.prisma.SearchRecord;
import org.winnow.prisma.SearchRecord.Field;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** The sources on the left, what PRISMA-S asks of the chosen one on the right. */
final class SearchesView extends BorderPane {
    private static final double LIST = 260;

    private final SearchesModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final ListView<SearchRecord> sources = new ListView<>();
    private final Label name = Labels.wrapped("", "heading");
    private final Label facts = Labels.wrapped("", "muted");
    private final Map<Field, TextInputControl> fields = new EnumMap<>(Field.class);
    private final BorderPane desk = new BorderPane();

    SearchesView(SearchesModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        getStyleClass().add("screen");
        setId("searches");
        setTop(Labels.header(texts.get("searches.title"), Labels.muted(texts.get("searches.explanation")), export()));
        sources.setId("searches-sources");
        sources.setAccessibleText(texts.get("searches.title"));
        sources.getStyleClass().addAll("record-list", "side");
        sources.setPrefWidth(LIST);
        sources.setCellFactory(list -> cell());
        sources.getSelectionModel().selectedItemProperty().subscribe(this::select);
        desk.setLeft(sources);
        desk.setCenter(form());
        model.searchesProperty().subscribe(this::show);
    }

    private ListCell<SearchRecord> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable SearchRecord search, boolean empty) {
                super.updateItem(search, empty);
                setText(search == null || empty ? null : search.source().name());
            }
        };
    }

    private ScrollPane form() {
        Form form = new Form();
        for (Field field : Field.values()) {
            TextInputControl input = field == Field.STRATEGY ? new TextArea() : new TextField();
            if (input instanceof TextArea area) {
                area.setWrapText(true);
            }
            String key = field.name().toLowerCase(Locale.ROOT).replace('_', '-');
            input.setId("search-" + key);
            fields.put(field, input);
            form.field(
                    texts.get("searches." + key),
                    input,
                    field == Field.STRATEGY ? texts.get("searches.strategy.hint") : "");
        }
        VBox page =
                new VBox(10, name, facts, form, Buttons.primary("search-keep", texts.get("searches.keep"), this::keep));
        page.getStyleClass().add("answer-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("record-page");
        return scroll;
    }

    private MenuButton export() {
        MenuButton menu = new MenuButton(texts.get("flow.export"), new FontIcon(Feather.SHARE));
        menu.setId("export-searches");
        menu.getStyleClass().add("accent");
        for (String format : List.of("docx", "md", "pdf")) {
            menu.getItems()
                    .add(item(
                            "appendix-" + format,
                            "searches.export.appendix",
                            "search-appendix." + format,
                            model::exportAppendix));
        }
        for (String format : List.of("docx", "md", "pdf")) {
            menu.getItems()
                    .add(item(
                            "methods-" + format,
                            "searches.export.methods",
                            "methods-and-results." + format,
                            model::exportMethods));
        }
        return menu;
    }

    private MenuItem item(String id, String key, String file, Consumer<Path> action) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        MenuItem item = new MenuItem(texts.get(key, ending.toUpperCase(Locale.ROOT)));
        item.setId(id);
        item.setOnAction(e -> dialogs.chooseTarget(
                        texts.get("flow.export"),
                        file,
                        new Dialogs.FileKind(ending.toUpperCase(Locale.ROOT), List.of(ending)))
                .ifPresent(action));
        return item;
    }

    private void show(List<SearchRecord> searches) {
        if (searches.isEmpty()) {
            setCenter(new EmptyState(
                    "searches-empty",
                    Feather.SEARCH,
                    texts.get("searches.empty.headline"),
                    texts.get("searches.empty.sentence"),
                    Buttons.primary("searches-lead-on", texts.get("flow.empty.action"), () -> navigator.go("import"))));
            return;
        }
        int chosen = Math.max(0, sources.getSelectionModel().getSelectedIndex());
        sources.getItems().setAll(searches);
        sources.getSelectionModel().select(Math.min(chosen, searches.size() - 1));
        setCenter(desk);
    }

    private void select(@Nullable SearchRecord search) {
        if (search == null) {
            return;
        }
        name.setText(search.source().name());
        facts.setText(texts.get(
                "searches.facts",
                search.records(),
                search.source().searchDate().isEmpty()
                        ? texts.get("searches.undated")
                        : search.source().searchDate()));
        fields.forEach((field, input) -> input.setText(
                field == Field.STRATEGY && search.said(field).isEmpty()
                        ? search.source().query()
                        : search.said(field)));
    }

    private void keep() {
        SearchRecord search = sources.getSelectionModel().getSelectedItem();
        if (search == null) {
            return;
        }
        Map<Field, String> words = new EnumMap<>(Field.class);
        fields.forEach((field, input) -> {
            boolean asImported = field == Field.STRATEGY
                    && search.said(field).isEmpty()
                    && input.getText().equals(search.source().query());
            if (!asImported) {
                words.put(field, input.getText());
            }
        });
        model.keep(search, words);
    }
}
