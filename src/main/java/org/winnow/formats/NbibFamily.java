package org.winnow.formats;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.winnow.formats.nbib.NbibReader;

/** MEDLINE text as PubMed, PubMed Central and ERIC export it. */
final class NbibFamily implements Family {
    @Override
    public Set<Format> reads() {
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
}
