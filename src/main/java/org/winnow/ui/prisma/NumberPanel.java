package org.winnow.ui.prisma;

import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Stage;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WrappedCell;
import org.winnow.ui.prisma.FlowModel.Asked;
import org.winnow.ui.prisma.FlowModel.Entry;

/** Beside the diagram: the records behind one number, and the number that a person puts in its place. */
final class NumberPanel extends VBox {
    private static final double WIDTH = 320;

    private final FlowModel model;
    private final Texts texts;
    private final RecordDoor door;
    private final Label headline = Labels.wrapped("", "heading");
    private final Label total = Labels.muted("");
    private final ListView<Entry> records = new ListView<>();
    private final TextField number = new TextField();
    private final TextField note = new TextField();
    private final Form form = new Form();
    private final Button again;
    private Stage stage = Stage.TITLE_ABSTRACT;

    NumberPanel(FlowModel model, Texts texts, RecordDoor door) {
        super(10);
        this.model = model;
        this.texts = texts;
        this.door = door;
        setId("number-panel");
        getStyleClass().addAll("card", "number-panel");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        HBox.setHgrow(headline, Priority.ALWAYS);
        headline.setMaxWidth(Double.MAX_VALUE);
        Region space = new Region();
        HBox top = new HBox(
                8,
                headline,
                space,
                Buttons.icon("close-number", texts.get("flow.number.close"), Feather.X, null, model::forget));
        records.setId("number-records");
        records.getStyleClass().add("record-list");
        records.setAccessibleText(texts.get("flow.number.records"));
        records.setCellFactory(list -> cell());
        records.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                open(records.getSelectionModel().getSelectedItem());
                e.consume();
            }
        });
        VBox.setVgrow(records, Priority.ALWAYS);
        number.setId("number-value");
        note.setId("number-note");
        form.field(texts.get("flow.number.value"), number)
                .checked(number, n -> n.matches("\\d{1,12}") ? "" : texts.get("flow.number.whole"))
                .field(texts.get("flow.number.note"), note);
        again = Buttons.plain("number-again", texts.get("flow.number.again"), this::countAgain);
        Button put = Buttons.plain("number-put", texts.get("flow.number.put"), this::put);
        getChildren()
                .addAll(
                        top,
                        total,
                        records,
                        Labels.wrapped(texts.get("flow.number.explanation"), "muted", "hint"),
                        form,
                        new HBox(8, put, again));
        model.askedProperty().subscribe(this::show);
    }

    private ListCell<Entry> cell() {
        ListCell<Entry> cell = new WrappedCell<>() {
            @Override
            protected void updateItem(@Nullable Entry entry, boolean empty) {
                super.updateItem(entry, empty);
                setGraphic(entry == null || empty ? null : Labels.wrapped(entry.title()));
                setAccessibleText(entry == null || empty ? "" : entry.title());
            }
        };
        cell.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                open(cell.getItem());
            }
        });
        return cell;
    }

    private void open(@Nullable Entry entry) {
        if (entry != null) {
            door.open(stage, entry.id());
        }
    }

    private void show(@Nullable Asked asked) {
        setVisible(asked != null);
        setManaged(asked != null);
        if (asked == null) {
            return;
        }
        boolean read = asked.number().matches("(dbr|other|new|total|previous)_.*");
        stage = read ? Stage.FULL_TEXT : Stage.TITLE_ABSTRACT;
        headline.setText(asked.words().substring(0, 1).toUpperCase(texts.locale())
                + asked.words().substring(1));
        total.setText(
                asked.records().size() < asked.total()
                        ? texts.get("flow.number.first", asked.records().size(), asked.total())
                        : texts.get("flow.number.total", asked.total()));
        records.getItems().setAll(asked.records());
        number.setText(asked.byHand() == null ? "" : asked.byHand().value());
        note.setText(asked.byHand() == null ? "" : asked.byHand().note());
        again.setVisible(asked.byHand() != null);
    }

    private void put() {
        Asked asked = model.askedProperty().get();
        if (asked != null && form.checks().pass()) {
            model.override(asked.number(), Long.valueOf(number.getText().strip()), note.getText());
        }
    }

    private void countAgain() {
        model.override(Objects.requireNonNull(model.askedProperty().get()).number(), null, "");
    }
}
