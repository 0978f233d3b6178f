package org.winnow.ui.dedup;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.dedup.DuplicatesModel.Entry;
import org.winnow.ui.dedup.DuplicatesModel.Numbers;
import org.winnow.ui.dedup.DuplicatesModel.Sides;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Focus;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WindowKeys;

/** One list of doubtful pairs and merged records, and the chosen two side by side with the answers below. */
final class DuplicatesView extends BorderPane {
    private final DuplicatesModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final ListView<Entry> list = new ListView<>();
    private final SideBySide sides;
    private final Label why = Labels.wrapped("", "muted");
    private final StackPane body = new StackPane();
    private final BorderPane detail = new BorderPane();
    private final SplitPane split = new SplitPane();
    private final Label numbers = Labels.muted("");

    DuplicatesView(DuplicatesModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.sides = new SideBySide(texts);
        getStyleClass().add("screen");
        setId("duplicates");
        setTop(Labels.header(
                texts.get("duplicates.title"),
                numbers,
                Buttons.primary("find-duplicates", texts.get("duplicates.find"), model::find)));
        setCenter(body);
        split.getItems().addAll(list(), detail());
        split.setDividerPositions(0.34);
        SplitPane.setResizableWithParent(list, false);
        bind();
        new WindowKeys(this, this::command);
    }

    private Node list() {
        list.setId("duplicate-list");
        list.setItems(model.entries());
        list.setFixedCellSize(62);
        list.getStyleClass().add("record-list");
        list.setMinWidth(240);
        list.setAccessibleText(texts.get("duplicates.list"));
        list.setCellFactory(v -> new EntryCell(texts));
        return list;
    }

    private Node detail() {
        VBox page = new VBox(14, why, sides);
        page.getStyleClass().add("record-card");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("record-page");
        detail.setCenter(scroll);
        return detail;
    }

    private HBox answers(Entry entry) {
        HBox bar = new HBox(8);
        bar.getStyleClass().add("verdict-bar");
        if (entry.doubtful()) {
            Button same = button("same", "S", () -> model.same(entry));
            same.getStyleClass().add("success");
            bar.getChildren().addAll(same, button("different", "D", () -> model.different(entry)));
        } else {
            bar.getChildren()
                    .addAll(
                            button("separate", "D", () -> model.different(entry)),
                            button("swap", "K", () -> model.swap(entry)));
        }
        bar.getChildren().add(button("later", "L", this::later));
        return bar;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = Buttons.plain(id, texts.get("duplicates." + id), action);
        button.setGraphic(Labels.key(key));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setGraphicTextGap(8);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void later() {
        list.getSelectionModel().selectNext();
    }

    private @Nullable Runnable command(KeyCode key) {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry == null) {
            return null;
        }
        return switch (key) {
            case S -> entry.doubtful() ? () -> model.same(entry) : null;
            case D -> () -> model.different(entry);
            case K -> () -> model.swap(entry);
            case L -> this::later;
            default -> null;
        };
    }

    /** The arrows move in the list from the start. */
    void takeFocus() {
        Focus.give(list);
    }

    private void bind() {
        list.getSelectionModel().selectedItemProperty().subscribe(model::choose);
        model.entries().addListener((ListChangeListener<Entry>) c -> {
            int at = Math.max(0, list.getSelectionModel().getSelectedIndex());
            if (!model.entries().isEmpty()) {
                list.getSelectionModel()
                        .clearAndSelect(Math.min(at, model.entries().size() - 1));
            }
        });
        model.sidesProperty().subscribe(this::show);
        model.numbersProperty().subscribe(now -> {
            numbers.setText(texts.get("duplicates.numbers", now.records(), now.merged(), now.doubtful()));
            arrange(now);
        });
    }

    private void show(@Nullable Sides now) {
        if (now == null) {
            detail.setVisible(false);
            return;
        }
        detail.setVisible(true);
        Entry entry = now.entry();
        why.setText(texts.get(
                entry.doubtful()
                        ? "duplicates.why.doubtful"
                        : entry.automatic() ? "duplicates.why.automatic" : "duplicates.why.person",
                entry.why()));
        sides.show(now);
        detail.setBottom(answers(entry));
    }

    private void arrange(Numbers now) {
        if (now.records() == 0) {
            body.getChildren().setAll(empty("duplicates.empty.records", Feather.INBOX, "import"));
        } else if (now.doubtful() + now.merged() == 0) {
            body.getChildren()
                    .setAll(new EmptyState(
                            "duplicates-empty",
                            Feather.COPY,
                            texts.get("duplicates.empty.none.headline"),
                            texts.get("duplicates.empty.none.sentence"),
                            Buttons.primary("find-now", texts.get("duplicates.find"), model::find),
                            Buttons.plain(
                                    "to-screening",
                                    texts.get("duplicates.toScreening"),
                                    () -> navigator.go("title-abstract"))));
        } else {
            body.getChildren().setAll(split);
        }
    }

    private EmptyState empty(String key, Feather icon, String leadsTo) {
        return new EmptyState(
                "duplicates-empty",
                icon,
                texts.get(key + ".headline"),
                texts.get(key + ".sentence"),
                Buttons.primary("leads-on", texts.get(key + ".action"), () -> navigator.go(leadsTo)));
    }

    /** Title, and whether it is doubtful or merged. */
    private static final class EntryCell extends ListCell<Entry> {
        private final Texts texts;
        private final Label title = new Label();
        private final Label state = Labels.pill("", "none");
        private final HBox line;

        EntryCell(Texts texts) {
            this.texts = texts;
            title.setWrapText(true);
            title.setMaxHeight(40);
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            state.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(8, title, state);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            title.setText(entry.title());
            state.getStyleClass().remove("maybe");
            if (entry.doubtful()) {
                state.getStyleClass().add("maybe");
            }
            state.setText(texts.get(entry.doubtful() ? "duplicates.doubtful" : "duplicates.merged"));
            setGraphic(line);
        }
    }
}
