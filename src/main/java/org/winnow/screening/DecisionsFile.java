package org.winnow.screening;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.formats.UnreadableFile;
import org.winnow.formats.text.Encoding;
import org.winnow.formats.text.TextInput;

/**
 * Reads a decisions file: CSV (RFC 4180) with a header that names the columns {@code record} and {@code decision}, and
 * may name {@code reason}, {@code note} and {@code tags}; tags are divided by semicolons. Other columns are left aside.
 * Cells may be divided by commas, semicolons, tabs or bars, as spreadsheets of different countries write them, and the
 * text may be in any coding that {@link Encoding} tells apart.
 */
public final class DecisionsFile {
    private static final String DELIMITERS = ",;\t|";
    private static final String WANTED = "a first line that names the columns: record,decision,reason,note,tags";

    private static final String LAST = "\u0000";

    private DecisionsFile() {}

    /** @throws UnreadableFile when the file has no such header or is no CSV; the message names the file and line */
    public static List<DecisionLine> read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readAllBytes();
        refuseBinary(bytes, name);
        String text = text(bytes);
        if (text.isBlank()) {
            throw new UnreadableFile(name + " is empty. It needs " + WANTED + ".");
        }
        try {
            return lines(text, delimiter(text, name), name);
        } catch (CsvParseException e) {
            throw new UnreadableFile(
                    name + " is not a table that can be read: " + e.getMessage() + " Save it as CSV and try again.");
        }
    }

    private static void refuseBinary(byte[] bytes, String name) {
        boolean zip = bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
        boolean office = bytes.length > 4 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF;
        if (zip || office) {
            throw new UnreadableFile(name + " is a spreadsheet or an archive. Save the sheet as CSV and try again.");
        }
    }

    private static String text(byte[] bytes) throws IOException {
        TextInput in = new TextInput(new ByteArrayInputStream(bytes), Encoding.sniff(bytes));
        StringBuilder text = new StringBuilder(bytes.length);
        char[] block = new char[1 << 16];
        for (int n = in.read(block, 0, block.length); n >= 0; n = in.read(block, 0, block.length)) {
            text.append(block, 0, n);
        }
        return text.toString();
    }

    /** The first delimiter with which the header names the columns that are needed. */
    private static char delimiter(String text, String name) throws IOException {
        for (char delimiter : DELIMITERS.toCharArray()) {
            Map<String, Integer> columns = columns(header(text, delimiter));
            if (columns.containsKey("record") && columns.containsKey("decision")) {
                return delimiter;
            }
        }
        CsvRecord header = header(text, ',');
        throw new UnreadableFile(name + ", line " + header.getStartingLineNumber()
                + ": the columns record and decision are missing. It needs " + WANTED + ". It names: "
                + String.join(", ", header.getFields()) + ".");
    }

    private static CsvRecord header(String text, char delimiter) throws IOException {
        try (CsvReader<CsvRecord> csv = reader(text, delimiter)) {
            return csv.iterator().next();
        }
    }

    private static Map<String, Integer> columns(CsvRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            columns.putIfAbsent(header.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    private static List<DecisionLine> lines(String text, char delimiter, String name) throws IOException {
        List<DecisionLine> lines = new ArrayList<>();
        // A row of our own at the end: a quotation mark that is never closed swallows it.
        try (CsvReader<CsvRecord> csv = reader(text + "\n" + LAST, delimiter)) {
            Iterator<CsvRecord> rows = csv.iterator();
            Map<String, Integer> columns = columns(rows.next());
            CsvRecord row = rows.next();
            for (; rows.hasNext(); row = rows.next()) {
                if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    lines.add(line(row, columns));
                }
            }
            if (!row.getField(0).equals(LAST)) {
                throw new UnreadableFile(name + ", line " + row.getStartingLineNumber()
                        + ": a quotation mark is opened and not closed, so that the rest of the file is one cell."
                        + " Close it or take it away.");
            }
        }
        return lines;
    }

    private static CsvReader<CsvRecord> reader(String text, char delimiter) {
        // Excel's line sep=; says what the header shows anyway; blanked, it keeps the count of lines right.
        String table = text.replaceFirst("(?i)^\\s*\"?sep=.\"?(?=\\R)", "");
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(table);
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
