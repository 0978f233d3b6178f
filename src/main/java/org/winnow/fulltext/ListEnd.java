package org.winnow.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.winnow.fulltext.layout.Line;

/** Where a list of references ends though no heading says so: notes of the publisher, addresses, lives and appendices follow. */
final class ListEnd {
    private static final Pattern CLOSING =
            Pattern.compile("(?iu)(cite this article as\\b|submit your (next )?manuscript"
                    + "|received:? \\d{1,2} \\p{L}+ \\d{4}|open access this article|about the authors?\\b"
                    + "|(address for )?correspondence\\b|doi:10\\.\\d{4,9}/\\S+$).*");
    /** Stands behind the list, and before the lives of the authors and their addresses. */
    private static final Pattern NOTE =
            Pattern.compile("(?iu)(publisher.{0,2}s note\\b|springer nature remains neutral).*");

    private static final Pattern NUMBERED_HEADING = Pattern.compile("^(\\p{Lu}|\\d{1,2})[.:]?\\s+\\p{Lu}\\p{L}+.*");
    /** Headings are larger than this times the type of the list. */
    private static final float LARGER = 1.1f;
    /** Type that differs by more than this is another's. */
    private static final float OTHER = 0.5f;
    /** A gap larger than this times the usual one divides the list from what follows. */
    private static final float WIDE = 1.7f;

    private ListEnd() {}

    /** The lines before a publisher's note, or a numbered heading in larger bold type, with which an appendix begins. */
    static List<Line> beforeAppendix(List<Line> lines) {
        float size = middle(lines.stream().map(Line::size).toList());
        for (int i = 3; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean heading = line.bold() && line.size() > size * LARGER;
            if (NOTE.matcher(line.text()).matches()
                    || heading && NUMBERED_HEADING.matcher(line.text()).matches()) {
                return lines.subList(0, i);
            }
        }
        return lines;
    }

    /**
     * The line behind the last entry.
     *
     * @param starts where entries begin, two at least
     */
    static int of(List<Line> lines, List<Integer> starts) {
        int last = starts.getLast();
        int longest = 1;
        for (int i = 1; i < starts.size(); i++) {
            longest = Math.max(longest, starts.get(i) - starts.get(i - 1));
        }
        List<Line> known = lines.subList(starts.getFirst(), last);
        float size = middle(known.stream().map(Line::size).toList());
        float leading = leading(known);
        for (int i = last + 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean other = Math.abs(line.size() - size) > OTHER;
            boolean apart = leading > 0 && gap(lines.get(i - 1), line) > leading * WIDE;
            if (other
                    || apart
                    || i - last >= longest + 2
                    || CLOSING.matcher(line.text()).matches()) {
                return i;
            }
        }
        return lines.size();
    }

    /** From the top of a line to the top of the next; 0 where that stands in another column or on another page. */
    private static float gap(Line above, Line below) {
        float gap = below.box().y() - above.box().y();
        return above.page() == below.page() && gap > 0 ? gap : 0;
    }

    private static float leading(List<Line> lines) {
        List<Float> gaps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            float gap = gap(lines.get(i - 1), lines.get(i));
            if (gap > 0) {
                gaps.add(gap);
            }
        }
        return gaps.isEmpty() ? 0 : middle(gaps);
    }

    private static float middle(List<Float> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0f);
    }
}
