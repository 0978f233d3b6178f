package org.winnow.formats.table;

import java.io.IOException;
import java.util.List;

/** The rows of a table, one after the other. */
public interface RowSource {
    /**
     * Goes to the next row; false when there is none.
     *
     * @param columns how many cells a row should have, 0 where that is not known yet
     */
    boolean next(int columns) throws IOException;

    /** The cells of this row. */
    List<String> cells();

    /** Where this row begins in the file: its line, or its number in the sheet, from 1. */
    long line();

    /** This row as it stands in the file. */
    String raw();

    /** What was wrong with this row and was mended, empty when nothing was. */
    default String fault() {
        return "";
    }
}
