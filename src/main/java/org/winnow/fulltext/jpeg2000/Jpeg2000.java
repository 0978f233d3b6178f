package org.winnow.fulltext.jpeg2000;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** A picture in JPEG 2000, with eight bits a colour, in its own size or halved some times. */
final class Jpeg2000 {
    /** The share of the memory that the samples of a picture may take. */
    private static final long SHARE = 4;

    private final Wrapping wrapping;
    private final Codestream stream;

    Jpeg2000(byte[] file) throws Damaged {
        wrapping = Wrapping.of(file);
        stream = new Codestream(new Bytes(file, wrapping.stream(), file.length));
    }

    int width() {
        return stream.size().width();
    }

    int height() {
        return stream.size().height();
    }

    /** How many colours its pixels have: 1, 3 or 4. */
    private int colours() {
        int there = wrapping.palette().length > 0
                ? wrapping.palette().length
                : stream.size().components();
        int told = wrapping.colours() == 0 ? there : Math.min(there, wrapping.colours());
        return told == 2 ? 1 : Math.min(4, told);
    }

    /**
     * The picture, smaller where a part of its pixels is enough.
     *
     * @param every how far the pixels lie apart that are wanted, across and down alike
     */
    BufferedImage read(int every) throws Damaged {
        int halvings = Math.min(31 - Integer.numberOfLeadingZeros(Math.max(1, every)), stream.halvings());
        int width = (width() + every - 1) / every;
        int height = (height() + every - 1) / every;
        int colours = colours();
        Size size = stream.size();
        long samples = 4L * size.components() * (width() >> halvings) * (height() >> halvings);
        if (samples > Runtime.getRuntime().maxMemory() / SHARE) {
            throw new Damaged("is too large for the memory");
        }
        byte[] pixels = new byte[Math.multiplyExact(Math.multiplyExact(width, height), colours)];
        int tiles = Math.multiplyExact(size.tilesAcross(), size.tilesDown());
        for (int number = 0; number < tiles; number++) {
            Tile tile = stream.tile(number);
            if (tile != null) {
                tile.readPackets();
                Painting painting = new Painting(size, tile, TileSamples.of(tile, size, halvings), halvings);
                painting.onto(pixels, width, height, colours, every, wrapping);
                tile.forget();
            }
        }
        return image(pixels, width, height, colours);
    }

    private static BufferedImage image(byte[] pixels, int width, int height, int colours) {
        int[] order = new int[colours];
        for (int c = 0; c < colours; c++) {
            order[c] = c;
        }
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(pixels, pixels.length),
                width,
                height,
                width * colours,
                colours,
                order,
                new Point(0, 0));
        ColorSpace space = ColorSpace.getInstance(colours == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        boolean four = colours == 4;
        return new BufferedImage(
                new ComponentColorModel(
                        space,
                        four,
                        false,
                        four ? java.awt.Transparency.TRANSLUCENT : java.awt.Transparency.OPAQUE,
                        DataBuffer.TYPE_BYTE),
                raster,
                false,
                null);
    }
}
