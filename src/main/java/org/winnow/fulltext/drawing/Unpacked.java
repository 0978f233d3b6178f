package org.winnow.fulltext.drawing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** How large what is packed in a file is unpacked, found out before all of it lies in the memory. */
public final class Unpacked {
    /** The share of the memory that one stream may take. */
    private static final long SHARE = 4;
    /** A scan of A3 at 600 dpi in colour has 210 million bytes. */
    private static final long MOST_OF_A_PICTURE =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / SHARE);
    /** A page of a map may have some ten million bytes of lines, a font of all Chinese letters twenty million. */
    private static final long MOST = 64L << 20;
    /** Eight colours of sixteen bits. */
    private static final long MOST_BYTES_OF_A_DOT = 16;
    /** What a picture may have beside its dots: the tables of a packed one are larger than it where it is small. */
    private static final long BESIDE_DOTS = 1 << 16;
    /** As small as Deflate can make it (RFC 1951): what is smaller packed need not be looked at. */
    private static final long BEST = 1032;

    private static final int BLOCK = 1 << 16;
    private static final long MEGABYTE = 1 << 20;

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
                && stream.getLength() > most(stream) / BEST
                && COSName.FLATE_DECODE.equals(stream.getFilters())) {
            try (InputStream in = new InflaterInputStream(stream.createRawInputStream())) {
                byte[] block = new byte[BLOCK];
                long most = most(stream);
                long size = 0;
                for (int read = in.read(block); read >= 0; read = in.read(block)) {
                    size += read;
                    tick.run();
                    if (size > most) {
                        throw tooLarge(most);
                    }
                }
            } catch (ZipException | EOFException damaged) {
                // As far as it goes it is small enough.
                return;
            }
        }
    }

    /** How large what is packed in a stream may be: a picture as large as it says, and all else as large as any page has. */
    static long most(COSDictionary stream) {
        long width = number(stream, COSName.WIDTH, COSName.W);
        long height = number(stream, COSName.HEIGHT, COSName.H);
        if (!picture(stream) || width <= 0 || height <= 0) {
            return MOST;
        }
        double dots = (double) width * height;
        return (long) Math.min(MOST_OF_A_PICTURE, dots * MOST_BYTES_OF_A_DOT + BESIDE_DOTS);
    }

    /** Pictures within a page have no kind, and short names. */
    static boolean picture(COSDictionary stream) {
        return COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                || stream.getCOSName(COSName.SUBTYPE) == null && stream.containsKey(COSName.BPC);
    }

    private static long number(COSDictionary stream, COSName name, COSName within) {
        return stream.getLong(stream.containsKey(name) ? name : within);
    }

    static TooMuch tooLarge(long most) {
        return new TooMuch(
                "unpacked it has more than " + (most < MEGABYTE ? most + " bytes" : most / MEGABYTE + " MB"));
    }
}
