package org.winnow.formats;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.text.Encoding;
import org.winnow.formats.text.Lines;
import org.winnow.formats.text.TextInput;

/** A file from its first byte to its last, as bytes, as characters or as lines: one of these, once. */
final class Contents {
    private final Counted bytes;
    private final Encoding encoding;
    private @Nullable TextInput text;

    Contents(InputStream in, Encoding encoding) {
        this.bytes = new Counted(in);
        this.encoding = encoding;
    }

    /** The bytes; closing them does nothing. */
    InputStream bytes() {
        return bytes;
    }

    TextInput text() throws IOException {
        if (text == null) {
            text = new TextInput(bytes, encoding);
        }
        return text;
    }

    Lines lines() throws IOException {
        return new Lines(text());
    }

    /** Bytes taken from the file so far. */
    long taken() {
        return bytes.count;
    }

    /** How its characters turned out to be coded. */
    Encoding encoding() {
        return text == null ? encoding : text.encoding();
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] target, int from, int room) throws IOException {
            int got = in.read(target, from, room);
            count += Math.max(got, 0);
            return got;
        }

        @Override
        public long skip(long n) throws IOException {
            long gone = in.skip(n);
            count += gone;
            return gone;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {
            // The file belongs to whoever opened it.
        }
    }
}
