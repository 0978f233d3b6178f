package org.winnow.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.fulltext.layout.Line;

/** Divides a list of references into its entries: by their numbers, else by their hanging indents, else by their words. */
final class References {
    private static final Pattern NUMBER = Pattern.compile("^(\\[\\d{1,3}\\]|\\d{1,3}[.)]|\\(\\d{1,3}\\))(\\s.*|$)");
    private static final Pattern COUNTED = Pattern.compile("^(\\d{1,3})(?:\\s+(?![\\d(]).*|$)");
    private static final Pattern LABEL = Pattern.compile("^\\[[^\\]]{2,20}\\](\\s.*|$)");
    private static final Pattern AUTHOR = Pattern.compile(
            "^\\p{Lu}[\\p{L}'\u2019-]+(\\s\\p{Lu}[\\p{L}'-]+)?,?\\s+(\\p{Lu}\\.|\\p{Lu}{1,3}\\b|\\p{Lu}\\p{Ll}+).*");

    /** Lines that may stand before the first entry of a numbered list. */
    private static final int MOST_BEFORE = 5;

    private References() {}

    static List<String> of(List<Line> all, Prose prose) {
        List<Line> lines = ListEnd.beforeAppendix(all);
        List<Integer> starts = starts(lines);
        int after = starts.size() < 2 ? lines.size() : ListEnd.of(lines, starts);
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : after;
            String entry = prose.join(lines.subList(starts.get(i), end)).strip();
            if (entry.length() > 15) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** The end of an article that has its list without a heading: from the last line numbered 1 on, if 2 and 3 follow. */
    static List<Line> unheaded(List<Line> lines) {
        for (int i = lines.size() - 1; i >= lines.size() / 3; i--) {
            if (lines.get(i).text().matches("^\\[1\\]\\s.*")) {
                List<Line> rest = lines.subList(i, lines.size());
                boolean counts = List.of("[2] ", "[3] ").stream().allMatch(n -> rest.stream()
                        .anyMatch(line -> line.text().startsWith(n)));
                return counts ? List.copyOf(rest) : List.of();
            }
        }
        return List.of();
    }

    private static List<Integer> starts(List<Line> lines) {
        for (Pattern pattern : List.of(NUMBER, LABEL)) {
            List<Integer> marked = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i).text()).matches()) {
                    marked.add(i);
                }
            }
            boolean fromTheFirst = !marked.isEmpty() && marked.getFirst() == 0;
            if ((marked.size() >= 3 || fromTheFirst) && marked.size() * 12 >= lines.size()) {
                return marked;
            }
        }
        List<Integer> counted = counted(lines);
        boolean counts = counted.size() >= 5;
        if (counts && counted.getFirst() <= MOST_BEFORE) {
            return counted;
        }
        // What is counted behind other entries is the addresses of the authors.
        return uncounted(counts ? lines.subList(0, counted.getFirst()) : lines);
    }

    private static List<Integer> uncounted(List<Line> lines) {
        List<Integer> hanging = hanging(lines);
        return hanging.size() >= 3 ? hanging : byWords(lines);
    }

    /** Lines that begin with 1, 2, 3 and so on, without a mark behind the number; one or two may be missing. */
    private static List<Integer> counted(List<Line> lines) {
        List<Integer> starts = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = COUNTED.matcher(lines.get(i).text());
            int number = m.matches() ? Integer.parseInt(m.group(1)) : 0;
            if (number > last && (last == 0 ? number == 1 : number <= last + 3)) {
                starts.add(i);
                last = number;
            }
        }
        return starts;
    }

    /** Lines that begin at the left edge of their column where the others are indented. */
    private static List<Integer> hanging(List<Line> lines) {
        List<Integer> starts = new ArrayList<>();
        int indented = 0;
        for (int i = 0; i < lines.size(); i++) {
            float x = lines.get(i).box().x();
            float edge = edge(lines, i);
            if (x <= edge + 2) {
                starts.add(i);
            } else if (x <= edge + 40) {
                indented++;
            }
        }
        return indented >= lines.size() / 4 ? starts : List.of();
    }

    /** The left edge of the column in which a line stands. */
    private static float edge(List<Line> lines, int at) {
        float x = lines.get(at).box().x();
        int page = lines.get(at).page();
        float edge = x;
        for (Line line : lines) {
            float other = line.box().x();
            if (line.page() == page && other < edge && other > x - 40) {
                edge = other;
            }
        }
        return edge;
    }

    private static List<Integer> byWords(List<Line> lines) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean ended = i == 0 || lines.get(i - 1).text().matches(".*[.\\d)/]$");
            if (ended && AUTHOR.matcher(lines.get(i).text()).matches()) {
                starts.add(i);
            }
        }
        return starts;
    }
}
