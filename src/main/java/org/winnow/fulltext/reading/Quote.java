package org.winnow.fulltext.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.Prose;
import org.winnow.fulltext.layout.Box;
import org.winnow.fulltext.layout.Line;

/** What is copied from pages: running text in reading order, words mended at line ends, paragraphs kept. */
public final class Quote {
    /** A stretch of a page's text. */
    public record Part(TextLayer page, int from, int to) {}

    private Quote() {}

    /** @param parts in reading order */
    public static String of(List<Part> parts) {
        Prose prose =
                new Prose(parts.stream().map(part -> part.page().pageText()).toList());
        StringBuilder all = new StringBuilder();
        StringBuilder paragraph = new StringBuilder();
        Line before = null;
        for (Part part : parts) {
            for (Line line : part.page().linesIn(part.from(), part.to())) {
                if (begins(line, before)) {
                    end(paragraph, all);
                }
                int start = part.page().startOf(line);
                String words = line.text()
                        .substring(
                                Math.max(0, part.from() - start),
                                Math.min(line.text().length(), part.to() - start));
                prose.append(paragraph, words);
                before = line;
            }
        }
        end(paragraph, all);
        return all.toString();
    }

    private static void end(StringBuilder paragraph, StringBuilder all) {
        if (!paragraph.isEmpty()) {
            all.append(all.isEmpty() ? "" : "\n").append(paragraph.toString().strip());
            paragraph.setLength(0);
        }
    }

    /** A line that is set in, or stands apart, or is of another size begins a paragraph; the next column goes on. */
    private static boolean begins(Line line, @Nullable Line before) {
        if (before == null) {
            return false;
        }
        if (Math.abs(line.size() - before.size()) > 0.75f || line.bold() != before.bold()) {
            return true;
        }
        Box box = line.box();
        Box above = before.box();
        boolean below = line.page() == before.page() && box.y() > above.y() && box.x() < above.right();
        float in = box.x() - above.x();
        boolean apart = box.y() - above.bottom() > 0.9f * line.size();
        return below && (apart || in > 0.8f * line.size() && in < 4 * line.size());
    }
}
