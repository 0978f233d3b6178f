package org.winnow.fulltext.drawing;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;

/** Goes through the letters of one page after another; hears often whether to go on, and ends where a page has no end. */
public abstract class CarefulText extends PDFTextStripper {
    /** A map drawn line by line has a few million; parts that contain each other have no end. */
    private static final int MOST_OPERATORS = 5_000_000;

    private static final int OFTEN = 1000;

    private final Runnable tick;
    private final FontCheck fonts = new FontCheck();
    private Nesting nesting = new Nesting();
    private int operators;

    /** @param tick called now and then; what it throws ends the reading */
    protected CarefulText(Runnable tick) {
        this.tick = tick;
    }

    /**
     * Goes through a page.
     *
     * @throws TooMuch when the page asks for more than any page needs; the letters until then have been told
     */
    protected final void through(PDPage page) throws IOException {
        if (getStartPage() != 0) {
            // Pages are given to it one by one, which it does not count.
            setStartPage(0);
        }
        nesting = new Nesting();
        operators = 0;
        Allowance.renew();
        Unpacked.check(page, tick);
        // Not writeText, which goes through the whole document for every page.
        processPage(page);
    }

    protected final void tick() {
        tick.run();
    }

    /** Pages that draw without end and have no text can be stopped too. */
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (operators++ % OFTEN == 0) {
            tick.run();
        }
        if (operators > MOST_OPERATORS) {
            throw new TooMuch("it has more than 5,000,000 steps");
        }
        fonts.before(operator, operands, getResources());
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
}
