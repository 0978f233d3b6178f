package org.winnow.fulltext.jpeg2000;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads pictures in JPEG 2000 for whoever asks Java for it, which PDFBox does. */
final class Jpeg2000Reader extends ImageReader {
    private @Nullable Jpeg2000 picture;

    Jpeg2000Reader(Jpeg2000ReaderSpi spi) {
        super(spi);
    }

    private Jpeg2000 picture() throws IOException {
        Jpeg2000 known = picture;
        if (known == null) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] block = new byte[1 << 16];
            ImageInputStream in = (ImageInputStream) getInput();
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                all.write(block, 0, read);
            }
            known = new Jpeg2000(all.toByteArray());
            picture = known;
        }
        return known;
    }

    @Override
    public void setInput(Object input, boolean forwardOnly, boolean ignoreMetadata) {
        super.setInput(input, forwardOnly, ignoreMetadata);
        picture = null;
    }

    @Override
    public int getNumImages(boolean search) {
        return 1;
    }

    @Override
    public int getWidth(int index) throws IOException {
        return picture().width();
    }

    @Override
    public int getHeight(int index) throws IOException {
        return picture().height();
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) {
        return Collections.emptyIterator();
    }

    @Override
    public @Nullable IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public @Nullable IIOMetadata getImageMetadata(int index) {
        return null;
    }

    @Override
    public BufferedImage read(int index, @Nullable ImageReadParam wanted) throws IOException {
        try {
            int every = wanted == null || wanted.getSourceXSubsampling() != wanted.getSourceYSubsampling()
                    ? 1
                    : wanted.getSourceXSubsampling();
            BufferedImage whole = picture().read(every);
            Rectangle part = wanted == null ? null : wanted.getSourceRegion();
            return part == null ? whole : part(whole, part, every);
        } catch (ArithmeticException | IndexOutOfBoundsException | NegativeArraySizeException wild) {
            throw new IOException("the JPEG 2000 picture is damaged", wild);
        }
    }

    private static BufferedImage part(BufferedImage whole, Rectangle part, int every) {
        int x = Math.min(part.x / every, whole.getWidth() - 1);
        int y = Math.min(part.y / every, whole.getHeight() - 1);
        return whole.getSubimage(
                x,
                y,
                Math.clamp((part.width + every - 1) / every, 1, whole.getWidth() - x),
                Math.clamp((part.height + every - 1) / every, 1, whole.getHeight() - y));
    }
}
