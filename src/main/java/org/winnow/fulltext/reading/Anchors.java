package org.winnow.fulltext.reading;

import java.util.List;
import org.winnow.fulltext.layout.Box;
import org.winnow.model.Anchor;
import org.winnow.model.Quad;

/** Ties marks to a page: by the place on the page as it is stored, and by the words there. */
public final class Anchors {
    private Anchors() {}

    /** Letters of a page, at least one of which is no blank. */
    public static Anchor of(TextLayer page, int from, int to) {
        String text = page.text();
        PageFrame read = page.frame().turned(page.pageText().direction());
        return new Anchor(
                page.page(),
                page.boxes(from, to).stream()
                        .map(box -> quad(read, page.frame().seenIn(read, box)))
                        .toList(),
                Quote.of(List.of(new Quote.Part(page, from, to))),
                line(text.substring(Math.max(0, from - Anchor.AROUND), from)),
                line(text.substring(to, Math.min(text.length(), to + Anchor.AROUND))));
    }

    /** A part of a page as seen. */
    public static Anchor at(TextLayer page, Box seen) {
        return Anchor.at(page.page(), quad(page.frame(), seen));
    }

    /** Where a mark is seen. */
    public static List<Box> seen(PageFrame frame, Anchor anchor) {
        return anchor.quads().stream()
                .map(q -> frame.seen(q.left(), q.bottom(), q.right(), q.top()))
                .toList();
    }

    private static Quad quad(PageFrame frame, Box box) {
        float[] a = frame.stored(new Box(box.x(), box.y(), 0, 0));
        float[] b = frame.stored(new Box(box.right(), box.y(), 0, 0));
        float[] c = frame.stored(new Box(box.x(), box.bottom(), 0, 0));
        float[] d = frame.stored(new Box(box.right(), box.bottom(), 0, 0));
        return new Quad(a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1]);
    }

    private static String line(String text) {
        return text.replace('\n', ' ');
    }
}
