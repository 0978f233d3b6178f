package org.winnow.ui.retrieval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Retrieval;
import org.winnow.store.Retrievals.Said;
import org.winnow.store.Retrievals.Wanted;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Columns;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WindowKeys;

/** The reports that are to be had, what was said of each, and where to get them. */
final class RetrievalView extends BorderPane {
    private final RetrievalModel model;
    private final Texts texts;
    private final RetrievalForms forms;
    private final Navigator navigator;
    private final TableView<Wanted> table = new TableView<>();
    /** These have a column where any report has something in it. */
    private final TableColumn<Wanted, String> study;

    private final TableColumn<Wanted, String> asked;
    private final TableColumn<Wanted, String> why;
    private final ChoiceBox<@Nullable Retrieval> only = new ChoiceBox<>();
    private final TextField words = new TextField();
    private final FlowPane actions = new FlowPane(8, 8);
    private final Node filter;
    private final WindowKeys keys;

    RetrievalView(RetrievalModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.forms = new RetrievalForms(model, texts, dialogs);
        this.navigator = navigator;
        this.filter = filter();
        this.study = Columns.text(texts.get("retrieval.study.name"), 110, w -> String.join(" | ", w.studies()));
        this.asked =
                Columns.text(texts.get("retrieval.asked"), 110, w -> w.said().asked());
        this.why = Columns.text(texts.get("retrieval.why"), 190, w -> w.said().why());
        table();
        actions();
        model.allProperty().subscribe(this::show);
        model.shownProperty().subscribe(this::list);
        this.keys = new WindowKeys(this, this::command);
    }

    private Node filter() {
        only.setId("retrieval-only");
        only.setMinWidth(170);
        only.setAccessibleText(texts.get("retrieval.only"));
        only.getItems().add(null);
        only.getItems().addAll(Retrieval.values());
        only.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Retrieval state) {
                Map<Retrieval, Long> counts = model.countsProperty().get();
                long n = state == null ? model.allProperty().get().size() : counts.getOrDefault(state, 0L);
                return (state == null ? texts.get("retrieval.all") : name(state)) + " (" + n + ")";
            }

            @Override
            public Retrieval fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list, never typed");
            }
        });
        only.setValue(model.onlyProperty().get());
        only.valueProperty().subscribe(model.onlyProperty()::set);
        words.setId("retrieval-search");
        words.setPromptText(texts.get("retrieval.search"));
        words.setAccessibleText(texts.get("retrieval.search"));
        words.textProperty().bindBidirectional(model.wordsProperty());
        words.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                words.clear();
                table.requestFocus();
            }
        });
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox bar = new HBox(8, only, words);
        bar.getStyleClass().add("screen-filter");
        return bar;
    }

    private String name(Retrieval state) {
        return texts.get("retrieval.state." + state.key().toLowerCase(Locale.ROOT));
    }

    private void table() {
        table.setId("retrieval-table");
        table.setAccessibleText(texts.get("retrieval.title"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        TableColumn<Wanted, ?> state = Columns.text(
                texts.get("retrieval.state"), 130, w -> name(w.said().state()));
        TableColumn<Wanted, ?> files = Columns.number(texts.get("retrieval.files"), 74, Wanted::files);
        // What there is to read of these is known; the rest is for words.
        state.setMaxWidth(150);
        files.setMaxWidth(90);
        asked.setMaxWidth(120);
        table.getColumns().add(Columns.text(texts.get("retrieval.report"), 380, Wanted::title));
        table.getColumns().addAll(List.of(study, state, files, asked, why));
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Wanted>) c -> enable());
    }

    private void actions() {
        actions.getStyleClass().add("verdict-bar");
        actions.getChildren()
                .addAll(
                        button("retrieval-retrieved", "retrieval.state.retrieved", KeyCode.R),
                        button("retrieval-not-retrieved", "retrieval.notRetrieved", KeyCode.N),
                        button("retrieval-sought", "retrieval.state.sought", KeyCode.U),
                        button("retrieval-doi", "retrieval.doi", KeyCode.D),
                        button("retrieval-pubmed", "retrieval.pubmed", KeyCode.P),
                        button("retrieval-library", "retrieval.library", KeyCode.L),
                        button("retrieval-study", "retrieval.study", KeyCode.Y));
        enable();
    }

    private Button button(String id, String key, KeyCode code) {
        Button button = Buttons.plain(id, texts.get(key), () -> {
            Runnable run = command(code);
            if (run != null) {
                run.run();
            }
        });
        Buttons.explain(button, texts.get(key), new javafx.scene.input.KeyCodeCombination(code));
        return button;
    }

    private void enable() {
        int chosen = table.getSelectionModel().getSelectedItems().size();
        for (Node node : actions.getChildren()) {
            boolean link = List.of("retrieval-doi", "retrieval-pubmed", "retrieval-library")
                    .contains(node.getId());
            node.setDisable(chosen == 0 || link && chosen > 1);
        }
    }

    private void show(List<Wanted> all) {
        Retrieval kept = only.getValue();
        only.getItems()
                .setAll(new java.util.ArrayList<@Nullable Retrieval>(
                        java.util.Arrays.asList(null, Retrieval.SOUGHT, Retrieval.RETRIEVED, Retrieval.NOT_RETRIEVED)));
        only.setValue(kept);
        boolean none = all.isEmpty();
        study.setVisible(all.stream().anyMatch(w -> !w.studies().isEmpty()));
        asked.setVisible(all.stream().anyMatch(w -> !w.said().asked().isEmpty()));
        why.setVisible(all.stream().anyMatch(w -> !w.said().why().isEmpty()));
        setTop(none ? null : filter);
        setBottom(none ? null : actions);
        setCenter(
                none
                        ? new EmptyState(
                                "retrieval-empty",
                                Feather.FILE_TEXT,
                                texts.get("retrieval.none.headline"),
                                texts.get("retrieval.none.sentence"),
                                Buttons.primary(
                                        "retrieval-lead-on",
                                        texts.get("retrieval.none.screen"),
                                        () -> navigator.go("title-abstract")))
                        : table);
    }

    /** Whoever has gone through half of them goes on where they were. */
    private void list(List<Wanted> shown) {
        List<Long> chosen = table.getSelectionModel().getSelectedItems().stream()
                .map(w -> w.record().value())
                .toList();
        table.getItems().setAll(shown);
        for (int i = 0; i < shown.size(); i++) {
            if (chosen.contains(shown.get(i).record().value())) {
                table.getSelectionModel().select(i);
            }
        }
        if (chosen.isEmpty() && !shown.isEmpty()) {
            table.getSelectionModel().select(0);
        }
        enable();
    }

    private @Nullable Runnable command(KeyCode key) {
        List<Wanted> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        if (key == KeyCode.SLASH) {
            return words::requestFocus;
        }
        if (chosen.isEmpty()) {
            return null;
        }
        Wanted first = chosen.get(0);
        return switch (key) {
            case R -> () -> model.say(chosen, Said.of(Retrieval.RETRIEVED));
            case N -> asking(() -> forms.notRetrieved(chosen));
            case U -> asking(() -> forms.sought(chosen));
            case D -> () -> model.openDoi(first, () -> forms.noLink("retrieval.noDoi"));
            case P -> () -> model.openPubmed(first, () -> forms.noLink("retrieval.noPubmed"));
            case L -> asking(() -> forms.library(first));
            case Y -> asking(() -> forms.study(chosen));
            default -> null;
        };
    }

    /** A key that opens a dialog is let go there, where it is not heard. */
    private Runnable asking(Runnable question) {
        return () -> {
            question.run();
            keys.release();
        };
    }
}
