package org.winnow.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.winnow.formats.ris.RisReader;
import org.winnow.formats.ris.RisWriter;
import org.winnow.model.ScreenedRecord;

/** RIS in all its dialects. */
final class RisFamily implements Family {
    @Override
    public Set<Format> reads() {
        return Set.of(Format.RIS);
    }

    @Override
    public Set<Format> writes() {
        return Set.of(Format.RIS);
    }

    @Override
    public Optional<Format> recognise(Head head) throws IOException {
        return head.tagged().filter(f -> f == Format.RIS);
    }

    @Override
    public Finding open(Format format, Head head) throws IOException {
        String database = TaggedDatabase.of(format, head.text());
        return new Finding(format, database, (contents, intake) -> new RisReader(contents.lines(), intake).read());
    }

    @Override
    public long write(Format format, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        return new RisWriter(out).write(records);
    }
}
