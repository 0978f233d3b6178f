package org.winnow.ui.retrieval;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.fulltext.Snowballing.Cited;
import org.winnow.fulltext.Snowballing.Found;
import org.winnow.model.BibRecord;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** What included reports cite, each work with a box: those that are ticked come in as records. */
final class CitedView extends BorderPane {
    private final CitedModel model;
    private final Texts texts;
    private final ListView<Cited> list = new ListView<>();
    private final Label summary = Labels.wrapped("", "muted");
    private final Button take;
    private final Node nothing;
    private final Node nothingNew;
    private final VBox head;
    private final FlowPane actions;

    CitedView(CitedModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        setId("cited");
        take = Buttons.primary(
                "cited-take", "", () -> model.take(count -> dialogs.notice(texts.get("cited.taken", count))));
        nothing = new EmptyState(
                "cited-empty",
                Feather.CORNER_LEFT_DOWN,
                texts.get("cited.none.headline"),
                texts.get("cited.none.sentence"),
                Buttons.primary("cited-find", texts.get("cited.find"), model::find));
        nothingNew = new EmptyState(
                "cited-all-in",
                Feather.CHECK_CIRCLE,
                texts.get("cited.allIn.headline"),
                texts.get("cited.allIn.sentence"),
                Buttons.plain("cited-look", texts.get("cited.find"), model::find));
        actions = new FlowPane(
                8,
                8,
                take,
                Buttons.plain("cited-all", texts.get("cited.all"), model::chooseAll),
                Buttons.plain("cited-again", texts.get("cited.find"), model::find));
        actions.getStyleClass().add("verdict-bar");
        head = new VBox(summary);
        head.getStyleClass().add("screen-filter");
        summary.setId("cited-summary");
        list();
        model.foundProperty().subscribe(this::show);
        model.chosen().addListener((Observable o) -> chosen());
        chosen();
    }

    private void list() {
        list.setId("cited-works");
        list.getStyleClass().add("screen-list");
        list.setAccessibleText(texts.get("cited.list"));
        list.setCellFactory(view -> new Cell());
        list.setOnKeyPressed(e -> {
            Cited work = list.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.SPACE && work != null) {
                toggle(work);
                e.consume();
            }
        });
    }

    private void toggle(Cited work) {
        if (!model.chosen().remove(work)) {
            model.chosen().add(work);
        }
    }

    private void chosen() {
        take.setText(texts.get("cited.take", model.chosen().size()));
        take.setDisable(model.chosen().isEmpty());
        list.refresh();
    }

    private void show(Found found) {
        list.getItems().setAll(found.works());
        List<String> lines = new ArrayList<>();
        if (found.references() > 0) {
            lines.add(texts.get(
                    "cited.found",
                    found.references(),
                    found.reports(),
                    found.unread().size()));
        }
        if (!found.trouble().isEmpty()) {
            lines.add(texts.get("cited.trouble") + " " + String.join(" ", found.trouble()));
        }
        summary.setText(String.join("\n", lines));
        boolean none = found.works().isEmpty();
        setTop(lines.isEmpty() ? null : head);
        setCenter(none ? found.references() > 0 ? nothingNew : nothing : list);
        setBottom(none ? null : actions);
    }

    private final class Cell extends ListCell<Cited> {
        private final CheckBox box = new CheckBox();
        private final Label title = new Label();
        private final Label detail = Labels.muted("");
        private final Label known = Labels.pill("", "none");
        private final HBox line;

        Cell() {
            title.getStyleClass().add("row-title");
            VBox words = new VBox(2, title, detail);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            known.setMinWidth(USE_PREF_SIZE);
            line = new HBox(10, box, words, known);
            box.setFocusTraversable(false);
            box.setOnAction(e -> toggle(getItem()));
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Cited work, boolean empty) {
            super.updateItem(work, empty);
            if (empty || work == null) {
                setGraphic(null);
                return;
            }
            box.setSelected(model.chosen().contains(work));
            title.setText(work.work().title());
            detail.setText(detail(work));
            known.setVisible(work.known() != null);
            known.setManaged(known.isVisible());
            known.setText(work.known() == null ? "" : texts.get("cited.known", String.valueOf(work.known())));
            setAccessibleText(title.getText() + ". " + detail.getText() + ". " + known.getText());
            setGraphic(line);
        }

        private String detail(Cited work) {
            BibRecord record = work.work();
            List<String> parts = new ArrayList<>();
            if (!record.authors().isEmpty()) {
                parts.add(record.authors().get(0).family() + (record.authors().size() > 1 ? " et al." : ""));
            }
            if (record.year() != null) {
                parts.add(String.valueOf(record.year()));
            }
            parts.add(texts.get("cited.by", work.citedBy().size()));
            return String.join(" \u00B7 ", parts);
        }
    }
}
