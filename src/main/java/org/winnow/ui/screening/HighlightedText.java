package org.winnow.ui.screening;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.winnow.screening.Highlights;
import org.winnow.screening.Highlights.Span;
import org.winnow.store.Keywords.Leaning;

/**
 * Text that wraps, with keywords marked by a coloured ground and by bold or underlined letters, so that nobody has to
 * tell them apart by colour alone.
 */
final class HighlightedText extends Pane {
    private final String style;
    private final TextFlow flow = new TextFlow();
    private final Group marks = new Group();
    private List<Span> spans = List.of();

    /** @param style the style class of every piece of text */
    HighlightedText(String style) {
        this.style = style;
        marks.setManaged(false);
        getChildren().addAll(marks, flow);
        flow.setLineSpacing(3);
    }

    void show(String text, Highlights highlights) {
        spans = highlights.in(text);
        List<Text> pieces = new ArrayList<>();
        int from = 0;
        for (Span span : spans) {
            if (span.start() > from) {
                pieces.add(piece(text.substring(from, span.start())));
            }
            Text marked = piece(text.substring(span.start(), span.end()));
            marked.getStyleClass().add(span.leaning() == Leaning.INCLUDE ? "for" : "against");
            pieces.add(marked);
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
            ground.getStyleClass().add(span.leaning() == Leaning.INCLUDE ? "mark-for" : "mark-against");
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
        return 600;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
