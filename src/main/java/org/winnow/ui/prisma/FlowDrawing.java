package org.winnow.ui.prisma;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Rotate;
import org.winnow.prisma.FlowDiagram;
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

/** The drawing on the screen, as every file format has it: one sheet at any scale, its numbers to be clicked. */
final class FlowDrawing extends Region {
    private final Map<Double, Font> fonts = new HashMap<>();
    private final Consumer<TextLine> numbers;
    private final String open;
    private final Group sheet = new Group();
    private double width;
    private double height;
    private double scale = 1;

    /**
     * @param numbers hears of a number that was clicked
     * @param open what a click on a number does, for those who cannot see it
     */
    FlowDrawing(Consumer<TextLine> numbers, String open) {
        this.numbers = numbers;
        this.open = open;
        getStyleClass().add("flow-page");
        getChildren().add(sheet);
        setId("flow-drawing");
    }

    void show(FlowDiagram diagram) {
        width = diagram.width();
        height = diagram.height();
        Rectangle page = new Rectangle(width, height, colour(diagram.look().ground()));
        sheet.getChildren().setAll(page);
        diagram.shapes().forEach(shape -> sheet.getChildren().add(new Pen(diagram.look()).node(shape)));
        setAccessibleText(diagram.description());
        requestLayout();
    }

    /** @param wide how many pixels the sheet may take across */
    void fit(double wide) {
        if (width > 0) {
            scale = Math.clamp(wide / width, 0.8, 2);
            sheet.setScaleX(scale);
            sheet.setScaleY(scale);
            setMinSize(width * scale, height * scale);
            setPrefSize(width * scale, height * scale);
            setMaxSize(width * scale, height * scale);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        // A group scales about the middle of its content; brought back so that the sheet's corner is ours.
        double x = sheet.getLayoutBounds().getCenterX();
        double y = sheet.getLayoutBounds().getCenterY();
        sheet.setLayoutX(x * (scale - 1));
        sheet.setLayoutY(y * (scale - 1));
    }

    private Font font(double size) {
        return fonts.computeIfAbsent(size, s -> Font.loadFont(FlowDiagram.font(), s));
    }

    private static Color colour(int rgb) {
        return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }

    /** Paints in one style. */
    private final class Pen {
        private final Look look;
        private final Color ink;

        Pen(Look look) {
            this.look = look;
            this.ink = colour(look.ink());
        }

        Node node(Shape shape) {
            return switch (shape) {
                case Box b -> box(b.name(), rectangle(b.x(), b.y(), b.w(), b.h(), 0, b.fill()), b.lines());
                case TitleBar b ->
                    box(b.name(), rectangle(b.x(), b.y(), b.w(), b.h(), b.radius(), b.fill()), b.lines());
                case SideBar b -> {
                    Text text = text(b.line());
                    text.getTransforms()
                            .add(new Rotate(-90, b.line().x(), b.line().baseline()));
                    yield new Group(rectangle(b.x(), b.y(), b.w(), b.h(), b.radius(), b.fill()), text);
                }
                case Arrow a -> arrow(a);
                case Note n -> text(n.line());
            };
        }

        private Node box(String name, Rectangle ground, List<TextLine> lines) {
            Group group = new Group(ground);
            group.setId("box-" + name);
            group.setAccessibleText(lines.stream().map(TextLine::text).collect(Collectors.joining(" ")));
            lines.forEach(line -> group.getChildren().add(text(line)));
            return group;
        }

        private Rectangle rectangle(double x, double y, double w, double h, double radius, Fill fill) {
            Rectangle rectangle = new Rectangle(x, y, w, h);
            rectangle.setArcWidth(2 * radius);
            rectangle.setArcHeight(2 * radius);
            rectangle.setFill(colour(fill.rgb()));
            if (fill.outlined()) {
                rectangle.setStroke(ink);
                rectangle.setStrokeWidth(look.stroke());
            }
            return rectangle;
        }

        private Text text(TextLine line) {
            Text text = new Text(line.x(), line.baseline(), line.text());
            text.setFont(font(look.fontSize()));
            text.setFill(ink);
            if (!line.number().isEmpty()) {
                text.getStyleClass().add("flow-number");
                text.setFocusTraversable(true);
                // What lies between the letters belongs to the number too.
                text.setPickOnBounds(true);
                text.setAccessibleText(line.text());
                text.setAccessibleHelp(open);
                text.setOnMouseClicked(e -> numbers.accept(line));
                text.setOnKeyPressed(e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        numbers.accept(line);
                        e.consume();
                    }
                });
            }
            return text;
        }

        private Node arrow(Arrow arrow) {
            Polyline shaft = new Polyline(coordinates(arrow.shaft()));
            shaft.setStroke(ink);
            shaft.setStrokeWidth(look.stroke());
            Polygon head = new Polygon(coordinates(arrow.head()));
            head.setFill(ink);
            return new Group(shaft, head);
        }
    }

    private static double[] coordinates(List<Point> points) {
        double[] all = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            all[2 * i] = points.get(i).x();
            all[2 * i + 1] = points.get(i).y();
        }
        return all;
    }
}
