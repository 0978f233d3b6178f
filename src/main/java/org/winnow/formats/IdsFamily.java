package org.winnow.formats;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.winnow.formats.ids.IdList;

/** Lists of identifiers. */
final class IdsFamily implements Family {
    private static final int SHORT = 1 << 16;

    @Override
    public Set<Format> reads() {
        return Set.of(Format.IDS);
    }

    @Override
    public Optional<Format> recognise(Head head) throws IOException {
        boolean whole = head.bytes().length < SHORT;
        return IdList.recognises(head.text(), whole) ? Optional.of(Format.IDS) : Optional.empty();
    }

    @Override
    public Finding open(Format format, Head head) {
        return new Finding(format, "", (contents, intake) -> new IdList(contents.lines(), intake).read());
    }
}
