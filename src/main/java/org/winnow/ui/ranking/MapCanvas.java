package org.winnow.ui.ranking;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.ranking.Labels;
import org.winnow.ui.ranking.InsightModel.Drawn;

/**
 * The points of the map, drawn on one surface: a hundred thousand nodes would be too many. Its colours are those of the
 * legend, which the theme gives.
 */
final class MapCanvas extends Region {
    private static final double MARGIN = 14;
    private static final double RADIUS = 3;
    private static final double LARGE = 4.5;
    private static final double REACH = 10;
    private static final double FAINT = 0.18;
    private static final double PLAIN = 0.75;
    private static final int MANY = 5_000;

    private final List<Circle> legend;
    private final OpenRecord door;
    private final IntConsumer pointed;
    private final Canvas canvas = new Canvas();
    private @Nullable Drawn drawn;
    private int highlighted = -1;
    private int under = -1;

    /** @param pointed hears the position of the record under the mouse, -1 for none */
    MapCanvas(Circle includes, Circle excludes, Circle unread, OpenRecord door, IntConsumer pointed) {
        this.legend = List.of(unread, excludes, includes);
        this.door = door;
        this.pointed = pointed;
        setId("map");
        getStyleClass().add("map");
        getChildren().add(canvas);
        setMinSize(0, 0);
        for (Circle dot : legend) {
            dot.fillProperty().subscribe(this::draw);
        }
        setOnMouseMoved(this::point);
        setOnMouseExited(e -> point(-1));
        setOnMouseClicked(e -> open());
    }

    void show(Drawn now) {
        drawn = now;
        point(-1);
        draw();
    }

    /** The group whose points stand out; -1 for all. */
    void highlight(int group) {
        highlighted = group;
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private double x(Drawn now, int record) {
        return MARGIN + now.map().x()[record] * (getWidth() - 2 * MARGIN);
    }

    private double y(Drawn now, int record) {
        return getHeight() - MARGIN - now.map().y()[record] * (getHeight() - 2 * MARGIN);
    }

    /** Unread ones first and includes last, so that what is rare lies on top. */
    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Drawn now = drawn;
        if (now == null) {
            return;
        }
        double radius = now.records().size() > MANY ? RADIUS / 2 : RADIUS;
        for (int kind = 0; kind < legend.size(); kind++) {
            Paint fill = legend.get(kind).getFill();
            g.setFill(fill);
            double size = kind == legend.size() - 1 ? radius * LARGE / RADIUS : radius;
            for (int i = 0; i < now.records().size(); i++) {
                if (kind(now.labels(), i) == kind) {
                    boolean out = highlighted >= 0 && now.map().group()[i] != highlighted;
                    g.setGlobalAlpha(out ? FAINT : PLAIN);
                    g.fillOval(x(now, i) - size, y(now, i) - size, 2 * size, 2 * size);
                }
            }
        }
        g.setGlobalAlpha(1);
    }

    private static int kind(Labels labels, int record) {
        return !labels.known(record) ? 0 : labels.relevant(record) ? 2 : 1;
    }

    private void point(MouseEvent e) {
        Drawn now = drawn;
        int nearest = -1;
        double best = REACH * REACH;
        for (int i = 0; now != null && i < now.records().size(); i++) {
            double dx = x(now, i) - e.getX();
            double dy = y(now, i) - e.getY();
            if (dx * dx + dy * dy < best) {
                best = dx * dx + dy * dy;
                nearest = i;
            }
        }
        point(nearest);
    }

    private void point(int record) {
        under = record;
        setCursor(record < 0 ? Cursor.DEFAULT : Cursor.HAND);
        pointed.accept(record);
    }

    private void open() {
        Drawn now = drawn;
        if (now != null && under >= 0) {
            door.open(new RecordId(now.records().ids()[under]));
        }
    }
}
