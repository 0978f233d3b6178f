package org.winnow.prisma;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** How wide text is in the font of the diagram, Liberation Sans, which has the widths of Arial and Helvetica. */
final class TextMeasure {
    /** Stands in a PDF for a character that the font lacks: WHITE SQUARE, which it has. */
    private static final int MISSING = 0x25A1;

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final int unitsPerEm;

    TextMeasure() {
        try (InputStream in = fontFile()) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("The font of the diagram cannot be read.", e);
        }
    }

    /** The font file itself, as PDFBox carries it. */
    static InputStream fontFile() throws IOException {
        InputStream in =
                PDFont.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
        if (in == null) {
            throw new IOException("LiberationSans-Regular.ttf is missing from the PDF library.");
        }
        return in;
    }

    /** A font file with the letters of a text and no others. */
    static byte[] subset(String text) {
        try (InputStream in = fontFile();
                TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            TTFSubsetter subsetter = new TTFSubsetter(whole);
            CmapLookup glyphs = whole.getUnicodeCmapLookup();
            text.codePoints().filter(c -> glyphs.getGlyphId(c) != 0).forEach(subsetter::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The font of the diagram cannot be read.", e);
        }
    }

    /** Width in points at a font size in points; a character that the font lacks counts as wide as such usually are. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size;
    }

    /** The text with a square for every character that the font lacks. */
    String drawable(String text) {
        return text.codePoints()
                .map(c -> has(c) ? c : MISSING)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private double advance(int character) {
        try {
            return has(character)
                    ? (double) font.getAdvanceWidth(glyphs.getGlyphId(character)) / unitsPerEm
                    : usual(character);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In parts of the size: marks sit on their letter, alphabets are about half as wide as Han characters. */
    private static double usual(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case ARABIC, THAI, LAO, HEBREW, SYRIAC, THAANA -> 0.6;
            case DEVANAGARI, BENGALI, GUJARATI, GURMUKHI, TAMIL, TELUGU, KANNADA, SINHALA, GEORGIAN, ARMENIAN -> 0.75;
            default -> 1;
        };
    }

    boolean has(int character) {
        return glyphs.getGlyphId(character) != 0;
    }
}
