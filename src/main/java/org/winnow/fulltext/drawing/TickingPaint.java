package org.winnow.fulltext.drawing;

import java.awt.Color;
import java.awt.Paint;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.ColorModel;
import java.awt.image.Raster;

/** One colour, asked for tile by tile of what it fills: a shape of a million lines can be stopped between two tiles. */
record TickingPaint(Color colour, Runnable tick) implements Paint {
    @Override
    public PaintContext createContext(
            ColorModel model, Rectangle device, Rectangle2D user, AffineTransform transform, RenderingHints hints) {
        PaintContext context = colour.createContext(model, device, user, transform, hints);
        return new PaintContext() {
            @Override
            public void dispose() {
                context.dispose();
            }

            @Override
            public ColorModel getColorModel() {
                return context.getColorModel();
            }

            @Override
            public Raster getRaster(int x, int y, int width, int height) {
                tick.run();
                return context.getRaster(x, y, width, height);
            }
        };
    }

    @Override
    public int getTransparency() {
        return colour.getTransparency();
    }
}
