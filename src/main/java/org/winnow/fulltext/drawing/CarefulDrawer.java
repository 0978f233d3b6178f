package org.winnow.fulltext.drawing;

import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.font.PDType3CharProc;
import org.apache.pdfbox.pdmodel.graphics.PDLineDashPattern;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDAbstractPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDShadingPattern;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;

/** Draws one page; hears between any two operators, and within those that take long, whether to go on. */
final class CarefulDrawer extends PageDrawer {
    /** A page scanned at 600 dpi in A3 has 70 million; what is larger is left out. */
    private static final long MOST_DOTS = 200_000_000;
    /** The share of the memory that a picture may take which is made whole before it is made smaller. */
    private static final long SHARE = 4;

    private static final long BYTES_OF_A_DOT = 4;
    /** Drawn so that it can be stopped in the middle, which costs other paths more than it is worth. */
    private static final int LONG_PATH = 10_000;
    /** Where lines may cross each other more often than this, what they enclose takes too long to find out. */
    private static final double MOST_CROSSINGS = 1_000_000;
    /** Pixels that all lines of a shape may go up and down on the page: what has more is black all over, and takes many seconds. */
    private static final double MOST_DOWN = 50_000_000;
    /** Finer dashes are seen as a line. */
    private static final double MOST_DASHES = 100_000;

    private final CarefulRenderer renderer;
    private final Nesting nesting = new Nesting();
    private final FontCheck fonts = new FontCheck();
    private boolean slow;

    CarefulDrawer(PageDrawerParameters parameters, CarefulRenderer renderer) throws IOException {
        super(parameters);
        this.renderer = renderer;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        renderer.tick();
        fonts.before(operator, operands, getResources());
        super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException exception)
            throws IOException {
        if (exception instanceof MissingImageReaderException) {
            renderer.remark("a picture in a format that cannot be read here");
        } else if (operator.getName().equals(OperatorName.DRAW_OBJECT)) {
            renderer.remark("a picture that is damaged");
        }
        super.operatorException(operator, operands, exception);
    }

    @Override
    public void saveGraphicsState() {
        Nesting.check(getGraphicsStackSize());
        super.saveGraphicsState();
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        nesting.within(form.getCOSObject(), renderer::tick, () -> super.showForm(form));
    }

    @Override
    protected void processTransparencyGroup(PDTransparencyGroup group) throws IOException {
        nesting.within(group.getCOSObject(), renderer::tick, () -> super.processTransparencyGroup(group));
    }

    @Override
    protected void processType3Stream(PDType3CharProc glyph, Matrix matrix) throws IOException {
        nesting.within(glyph.getCOSObject(), renderer::tick, () -> super.processType3Stream(glyph, matrix));
    }

    @Override
    protected Paint getPaint(PDColor colour) throws IOException {
        PDAbstractPattern pattern =
                colour.getColorSpace() instanceof PDPattern patterns ? patterns.getPattern(colour) : null;
        if (pattern == null) {
            Paint paint = super.getPaint(colour);
            return slow && paint instanceof Color plain ? new TickingPaint(plain, renderer::tick) : paint;
        }
        if (pattern instanceof PDShadingPattern shaded && shaded.getShading() != null) {
            Matrix matrix = Matrix.concatenate(getInitialMatrix(), shaded.getMatrix());
            return stoppable(shaded.getShading()).toPaint(matrix);
        }
        Paint[] paint = {new Color(0, true)};
        nesting.within(pattern.getCOSObject(), renderer::tick, () -> paint[0] = super.getPaint(colour));
        return paint[0];
    }

    private PDShading stoppable(PDShading shading) throws IOException {
        if (shading.getColorSpace() != null) {
            shading.setColorSpace(TickingColours.of(shading.getColorSpace(), renderer::tick));
        }
        return shading;
    }

    @Override
    public void shadingFill(COSName name) throws IOException {
        PDShading shading = getResources().getShading(name);
        if (shading != null) {
            // The document keeps shadings, so that the same one is looked up once more.
            stoppable(shading);
        }
        super.shadingFill(name);
    }

