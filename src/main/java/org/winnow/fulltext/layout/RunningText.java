package org.winnow.fulltext.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Drops what stands at the top or the bottom of page after page: running heads, page numbers, copyright lines. */
public final class RunningText {
    /** Lines of a page, counted from either edge, that may be running text. */
    private static final int DEEP = 4;

    private static final float EDGE = 0.13f;

    private RunningText() {}

    public static List<PageText> dropped(List<PageText> pages) {
        Map<String, Integer> pagesWith = new HashMap<>();
        for (PageText page : pages) {
            Set<String> seen = new HashSet<>();
            for (Line line : atTheEdges(page)) {
                seen.add(pattern(line));
            }
            seen.forEach(pattern -> pagesWith.merge(pattern, 1, Integer::sum));
        }
        int enough = Math.max(2, Math.min(4, pages.size() / 3));
        List<PageText> rest = new ArrayList<>();
        for (PageText page : pages) {
            Set<Line> running = new HashSet<>();
            for (Line line : atTheEdges(page)) {
                String pattern = pattern(line);
                if (pagesWith.getOrDefault(pattern, 0) >= enough || pattern.matches("(page )?#( ?(of|/) ?#)?")) {
                    running.add(line);
                }
            }
            rest.add(page.withLines(page.lines().stream()
                    .filter(line -> !running.contains(line))
                    .toList()));
        }
        return rest;
    }

    private static List<Line> atTheEdges(PageText page) {
        List<Line> sorted = page.lines().stream()
                .sorted((a, b) -> Float.compare(a.box().y(), b.box().y()))
                .toList();
        List<Line> edges = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Box box = sorted.get(i).box();
            boolean top = i < DEEP && box.bottom() < page.height() * EDGE;
            boolean bottom = i >= sorted.size() - DEEP && box.y() > page.height() * (1 - EDGE);
            if (top || bottom) {
                edges.add(sorted.get(i));
            }
        }
        return edges;
    }

    /** The line with every number the same, as page numbers and dates differ from page to page. */
    private static String pattern(Line line) {
        return line.text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\d+", "#")
                .replaceAll("[\\p{P}\\p{S}&&[^#/]]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
