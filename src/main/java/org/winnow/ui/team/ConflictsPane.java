package org.winnow.ui.team;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Criterion;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.team.TeamModel.Conflict;
import org.winnow.ui.team.TeamModel.Entry;
import org.winnow.ui.team.TeamModel.Voice;

/** The records on which people disagree; what each said side by side, and how it is settled. */
final class ConflictsPane extends BorderPane {
    private static final double TWO_LINES = 54;

    private final TeamModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final ChoiceBox<Stage> stage = new ChoiceBox<>();
    private final ListView<Entry> list = new ListView<>();
    private final Label title = Labels.wrapped("", "heading");
    private final Label source = Labels.wrapped("", "muted");
    private final HBox voices = new HBox(12);
    private final Label abstractText = Labels.wrapped("");
    private final TextArea note = new TextArea();
    private final ComboBox<Criterion> reason = new ComboBox<>();
    private final SplitPane split = new SplitPane();
    private final BorderPane detail = new BorderPane();

    ConflictsPane(TeamModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        list.setId("conflict-list");
        list.setAccessibleText(texts.get("team.conflicts"));
        list.getStyleClass().add("record-list");
        list.setMinWidth(240);
        list.setFixedCellSize(TWO_LINES);
        list.setCellFactory(v -> new TitleCell(list));
        list.getSelectionModel().selectedItemProperty().subscribe(model::choose);
        split.getItems().addAll(list, detail);
        split.setDividerPositions(0.32);
        SplitPane.setResizableWithParent(list, false);
        detail.setCenter(page());
        detail.setBottom(answers());
        setTop(stages());
        bind();
    }

    private HBox stages() {
        stage.setId("conflict-stage");
        stage.setAccessibleText(texts.get("team.stage"));
        stage.getItems().setAll(Stage.values());
        stage.setConverter(words(this::name));
        stage.valueProperty().bindBidirectional(model.stageProperty());
        HBox bar = new HBox(stage);
        bar.getStyleClass().add("screen-filter");
        return bar;
    }

    private String name(Stage s) {
        return s == Stage.FULL_TEXT ? texts.get("team.fullText") : texts.get("team.titleAbstract");
    }

    private static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list, never typed");
            }
        };
    }

    private ScrollPane page() {
        VBox page = new VBox(12, title, source, voices, new DiscussionPane(model, texts), abstractText);
        page.getStyleClass().add("record-card");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("record-page");
        return scroll;
    }

    private VBox answers() {
        note.setId("conflict-note");
        note.setPromptText(texts.get("team.note"));
        note.setAccessibleText(texts.get("team.note"));
        note.setPrefRowCount(1);
        note.setWrapText(true);
        reason.setId("conflict-reason");
        reason.setAccessibleText(texts.get("team.reason"));
        reason.setPromptText(texts.get("team.reason"));
        reason.setConverter(words(Criterion::label));
        reason.setPrefWidth(220);
        FlowPane buttons = new FlowPane(
                8,
                8,
                settle("conflict-include", Verdict.INCLUDE, "success"),
                settle("conflict-maybe", Verdict.MAYBE, ""),
                settle("conflict-exclude", Verdict.EXCLUDE, "danger"),
                reason);
        Label who = Labels.wrapped("", "muted");
        VBox bar = new VBox(8, who, note, buttons);
        model.maySettleProperty().subscribe(may -> {
            who.setText(texts.get(
                    may ? "team.settle" : "team.settle.not", model.reviewer().name()));
            buttons.setDisable(!may);
            note.setDisable(!may);
        });
        bar.getStyleClass().add("verdict-bar");
        return bar;
    }

    private Button settle(String id, Verdict verdict, String style) {
        Button button = Buttons.plain(id, texts.get("verdict." + verdict.key()), () -> {
            model.settle(verdict, reason.getValue(), note.getText());
            note.clear();
        });
        if (!style.isEmpty()) {
            button.getStyleClass().add(style);
        }
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void bind() {
        model.reasonsProperty().subscribe(all -> {
            Criterion kept = reason.getValue();
            reason.getItems().setAll(all);
            reason.setValue(kept != null && all.contains(kept) ? kept : null);
        });
        model.conflictsProperty().subscribe(this::show);
        model.chosenProperty().subscribe(this::show);
    }

    private void show(List<Entry> entries) {
        int place = Math.max(0, list.getSelectionModel().getSelectedIndex());
        list.getItems().setAll(entries);
        if (entries.isEmpty()) {
            model.choose(null);
            setCenter(new EmptyState(
                    "conflicts-empty",
                    Feather.USERS,
                    texts.get("team.none.headline"),
                    texts.get("team.none.sentence"),
                    Buttons.primary(
                            "conflicts-lead-on", texts.get("team.screen"), () -> navigator.go("title-abstract"))));
        } else {
            list.getSelectionModel().select(Math.min(place, entries.size() - 1));
            setCenter(split);
        }
    }

    private void show(@Nullable Conflict conflict) {
        if (conflict == null) {
            return;
        }
        title.setText(conflict.record().title());
        Integer year = conflict.record().year();
        source.setText(conflict.record().journal() + (year == null ? "" : " " + year));
        abstractText.setText(conflict.record().abstractText());
        voices.getChildren().setAll(conflict.voices().stream().map(this::card).toList());
    }

    private VBox card(Voice voice) {
        String said = texts.get("verdict." + voice.verdict().key());
        Label verdict = Labels.pill(said, voice.verdict().key());
        Label who = Labels.heading(voice.reviewer());
        HBox head = new HBox(8, who, verdict);
        VBox card = new VBox(6, head);
        if (!voice.reason().isEmpty()) {
            card.getChildren().add(Labels.wrapped(voice.reason()));
        }
        if (!voice.note().isEmpty()) {
            card.getChildren().add(Labels.wrapped(voice.note(), "muted"));
        }
        card.getStyleClass().add("card");
        card.setPrefWidth(240);
        card.setMinWidth(150);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setAccessibleText(voice.reviewer() + ": " + said);
        return card;
    }

    /** A title over as many lines as it takes. */
    private static final class TitleCell extends ListCell<Entry> {
        TitleCell(ListView<Entry> list) {
            setWrapText(true);
            // Room for the scroll bar: a cell as wide as the list would be scrolled sideways.
            prefWidthProperty().bind(list.widthProperty().subtract(20));
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(entry == null || empty ? null : entry.title());
        }
    }
}