    @Override
    public void fillPath(int rule) throws IOException {
        PathCost cost = PathCost.of(getLinePath(), getCurrentPage().getCropBox());
        if (tooLong(cost, 0)) {
            return;
        }
        boolean patterned = getGraphicsState().getNonStrokingColorSpace() instanceof PDPattern;
        if (patterned && cost.crossings() > MOST_CROSSINGS) {
            renderer.remark("a pattern within lines that cross each other too often");
            endPath();
            return;
        }
        slow = cost.pieces() > LONG_PATH;
        super.fillPath(rule);
        slow = false;
    }

    @Override
    public void strokePath() throws IOException {
        PathCost cost = PathCost.of(getLinePath(), getCurrentPage().getCropBox());
        PDGraphicsState state = getGraphicsState();
        if (tooLong(cost, Math.abs(transformWidth(state.getLineWidth())))) {
            return;
        }
        PDLineDashPattern dashes = state.getLineDashPattern();
        if (cost.length() > MOST_DASHES * period(dashes)) {
            state.setLineDashPattern(new PDLineDashPattern());
        }
        slow = cost.pieces() > LONG_PATH;
        super.strokePath();
        slow = false;
        state.setLineDashPattern(dashes);
    }

    /** Leaves a shape out that nobody would wait for. @param width of its lines, 0 where it is filled */
    private boolean tooLong(PathCost cost, double width) {
        double sides = width == 0 ? cost.down() : 2 * (cost.down() + cost.pieces() * width);
        boolean tooLong = sides * renderer.scale() > MOST_DOWN;
        if (tooLong) {
            renderer.remark(String.format(Locale.ROOT, "a shape of %,d lines", cost.pieces()));
            endPath();
        }
        return tooLong;
    }

    /** Infinite where there are no dashes. */
    private double period(PDLineDashPattern dashes) {
        double period = 0;
        for (float dash : dashes.getDashArray()) {
            period += Math.abs(transformWidth(dash));
        }
        return period == 0 ? Double.POSITIVE_INFINITY : period;
    }

    /** Cuts by the box around a path where the path itself takes too long to work out. */
    @Override
    public void clip(int rule) {
        if (PathCost.of(getLinePath(), getCurrentPage().getCropBox()).crossings() <= MOST_CROSSINGS) {
            super.clip(rule);
            return;
        }
        GeneralPath path = (GeneralPath) getLinePath().clone();
        Rectangle2D box = path.getBounds2D();
        getLinePath().reset();
        getLinePath().append(box, false);
        super.clip(rule);
        getLinePath().reset();
        getLinePath().append(path, false);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        AffineTransform onto =
                getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        long smaller = getSubsampling(image, onto);
        PDImage mask = mask(image);
        long whole = Math.max(image.isStencil() ? dots(image) : 0, dots(mask) / (smaller * smaller));
        PDImage larger = dots(mask) > dots(image) ? mask : image;
        if (dots(larger) > MOST_DOTS || whole > Runtime.getRuntime().maxMemory() / SHARE / BYTES_OF_A_DOT) {
            renderer.remark("a picture of " + larger.getWidth() + " by " + larger.getHeight() + " dots");
            return;
        }
        try {
            Unpacked.check(image.getCOSObject(), renderer::tick);
            super.drawImage(image);
        } catch (TooMuch bomb) {
            renderer.remark("a picture that unpacks to more than its dots");
        }
    }

    private static long dots(PDImage image) {
        return (long) image.getWidth() * image.getHeight();
    }

    /** The picture that says which of its dots are seen; the picture itself where all are. */
    private static PDImage mask(PDImage image) throws IOException {
        if (!(image instanceof PDImageXObject file)) {
            return image;
        }
        PDImage soft = file.getSoftMask();
        PDImage hard = soft == null ? file.getMask() : soft;
        return hard == null ? file : hard;
    }
}
