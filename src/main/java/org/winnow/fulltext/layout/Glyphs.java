package org.winnow.fulltext.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.TextPosition;
import org.winnow.fulltext.drawing.CarefulText;
import org.winnow.fulltext.drawing.TooMuch;

/** Gathers the glyphs of a page in the order in which the page draws them, without those drawn twice for boldness. */
final class Glyphs extends CarefulText {
    /** A page of a book has some 4,000; a map or a bomb has more than anybody reads. */
    private static final int MOST_OF_A_PAGE = 200_000;

    private static final int OFTEN = 1000;

    private final List<TextPosition> page = new ArrayList<>();
    private int count;

    /** Ends a page of which enough has been read. */
    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super(null, null, false, false);
        }
    }

    /** @param tick called now and then; what it throws ends the reading */
    Glyphs(Runnable tick) {
        super(tick);
        setSuppressDuplicateOverlappingText(true);
        setShouldSeparateByBeads(false);
    }

    /**
     * The glyphs of one page.
     *
     * @param number of the page, from 1
     */
    List<TextPosition> of(PDDocument document, int number) throws IOException {
        page.clear();
        count = 0;
        try {
            through(document.getPage(number - 1));
        } catch (Full | TooMuch enough) {
            writePage();
        }
        return List.copyOf(page);
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        if (count++ % OFTEN == 0) {
            tick();
        }
        if (count > MOST_OF_A_PAGE) {
            throw new Full();
        }
        if (readable(glyph)) {
            super.processTextPosition(glyph);
        }
    }

    @Override
    protected void writePage() {
        charactersByArticle.forEach(page::addAll);
    }

    private static boolean readable(TextPosition glyph) {
        String text = glyph.getUnicode();
        return text != null
                && !text.isEmpty()
                && Float.isFinite(glyph.getXDirAdj())
                && Float.isFinite(glyph.getYDirAdj());
    }
}
