package org.winnow.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Running text that was put together from the lines of pages, and knows where on them each part of it stands.
 *
 * @param places in the order of the text; what no place covers, such as a space between two lines, stands nowhere
 */
public record PlacedText(String text, List<Place> places) {
    /**
     * Characters of the text that stand on a page one after another.
     *
     * @param start of the first in the text
     * @param end behind the last
     * @param page from 1
     * @param pageStart of the first in the text of the page
     */
    public record Place(int start, int end, int page, int pageStart) {}

    public PlacedText {
        places = List.copyOf(places);
    }

    /** Where the characters from start to end stand: one span a page, in the order of the text. */
    public List<PageSpan> spans(int start, int end) {
        List<PageSpan> spans = new ArrayList<>();
        for (Place place : places) {
            int from = Math.max(start, place.start());
            int to = Math.min(end, place.end());
            if (from < to) {
                int at = place.pageStart() + from - place.start();
                add(spans, new PageSpan(place.page(), at, at + to - from));
            }
        }
        return spans;
    }

    /** Lines that follow each other on a page are one span; in another column they go on further down or up. */
    private static void add(List<PageSpan> spans, PageSpan next) {
        PageSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (last != null && last.page() == next.page() && next.start() >= last.end()) {
            spans.set(spans.size() - 1, new PageSpan(last.page(), last.start(), next.end()));
        } else {
            spans.add(next);
        }
    }
}
