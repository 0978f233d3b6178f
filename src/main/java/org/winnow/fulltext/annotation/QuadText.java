package org.winnow.fulltext.annotation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.winnow.fulltext.drawing.CarefulText;
import org.winnow.fulltext.drawing.TooMuch;
import org.winnow.model.Quad;

/** Tells which words stand inside quads, in the coordinates of the page itself. */
final class QuadText extends CarefulText {
    /** A gap wider than this share of the size of the type divides words. */
    private static final float GAP = 0.18f;

    private static final int MOST_OF_A_PAGE = 200_000;

    /** A letter, where its baseline begins and ends, and a point in its middle. */
    private record Glyph(String text, float x, float y, float endX, float endY, float midX, float midY, float size) {
        boolean blank() {
            return text.isBlank();
        }
    }

    private final PDDocument document;
    private final List<Glyph> glyphs = new ArrayList<>();
    private int read;
    private float left;
    private float bottom;

    /** @param tick called now and then; what it throws ends the reading */
    QuadText(PDDocument document, Runnable tick) {
        super(tick);
        this.document = document;
    }

    /** The words inside quads of a page, quad by quad; empty where the page cannot be read. */
    String in(int page, List<Quad> quads) {
        if (read != page) {
            read(page);
        }
        StringBuilder all = new StringBuilder();
        Glyph last = null;
        for (Quad quad : quads) {
            List<Glyph> line = in(quad);
            if (line.isEmpty()) {
                continue;
            }
            String words = words(line);
            // Some programs give the end of a line a quad of its own.
            boolean goesOn = last != null && !last.blank() && !line.get(0).blank() && !apart(last, line.get(0));
            boolean divided = !goesOn
                    && !all.isEmpty()
                    && all.charAt(all.length() - 1) == '-'
                    && !words.isEmpty()
                    && Character.isLowerCase(words.charAt(0));
            if (divided) {
                all.setLength(all.length() - 1);
            } else if (!goesOn && !all.isEmpty() && !words.isEmpty()) {
                all.append(' ');
            }
            all.append(words);
            last = line.get(line.size() - 1);
        }
        return all.toString();
    }

    private void read(int page) {
        glyphs.clear();
        read = page;
        PDRectangle crop = document.getPage(page - 1).getCropBox();
        left = crop.getLowerLeftX();
        bottom = crop.getLowerLeftY();
        try {
            through(document.getPage(page - 1));
        } catch (TooMuch enough) {
            // The letters until then may be all that is marked.
            read = page;
        } catch (IOException | IllegalArgumentException | ClassCastException | IndexOutOfBoundsException damaged) {
            glyphs.clear();
        }
    }

    /** Letters are gathered as they come; nothing is written. */
    @Override
    protected void writePage() {}

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = position.getUnicode();
        if (text == null || glyphs.size() >= MOST_OF_A_PAGE) {
            return;
        }
        Matrix matrix = position.getTextMatrix();
        float x = matrix.getTranslateX() + left;
        float y = matrix.getTranslateY() + bottom;
        float endX = position.getEndX() + left;
        float endY = position.getEndY() + bottom;
        // A quarter of the type's size above the baseline is inside every letter.
        float upX = matrix.getShearX() / 4;
        float upY = matrix.getScaleY() / 4;
        float size = (float) Math.hypot(matrix.getShearX(), matrix.getScaleY());
        glyphs.add(new Glyph(text, x, y, endX, endY, (x + endX) / 2 + upX, (y + endY) / 2 + upY, size));
    }

    private List<Glyph> in(Quad quad) {
        return glyphs.stream()
                .filter(glyph -> inside(quad, glyph.midX(), glyph.midY()))
                .toList();
    }

    private static String words(List<Glyph> line) {
        StringBuilder words = new StringBuilder();
        Glyph before = null;
        for (Glyph glyph : line) {
            words.append(before != null && apart(before, glyph) ? " " : "").append(glyph.text());
            before = glyph;
        }
        return words.toString().replaceAll("\\s+", " ").strip();
    }

    private static boolean apart(Glyph before, Glyph next) {
        return Math.hypot(next.x() - before.endX(), next.y() - before.endY()) > GAP * next.size();
    }

    /** Round the corners 1, 2, 4, 3 a point inside is always on the same side. */
    private static boolean inside(Quad q, float x, float y) {
        boolean a = side(q.x1(), q.y1(), q.x2(), q.y2(), x, y) >= 0;
        boolean b = side(q.x2(), q.y2(), q.x4(), q.y4(), x, y) >= 0;
        boolean c = side(q.x4(), q.y4(), q.x3(), q.y3(), x, y) >= 0;
        boolean d = side(q.x3(), q.y3(), q.x1(), q.y1(), x, y) >= 0;
        return a == b && b == c && c == d;
    }

    private static float side(float ax, float ay, float bx, float by, float x, float y) {
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    }
}
