package org.winnow.formats.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.winnow.formats.table.LayoutSearch;
import org.winnow.formats.table.LayoutSearch.Found;
import org.winnow.formats.table.TableDatabase;
import org.winnow.formats.table.TableLayout;
import org.winnow.formats.table.TableMapping;
import org.winnow.formats.table.TableReader;
import org.winnow.formats.text.Intake;
import org.winnow.work.Progress;

/** A workbook on disk: which of its sheets holds the records, how it is laid out, its rows. */
public final class XlsxFile implements AutoCloseable {
    private static final int SAMPLE = 50;
    private static final int SHEETS_SEARCHED = 50;
    private static final long MOST_CONTINUED = 64L << 20;

    private final ReadableWorkbook book;
    private final List<Sheet> sheets;
    private final Map<String, String> continued;

    /**
     * Opens a workbook after it was weighed.
     *
     * @throws IOException with what to do about it, when it is damaged or unpacks to more than memory holds
     */
    public XlsxFile(Path file, Progress progress) throws IOException {
        boolean styles = new Weighing(progress).weigh(file);
        try {
            book = new ReadableWorkbook(file.toFile(), new ReadingOptions(styles, true));
        } catch (ExcelReaderException | IllegalArgumentException e) {
            throw new IOException("the workbook is damaged (" + e.getMessage() + "); save it anew in Excel", e);
        }
        sheets = book.getSheets()
                .filter(s -> !s.getName().equals(LongTexts.SHEET))
                .sorted(Comparator.comparing(s -> s.getVisibility() != SheetVisibility.VISIBLE))
                .limit(SHEETS_SEARCHED)
                .toList();
        continued = continued();
    }

    /** The sheet and layout in which the most columns are known by name, else the likeliest; empty without any row. */
    public Optional<TableLayout> layout() throws IOException {
        Found best = null;
        TableMapping first = null;
        for (Sheet sheet : sheets) {
            List<List<String>> rows = rows(sheet, LayoutSearch.ROWS);
            Found found = LayoutSearch.byNames(sheet.getName(), "", rows);
            if (found.score() > (best == null ? 0 : best.score())) {
                best = found;
            }
            if (first == null && rows.size() > 1) {
                first = LayoutSearch.byContent(sheet.getName(), "", rows);
            }
        }
        TableMapping mapping = best == null ? first : best.mapping();
        return mapping == null ? Optional.empty() : Optional.of(layout(mapping, best != null));
    }

    /** The layout of one sheet; of the first where none is called so. */
    public TableLayout layout(String name) throws IOException {
        TableMapping asked = TableMapping.ofSheet(name, TableMapping.NO_HEADER, List.of());
        Sheet sheet = sheet(asked);
        List<List<String>> rows = rows(sheet, LayoutSearch.ROWS);
        if (rows.isEmpty()) {
            throw new IOException("the sheet " + sheet.getName() + " is empty; choose another");
        }
        Found named = LayoutSearch.byNames(sheet.getName(), "", rows);
        return named.score() > 0
                ? layout(named.mapping(), true)
                : layout(LayoutSearch.byContent(sheet.getName(), "", rows), false);
    }

    /** A layout as it is shown when the mapping is settled. */
    public TableLayout layout(TableMapping mapping, boolean known) throws IOException {
        int from = mapping.headerRow() + 1;
        List<List<String>> rows = rows(sheet(mapping), from + SAMPLE);
        return new TableLayout(
                mapping,
                known,
                rows.subList(Math.min(rows.size(), from), rows.size()),
                sheets.stream().map(Sheet::getName).toList(),
                TableDatabase.of(mapping));
    }

    /** Reads the records of the sheet, and of every further sheet whose columns have the same names. */
    public void read(TableMapping mapping, Intake intake) throws IOException {
        Sheet chosen = sheet(mapping);
        List<Sheet> all = new ArrayList<>(List.of(chosen));
        int header = mapping.headerRow();
        for (Sheet other : sheets) {
            if (mapping.named() && other != chosen && headerOf(other, header).equals(headerOf(chosen, header))) {
                all.add(other);
            }
        }
        try (XlsxRows rows = new XlsxRows(all, header + 1, continued)) {
            try {
                new TableReader(rows, mapping, intake).read();
            } catch (IOException damaged) {
                intake.reject(rows.line() + 1, sentence(damaged), "");
            }
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    private static String sentence(IOException damaged) {
        String message = String.valueOf(damaged.getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    private Sheet sheet(TableMapping mapping) throws IOException {
        return sheets.stream()
                .filter(s -> s.getName().equals(mapping.sheet()))
                .findFirst()
                .or(() -> sheets.stream().findFirst())
                .orElseThrow(() -> new IOException("the workbook has no sheets"));
    }

    private static List<String> headerOf(Sheet sheet, int headerRow) {
        List<List<String>> rows = rows(sheet, headerRow + 1);
        return rows.size() <= headerRow ? List.of() : rows.get(headerRow);
    }

    /** The first rows, as far as the sheet is whole; the reading tells what is wrong with it. */
    private static List<List<String>> rows(Sheet sheet, int most) {
        List<List<String>> found = new ArrayList<>();
        try (XlsxRows rows = new XlsxRows(List.of(sheet), 0, Map.of())) {
            while (found.size() < most && rows.next(0)) {
                found.add(rows.cells());
            }
        } catch (IOException damaged) {
            return found;
        }
        return found;
    }

    private Map<String, String> continued() throws IOException {
        Map<String, String> texts = new HashMap<>();
        Optional<Sheet> sheet = book.findSheet(LongTexts.SHEET);
        if (sheet.isPresent()) {
            long length = 0;
            try (XlsxRows rows = new XlsxRows(List.of(sheet.get()), 0, Map.of())) {
                while (length < MOST_CONTINUED && rows.next(2)) {
                    length += rows.cells().get(1).length();
                    texts.put(rows.cells().getFirst(), rows.cells().get(1));
                }
            }
        }
        return texts;
    }
}
