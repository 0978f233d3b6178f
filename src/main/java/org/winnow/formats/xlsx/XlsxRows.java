package org.winnow.formats.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.table.RowSource;

/** The rows of one sheet, and then those of the sheets that go on in the same columns. */
final class XlsxRows implements RowSource, AutoCloseable {
    private final List<Sheet> sheets;
    private final int skipped;
    private final Map<String, String> continued;
    private int opened;
    private @Nullable Stream<Row> stream;
    private @Nullable Iterator<Row> rows;
    private List<String> cells = List.of();
    private long line;

    /** @param skipped rows that are passed over at the top of every sheet but the first */
    XlsxRows(List<Sheet> sheets, int skipped, Map<String, String> continued) {
        this.sheets = sheets;
        this.skipped = skipped;
        this.continued = continued;
    }

    @Override
    public boolean next(int columns) throws IOException {
        try {
            while (rows == null || !rows.hasNext()) {
                if (!advance()) {
                    return false;
                }
            }
            take(rows.next(), columns);
            return true;
        } catch (ExcelReaderException
                | IllegalStateException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            throw new IOException(
                    "the sheet is damaged after row " + line + " (" + e.getMessage()
                            + "); save it anew in Excel or as CSV (UTF-8)",
                    e);
        }
    }

    private boolean advance() throws IOException {
        close();
        if (opened == sheets.size()) {
            return false;
        }
        Stream<Row> fresh = sheets.get(opened).openStream();
        stream = fresh;
        rows = fresh.iterator();
        for (int i = 0; opened > 0 && i < skipped && rows.hasNext(); i++) {
            rows.next();
        }
        line = opened > 0 ? skipped : 0;
        opened++;
        return true;
    }

    private void take(Row row, int columns) {
        // rows that do not say their number are counted
        line = Math.max(line + 1, row.getRowNum());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(LongTexts.whole(CellText.of(row.getCell(i)), continued));
        }
        while (texts.size() > columns && !texts.isEmpty() && texts.getLast().isBlank()) {
            texts.removeLast();
        }
        while (texts.size() < columns) {
            texts.add("");
        }
        cells = texts;
    }

    @Override
    public List<String> cells() {
        return cells;
    }

    @Override
    public long line() {
        return line;
    }

    /** The cells as a line of CSV. */
    @Override
    public String raw() {
        StringBuilder raw = new StringBuilder();
        for (String cell : cells) {
            boolean bare = cell.indexOf('"') < 0 && cell.indexOf(',') < 0 && cell.indexOf('\n') < 0;
            raw.append(raw.isEmpty() ? "" : ",").append(bare ? cell : '"' + cell.replace("\"", "\"\"") + '"');
        }
        return raw.toString();
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
            stream = null;
            rows = null;
        }
    }
}
