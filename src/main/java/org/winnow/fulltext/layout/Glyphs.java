package org.winnow.fulltext.layout;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Gathers the glyphs of a page in the order in which the page draws them, without those drawn twice for boldness. */
final class Glyphs extends PDFTextStripper {
    /** A page of a book has some 4,000; a map or a bomb has more than anybody reads. */
    private static final int MOST_OF_A_PAGE = 200_000;

    private final Runnable tick;
    private final List<TextPosition> page = new ArrayList<>();
    private int count;

    /** @param tick called now and then; what it throws ends the reading */
    Glyphs(Runnable tick) {
        this.tick = tick;
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
        setStartPage(number);
        setEndPage(number);
        writeText(document, Writer.nullWriter());
        return List.copyOf(page);
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        if (count++ % 1000 == 0) {
            tick.run();
        }
        if (count < MOST_OF_A_PAGE && readable(glyph)) {
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
