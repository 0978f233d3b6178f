package org.winnow.formats.table;

import java.util.List;

/**
 * A table as it is shown before it is read.
 *
 * @param mapping what was found out of its layout and what its columns seem to hold
 * @param known whether names of columns were recognised that tell a record; else the mapping rests on what the cells
 *     look like, and a person should see it
 * @param sample the first rows after the header, at most a few dozen
 * @param sheets all sheets of a workbook, empty for text
 * @param database the database or tool that exports such columns, empty when they do not tell
 */
public record TableLayout(
        TableMapping mapping, boolean known, List<List<String>> sample, List<String> sheets, String database) {
    public TableLayout {
        sample = List.copyOf(sample);
        sheets = List.copyOf(sheets);
    }

    /** The same table, read by another mapping. */
    public TableLayout with(TableMapping other) {
        return new TableLayout(other, known, sample, sheets, database);
    }
}
