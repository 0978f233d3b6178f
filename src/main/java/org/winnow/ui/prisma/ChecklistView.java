package org.winnow.ui.prisma;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.prisma.Checklist;
import org.winnow.prisma.ChecklistExport;
import org.winnow.prisma.FilledChecklist;
import org.winnow.prisma.FilledChecklist.Line;
import org.winnow.prisma.FilledChecklist.Status;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Choices;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WrappedCell;

/** The items of a checklist on the left, the answer to one of them on the right. */
final class ChecklistView extends BorderPane {
    private static final double LIST = 330;

    private final ChecklistModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final ListView<Line> items = new ListView<>();
    private final CheckBox missingOnly = new CheckBox();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label answered = Labels.muted("");
    private final AnswerPane answer;

    ChecklistView(ChecklistModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.answer = new AnswerPane(model, texts);
        getStyleClass().add("screen");
        setId("checklist");
        setTop(Labels.header(
                texts.get("checklist.title"),
                Labels.muted(texts.get("checklist.explanation")),
                kinds(),
                Buttons.plain("read-manuscript", texts.get("checklist.manuscript"), this::manuscript),
                export()));
        setLeft(list());
        setCenter(answer);
        model.filledProperty().subscribe(this::show);
    }

    private ChoiceBox<String> kinds() {
        ChoiceBox<String> kinds = new ChoiceBox<>();
        kinds.setId("checklist-kind");
        kinds.setAccessibleText(texts.get("checklist.kind"));
        kinds.getItems().setAll(Checklist.KINDS);
        kinds.setConverter(
                Choices.words(kind -> Checklist.of(kind).orElseThrow().title()));
        kinds.setPrefWidth(200);
        kinds.valueProperty().bindBidirectional(model.kindProperty());
        return kinds;
    }

    private void manuscript() {
        dialogs.chooseFile(
                        texts.get("checklist.manuscript"),
                        new Dialogs.FileKind(texts.get("checklist.manuscript.kind"), List.of("docx", "pdf")))
                .ifPresent(model::read);
    }

    private MenuButton export() {
        MenuButton menu = new MenuButton(texts.get("flow.export"), new FontIcon(Feather.SHARE));
        menu.setId("export-checklist");
        menu.getStyleClass().add("accent");
        for (String format : ChecklistExport.FORMATS) {
            MenuItem item = new MenuItem(format.toUpperCase(Locale.ROOT));
            item.setId("checklist-" + format);
            item.setOnAction(e -> dialogs.chooseTarget(
                            texts.get("flow.export"),
                            model.kindProperty().get() + "." + format,
                            new Dialogs.FileKind(format.toUpperCase(Locale.ROOT), List.of(format)))
                    .ifPresent(model::export));
            menu.getItems().add(item);
        }
        MenuItem fill = new MenuItem(texts.get("checklist.fill"));
        fill.setId("checklist-fill");
        fill.setOnAction(e -> fill());
        menu.getItems().addAll(new SeparatorMenuItem(), fill);
        return menu;
    }

    private void fill() {
        Dialogs.FileKind kinds = new Dialogs.FileKind(texts.get("checklist.form"), List.of("docx", "xlsx", "csv"));
        dialogs.chooseFile(texts.get("checklist.fill"), kinds).ifPresent(form -> {
            String name = String.valueOf(form.getFileName());
            String ending = name.substring(name.lastIndexOf('.') + 1);
            dialogs.chooseTarget(
                            texts.get("flow.export"),
                            model.kindProperty().get() + "-filled." + ending,
                            new Dialogs.FileKind(ending.toUpperCase(Locale.ROOT), List.of(ending)))
                    .ifPresent(target -> model.fill(form, target));
        });
    }

    private VBox list() {
        missingOnly.setText(texts.get("checklist.missing-only"));
        missingOnly.setId("missing-only");
        missingOnly
                .selectedProperty()
                .subscribe((was, is) -> show(model.filledProperty().get()));
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(texts.get("checklist.progress"));
        items.setId("checklist-items");
        items.setAccessibleText(texts.get("checklist.title"));
        items.getStyleClass().add("record-list");
        items.setCellFactory(view -> new ItemCell());
        items.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                answer.show(line);
            }
        });
        VBox.setVgrow(items, Priority.ALWAYS);
        VBox side = new VBox(new VBox(6, answered, progress, missingOnly), items);
        side.getChildren().getFirst().getStyleClass().add("progress-line");
        side.getStyleClass().add("side");
        side.setMinWidth(LIST);
        side.setPrefWidth(LIST);
        side.setMaxWidth(LIST);
        return side;
    }

    private void show(@Nullable FilledChecklist filled) {
        if (filled == null) {
            return;
        }
        Line before = items.getSelectionModel().getSelectedItem();
        List<Line> shown = filled.lines().stream()
                .filter(l -> !missingOnly.isSelected() || l.status() == Status.MISSING || l.status() == Status.DRAFTED)
                .toList();
        items.getItems().setAll(shown);
        answered.setText(texts.get(
                "checklist.answered", filled.answered(), filled.lines().size()));
        progress.setProgress((double) filled.answered() / filled.lines().size());
        int again = 0;
        for (int i = 0; i < shown.size(); i++) {
            if (before != null && shown.get(i).item().equals(before.item())) {
                again = i;
            }
        }
        answer.about(filled.list());
        if (!shown.isEmpty()) {
            items.getSelectionModel().select(again);
        }
    }

    /** An item's number, topic and status. */
    private final class ItemCell extends WrappedCell<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            Label topic = Labels.wrapped(line.item().id() + "  " + line.item().topic());
            HBox.setHgrow(topic, Priority.ALWAYS);
            topic.setMaxWidth(Double.MAX_VALUE);
            Label status =
                    Labels.pill(texts.get("checklist.status." + line.status().key()), style(line.status()));
            status.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(8, topic, status);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
            setAccessibleText(topic.getText() + ", " + status.getText());
        }
    }

    private static String style(Status status) {
        return switch (status) {
            case REPORTED, NOT_APPLICABLE -> "include";
            case DRAFTED -> "conflict";
            case PARTLY -> "maybe";
            case MISSING -> "open";
        };
    }
}
