package org.winnow.formats.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.winnow.formats.table.RecordCells;
import org.winnow.model.ScreenedRecord;

/**
 * Writes a workbook of records with their decisions, one row a record, as a stream: the header frozen and with a filter,
 * a further sheet where one is full, and texts beyond Excel's cells on a sheet of their own.
 */
public final class XlsxWriter {
    /** Name of the first sheet; a further one gets a number. */
    static final String SHEET = "records";

    private static final int ROWS_A_SHEET = 1_048_576;
    private static final int ROWS_A_FLUSH = 200;
    private static final double NARROW = 12;
    private static final Map<String, Double> WIDTHS =
            Map.of("title", 60.0, "authors", 30.0, "journal", 30.0, "abstract", 60.0, "doi", 24.0);

    private final OutputStream out;
    private final List<String> continued = new ArrayList<>();

    /** @param out is flushed at the end and stays open */
    public XlsxWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes all and tells how many. */
    public long write(Stream<ScreenedRecord> records) throws IOException {
        long written = 0;
        Workbook book = new Workbook(new StaysOpen(out), "Winnow", "1.0");
        Worksheet sheet = sheet(book, 1);
        int sheets = 1;
        int row = 1;
        for (Iterator<ScreenedRecord> all = records.iterator(); all.hasNext(); written++) {
            if (row == ROWS_A_SHEET) {
                finish(sheet, row);
                sheet = sheet(book, ++sheets);
                row = 1;
            }
            row(sheet, row++, RecordCells.of(all.next()));
            if (row % ROWS_A_FLUSH == 0) {
                sheet.flush();
            }
        }
        finish(sheet, row);
        if (!continued.isEmpty()) {
            continued(book.newWorksheet(LongTexts.SHEET));
        }
        book.finish();
        out.flush();
        return written;
    }

    private Worksheet sheet(Workbook book, int number) throws IOException {
        Worksheet sheet = book.newWorksheet(number == 1 ? SHEET : SHEET + " " + number);
        List<String> header = RecordCells.HEADER;
        sheet.freezePane(0, 1);
        for (int i = 0; i < header.size(); i++) {
            sheet.width(i, WIDTHS.getOrDefault(header.get(i), NARROW));
            sheet.inlineString(0, i, header.get(i));
            sheet.style(0, i).bold().set();
        }
        return sheet;
    }

    private static void finish(Worksheet sheet, int rows) throws IOException {
        sheet.setAutoFilter(0, 0, Math.max(rows - 1, 1), RecordCells.HEADER.size() - 1);
        sheet.finish();
    }

    private void row(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty()) {
                sheet.inlineString(row, i, LongTexts.fitting(cell, continued));
            }
        }
    }

    private void continued(Worksheet sheet) throws IOException {
        sheet.inlineString(0, 0, "number");
        sheet.inlineString(0, 1, "text");
        for (int i = 0; i < continued.size(); i++) {
            sheet.inlineString(i + 1, 0, String.valueOf(i + 1));
            sheet.inlineString(i + 1, 1, continued.get(i));
        }
        sheet.finish();
    }
}
