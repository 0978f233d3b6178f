package org.winnow.screening;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.model.UserException;

/**
 * Reads a decisions file: CSV (RFC 4180) with a header that names the columns {@code record} and {@code decision}, and
 * may name {@code reason}, {@code note} and {@code tags}; tags are divided by semicolons. Other columns are left aside.
 */
public final class DecisionsFile {
    private DecisionsFile() {}

    /** @throws UserException when the file has no such header or is no CSV; the message names the file and line */
    public static List<DecisionLine> read(Reader in, String name) throws IOException {
        List<DecisionLine> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(in)) {
            Map<String, Integer> columns = Map.of();
            for (CsvRecord row : csv) {
                if (columns.isEmpty()) {
                    columns = header(row, name);
                } else {
                    lines.add(line(row, columns));
                }
            }
            if (columns.isEmpty()) {
                throw new UserException(name + " is empty. It needs a first line: record,decision,reason,note,tags");
            }
        } catch (CsvParseException e) {
            throw new UserException(
                    name + " is not a table that can be read: " + e.getMessage()
                            + " Save it as CSV with commas and try again.",
                    e);
        }
        return lines;
    }

    private static Map<String, Integer> header(CsvRecord row, String name) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
            columns.putIfAbsent(row.getField(i).replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT), i);
        }
        if (!columns.containsKey("record") || !columns.containsKey("decision")) {
            throw new UserException(name + ", line " + row.getStartingLineNumber()
                    + ": the header must name the columns record and decision. It names: "
                    + String.join(", ", row.getFields()) + ".");
        }
        return columns;
    }

    private static DecisionLine line(CsvRecord row, Map<String, Integer> columns) {
        return new DecisionLine(
                row.getStartingLineNumber(),
                field(row, columns, "record"),
                field(row, columns, "decision"),
                field(row, columns, "reason"),
                field(row, columns, "note"),
                Arrays.stream(field(row, columns, "tags").split(";"))
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .toList());
    }

    private static String field(CsvRecord row, Map<String, Integer> columns, String name) {
        Integer i = columns.get(name);
        return i == null || i >= row.getFieldCount() ? "" : row.getField(i);
    }
}
