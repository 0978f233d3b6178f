package org.winnow.ui.prisma;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.Node;
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
import org.winnow.prisma.Style;

/** The drawing on the screen, as every file format has it: a white sheet at any scale. */
final class FlowDrawing extends Region {
    private static final Font FONT = Font.loadFont(FlowDiagram.font(), FlowDiagram.FONT_SIZE);

    private static final double STROKE = Style.OFFICIAL.look().stroke();

    private final Group sheet = new Group();
    private double width;
    private double height;
    private double scale = 1;

    FlowDrawing() {
        getStyleClass().add("flow-page");
        getChildren().add(sheet);
        setId("flow-drawing");
    }

    void show(FlowDiagram diagram) {
        width = diagram.width();
        height = diagram.height();
        sheet.getChildren()
                .setAll(diagram.shapes().stream().map(FlowDrawing::node).toList());
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

    private static Node node(Shape shape) {
        return switch (shape) {
            case Box b -> box(b.name(), rectangle(b.x(), b.y(), b.w(), b.h(), 0, b.fill()), b.lines());
            case TitleBar b -> box(b.name(), rectangle(b.x(), b.y(), b.w(), b.h(), b.radius(), b.fill()), b.lines());
            case SideBar b -> {
                Text text = text(b.line());
                text.getTransforms().add(new Rotate(-90, b.line().x(), b.line().baseline()));
                yield new Group(rectangle(b.x(), b.y(), b.w(), b.h(), b.radius(), b.fill()), text);
            }
            case Arrow a -> arrow(a);
            case Note n -> text(n.line());
        };
    }

    private static Node box(String name, Rectangle ground, List<TextLine> lines) {
        Group group = new Group(ground);
        group.setId("box-" + name);
        group.setAccessibleText(lines.stream().map(TextLine::text).collect(Collectors.joining(" ")));
        lines.forEach(line -> group.getChildren().add(text(line)));
        return group;
    }

    private static Rectangle rectangle(double x, double y, double w, double h, double radius, Fill fill) {
        Rectangle rectangle = new Rectangle(x, y, w, h);
        rectangle.setArcWidth(2 * radius);
        rectangle.setArcHeight(2 * radius);
        rectangle.setFill(Color.rgb(fill.rgb() >> 16 & 255, fill.rgb() >> 8 & 255, fill.rgb() & 255));
        if (fill.outlined()) {
            rectangle.setStroke(Color.BLACK);
            rectangle.setStrokeWidth(STROKE);
        }
        return rectangle;
    }

    private static Text text(TextLine line) {
        Text text = new Text(line.x(), line.baseline(), line.text());
        text.setFont(FONT);
        text.setFill(Color.BLACK);
        return text;
    }

    private static Node arrow(Arrow arrow) {
        Polyline shaft = new Polyline(coordinates(arrow.shaft()));
        shaft.setStroke(Color.BLACK);
        shaft.setStrokeWidth(STROKE);
        Polygon head = new Polygon(coordinates(arrow.head()));
        head.setFill(Color.BLACK);
        return new Group(shaft, head);
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
