package org.winnow.fulltext.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.text.TextPosition;

/** Puts glyphs together to words: by the blanks that the page has, and by the gaps where it has none. */
final class Words {
    /** A gap of more than this share of the font's own blank is one; tight lines have blanks of half of it. */
    private static final float BLANK = 0.4f;
    /** A glyph that is further above or below than this share of the size belongs to another line. */
    private static final float RISE = 0.45f;

    /** Soft, true and unbreakable: publishers divide words with any of them. */
    private static final Pattern HYPHENS = Pattern.compile("[\u00AD\u2010\u2011]");

    /** Asked for every letter, told once for each font. */
    private final Map<PDFont, Boolean> boldFaces = new IdentityHashMap<>();

    private final List<Word> words = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<Float, Integer> sizes = new TreeMap<>();
    private float[] starts = new float[32];
    private int told;
    private float left;
    private float top;
    private float right;
    private float baseline;
    private float size;
    private String face = "";
    private int bold;
    private int letters;

    private Words() {}

    /**
     * The words of a page in the order in which it draws them.
     *
     * @param direction of writing in degrees; what runs otherwise (a stamp along the edge) is left out
     */
    static List<Word> of(List<TextPosition> glyphs, float direction) {
        Words words = new Words();
        for (TextPosition glyph : glyphs) {
            if (glyph.getDir() == direction) {
                words.take(glyph);
            }
        }
        words.end();
        return words.words;
    }

    /** The direction in which most of the glyphs run, in degrees. */
    static float direction(List<TextPosition> glyphs) {
        Map<Float, Integer> directions = new TreeMap<>();
        glyphs.forEach(glyph -> directions.merge(glyph.getDir(), 1, Integer::sum));
        return directions.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }

    private void take(TextPosition glyph) {
        String letter = glyph.getUnicode();
        if (letter.isBlank() || letter.equals("\u00A0")) {
            end();
            return;
        }
        float height = sizeOf(glyph);
        float x = glyph.getXDirAdj();
        float y = glyph.getYDirAdj();
        if (!text.isEmpty() && !goesOn(glyph, height)) {
            end();
        }
        if (text.isEmpty()) {
            left = x;
            right = x;
            top = y - height;
            baseline = y;
            size = height;
            face = name(glyph.getFont());
        }
        String plain = Normalizer.normalize(letter, Normalizer.Form.NFKC).equals(letter) ? letter : plain(letter);
        tell(x, glyph.getWidthDirAdj(), plain.length());
        text.append(plain);
        sizes.merge(height, 1, Integer::sum);
        right = Math.max(right, x + glyph.getWidthDirAdj());
        left = Math.min(left, x);
        top = Math.min(top, y - height);
        bold += boldFaces.computeIfAbsent(glyph.getFont(), Words::bold) ? 1 : 0;
        letters++;
    }

    /** A ligature is one glyph and several letters, which share its width. */
    private void tell(float x, float width, int count) {
        for (int i = 0; i < count; i++) {
            if (told == starts.length) {
                starts = Arrays.copyOf(starts, 2 * told);
            }
            starts[told++] = x + width * i / count;
        }
    }

    private boolean goesOn(TextPosition glyph, float height) {
        float x = glyph.getXDirAdj();
        float y = glyph.getYDirAdj();
        float scale = Math.max(size, height);
        boolean sameLine = Math.abs(y - baseline) < RISE * scale;
        boolean near = x - right < blank(glyph, scale) && x > left - scale && x - right > -scale;
        // A reference number set high is a word of its own; a formula's low index is not.
        boolean raised = height < 0.85f * size && baseline - y > 0.15f * size;
        boolean lowered = size < 0.85f * height && y - baseline > 0.15f * height;
        return sameLine && near && !raised && !lowered;
    }

    /** Fonts that do not tell their blank, or tell a wrong one, have one of a quarter of their size. */
    private static float blank(TextPosition glyph, float scale) {
        float told = glyph.getWidthOfSpace();
        float space = Float.isFinite(told) ? Math.clamp(told, 0.2f * scale, 0.36f * scale) : 0.25f * scale;
        return BLANK * space;
    }

    /** Ligatures and full-width forms become the letters they stand for; superscript digits and fractions stay. */
    private static String plain(String letter) {
        char c = letter.charAt(0);
        boolean ligature = c >= '\uFB00' && c <= '\uFB06' || c >= '\uFF01' && c <= '\uFF5E';
        boolean arabicForm = c >= '\uFB50' && c <= '\uFDFF' || c >= '\uFE70' && c <= '\uFEFC';
        return ligature || arabicForm
                ? Normalizer.normalize(letter, Normalizer.Form.NFKC)
                : Normalizer.normalize(letter, Normalizer.Form.NFC);
    }

    private void end() {
        String word =
                HYPHENS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("-");
        if (!word.isEmpty()) {
            float most = sizes.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            Box box = new Box(left, top, right - left, baseline - top);
            Edges edges = Edges.of(starts, told, word.length(), box);
            words.add(new Word(word, box, baseline, most, bold * 2 > letters, face, edges));
        }
        text.setLength(0);
        sizes.clear();
        told = 0;
        bold = 0;
        letters = 0;
    }

    /**
     * Half points are enough to tell sizes apart, and the same type never comes out in two sizes. The size is that of the
     * height: what sets lines to one width draws type wider or narrower.
     */
    private static float sizeOf(TextPosition glyph) {
        // Fonts whose letters are drawings have their own units: what the page calls their size tells little.
        float points = Math.abs(glyph.getFont() instanceof PDType3Font ? glyph.getFontSizeInPt() : glyph.getYScale());
        float seen = points > 1 && points < 200 ? points : Math.max(1, glyph.getHeightDir() * 1.4f);
        return Math.round(seen * 2) / 2f;
    }

    private static String name(PDFont font) {
        String name = font.getName();
        return name == null ? "" : name;
    }

    private static boolean bold(PDFont font) {
        PDFontDescriptor descriptor = font.getFontDescriptor();
        String low = name(font).toLowerCase(Locale.ROOT);
        return low.contains("bold")
                || low.contains("black")
                || low.contains("heavy")
                || low.matches(".*(-bd|cmbx|\\.b|-b$).*")
                || descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
    }
}
