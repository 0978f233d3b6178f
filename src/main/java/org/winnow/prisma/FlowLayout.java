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
import org.winnow.prisma.Style.Look;

/**
 * Lays out the diagram: a column for the previous version and two columns of boxes for each arm, in rows whose boxes
 * share a centre line, so that every arrow between neighbours is level or upright. All lengths in points; they grow
 * with the size of the type.
 */
final class FlowLayout {
    private static final double MARGIN = 14;
    private static final double SIDE_BAR = 20;
    private static final double SIDE_GAP = 12;
    private static final double GAP = 28;
    private static final double ARM_GAP = 22;
    private static final double ROW_GAP = 24;
    private static final double TITLE_GAP = 16;
    private static final double PAD = 7;
    private static final double LEADING = 11.5;
    private static final double RADIUS = 6;
    private static final double NOTE = 24;
    private static final double BESIDE_TITLE = 7;

    // Of Liberation Sans: the height of a capital, in parts of the size.
    private static final double CAPITAL = 0.729;

    private final FlowCounts counts;
    private final Template template;
    private final Look look;
    private final TextMeasure measure;
    private final FlowWording wording;
    private final double unit;
    private final double boxWidth;
    private final List<Shape> shapes = new ArrayList<>();
    private double titleHeight;

    FlowLayout(FlowCounts counts, Template template, Look look, TextMeasure measure) {
        this.counts = counts;
        this.template = template;
        this.look = look;
        this.measure = measure;
        this.wording = new FlowWording(counts, template.updated());
        this.unit = look.fontSize() / Style.OFFICIAL.look().fontSize();
        this.boxWidth = unit * look.narrow() * (template.otherMethods() ? 162 : 200);
    }

