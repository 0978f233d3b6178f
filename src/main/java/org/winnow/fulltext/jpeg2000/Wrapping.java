package org.winnow.fulltext.jpeg2000;

/**
 * What stands around a coded picture in a file (T.800, annex I).
 *
 * @param stream where the coded picture begins
 * @param colours how many there are of them: 1 for grey, 3, or 4 for print; 0 where the file does not say
 * @param luminance whether the first of three is the brightness and the others are differences from it (sYCC)
 * @param palette colours that samples stand for: one list for each component; empty for none
 */
record Wrapping(int stream, int colours, boolean luminance, byte[][] palette) {
    private static final int HEAD = 0x6A703268;
    private static final int COLOURS = 0x636F6C72;
    private static final int PALETTE = 0x70636C72;
    private static final int STREAM = 0x6A703263;
    private static final int PRINT = 12;
    private static final int GREY = 17;
    private static final int LUMINANCE = 18;

    static Wrapping of(byte[] file) throws Damaged {
        Bytes in = new Bytes(file, 0, file.length);
        return in.next(Markers.START)
                ? new Wrapping(0, 0, false, new byte[0][])
                : new Wrapping(0, 0, false, new byte[0][]).with(in);
    }

    private Wrapping with(Bytes in) throws Damaged {
        Wrapping found = this;
        while (in.left() >= 8) {
            long length = in.four();
            int kind = (int) in.four();
            if (kind == STREAM) {
                return new Wrapping(in.at() + (length == 1 ? 8 : 0), found.colours, found.luminance, found.palette);
            }
            if (length == 1 || length > in.left() + 8L) {
                throw new Damaged("has a part that is longer than itself");
            }
            Bytes box = in.part(length == 0 ? in.left() : (int) Math.max(0, length - 8));
            found = kind == HEAD ? found.head(box) : found;
        }
        throw new Damaged("has nothing in it");
    }

    private Wrapping head(Bytes in) throws Damaged {
        Wrapping found = this;
        while (in.left() >= 8) {
            int length = in.length();
            int kind = (int) in.four();
            Bytes box = in.part(length == 0 ? in.left() : Math.max(0, length - 8));
            if (kind == COLOURS && found.colours == 0) {
                found = found.colours(box);
            } else if (kind == PALETTE) {
                found = new Wrapping(0, found.colours, found.luminance, palette(box));
            }
        }
        return found;
    }

    /** The file may say it in several ways; the first one counts. */
    private Wrapping colours(Bytes in) throws Damaged {
        int method = in.one();
        in.two();
        if (method != 1) {
            return this;
        }
        int space = (int) in.four();
        return new Wrapping(0, space == GREY ? 1 : space == PRINT ? 4 : 3, space == LUMINANCE, palette);
    }

    private static byte[][] palette(Bytes in) throws Damaged {
        int entries = in.two();
        int columns = in.one();
        int[] depths = new int[columns];
        for (int c = 0; c < columns; c++) {
            depths[c] = (in.one() & 0x7F) + 1;
        }
        byte[][] palette = new byte[columns][entries];
        for (int entry = 0; entry < entries; entry++) {
            for (int c = 0; c < columns; c++) {
                int value = depths[c] > 8 ? in.two() >> depths[c] - 8 : in.one();
                palette[c][entry] = (byte) value;
            }
        }
        return palette;
    }
}
