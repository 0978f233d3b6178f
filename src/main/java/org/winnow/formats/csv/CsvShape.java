package org.winnow.formats.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.formats.text.Encoding;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;
import org.winnow.formats.text.TextInput;

/**
 * How a table is laid out.
 *
 * @param delimiter what divides the cells
 * @param headerRow how many rows stand before the header
 * @param header the names of the columns
 */
public record CsvShape(char delimiter, int headerRow, List<String> header) {
    private static final int ROWS_SEARCHED = 12;

    /**
     * Finds the delimiter and the header by the names of known columns.
     *
     * @param head the first bytes of the file
     * @param delimiters those to try, the most usual first
     */
    public static Optional<CsvShape> find(byte[] head, Encoding encoding, String delimiters) throws IOException {
        CsvShape best = null;
        int bestScore = 0;
        for (char delimiter : delimiters.toCharArray()) {
            List<List<String>> rows = rows(head, encoding, delimiter);
            for (int i = 0; i < rows.size(); i++) {
                int score = CsvColumns.of(rows.get(i)).score(i == 0);
                if (score > bestScore) {
                    bestScore = score;
                    best = new CsvShape(delimiter, i, rows.get(i));
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The database whose export has such columns, empty when the columns do not tell. */
    public String database() {
        return CsvDatabase.of(CsvColumns.of(header));
    }

    /** The first rows, read with one delimiter. */
    static List<List<String>> rows(byte[] head, Encoding encoding, char delimiter) throws IOException {
        Intake nobody = new Intake((record, line) -> {}, problem -> {}, () -> {});
        Lines lines = new Lines(new TextInput(new ByteArrayInputStream(head), encoding));
        CsvRows rows = new CsvRows(lines, delimiter, nobody);
        List<List<String>> found = new ArrayList<>();
        while (found.size() < ROWS_SEARCHED && rows.next(0)) {
            found.add(rows.cells());
        }
        return found;
    }
}