    FlowDiagram diagram() {
        titles();
        List<Row> rows = rows();
        side("identification", unit * MARGIN, rows.get(0).bottom());
        side("screening", rows.get(1).top(), rows.get(3).bottom());
        side("included", rows.get(4).top(), rows.getLast().bottom());
        rows.forEach(r -> shapes.addAll(r.boxes()));
        arrows(rows);
        double height = notes(rows.getLast().bottom());
        FlowDiagram diagram = new FlowDiagram(title(), description(rows), width(), height, shapes, look, false);
        return RightToLeft.reads(wording.heading("newstud")) ? RightToLeft.mirrored(diagram) : diagram;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                unit * (MARGIN + TITLE_GAP) + titleHeight,
                cell(0, wording.identified()),
                cell(1, wording.removed()),
                cell(2, wording.otherIdentified()),
                cell(-1, wording.previous())));
        rows.add(below(rows, cell(0, wording.screened()), cell(1, wording.excludedBefore())));
        rows.add(below(
                rows,
                cell(0, wording.sought("dbr")),
                cell(1, wording.notRetrieved("dbr")),
                cell(2, wording.sought("other")),
                cell(3, wording.notRetrieved("other"))));
        rows.add(below(
                rows,
                cell(0, wording.assessed("dbr")),
                cell(1, wording.excluded("dbr", counts.reasons())),
                cell(2, wording.assessed("other")),
                cell(3, wording.excluded("other", counts.otherReasons()))));
        rows.add(below(rows, cell(0, wording.included())));
        if (template.updated()) {
            rows.add(below(rows, cell(0, wording.total())));
        }
        individualData(rows);
        if (asks("total_studies_ma") || asks("total_reports_ma")) {
            rows.add(below(rows, cell(0, wording.metaAnalysis())));
        }
        return rows;
    }

    private void individualData(List<Row> rows) {
        if (FlowWording.INDIVIDUAL_DATA.stream().anyMatch(this::asks)) {
            rows.add(below(rows, cell(0, wording.individualDataSought()), cell(1, wording.individualDataMissing())));
            rows.add(below(rows, cell(0, wording.individualDataProvided()), cell(1, wording.aggregateData())));
        }
    }

    private boolean asks(String box) {
        return counts.text().asks(counts, box);
    }

    /** Headings of one height, as many lines as the longest needs. */
    private void titles() {
        List<TitleText> titles = new ArrayList<>();
        titles.add(new TitleText("title_databases", "newstud", 0, look.title()));
        if (template.otherMethods()) {
            titles.add(new TitleText("title_other", "othstud", 2, look.otherTitle()));
        }
        if (template.updated()) {
            titles.add(new TitleText("title_previous", "prevstud", -1, look.otherTitle()));
        }
        double leading = unit * LEADING;
        int most = titles.stream().mapToInt(t -> t.lines().size()).max().orElse(1);
        titleHeight = unit * (24 - LEADING) + leading * most;
        titles.forEach(t -> shapes.add(t.bar(leading)));
    }

    private final class TitleText {
        private final String name;
        private final int column;
        private final int colour;
        private final double w;
        private final List<Paragraph.Line> lines;

        TitleText(String name, String key, int column, int colour) {
            this.name = name;
            this.column = column;
            this.colour = colour;
            this.w = column < 0 ? boxWidth : 2 * boxWidth + unit * GAP;
            this.lines = new Paragraph(wording.heading(key), "", 0)
                    .lines(measure, look.fontSize(), w - 2 * unit * BESIDE_TITLE);
        }

        List<Paragraph.Line> lines() {
            return lines;
        }

        TitleBar bar(double leading) {
            double x = x(column);
            double first = unit * MARGIN + (titleHeight - leading * (lines.size() - 1)) / 2;
            List<TextLine> placed = new ArrayList<>();
            for (Paragraph.Line line : lines) {
                double width = measure.width(line.text(), look.fontSize());
                placed.add(
                        new TextLine(line.text(), x + (w - width) / 2, middle(first + leading * placed.size()), width));
            }
            Fill fill = new Fill(colour, look.outlined());
            return new TitleBar(name, x, unit * MARGIN, w, titleHeight, unit * RADIUS, fill, placed);
        }
    }

    private void side(String name, double top, double bottom) {
        String text = wording.heading(name);
        double width = measure.width(text, look.fontSize());
        TextLine line = new TextLine(text, middle(unit * (MARGIN + SIDE_BAR / 2)), (top + bottom + width) / 2, width);
        Fill fill = new Fill(look.side(), look.outlined());
        shapes.add(new SideBar(
                "side_" + name, unit * MARGIN, top, unit * SIDE_BAR, bottom - top, unit * RADIUS, fill, line));
    }

    /** A box before its row has a place: at y 0. */
    private Box cell(int column, FlowWording.Content content) {
        List<TextLine> lines = new ArrayList<>();
        double leading = unit * LEADING;
        double pad = unit * PAD;
        for (Paragraph paragraph : content.paragraphs()) {
            for (Paragraph.Line line : paragraph.lines(measure, look.fontSize(), boxWidth - 2 * pad)) {
                double baseline = pad + leading * lines.size() + (leading + CAPITAL * look.fontSize()) / 2;
                double width = measure.width(line.text(), look.fontSize());
                lines.add(new TextLine(line.text(), x(column) + pad + line.indent(), baseline, width, paragraph.key()));
            }
        }
        double height = 2 * pad + leading * lines.size();
        boolean grey = column < 0 || column > 1 || content.name().equals("total");
        Fill fill = new Fill(grey ? look.grey() : look.box(), true);
        String tooltip = counts.text().tooltips().getOrDefault(content.about(), "");
        String link = counts.text().links().getOrDefault(content.about(), "");
        return new Box(content.name(), x(column), 0, boxWidth, height, fill, lines, tooltip, link);
    }

    private Row below(List<Row> rows, Box... cells) {
        return new Row(rows.getLast().bottom() + unit * ROW_GAP, cells);
    }

    /** Boxes side by side around one centre line; columns that the template lacks are left out. */
    private final class Row {
        private final double top;
        private final double height;
        private final List<Box> boxes;

        Row(double top, Box... cells) {
            List<Box> shown = Stream.of(cells)
                    .filter(b -> template.otherMethods() || b.x() < x(2))
                    .filter(b -> template.updated() || b.x() >= x(0))
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
            List<TextLine> lines = box.lines().stream().map(l -> l.moved(0, y)).toList();
            return new Box(box.name(), box.x(), y, box.w(), box.h(), box.fill(), lines, box.tooltip(), box.link());
        }
    }

    private void arrows(List<Row> rows) {
        for (int i = 0; i + 1 < rows.size(); i++) {
            boolean sought = rows.get(i).box(0).name().equals("ipd_sought_studies");
            if (i < 4 || sought) {
                right(rows.get(i).box(0), rows.get(i).box(1));
            }
            if (sought) {
                down(rows.get(i).box(1), rows.get(i + 1).box(1));
            }
            down(rows.get(i).box(0), rows.get(i + 1).box(0));
        }
        if (template.otherMethods()) {
            down(rows.get(0).box(2), rows.get(2).box(2));
            down(rows.get(2).box(2), rows.get(3).box(2));
            right(rows.get(2).box(2), rows.get(2).box(3));
            right(rows.get(3).box(2), rows.get(3).box(3));
            join(rows.get(3).box(2), rows.get(4).box(0));
        }
        if (template.updated()) {
            join(rows.get(0).boxes().getLast(), rows.get(5).box(0));
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

    /** Down beside the rows between, then sideways into the box. */
    private void join(Box from, Box to) {
        double x = from.x() + from.w() / 2;
        double y = to.y() + to.h() / 2;
        double edge = x < to.x() ? to.x() : to.x() + to.w();
        shapes.add(new Arrow(List.of(new Point(x, from.y() + from.h()), new Point(x, y), new Point(edge, y))));
    }

    /** Adds the sentences below the diagram, and says where the page ends. */
    private double notes(double bottom) {
        List<String> notes = new ArrayList<>(wording.notes());
        if (SumRules.of(counts).broken().stream().anyMatch(BrokenRule::error)) {
            notes.add("Counts do not add up yet: see the warnings");
        }
        double baseline = bottom + unit * (NOTE - LEADING);
        double left = x(template.updated() ? -1 : 0);
        for (String note : notes) {
            for (Paragraph.Line line :
                    new Paragraph(note, "", 0).lines(measure, look.fontSize(), width() - unit * MARGIN - left)) {
                baseline += unit * LEADING;
                double width = measure.width(line.text(), look.fontSize());
                String name =
                        "note" + (shapes.stream().filter(Note.class::isInstance).count() + 1);
                shapes.add(new Note(name, new TextLine(line.text(), left, baseline, width)));
            }
        }
        return (notes.isEmpty() ? bottom : baseline) + unit * MARGIN;
    }

    private String title() {
        return "PRISMA 2020 flow diagram" + (template.updated() ? " of an updated review" : "")
                + (template.otherMethods() ? ": databases, registers and other methods" : ": databases and registers");
    }

    /** The boxes as running text, arm by arm. */
    private String description(List<Row> rows) {
        return Stream.of(-1, 0, 1)
                .flatMap(arm -> rows.stream().flatMap(r -> r.boxes().stream()).filter(b -> arm(b) == arm))
                .map(b -> b.lines().stream().map(TextLine::text).collect(Collectors.joining(" ")) + ".")
                .collect(Collectors.joining(" "));
    }

    private int arm(Box box) {
        if (box.x() < x(0)) {
            return -1;
        }
        return box.x() < x(2) ? 0 : 1;
    }

    private double x(int column) {
        double left = MARGIN + SIDE_BAR + SIDE_GAP + (column > 1 ? ARM_GAP - GAP : 0);
        double first = template.updated() ? boxWidth + unit * ARM_GAP : 0;
        double before = column < 0 ? 0 : first + column * (boxWidth + unit * GAP);
        // Without a previous version there is no column before the first; such boxes lie out of sight and are dropped.
        return unit * left + (column < 0 && !template.updated() ? -boxWidth - unit * ARM_GAP : before);
    }

    private double width() {
        return x(template.otherMethods() ? 3 : 1) + boxWidth + unit * MARGIN;
    }

    /** The baseline for text that is centred on a line. */
    private double middle(double centre) {
        return centre + CAPITAL * look.fontSize() / 2;
    }
}
