package org.winnow.formats.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import org.winnow.formats.table.RecordCells;
import org.winnow.model.ScreenedRecord;

/** Writes a table of records with their decisions, one row a record: UTF-8 without a byte order mark. */
public final class CsvWriter {
    private final Writer out;
    private final char delimiter;

    /** @param out is flushed at the end and stays open */
    public CsvWriter(OutputStream out, char delimiter) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.delimiter = delimiter;
    }

    /** Writes all and tells how many. */
    public long write(Stream<ScreenedRecord> records) throws IOException {
        long written = 0;
        try {
            var csv = de.siegmar.fastcsv.writer.CsvWriter.builder()
                    .fieldSeparator(delimiter)
                    .build(out);
            csv.writeRecord(RecordCells.HEADER);
            for (Iterator<ScreenedRecord> all = records.iterator(); all.hasNext(); ) {
                csv.writeRecord(RecordCells.of(all.next()));
                written++;
            }
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
        return written;
    }
}
