package org.winnow.document;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;

/** Tables as files for spreadsheets. Cells that a spreadsheet would take for formulas are guarded. */
public final class Sheets {
    private static final int WIDEST = 60;
    private static final int NAME = 31;

    private Sheets() {}

    /** RFC 4180, in UTF-8. */
    public static byte[] csv(Table table) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(table.columns().stream().map(Column::title).toList());
            for (List<String> row : table.texts()) {
                csv.writeRecord(row.stream().map(Sheets::guarded).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The cell with an apostrophe before a sign that would begin a formula; plain numbers stay numbers. */
    public static String guarded(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") && !cell.matches("-?\\d+(\\.\\d+)?") ? "'" + cell : cell;
    }

    /** One workbook with a sheet for each table, under its name; the same tables give the same bytes. */
    public static byte[] xlsx(Map<String, Table> tables) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Winnow", "1.0")) {
            for (Map.Entry<String, Table> e : tables.entrySet()) {
                String name = e.getKey().length() > NAME ? e.getKey().substring(0, NAME) : e.getKey();
                fill(workbook.newWorksheet(name), e.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return timeless(out.toByteArray());
    }

    private static void fill(Worksheet sheet, Table table) {
        for (int c = 0; c < table.columns().size(); c++) {
            sheet.value(0, c, table.columns().get(c).title());
            sheet.width(c, Math.min(WIDEST, 8 + 14 * table.columns().get(c).share()));
        }
        sheet.range(0, 0, 0, table.columns().size() - 1)
                .style()
                .bold()
                .fillColor("E4E4E4")
                .set();
        sheet.freezePane(0, 1);
        List<List<String>> rows = table.texts();
        List<Boolean> mixed = IntStream.range(0, table.columns().size())
                .mapToObj(c -> isMixed(rows, c))
                .toList();
        for (int r = 0; r < rows.size(); r++) {
            List<String> row = rows.get(r);
            for (int c = 0; c < row.size(); c++) {
                fill(sheet, r + 1, c, row.get(c), mixed.get(c));
            }
        }
    }

    private static void fill(Worksheet sheet, int row, int column, String cell, boolean mixed) {
        if (isNumber(cell)) {
            sheet.value(row, column, Long.parseLong(cell));
            sheet.style(row, column)
                    .verticalAlignment("top")
                    .horizontalAlignment(mixed ? "left" : "right")
                    .set();
        } else {
            sheet.value(row, column, cell);
            sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
        }
    }

    private static boolean isNumber(String cell) {
        return cell.matches("\\d{1,15}") && !cell.matches("0\\d+");
    }

    /** Whether a column has words among its numbers, as the numbers of a checklist's items: it is read as words. */
    private static boolean isMixed(List<List<String>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).anyMatch(cell -> !cell.isEmpty() && !isNumber(cell));
    }

    /** The library writes the time into the archive and into the properties. */
    private static byte[] timeless(byte[] workbook) {
        try {
            // Its archive gives no sizes before the content: only a reader of whole files can open it.
            Path whole = Files.createTempFile("winnow", ".xlsx");
            try {
                Files.write(whole, workbook);
                return rewritten(whole);
            } finally {
                Files.delete(whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] rewritten(Path workbook) throws IOException {
        Archive archive = new Archive();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("docProps/core.xml")) {
                    String core = new String(content, StandardCharsets.UTF_8);
                    content = core.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "2000-01-01T00:00:00Z")
                            .getBytes(StandardCharsets.UTF_8);
                }
                archive.put(entry.getName(), content);
            }
        }
        return archive.bytes();
    }
}
