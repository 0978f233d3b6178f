package org.winnow.ui.team;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
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
import org.winnow.ui.kit.WindowKeys;
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
    private final DiscussionPane discussion;
    private final SplitPane split = new SplitPane();
    private final BorderPane detail = new BorderPane();

    ConflictsPane(TeamModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.discussion = new DiscussionPane(model, texts);
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
        new WindowKeys(this, this::command);
    }

    /** What a key does while conflicts are in front. */
    private @Nullable Runnable command(KeyCode code) {
        return switch (code) {
            case J, RIGHT -> () -> go(1);
            case K, LEFT -> () -> go(-1);
            case I -> () -> settle(Verdict.INCLUDE);
            case M -> () -> settle(Verdict.MAYBE);
            case E -> () -> settle(Verdict.EXCLUDE);
            case N -> note::requestFocus;
            case D -> discussion::answer;
            default -> code.isDigitKey() ? () -> excludeFor(code.getChar().charAt(0) - '1') : null;
        };
    }

    private void go(int by) {
        int place = list.getSelectionModel().getSelectedIndex() + by;
        if (place >= 0 && place < list.getItems().size()) {
            list.getSelectionModel().select(place);
            list.scrollTo(place);
        }
    }

    /** Settles the conflict with the reason of that place in the list. */
    private void excludeFor(int place) {
        if (place >= 0 && place < reason.getItems().size()) {
            reason.setValue(reason.getItems().get(place));
            settle(Verdict.EXCLUDE);
        }
    }

    /** Whether what is shown is the conflict that is chosen in the list: keys may be faster than its reading. */
    private boolean isInFront() {
        Conflict shown = model.chosenProperty().get();
        Entry chosen = list.getSelectionModel().getSelectedItem();
        return getCenter() == split
                && shown != null
                && chosen != null
                && shown.id().equals(chosen.record());
    }

    private void settle(Verdict verdict) {
        if (!model.maySettleProperty().get() || !isInFront()) {
            return;
        }
        if (verdict == Verdict.EXCLUDE && stage.getValue() == Stage.FULL_TEXT && reason.getValue() == null) {
            reason.requestFocus();
            reason.show();
            return;
        }
        model.settle(verdict, verdict == Verdict.EXCLUDE ? reason.getValue() : null, note.getText());
        note.clear();
        reason.setValue(null);
    }

    private HBox stages() {
        stage.setId("conflict-stage");
        stage.setAccessibleText(texts.get("team.stage"));
        stage.getItems().setAll(Stage.values());
        stage.setConverter(words(this::name));
        stage.valueProperty().bindBidirectional(model.stageProperty());
        Label keys = Labels.muted(texts.get("team.keys"));
        keys.getStyleClass().add("hint");
        keys.setMinWidth(0);
        HBox bar = new HBox(12, stage, keys);
        bar.setAlignment(Pos.CENTER_LEFT);
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
        VBox page = new VBox(12, title, source, voices, discussion, abstractText);
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
        note.setTooltip(new Tooltip(texts.get("team.note.tip")));
        reason.setId("conflict-reason");
        reason.setAccessibleText(texts.get("team.reason"));
        reason.setPromptText(texts.get("team.reason"));
        reason.setTooltip(new Tooltip(texts.get("team.reason.tip")));
        reason.setConverter(words(Criterion::label));
        reason.setPrefWidth(220);
        FlowPane buttons = new FlowPane(
                8,
                8,
                settle("conflict-include", Verdict.INCLUDE, KeyCode.I, "success"),
                settle("conflict-maybe", Verdict.MAYBE, KeyCode.M, ""),
                settle("conflict-exclude", Verdict.EXCLUDE, KeyCode.E, "danger"),
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

    private Button settle(String id, Verdict verdict, KeyCode key, String style) {
        Button button = Buttons.plain(id, texts.get("verdict." + verdict.key()), () -> settle(verdict));
        button.setGraphic(Labels.key(key.getName()));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setGraphicTextGap(8);
        Buttons.explain(button, texts.get("team.settle." + verdict.key()), new KeyCodeCombination(key));
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
        source.setText((conflict.record().journal() + (year == null ? "" : " " + year)).strip());
        source.setManaged(!source.getText().isEmpty());
        abstractText.setText(conflict.record().abstractText());
        voices.getChildren().setAll(conflict.voices().stream().map(this::card).toList());
    }

    private VBox card(Voice voice) {
        String said = texts.get("verdict." + voice.verdict().key());
        Label verdict = Labels.pill(said, voice.verdict().key());
        Label who = Labels.heading(voice.reviewer());
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        // Side by side where there is room, else one below the other.
        FlowPane head = new FlowPane(8, 4, who, verdict);
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
