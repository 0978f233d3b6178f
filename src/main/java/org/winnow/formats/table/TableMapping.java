package org.winnow.formats.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.winnow.model.Sha256;

/**
 * How a table is laid out and what its columns hold. A value without behaviour of its own, so that it can be guessed,
 * shown, changed, kept as JSON (each component by its name) and given to the reading.
 *
 * @param sheet name of the sheet of a workbook, empty for text
 * @param delimiter what divides the cells of a text, one character; empty for a workbook
 * @param headerRow how many rows stand before the names of the columns; {@value #NO_HEADER} when no row names them
 * @param fieldsInRows whether each row holds one field of a record, its name in the first cell, as Embase also exports
 * @param columns every column, in order
 * @param authorSeparator what divides the names in a column of authors, empty to find out for each cell
 * @param nameOrder how names without a comma are read
 */
public record TableMapping(
        String sheet,
        String delimiter,
        int headerRow,
        boolean fieldsInRows,
        List<Column> columns,
        String authorSeparator,
        NameOrder nameOrder) {
    /** In place of {@link #headerRow} when the table begins with its first record. */
    public static final int NO_HEADER = -1;

    private static final int FINGERPRINT_DIGITS = 32;

    /**
     * One column.
     *
     * @param name as the header has it; {@code column 3} where there is none
     */
    public record Column(String name, TableField field) {}

    public TableMapping {
        columns = List.copyOf(columns);
    }

    /** The mapping of a text whose columns are known by their names alone. */
    public static TableMapping ofText(char delimiter, int headerRow, List<String> header) {
        return of("", String.valueOf(delimiter), headerRow, header);
    }

    /** The mapping of a sheet whose columns are known by their names alone. */
    public static TableMapping ofSheet(String sheet, int headerRow, List<String> header) {
        return of(sheet, "", headerRow, header);
    }

    private static TableMapping of(String sheet, String delimiter, int headerRow, List<String> header) {
        List<String> names = header.stream().map(Cells::plain).toList();
        return new TableMapping(sheet, delimiter, headerRow, false, NameGuess.columns(names), "", NameOrder.AS_WRITTEN);
    }

    /** The names of the columns. */
    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** Whether a row names the columns. */
    public boolean named() {
        return headerRow >= 0;
    }

    /** Whether any column holds something by which a record can be known: title, abstract, DOI or PubMed identifier. */
    public boolean telling() {
        return columns.stream().anyMatch(c -> c.field().tells());
    }

    /** Gives a column a field. A field that a record has once leaves the column that had it before. */
    public TableMapping with(int column, TableField field) {
        List<Column> changed = new ArrayList<>(columns);
        if (!field.several()) {
            changed.replaceAll(c -> c.field() == field ? new Column(c.name(), TableField.OTHER) : c);
        }
        changed.set(column, new Column(columns.get(column).name(), field));
        return withColumns(changed);
    }

    public TableMapping withColumns(List<Column> changed) {
        return new TableMapping(sheet, delimiter, headerRow, fieldsInRows, changed, authorSeparator, nameOrder);
    }

    public TableMapping withAuthors(String separator, NameOrder order) {
        return new TableMapping(sheet, delimiter, headerRow, fieldsInRows, columns, separator, order);
    }

    /** The place of the column that is meant: its name in any case, or its number from 1. */
    public Optional<Integer> place(String column) {
        String asked = column.strip();
        List<String> names = header();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).strip().equals(asked)) {
                return Optional.of(i);
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).strip().equalsIgnoreCase(asked)) {
                return Optional.of(i);
            }
        }
        boolean number = asked.matches("#?\\d{1,4}");
        int place = number ? Integer.parseInt(asked.replace("#", "")) - 1 : -1;
        return place >= 0 && place < names.size() ? Optional.of(place) : Optional.empty();
    }

    /**
     * What tables of this layout have in common, whatever their file, delimiter or sheet is: a hash of the names of
     * their columns, in order and without case or punctuation; of a table without names, the number of its columns.
     */
    public String fingerprint() {
        String names = named()
                ? columns.stream().map(c -> TableField.plain(c.name())).collect(Collectors.joining("\n"))
                : "columns " + columns.size();
        return Sha256.of(names.toLowerCase(Locale.ROOT)).substring(0, FINGERPRINT_DIGITS);
    }

    /** This layout with the columns' fields of an earlier mapping of the same {@link #fingerprint}. */
    public TableMapping remembering(TableMapping earlier) {
        return earlier.columns.size() == columns.size()
                ? withColumns(earlier.columns).withAuthors(earlier.authorSeparator, earlier.nameOrder)
                : this;
    }
}
