package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.winnow.fulltext.reading.Finding;
import org.winnow.fulltext.reading.Whereabouts;
import org.winnow.model.PageSpan;

/** Some words of a page, and which of them were looked for. */
record Excerpt(List<Piece> pieces) {
    /** Words that follow each other and were all looked for, or all not. */
    record Piece(String text, boolean found) {}

    private static final String BORDERS = "(?<=[\u0002\u0003])|(?=[\u0002\u0003])";

    Excerpt {
        pieces = List.copyOf(pieces);
    }

    /** @param snippet with each word found between U+0002 and U+0003 */
    static Excerpt of(String snippet) {
        List<Piece> pieces = new ArrayList<>();
        boolean found = false;
        for (String part : snippet.replace('\n', ' ').split(BORDERS)) {
            if (part.equals("\u0002") || part.equals("\u0003")) {
                found = part.equals("\u0002");
            } else if (!part.isEmpty()) {
                pieces.add(new Piece(part, found));
            }
        }
        return new Excerpt(pieces);
    }

    String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /** Where the words that were looked for stand on a page: in this part of it, where it is there at all. */
    List<PageSpan> in(int page, String text) {
        List<PageSpan> all = pieces.stream()
                .filter(Piece::found)
                .map(Piece::text)
                .distinct()
                .flatMap(word -> new Finding(word).in(page, text).stream())
                .toList();
        Optional<PageSpan> here = new Whereabouts(text().replace("\u2026", ""), "", "")
                .in(page, text)
                .map(Whereabouts.Found::span);
        List<PageSpan> inside = here.stream()
                .flatMap(span -> all.stream().filter(w -> w.start() >= span.start() && w.end() <= span.end()))
                .toList();
        return inside.isEmpty() ? all : inside;
    }
}
