package org.winnow.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text that wraps, with stretches marked by a coloured ground and by what their style says of the letters. */
public final class MarkedText extends Pane {
    /**
     * A stretch of the text, from its first character up to and not including {@code end}.
     *
     * @param mark style class of its letters; with {@code mark-} before it, of its ground
     */
    public record Span(int start, int end, String mark) {}

    private static final double USUAL_WIDTH = 600;

    private final String style;
    private final TextFlow flow = new TextFlow();
    private final Group marks = new Group();
    private List<Span> spans = List.of();

    /** @param style the style class of every piece of text */
    public MarkedText(String style) {
        this.style = style;
        marks.setManaged(false);
        getChildren().addAll(marks, flow);
        flow.setLineSpacing(3);
    }

    /** @param marked in order, none overlapping another */
    public void show(String text, List<Span> marked) {
        spans = List.copyOf(marked);
        List<Text> pieces = new ArrayList<>();
        int from = 0;
        for (Span span : spans) {
            if (span.start() > from) {
                pieces.add(piece(text.substring(from, span.start())));
            }
            Text stretch = piece(text.substring(span.start(), span.end()));
            stretch.getStyleClass().add(span.mark());
            pieces.add(stretch);
            from = span.end();
        }
        pieces.add(piece(text.substring(from)));
        flow.getChildren().setAll(pieces);
        setAccessibleText(text);
        requestLayout();
    }

    private Text piece(String text) {
        Text piece = new Text(text);
        piece.getStyleClass().add(style);
        return piece;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        flow.resizeRelocate(0, 0, width, flow.prefHeight(width));
        flow.layout();
        List<Path> grounds = new ArrayList<>();
        for (Span span : spans) {
            Path ground = new Path(flow.getRangeShape(span.start(), span.end(), false));
            ground.getStyleClass().add("mark-" + span.mark());
            grounds.add(ground);
        }
        marks.getChildren().setAll(grounds);
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow.prefHeight(width < 0 ? getWidth() : width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return USUAL_WIDTH;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
