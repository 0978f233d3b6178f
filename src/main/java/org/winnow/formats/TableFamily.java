package org.winnow.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.winnow.formats.csv.CsvLayouts;
import org.winnow.formats.csv.CsvRows;
import org.winnow.formats.csv.CsvWriter;
import org.winnow.formats.table.TableLayout;
import org.winnow.formats.table.TableMapping;
import org.winnow.formats.table.TableReader;
import org.winnow.model.ScreenedRecord;

/** Tables as text, whatever divides their cells. */
final class TableFamily implements Family {
    private static final String DELIMITERS = ",;\t|";

    @Override
    public Set<Format> reads() {
        return Set.of(Format.CSV, Format.TSV);
    }

    @Override
    public Set<Format> writes() {
        return Set.of(Format.CSV, Format.TSV);
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public Optional<Format> recognise(Head head) throws IOException {
        CsvLayouts layouts = layouts(head, DELIMITERS);
        Optional<TableMapping> found = given(head).or(layouts::known).or(layouts::evident);
        return found.map(TableFamily::format);
    }

    @Override
    public Finding open(Format format, Head head) throws IOException {
        TableLayout shown = layout(format, head);
        TableMapping layout = shown.mapping();
        if (!layout.telling() || !shown.known() && head.options().table() == null) {
            throw Foreign.untold(head, layout);
        }
        return new Finding(format(layout), shown.database(), (contents, intake) -> new TableReader(
                        new CsvRows(contents.lines(), layout.delimiter().charAt(0), intake), layout, intake)
                .read());
    }

    /** The layout that the person gave, else the one that is found. */
    @Override
    public TableLayout layout(Format format, Head head) throws IOException {
        CsvLayouts layouts = layouts(head, format == Format.TSV ? "\t" : DELIMITERS);
        Optional<TableMapping> settled = given(head);
        if (settled.isPresent()) {
            return layouts.shown(settled.get(), true);
        }
        Optional<TableLayout> shown = layouts.shown();
        if (shown.isEmpty()) {
            throw Foreign.noColumns(head);
        }
        TableMapping remembered = head.options().table();
        TableLayout found = shown.get();
        return remembered == null ? found : found.with(found.mapping().remembering(remembered));
    }

    private static Optional<TableMapping> given(Head head) {
        TableMapping given = head.options().table();
        return given == null || given.delimiter().isEmpty() ? Optional.empty() : Optional.of(given);
    }

    @Override
    public long write(Format format, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        return new CsvWriter(out, format == Format.TSV ? '\t' : ',').write(records);
    }

    private static CsvLayouts layouts(Head head, String delimiters) {
        return new CsvLayouts(head.bytes(), head.encoding(), delimiters);
    }

    private static Format format(TableMapping layout) {
        return layout.delimiter().equals("\t") ? Format.TSV : Format.CSV;
    }
}
