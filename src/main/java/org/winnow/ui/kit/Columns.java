package org.winnow.ui.kit;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;

/** Columns of tables whose rows are plain values. */
public final class Columns {
    private Columns() {}

    /** @param width preferred, in pixels */
    public static <R> TableColumn<R, String> text(String title, double width, Function<R, String> value) {
        TableColumn<R, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    /** Numbers, set flush right. */
    public static <R> TableColumn<R, Number> number(String title, double width, ToLongFunction<R> value) {
        TableColumn<R, Number> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.applyAsLong(row.getValue())));
        return column;
    }
}
