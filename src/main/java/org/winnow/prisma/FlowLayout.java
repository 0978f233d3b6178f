package org.winnow.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.prisma.FlowDiagram.Arrow;
import org.winnow.prisma.FlowDiagram.Box;
import org.winnow.prisma.FlowDiagram.Fill;
import org.winnow.prisma.FlowDiagram.Note;
import org.winnow.prisma.FlowDiagram.Point;
import org.winnow.prisma.FlowDiagram.Shape;
import org.winnow.prisma.FlowDiagram.SideBar;
import org.winnow.prisma.FlowDiagram.TextLine;
import org.winnow.prisma.FlowDiagram.TitleBar;

/**
 * Lays out the diagram: two columns of boxes for each arm, in rows whose boxes share a centre line, so that every arrow
 * between neighbours is level or upright. All lengths in points.
 */
final class FlowLayout {
    private static final Fill WHITE = new Fill(0xFFFFFF, true);
    private static final Fill GREY = new Fill(0xE4E4E4, true);
    private static final Fill GREY_TITLE = new Fill(0xD3D3D3, false);
    private static final Fill GOLDENROD = new Fill(0xFFC125, false);
    private static final Fill LIGHT_BLUE = new Fill(0xBCD2EE, false);

    private static final double MARGIN = 14;
    private static final double SIDE_BAR = 20;
    private static final double SIDE_GAP = 12;
    private static final double GAP = 28;
    private static final double ARM_GAP = 22;
    private static final double ROW_GAP = 24;
    private static final double TITLE = 24;
    private static final double TITLE_GAP = 16;
    private static final double PAD = 7;
    private static final double LEADING = 11.5;
    private static final double RADIUS = 6;
    private static final double NOTE = 24;

    // Of Liberation Sans: the height of a capital, in parts of the size.
    private static final double CAPITAL = 0.729;

    private final FlowCounts counts;
    private final Template template;
    private final TextMeasure measure;
    private final FlowWording wording;
    private final double boxWidth;
    private final List<Shape> shapes = new ArrayList<>();

    FlowLayout(FlowCounts counts, Template template, TextMeasure measure) {
        this.counts = counts;
        this.template = template;
        this.measure = measure;
        this.wording = new FlowWording(counts);
        this.boxWidth = template.otherMethods() ? 162 : 200;
    }

    FlowDiagram diagram() {
        titles();
        double top = MARGIN + TITLE + TITLE_GAP;
        Row identification = new Row(
                top,
                cell(0, WHITE, wording.identified()),
                cell(1, WHITE, wording.removed()),
                cell(2, GREY, wording.otherIdentified()));
        Row screening = new Row(
                identification.bottom() + ROW_GAP,
                cell(0, WHITE, wording.screened()),
                cell(1, WHITE, wording.excludedBefore()));
        Row retrieval = new Row(
                screening.bottom() + ROW_GAP,
                cell(0, WHITE, wording.sought("dbr")),
                cell(1, WHITE, wording.notRetrieved("dbr")),
                cell(2, GREY, wording.sought("other")),
                cell(3, GREY, wording.notRetrieved("other")));
        Row eligibility = new Row(
                retrieval.bottom() + ROW_GAP,
                cell(0, WHITE, wording.assessed("dbr")),
                cell(1, WHITE, wording.excluded("dbr", counts.reasons())),
                cell(2, GREY, wording.assessed("other")),
                cell(3, GREY, wording.excluded("other", counts.otherReasons())));
        Row inclusion = new Row(eligibility.bottom() + ROW_GAP, cell(0, WHITE, wording.included()));
        List<Row> rows = List.of(identification, screening, retrieval, eligibility, inclusion);
        side("identification", "Identification", MARGIN, identification.bottom());
        side("screening", "Screening", screening.top(), eligibility.bottom());
        side("included", "Included", inclusion.top(), inclusion.bottom());
        rows.forEach(r -> shapes.addAll(r.boxes()));
        arrows(rows);
        return new FlowDiagram(title(), description(rows), width(), end(inclusion.bottom()), shapes);
    }

    private void titles() {
        shapes.add(bar("title_databases", "Identification of studies via databases and registers", 0, GOLDENROD));
        if (template.otherMethods()) {
            shapes.add(bar("title_other", "Identification of studies via other methods", 2, GREY_TITLE));
        }
    }

    private TitleBar bar(String name, String text, int column, Fill fill) {
        double w = 2 * boxWidth + GAP;
        double width = measure.width(text, FlowDiagram.FONT_SIZE);
        double x = x(column);
        TextLine line = new TextLine(text, x + (w - width) / 2, middle(MARGIN + TITLE / 2), width);
        return new TitleBar(name, x, MARGIN, w, TITLE, RADIUS, fill, line);
    }

    private void side(String name, String text, double top, double bottom) {
        double width = measure.width(text, FlowDiagram.FONT_SIZE);
        TextLine line = new TextLine(text, middle(MARGIN + SIDE_BAR / 2), (top + bottom + width) / 2, width);
        shapes.add(new SideBar("side_" + name, MARGIN, top, SIDE_BAR, bottom - top, RADIUS, LIGHT_BLUE, line));
    }

