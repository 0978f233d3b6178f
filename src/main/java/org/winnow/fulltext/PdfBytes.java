package org.winnow.fulltext;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a PDF, through two handles whichever threads read them in turn. PDFBox itself opens one for each thread that
 * ever read, with what it has read, until the file is closed: after a few thousand pages there are no handles left.
 */
final class PdfBytes extends RandomAccessReadBufferedFile {
    private final Path file;
    private @Nullable RandomAccessReadBufferedFile streams;

    PdfBytes(Path file) throws IOException {
        super(file);
        this.file = file;
    }

    /** Apart from what is parsed, whose place in the file must not move meanwhile. */
    @Override
    public synchronized RandomAccessReadView createView(long start, long length) throws IOException {
        if (isClosed()) {
            throw new IOException(file + " is closed");
        }
        RandomAccessReadBufferedFile from = streams;
        if (from == null) {
            from = new RandomAccessReadBufferedFile(file);
            streams = from;
        }
        return new RandomAccessReadView(from, start, length);
    }

    @Override
    public synchronized void close() throws IOException {
        super.close();
        if (streams != null) {
            streams.close();
        }
    }
}
