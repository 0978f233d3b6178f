package org.winnow.fulltext.jpeg2000;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Tells Java that there is a reader of JPEG 2000; named in {@code META-INF/services}. */
public final class Jpeg2000ReaderSpi extends ImageReaderSpi {
    public Jpeg2000ReaderSpi() {
        super(
                "Winnow",
                "1",
                new String[] {"JPEG2000", "jpeg2000", "JPEG 2000"},
                new String[] {"jp2", "j2k", "jpx"},
                new String[] {"image/jp2", "image/jpx"},
                Jpeg2000Reader.class.getName(),
                new Class<?>[] {ImageInputStream.class},
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    @Override
    public boolean canDecodeInput(Object source) throws IOException {
        if (!(source instanceof ImageInputStream in)) {
            return false;
        }
        in.mark();
        try {
            byte[] head = new byte[8];
            int read = in.read(head);
            boolean wrapped = read == 8 && head[4] == 'j' && head[5] == 'P';
            boolean bare = read >= 4 && (head[0] & 0xFF) == 0xFF && head[1] == 0x4F && (head[2] & 0xFF) == 0xFF;
            return wrapped || bare;
        } finally {
            in.reset();
        }
    }

    @Override
    public ImageReader createReaderInstance(@Nullable Object extension) {
        return new Jpeg2000Reader(this);
    }

    @Override
    public String getDescription(@Nullable Locale locale) {
        return "JPEG 2000";
    }
}