    /** A box before its row has a place: at y 0. */
    private Box cell(int column, Fill fill, FlowWording.Content content) {
        List<TextLine> lines = new ArrayList<>();
        for (Paragraph paragraph : content.paragraphs()) {
            for (Paragraph.Line line : paragraph.lines(measure, FlowDiagram.FONT_SIZE, boxWidth - 2 * PAD)) {
                double baseline = PAD + LEADING * lines.size() + (LEADING + CAPITAL * FlowDiagram.FONT_SIZE) / 2;
                double width = measure.width(line.text(), FlowDiagram.FONT_SIZE);
                lines.add(new TextLine(line.text(), x(column) + PAD + line.indent(), baseline, width));
            }
        }
        double height = 2 * PAD + LEADING * lines.size();
        return new Box(content.name(), x(column), 0, boxWidth, height, fill, lines);
    }

    /** Boxes side by side around one centre line; columns that the template lacks are left out. */
    private final class Row {
        private final double top;
        private final double height;
        private final List<Box> boxes;

        Row(double top, Box... cells) {
            List<Box> shown = Stream.of(cells)
                    .filter(b -> template.otherMethods() || b.x() < x(2))
                    .toList();
            this.top = top;
            this.height = shown.stream().mapToDouble(Box::h).max().orElse(0);
            this.boxes = shown.stream().map(this::placed).toList();
        }

        double top() {
            return top;
        }

        double bottom() {
            return top + height;
        }

        List<Box> boxes() {
            return boxes;
        }

        Box box(int column) {
            return boxes.get(column);
        }

        private Box placed(Box box) {
            double y = top + (height - box.h()) / 2;
            List<TextLine> lines = box.lines().stream()
                    .map(l -> new TextLine(l.text(), l.x(), l.baseline() + y, l.width()))
                    .toList();
            return new Box(box.name(), box.x(), y, box.w(), box.h(), box.fill(), lines);
        }
    }

    private void arrows(List<Row> rows) {
        for (int i = 0; i < 4; i++) {
            right(rows.get(i).box(0), rows.get(i).box(1));
            down(rows.get(i).box(0), rows.get(i + 1).box(0));
        }
        if (template.otherMethods()) {
            down(rows.get(0).box(2), rows.get(2).box(2));
            down(rows.get(2).box(2), rows.get(3).box(2));
            right(rows.get(2).box(2), rows.get(2).box(3));
            right(rows.get(3).box(2), rows.get(3).box(3));
            join(rows.get(3).box(2), rows.get(4).box(0));
        }
    }

    private void right(Box from, Box to) {
        double y = from.y() + from.h() / 2;
        shapes.add(new Arrow(List.of(new Point(from.x() + from.w(), y), new Point(to.x(), y))));
    }

    private void down(Box from, Box to) {
        double x = from.x() + from.w() / 2;
        shapes.add(new Arrow(List.of(new Point(x, from.y() + from.h()), new Point(x, to.y()))));
    }

    private void join(Box from, Box to) {
        double x = from.x() + from.w() / 2;
        double y = to.y() + to.h() / 2;
        shapes.add(
                new Arrow(List.of(new Point(x, from.y() + from.h()), new Point(x, y), new Point(to.x() + to.w(), y))));
    }

    /** Adds the note where the sums are broken, and says where the page ends. */
    private double end(double bottom) {
        if (SumRules.of(counts).broken().stream().noneMatch(BrokenRule::error)) {
            return bottom + MARGIN;
        }
        String text = "Counts do not add up yet: see the warnings";
        double width = measure.width(text, FlowDiagram.FONT_SIZE);
        shapes.add(new Note("note", new TextLine(text, x(0), bottom + NOTE, width)));
        return bottom + NOTE + MARGIN;
    }

    private String title() {
        return template.otherMethods()
                ? "PRISMA 2020 flow diagram: databases, registers and other methods"
                : "PRISMA 2020 flow diagram: databases and registers";
    }

    /** The boxes as running text, arm by arm. */
    private String description(List<Row> rows) {
        return Stream.of(0, 1)
                .flatMap(arm -> rows.stream()
                        .flatMap(r -> r.boxes().stream())
                        .filter(b -> arm == 0 ? b.x() < x(2) : b.x() >= x(2)))
                .map(b -> b.lines().stream().map(TextLine::text).collect(Collectors.joining(" ")) + ".")
                .collect(Collectors.joining(" "));
    }

    private double x(int column) {
        return MARGIN + SIDE_BAR + SIDE_GAP + column * (boxWidth + GAP) + (column > 1 ? ARM_GAP - GAP : 0);
    }

    private double width() {
        return x(template.otherMethods() ? 3 : 1) + boxWidth + MARGIN;
    }

    /** The baseline for text that is centred on a line. */
    private static double middle(double centre) {
        return centre + CAPITAL * FlowDiagram.FONT_SIZE / 2;
    }
}
