package org.winnow.fulltext.drawing;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;

/** A space of colours that is asked for every dot of a shading, which can thereby be stopped between two dots. */
final class TickingColours extends PDColorSpace {
    private static final int OFTEN = 64;

    private final PDColorSpace colours;
    private final Runnable tick;
    private int asked;

    private TickingColours(PDColorSpace colours, Runnable tick) {
        this.colours = colours;
        this.tick = tick;
    }

    static PDColorSpace of(PDColorSpace colours, Runnable tick) {
        return new TickingColours(colours instanceof TickingColours known ? known.colours : colours, tick);
    }

    @Override
    public float[] toRGB(float[] value) throws IOException {
        if (asked++ % OFTEN == 0) {
            tick.run();
        }
        return colours.toRGB(value);
    }

    @Override
    public String getName() {
        return colours.getName();
    }

    @Override
    public int getNumberOfComponents() {
        return colours.getNumberOfComponents();
    }

    @Override
    public float[] getDefaultDecode(int bits) {
        return colours.getDefaultDecode(bits);
    }

    @Override
    public PDColor getInitialColor() {
        return colours.getInitialColor();
    }

    @Override
    public BufferedImage toRGBImage(WritableRaster raster) throws IOException {
        return colours.toRGBImage(raster);
    }

    @Override
    public BufferedImage toRawImage(WritableRaster raster) throws IOException {
        return colours.toRawImage(raster);
    }

    @Override
    public COSBase getCOSObject() {
        return colours.getCOSObject();
    }
}
