package org.winnow.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.winnow.prisma.FlowDiagram.Arrow;
import org.winnow.prisma.FlowDiagram.Box;
import org.winnow.prisma.FlowDiagram.Note;
import org.winnow.prisma.FlowDiagram.Point;
import org.winnow.prisma.FlowDiagram.Shape;
import org.winnow.prisma.FlowDiagram.SideBar;
import org.winnow.prisma.FlowDiagram.TextLine;
import org.winnow.prisma.FlowDiagram.TitleBar;

class FlowDiagramLawsTest {
    private static final double SLACK = 1e-6;

    private final TextMeasure measure = new TextMeasure();

    @Property(tries = 150)
    void everythingFitsAndNothingOverlaps(@ForAll("counts") FlowCounts counts, @ForAll Template template) {
        FlowDiagram diagram = FlowDiagram.of(counts, template);
        List<double[]> areas = new ArrayList<>();
        for (Shape shape : diagram.shapes()) {
            area(shape).ifPresent(a -> {
                assertThat(a[0]).isNotNegative();
                assertThat(a[1]).isNotNegative();
                assertThat(a[2]).isLessThanOrEqualTo(diagram.width());
                assertThat(a[3]).isLessThanOrEqualTo(diagram.height());
                assertThat(areas).noneMatch(b -> a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]);
                areas.add(a);
            });
            fits(shape, diagram);
        }
    }

    @Property(tries = 60)
    void arrowsAreLevelOrUprightAndRunFromEdgeToEdge(@ForAll("counts") FlowCounts counts, @ForAll Template template) {
        FlowDiagram diagram = FlowDiagram.of(counts, template);
        List<Arrow> arrows = diagram.shapes().stream()
                .filter(Arrow.class::isInstance)
                .map(Arrow.class::cast)
                .toList();
        assertThat(arrows).hasSize(8 + (template.otherMethods() ? 5 : 0) + (template.updated() ? 2 : 0));
        for (Arrow arrow : arrows) {
            for (int i = 1; i < arrow.points().size(); i++) {
                Point a = arrow.points().get(i - 1);
                Point b = arrow.points().get(i);
                assertThat(Math.min(Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y())))
                        .isCloseTo(0, within(SLACK));
                assertThat(diagram.shapes()).noneMatch(s -> s instanceof Box box && crosses(box, a, b));
            }
            assertThat(touches(diagram, arrow.points().getFirst())).isTrue();
            assertThat(touches(diagram, arrow.points().getLast())).isTrue();
        }
    }

    @Property(tries = 200)
    void noCharacterOfALabelIsLost(@ForAll("label") String label, @ForAll @LongRange(min = 0) long n) {
        Paragraph paragraph = new Paragraph(label, Words.inBox(n), 8);
        StringBuilder shown = new StringBuilder();
        for (Paragraph.Line line : paragraph.lines(measure, FlowDiagram.FONT_SIZE, 148)) {
            assertThat(line.indent() + measure.width(line.text(), FlowDiagram.FONT_SIZE))
                    .isLessThanOrEqualTo(148 + SLACK);
            shown.append(line.text());
        }
        String expected = paragraph.words() + Words.inBox(n);
        assertThat(shown.toString().replace(" ", "")).isEqualTo(expected.replace(" ", ""));
    }

    @Example
    void theNoteStandsOnlyUnderSumsThatAreBroken() {
        FlowCounts sound = FlowFixture.finishedCounts();
        Map<String, Long> wrong = new LinkedHashMap<>(sound.boxes());
        wrong.put("records_screened", 3L);
        FlowCounts broken = new FlowCounts(
                wrong,
                sound.databases(),
                sound.registers(),
                sound.others(),
                sound.reasons(),
                sound.otherReasons(),
                List.of());
        assertThat(notes(sound)).isEmpty();
        assertThat(notes(broken)).containsExactly("Counts do not add up yet: see the warnings");
    }

    @Provide
    Arbitrary<FlowCounts> counts() {
        Arbitrary<Map<String, Long>> parts =
                Arbitraries.maps(label(), Arbitraries.longs().greaterOrEqual(0)).ofMaxSize(12);
        Arbitrary<Map<String, Long>> boxes = Arbitraries.maps(
                Arbitraries.of(FlowFixture.finishedCounts().boxes().keySet()), Arbitraries.longs());
        return Combinators.combine(boxes, parts, parts, parts, parts)
                .as((b, d, r, x, y) -> new FlowCounts(b, d, r, Map.of(), x, y, List.of()));
    }

    @Provide
    Arbitrary<String> label() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings().withCharRange('a', 'z').withChars(" ").ofMaxLength(120),
                Arbitraries.strings().withChars("W").ofMinLength(1).ofMaxLength(90));
    }

    private void fits(Shape shape, FlowDiagram diagram) {
        for (TextLine line : FlowDiagram.lines(shape)) {
            double width = measure.width(line.text(), FlowDiagram.FONT_SIZE);
            assertThat(line.width()).isCloseTo(width, within(SLACK));
            switch (shape) {
                case Box b -> {
                    assertThat(line.x() + width).isLessThanOrEqualTo(b.x() + b.w() - 6);
                    assertThat(line.baseline()).isBetween(b.y() + 8, b.y() + b.h() - 6);
                }
                case TitleBar b -> assertThat(width).isLessThan(b.w() - 12);
                case SideBar b -> assertThat(width).isLessThan(b.h() - 2);
                case Note n -> assertThat(line.x() + width).isLessThan(diagram.width());
                case Arrow a -> throw new AssertionError("an arrow has no text");
            }
        }
    }

    private static Optional<double[]> area(Shape shape) {
        return switch (shape) {
            case Box b -> Optional.of(new double[] {b.x(), b.y(), b.x() + b.w(), b.y() + b.h()});
            case TitleBar b -> Optional.of(new double[] {b.x(), b.y(), b.x() + b.w(), b.y() + b.h()});
            case SideBar b -> Optional.of(new double[] {b.x(), b.y(), b.x() + b.w(), b.y() + b.h()});
            case Note n ->
                Optional.of(new double[] {
                    n.line().x(),
                    n.line().baseline() - 7,
                    n.line().x() + n.line().width(),
                    n.line().baseline() + 2
                });
            case Arrow a -> Optional.empty();
        };
    }

    private static boolean crosses(Box box, Point a, Point b) {
        return Math.min(a.x(), b.x()) < box.x() + box.w() - SLACK
                && Math.max(a.x(), b.x()) > box.x() + SLACK
                && Math.min(a.y(), b.y()) < box.y() + box.h() - SLACK
                && Math.max(a.y(), b.y()) > box.y() + SLACK;
    }

    private static boolean touches(FlowDiagram diagram, Point p) {
        return diagram.shapes().stream()
                .filter(Box.class::isInstance)
                .map(Box.class::cast)
                .anyMatch(b -> p.x() > b.x() - SLACK
                        && p.x() < b.x() + b.w() + SLACK
                        && p.y() > b.y() - SLACK
                        && p.y() < b.y() + b.h() + SLACK);
    }

    private static List<String> notes(FlowCounts counts) {
        return FlowDiagram.of(counts, Template.NEW_ALL).shapes().stream()
                .filter(Note.class::isInstance)
                .map(s -> ((Note) s).line().text())
                .toList();
    }
}
