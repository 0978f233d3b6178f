package org.winnow.prisma;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Draws text that the diagram's font cannot set by itself: scripts that it lacks, from the fonts of this computer, and
 * scripts that run from right to left or join their letters. The result is the outline of the letters, which no reader
 * needs a font for.
 */
final class ForeignText {
    private static final Logger LOG = Logger.getLogger(ForeignText.class.getName());

    private final List<Font> fonts = new ArrayList<>();
    private boolean ready;

    /** Whether a line needs this at all. */
    static boolean needed(String line, TextMeasure measure) {
        return line.codePoints()
                .anyMatch(c -> !measure.has(c)
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HEBREW
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    }

    /**
     * The outline of a line, y downwards from its baseline; empty where this computer has no font for some of it.
     *
     * @param room points across; a wider line is set narrower
     * @param rightToLeft whether the line ends at the left: then its right end is at {@code room}
     */
    Optional<Shape> outline(String line, double size, double room, boolean rightToLeft) {
        try {
            prepare();
            Optional<AttributedString> text = inFonts(line, (float) size);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            text.get()
                    .addAttribute(
                            TextAttribute.RUN_DIRECTION,
                            rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
            TextLayout layout = new TextLayout(text.get().getIterator(), new FontRenderContext(null, true, true));
            double narrower = Math.min(1, room / layout.getAdvance());
            double start = rightToLeft ? room - layout.getAdvance() * narrower : 0;
            AffineTransform place = AffineTransform.getTranslateInstance(start, 0);
            place.scale(narrower, 1);
            return Optional.of(layout.getOutline(place));
        } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError e) {
            // A computer without a font system still gets its diagram, with a square for each such character.
            LOG.log(Level.FINE, "no outlines of foreign text", e);
            return Optional.empty();
        }
    }

    private void prepare() throws IOException, FontFormatException {
        if (ready) {
            return;
        }
        ready = true;
        try (InputStream own = TextMeasure.fontFile()) {
            fonts.add(Font.createFont(Font.TRUETYPE_FONT, own));
        }
        fonts.addAll(List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()));
    }

    private Optional<AttributedString> inFonts(String line, float size) {
        AttributedString text = new AttributedString(line);
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            Optional<Font> font = fonts.stream().filter(f -> f.canDisplay(c)).findFirst();
            if (font.isEmpty()) {
                return Optional.empty();
            }
            int end = i + Character.charCount(c);
            text.addAttribute(TextAttribute.FONT, font.get().deriveFont(size), i, end);
            i = end;
        }
        return Optional.of(text);
    }
}
