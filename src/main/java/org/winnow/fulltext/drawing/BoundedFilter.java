package org.winnow.fulltext.drawing;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.DecodeResult;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * A way of packing (ISO 32000-1, 7.4) that unpacks no more than the memory has room for, and stops once nobody waits any
 * more. PDFBox unpacks each stream whole into the memory, however large, and asks nobody.
 */
public final class BoundedFilter extends Filter {
    /** The share of the memory that the dots of a JPEG may take. */
    private static final long SHARE = 4;
    /** A page scanned at 600 dpi in A3 has 70 million dots. */
    private static final long MOST_DOTS = 200_000_000;

    private static final long BYTES_OF_A_DOT = 4;
    private static final int OFTEN = 1 << 12;
    /** A page's width and height of more than this never come of a scanner. */
    private static final int MOST_OF_A_SIDE = 1 << 16;

    private final Filter filter;
    private final boolean jpeg;
    private final BooleanSupplier unwanted;

    private BoundedFilter(Filter filter, boolean jpeg, BooleanSupplier unwanted) {
        this.filter = filter;
        this.jpeg = jpeg;
        this.unwanted = unwanted;
    }

    /**
     * Bounds all filters that PDFBox has, for good. It has no door for that but the table in which it looks them up.
     *
     * @param unwanted whether nobody waits any more for what is read on this thread
     * @throws IllegalStateException when this PDFBox keeps them otherwise
     */
    public static void everywhere(BooleanSupplier unwanted) {
        try {
            Field table = FilterFactory.class.getDeclaredField("filters");
            table.setAccessible(true);
            @SuppressWarnings("unchecked")
            Map<COSName, Filter> filters = (Map<COSName, Filter>) table.get(FilterFactory.INSTANCE);
            bound(filters, unwanted);
        } catch (ReflectiveOperationException | RuntimeException changed) {
            throw new IllegalStateException("PDFBox keeps its filters otherwise than it did", changed);
        }
    }

    /** The same filter under two names stays one: PDFBox leaves out what is packed twice in the same way. */
    private static synchronized void bound(Map<COSName, Filter> filters, BooleanSupplier unwanted) {
        Map<Filter, Filter> known = new IdentityHashMap<>();
        filters.replaceAll((name, filter) -> filter instanceof BoundedFilter
                ? filter
                : known.computeIfAbsent(filter, f -> new BoundedFilter(f, jpeg(name), unwanted)));
    }

    private static boolean jpeg(COSName name) {
        return name.equals(COSName.DCT_DECODE) || name.equals(COSName.DCT_DECODE_ABBREVIATION);
    }

    @Override
    public DecodeResult decode(InputStream packed, OutputStream unpacked, COSDictionary parameters, int index)
            throws IOException {
        return filter.decode(checked(packed, DecodeOptions.DEFAULT), bounded(unpacked, parameters), parameters, index);
    }

    @Override
    public DecodeResult decode(
            InputStream packed, OutputStream unpacked, COSDictionary parameters, int index, DecodeOptions options)
            throws IOException {
        return filter.decode(checked(packed, options), bounded(unpacked, parameters), parameters, index, options);
    }

    @Override
    protected void encode(InputStream input, OutputStream packed, COSDictionary parameters) throws IOException {
        filter.encode(input, packed, parameters, 0);
    }

    /** A JPEG says itself how large it is, whatever the file says of it. */
    private InputStream checked(InputStream packed, DecodeOptions options) throws IOException {
        if (!jpeg) {
            return packed;
        }
        byte[] all = packed.readAllBytes();
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("JPEG");
        if (readers.hasNext()) {
            ImageReader reader = readers.next();
            try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(all))) {
                reader.setInput(in);
                check(reader.getWidth(0), reader.getHeight(0), options);
            } catch (IOException | IndexOutOfBoundsException damaged) {
                // Whoever draws it says so.
                return new ByteArrayInputStream(all);
            } finally {
                reader.dispose();
            }
        }
        return new ByteArrayInputStream(all);
    }

    private static void check(int width, int height, DecodeOptions options) {
        long dots = (long) width * height;
        long kept = dots / Math.max(1, (long) options.getSubsamplingX() * options.getSubsamplingY());
        if (dots > MOST_DOTS || width > MOST_OF_A_SIDE || height > MOST_OF_A_SIDE || tooMany(kept)) {
            throw new TooMuch("a picture has " + width + " by " + height + " dots");
        }
    }

    private static boolean tooMany(long dots) {
        return dots * BYTES_OF_A_DOT > Runtime.getRuntime().maxMemory() / SHARE;
    }

    private OutputStream bounded(OutputStream unpacked, COSDictionary parameters) {
        boolean picture = Unpacked.picture(parameters);
        long most = Unpacked.most(parameters);
        return new FilterOutputStream(unpacked) {
            private long size;
            private long asked;

            @Override
            public void write(int one) throws IOException {
                room(1);
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                room(length);
                out.write(bytes, from, length);
            }

            /** Runs of one byte come byte by byte; what costs more than counting is done once in a while. */
            private void room(int more) {
                size += more;
                if (size < asked + OFTEN && size <= most) {
                    return;
                }
                if (size > most) {
                    throw Unpacked.tooLarge(most);
                }
                // Each way out of a filter comes through here, so that a thread for which nobody waits ends.
                if (unwanted.getAsBoolean()) {
                    throw new TooMuch("nobody waits any more");
                }
                if (!picture) {
                    Allowance.take(size - asked);
                }
                asked = size;
            }
        };
    }
}
