package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.model.PageSpan;
import org.winnow.store.Attachments.Attachment;
import org.winnow.ui.fulltext.FindModel.Hit;
import org.winnow.ui.fulltext.PageNode.Mark;

/** What is marked on a page: words of the review, annotations, what was found, what is selected. */
final class PageMarks {
    private final ReaderModel model;
    private final MarkShapes shapes;
    private final Map<TextLayer, List<DecisionDesk.Term>> terms = new WeakHashMap<>();
    private DecisionDesk.Terms asked = text -> List.of();

    PageMarks(ReaderModel model) {
        this.model = model;
        this.shapes = new MarkShapes(model.marks());
    }

    /** The marks of a page; later ones lie over earlier ones. */
    List<Mark> on(TextLayer layer) {
        List<Mark> marks = new ArrayList<>(shapes.on(layer));
        for (DecisionDesk.Term term : terms(layer)) {
            marks.add(new Mark(term.speaksFor() ? "term-for" : "term-against", layer.boxes(term.start(), term.end())));
        }
        FindModel find = model.file().pdf().find();
        Hit current = find.currentProperty().get();
        for (Hit hit : find.hits()) {
            PageSpan span = hit.span();
            if (span.page() == layer.page()) {
                marks.add(new Mark(hit.equals(current) ? "hit-current" : "hit", layer.boxes(span.start(), span.end())));
            }
        }
        searched(layer, marks);
        selected(layer, marks);
        return marks;
    }

    /** Looked for once a page: going through all its words takes longer than a frame. */
    private List<DecisionDesk.Term> terms(TextLayer layer) {
        if (asked != model.termsProperty().get()) {
            asked = model.termsProperty().get();
            terms.clear();
        }
        return terms.computeIfAbsent(layer, page -> asked.in(page.text()));
    }

    private void searched(TextLayer layer, List<Mark> marks) {
        Attachment file = model.file().fileProperty().get();
        if (file != null) {
            model.search()
                    .on(layer, file.sha256())
                    .forEach(span -> marks.add(new Mark("hit-current", layer.boxes(span.start(), span.end()))));
        }
    }

    private void selected(TextLayer layer, List<Mark> marks) {
        SelectionModel selection = model.file().pdf().selection();
        Stretch stretch = selection.stretchProperty().get();
        @Nullable Spot end = selection.end();
        if (stretch != null && stretch.touches(layer.page())) {
            marks.add(new Mark(
                    "selected", layer.boxes(stretch.start(layer.page()), stretch.end(layer.page(), layer.text()))));
        }
        if (end != null && end.page() == layer.page()) {
            marks.add(new Mark("caret", List.of(layer.gap(end.offset()))));
        }
    }
}
