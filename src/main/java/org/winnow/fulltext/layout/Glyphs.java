package org.winnow.fulltext.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.winnow.fulltext.drawing.Nesting;
import org.winnow.fulltext.drawing.TooMuch;
import org.winnow.fulltext.drawing.Unpacked;

/** Gathers the glyphs of a page in the order in which the page draws them, without those drawn twice for boldness. */
final class Glyphs extends PDFTextStripper {
    /** A page of a book has some 4,000; a map or a bomb has more than anybody reads. */
    private static final int MOST_OF_A_PAGE = 200_000;
    /** A map drawn line by line has a few million; parts that contain each other have no end. */
    private static final int MOST_OPERATORS = 5_000_000;

    private final Runnable tick;
    private final List<TextPosition> page = new ArrayList<>();
    private int count;
    private int operators;
    private Nesting nesting = new Nesting();

    /** Ends a page of which enough has been read. */
    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super(null, null, false, false);
        }
    }

    /** @param tick called now and then; what it throws ends the reading */
    Glyphs(Runnable tick) {
        this.tick = tick;
        setSuppressDuplicateOverlappingText(true);
        setShouldSeparateByBeads(false);
        // Pages are given to it one by one, which it does not count.
        setStartPage(0);
    }

    /**
     * The glyphs of one page.
     *
     * @param number of the page, from 1
     */
    List<TextPosition> of(PDDocument document, int number) throws IOException {
        page.clear();
        count = 0;
        operators = 0;
        nesting = new Nesting();
        try {
            Unpacked.check(document.getPage(number - 1), tick);
            // Not writeText, which goes through the whole document for every page.
            processPage(document.getPage(number - 1));
        } catch (Full | TooMuch enough) {
            writePage();
        }
        return List.copyOf(page);
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        if (count++ % 1000 == 0) {
            tick.run();
        }
        if (count > MOST_OF_A_PAGE) {
            throw new Full();
        }
        if (readable(glyph)) {
            super.processTextPosition(glyph);
        }
    }

    /** Pages that draw without end and have no text can be stopped too. */
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (operators++ % 1000 == 0) {
            tick.run();
        }
        if (operators > MOST_OPERATORS) {
            throw new Full();
        }
        super.processOperator(operator, operands);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        nesting.within(form.getCOSObject(), tick, () -> super.showForm(form));
    }

    @Override
    protected void processTransparencyGroup(PDTransparencyGroup group) throws IOException {
        nesting.within(group.getCOSObject(), tick, () -> super.processTransparencyGroup(group));
    }

    @Override
    public void saveGraphicsState() {
        Nesting.check(getGraphicsStackSize());
        super.saveGraphicsState();
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
