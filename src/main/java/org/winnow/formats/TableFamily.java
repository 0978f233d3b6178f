package org.winnow.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.winnow.formats.csv.CsvReader;
import org.winnow.formats.csv.CsvShape;
import org.winnow.formats.csv.CsvWriter;
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
    public Optional<Format> recognise(Head head) throws IOException {
        return CsvShape.find(head.bytes(), head.encoding(), DELIMITERS).map(TableFamily::format);
    }

    @Override
    public Finding open(Format format, Head head) throws IOException {
        String delimiters = format == Format.TSV ? "\t" : DELIMITERS;
        Optional<CsvShape> found = CsvShape.find(head.bytes(), head.encoding(), delimiters);
        if (found.isEmpty()) {
            throw Foreign.noColumns(head);
        }
        CsvShape shape = found.get();
        return new Finding(
                format(shape), shape.database(), (contents, intake) -> new CsvReader(contents.lines(), shape, intake)
                        .read());
    }

    @Override
    public long write(Format format, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        return new CsvWriter(out, format == Format.TSV ? '\t' : ',').write(records);
    }

    private static Format format(CsvShape shape) {
        return shape.delimiter() == '\t' ? Format.TSV : Format.CSV;
    }
}
