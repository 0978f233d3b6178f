package org.winnow.ui.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.table.NameOrder;
import org.winnow.formats.table.TableField;
import org.winnow.formats.table.TableLayout;
import org.winnow.formats.table.TableMapping;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** What the columns of a table hold: guessed, shown with what stands in them, and changed here. */
final class ColumnsTab extends ScrollPane {
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 80;

    private final PendingFile file;
    private final ImportModel model;
    private final Texts texts;
    private final Label explanation = Labels.wrapped("", "muted");
    private final ChoiceBox<String> sheet = new ChoiceBox<>();
    private final GridPane grid = new GridPane(12, 8);
    private final List<ChoiceBox<TableField>> boxes = new ArrayList<>();
    private final ChoiceBox<NameOrder> order;
    private final ChoiceBox<String> separator;
    private List<String> header = List.of();
    private boolean showing;

    ColumnsTab(PendingFile file, ImportModel model, Texts texts) {
        this.file = file;
        this.model = model;
        this.texts = texts;
        this.order = Choices.of(
                "name-order",
                List.of(NameOrder.values()),
                o -> o == null ? "" : texts.get("columns.order." + o.name().toLowerCase(java.util.Locale.ROOT)));
        this.separator = Choices.of("author-separator", List.of("", ";", ",", "|", " and "), this::separatorWords);
        order.valueProperty().subscribe(now -> authors());
        separator.valueProperty().subscribe(now -> authors());
        columns();
        Label sheetName = new Label(texts.get("columns.sheet"));
        sheetName.setLabelFor(sheet);
        sheet.setId("sheet");
        sheet.setAccessibleText(texts.get("columns.sheet"));
        sheet.valueProperty().subscribe(this::choose);
        HBox sheetLine = new HBox(12, sheetName, sheet);
        sheetLine.setAlignment(Pos.CENTER_LEFT);
        sheetLine.visibleProperty().bind(Bindings.size(sheet.getItems()).greaterThan(1));
        sheetLine.managedProperty().bind(sheetLine.visibleProperty());
        Form names =
                new Form().field(texts.get("columns.separator"), separator).field(texts.get("columns.order"), order);
        VBox page = new VBox(12, sheetLine, explanation, grid, names);
        page.getStyleClass().add("detail-page");
        setContent(page);
        setFitToWidth(true);
        getStyleClass().add("record-page");
        file.layoutProperty().subscribe(this::show);
    }

    private void columns() {
        ColumnConstraints name = new ColumnConstraints();
        name.setPercentWidth(26);
        ColumnConstraints field = new ColumnConstraints();
        field.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints example = new ColumnConstraints();
        example.setHgrow(Priority.ALWAYS);
        example.setMinWidth(0);
        for (ColumnConstraints c : List.of(name, field, example)) {
            grid.getColumnConstraints().add(c);
        }
    }

    private String separatorWords(@Nullable String sign) {
        return sign == null || sign.isEmpty() ? texts.get("columns.separator.auto") : sign.strip();
    }

    private void show(@Nullable TableLayout layout) {
        if (layout == null) {
            return;
        }
        showing = true;
        TableMapping mapping = layout.mapping();
        if (!sheet.getItems().equals(layout.sheets())) {
            sheet.getItems().setAll(layout.sheets());
        }
        sheet.setValue(layout.sheets().isEmpty() ? null : mapping.sheet());
        explanation.setText(
                layout.known() || mapping.telling() ? texts.get("columns.explanation") : texts.get("columns.unknown"));
        if (!header.equals(mapping.header())) {
            header = mapping.header();
            rows(layout);
        }
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).setValue(mapping.columns().get(i).field());
        }
        order.setValue(mapping.nameOrder());
        separator.setValue(mapping.authorSeparator());
        showing = false;
    }

    private void rows(TableLayout layout) {
        grid.getChildren().clear();
        boxes.clear();
        for (int i = 0; i < header.size(); i++) {
            int place = i;
            Label name = Labels.wrapped(header.get(i));
            ChoiceBox<TableField> box = Choices.of(
                    "column-" + (i + 1),
                    List.of(TableField.values()),
                    f -> f == null ? "" : texts.get("column." + f.key()));
            box.setAccessibleText(texts.get("columns.of", header.get(i)));
            box.setPrefWidth(160);
            name.setLabelFor(box);
            box.valueProperty().subscribe(field -> changed(place, field));
            boxes.add(box);
            Label example = Labels.muted(examples(layout, i));
            example.getStyleClass().add("hint");
            example.setMinWidth(0);
            example.setTooltip(new Tooltip(example.getText()));
            grid.addRow(i, name, box, example);
        }
    }

    private static String examples(TableLayout layout, int column) {
        return layout.sample().stream()
                .filter(row -> column < row.size() && !row.get(column).isBlank())
                .map(row -> row.get(column).strip().replaceAll("\\s+", " "))
                .map(cell -> cell.length() <= LONGEST_EXAMPLE ? cell : cell.substring(0, LONGEST_EXAMPLE) + "…")
                .distinct()
                .limit(EXAMPLES)
                .collect(Collectors.joining("  ·  "));
    }

    private void changed(int place, @Nullable TableField field) {
        TableLayout layout = file.layoutProperty().get();
        if (!showing && layout != null && field != null) {
            model.map(file, layout.mapping().with(place, field));
        }
    }

    private void choose(@Nullable String name) {
        TableLayout layout = file.layoutProperty().get();
        if (!showing
                && layout != null
                && name != null
                && !name.equals(layout.mapping().sheet())) {
            TableMapping guessed = TableMapping.ofSheet(name, TableMapping.NO_HEADER, List.of());
            model.read(file, file.optionsProperty().get().withTable(guessed));
        }
    }

    private void authors() {
        TableLayout layout = file.layoutProperty().get();
        if (!showing && layout != null && order.getValue() != null && separator.getValue() != null) {
            model.map(file, layout.mapping().withAuthors(separator.getValue(), order.getValue()));
        }
    }
}
