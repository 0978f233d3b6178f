package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.List;
import org.winnow.fulltext.layout.Box;
import org.winnow.fulltext.reading.Anchors;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.model.Annotation;
import org.winnow.model.AnnotationKind;
import org.winnow.ui.fulltext.PageNode.Mark;

/** How annotations are drawn on a page. */
final class MarkShapes {
    /** Thickness of an underline, in points. */
    private static final float LINE = 1.4f;

    private final MarksModel model;

    MarkShapes(MarksModel model) {
        this.model = model;
    }

    List<Mark> on(TextLayer layer) {
        List<Mark> shapes = new ArrayList<>();
        Annotation chosen = model.chosenProperty().get();
        for (Annotation mark : model.marks()) {
            if (mark.anchor().page() == layer.page() && !model.others().nowhere(mark)) {
                List<Box> boxes = Anchors.seen(layer.frame(), mark.anchor());
                if (!model.drawnByItsFile(mark)) {
                    shapes.add(new Mark("annotation-" + mark.kind().key(), lines(mark, boxes), mark.colour()));
                }
                if (chosen != null && chosen.id().equals(mark.id())) {
                    shapes.add(new Mark("annotation-chosen", boxes));
                }
            }
        }
        MarksModel.Band band = model.bandProperty().get();
        if (band != null && band.page() == layer.page()) {
            shapes.add(new Mark("annotation-band", List.of(band.box())));
        }
        return shapes;
    }

    private static List<Box> lines(Annotation mark, List<Box> boxes) {
        return mark.kind() == AnnotationKind.UNDERLINE
                ? boxes.stream()
                        .map(b -> new Box(b.x(), b.bottom() - LINE, b.width(), LINE))
                        .toList()
                : boxes;
    }
}
