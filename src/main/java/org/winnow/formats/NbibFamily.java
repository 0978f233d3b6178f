package org.winnow.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.winnow.formats.nbib.NbibReader;
import org.winnow.formats.nbib.NbibWriter;
import org.winnow.model.ScreenedRecord;

/** MEDLINE text as PubMed, PubMed Central and ERIC export it. */
final class NbibFamily implements Family {
    @Override
    public Set<Format> reads() {
        return Set.of(Format.NBIB);
    }

    @Override
    public Set<Format> writes() {
        return Set.of(Format.NBIB);
    }

    @Override
    public Optional<Format> recognise(Head head) throws IOException {
        return head.tagged().filter(f -> f == Format.NBIB);
    }

    @Override
    public Finding open(Format format, Head head) throws IOException {
        String database = TaggedDatabase.of(format, head.text());
        return new Finding(format, database, (contents, intake) -> new NbibReader(contents.lines(), intake).read());
    }

    @Override
    public long write(Format format, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        return new NbibWriter(out).write(records);
    }
}
