package org.winnow.fulltext.drawing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** How large what is packed in a file is unpacked, found out before all of it lies in the memory. */
public final class Unpacked {
    /** A page of a map may have some ten million bytes of lines, a scan of A3 at 600 dpi in colour 210 million. */
    private static final long MOST = 256L << 20;
    /** As small as Deflate can make it (RFC 1951): what is smaller packed need not be looked at. */
    private static final long BEST = 1032;

    private static final int BLOCK = 1 << 16;

    private Unpacked() {}

    /**
     * Looks at what a page draws, without the parts that it calls.
     *
     * @param tick called often; what it throws ends the looking
     * @throws TooMuch when it is a bomb
     */
    public static void check(PDPage page, Runnable tick) throws IOException {
        Iterator<PDStream> streams = page.getContentStreams();
        while (streams.hasNext()) {
            check(streams.next().getCOSObject(), tick);
        }
    }

    /** @throws TooMuch when what is packed in a part of a page is a bomb */
    static void check(COSBase part, Runnable tick) throws IOException {
        if (part instanceof COSStream stream
                && stream.getLength() > MOST / BEST
                && COSName.FLATE_DECODE.equals(stream.getFilters())) {
            try (InputStream in = new InflaterInputStream(stream.createRawInputStream())) {
                byte[] block = new byte[BLOCK];
                long size = 0;
                for (int read = in.read(block); read >= 0; read = in.read(block)) {
                    size += read;
                    tick.run();
                    if (size > MOST) {
                        throw new TooMuch("unpacked it has more than 256 MB");
                    }
                }
            } catch (ZipException | EOFException damaged) {
                // As far as it goes it is small enough.
                return;
            }
        }
    }
}
