package org.winnow.formats.text;

import java.io.IOException;
import java.io.Reader;

/** The characters of a file for parsers that take them from a reader; closing it does nothing. */
public final class TextReader extends Reader {
    private final TextInput in;

    public TextReader(TextInput in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int from, int room) throws IOException {
        return room == 0 ? 0 : in.read(target, from, room);
    }

    /** Whether a byte before character {@code position} did not fit the coding of the file; forgets what it tells. */
    public boolean flawBefore(long position) {
        return in.flawBefore(position);
    }

    @Override
    public void close() {
        // The file belongs to whoever opened it.
    }
}
