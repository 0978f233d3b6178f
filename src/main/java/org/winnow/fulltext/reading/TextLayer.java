package org.winnow.fulltext.reading;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.winnow.fulltext.layout.Box;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;
import org.winnow.fulltext.layout.Word;
import org.winnow.model.PageSpan;

/**
 * The text of a page in reading order, its lines joined by line feeds, and where each letter is seen. Gaps between letters
 * are numbered like positions in a string.
 */
public final class TextLayer {
    /** How much further away a letter above or below counts than one beside: a line is followed, not a column. */
    private static final float DOWN_COUNTS = 3;
    /** What letters take below their baseline, as a share of the size of the type. */
    private static final float DESCENT = 0.22f;

    private record Placed(Line line, int start) {
        int end() {
            return start + line.text().length();
        }
    }

    private final PageText page;
    private final PageFrame frame;
    private final String text;
    private final List<Placed> lines = new ArrayList<>();

    TextLayer(PageText page, PageFrame frame) {
        this.page = page;
        this.frame = frame;
        this.text = page.text();
        int at = 0;
        for (Line line : page.lines()) {
            lines.add(new Placed(line, at));
            at += line.text().length() + 1;
        }
    }

    /** From 1. */
    public int page() {
        return page.page();
    }

    public PageFrame frame() {
        return frame;
    }

    public String text() {
        return text;
    }

    PageText pageText() {
        return page;
    }

    /** Whether letters stand at a place as seen. */
    public boolean onText(float x, float y) {
        return lines.stream().anyMatch(placed -> {
            Box box = seen(whole(placed.line()));
            return x >= box.x() && x <= box.right() && y >= box.y() && y <= box.bottom();
        });
    }

    /** The gap between letters that is next to a place as seen; in another column only where that is nearer. */
    public int nearest(float x, float y) {
        float best = Float.MAX_VALUE;
        int gap = 0;
        for (Placed placed : lines) {
            Box box = seen(whole(placed.line()));
            float across = outside(x, box.x(), box.right());
            float down = outside(y, box.y(), box.bottom());
            boolean upright = frame.rotation() % 180 == page.direction() % 180;
            float distance = upright ? across + DOWN_COUNTS * down : down + DOWN_COUNTS * across;
            if (distance < best) {
                best = distance;
                gap = placed.start() + gapIn(placed.line(), x, y);
            }
        }
        return gap;
    }

    private static float outside(float at, float from, float to) {
        return at < from ? from - at : Math.max(0, at - to);
    }

    private int gapIn(Line line, float x, float y) {
        float nearest = Float.MAX_VALUE;
        int gap = 0;
        int at = 0;
        for (Word word : line.words()) {
            for (int i = 0; i <= word.text().length(); i++) {
                Box edge = seen(new Box(
                        word.edges().at(i), whole(line).y(), 0, whole(line).height()));
                float distance = outside(x, edge.x(), edge.right()) + outside(y, edge.y(), edge.bottom());
                if (distance < nearest) {
                    nearest = distance;
                    gap = at + i;
                }
            }
            at += word.text().length() + 1;
        }
        return gap;
    }

    /** Where letters are seen: one box for each line that they stand on. */
    public List<Box> boxes(int from, int to) {
        List<Box> boxes = new ArrayList<>();
        for (Placed placed : lines) {
            int first = Math.max(from, placed.start()) - placed.start();
            int last = Math.min(to, placed.end()) - placed.start();
            if (first < last) {
                Box line = whole(placed.line());
                float left = edge(placed.line(), first);
                float right = Math.max(left, edgeBefore(placed.line(), last));
                boxes.add(seen(new Box(left, line.y(), right - left, line.height())));
            }
        }
        return boxes;
    }

    /** Where the gap between two letters is seen, as a box without width. */
    public Box gap(int offset) {
        if (lines.isEmpty()) {
            return new Box(0, 0, 0, 0);
        }
        Placed placed = lineAt(offset);
        Box line = whole(placed.line());
        return seen(new Box(
                edge(placed.line(), Math.min(offset, placed.end()) - placed.start()), line.y(), 0, line.height()));
    }

    private static float edge(Line line, int letter) {
        int at = 0;
        for (Word word : line.words()) {
            if (letter <= at + word.text().length()) {
                return word.edges().at(letter - at);
            }
            at += word.text().length() + 1;
        }
        return line.box().right();
    }

    /** The right edge of the letter before, so that a stretch never takes in the blank behind it. */
    private static float edgeBefore(Line line, int letter) {
        int at = 0;
        for (Word word : line.words()) {
            if (letter <= at + word.text().length() + 1) {
                return word.edges().at(Math.min(letter - at, word.text().length()));
            }
            at += word.text().length() + 1;
        }
        return line.box().right();
    }

    /** The word around a gap. */
    public PageSpan wordAt(int offset) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int at = Math.clamp(offset, 0, Math.max(0, text.length() - 1));
        int end = text.isEmpty() ? 0 : words.following(at);
        int start = text.isEmpty() ? 0 : words.previous();
        return new PageSpan(page(), start, Math.max(start, end));
    }

    /** The line around a gap. */
    public PageSpan lineSpan(int offset) {
        if (lines.isEmpty()) {
            return new PageSpan(page(), 0, 0);
        }
        Placed placed = lineAt(offset);
        return new PageSpan(page(), placed.start(), placed.end());
    }

    /** The gap in the line before or after, in reading order, that stands nearest above or below; the ends have none. */
    public int lineFurther(int offset, int lines) {
        int number = this.lines.isEmpty() ? -1 : this.lines.indexOf(lineAt(offset)) + lines;
        if (number < 0) {
            return 0;
        }
        if (number >= this.lines.size()) {
            return text.length();
        }
        Box gap = gap(offset);
        Placed to = this.lines.get(number);
        Box line = seen(whole(to.line()));
        boolean upright = frame.rotation() % 180 == page.direction() % 180;
        return to.start()
                + (upright
                        ? gapIn(to.line(), gap.x(), line.y() + line.height() / 2)
                        : gapIn(to.line(), line.x() + line.width() / 2, gap.y()));
    }

    private Placed lineAt(int offset) {
        Placed last = lines.get(0);
        for (Placed placed : lines) {
            if (placed.start() > offset) {
                break;
            }
            last = placed;
        }
        return last;
    }

    /** The lines of a stretch, as far as they belong to it. */
    List<Line> linesIn(int from, int to) {
        return lines.stream()
                .filter(placed -> placed.start() < to && placed.end() > from)
                .map(Placed::line)
                .toList();
    }

    int startOf(Line line) {
        return lines.stream()
                .filter(placed -> placed.line() == line)
                .findFirst()
                .map(Placed::start)
                .orElse(0);
    }

    /** The line with what hangs below its baseline. */
    private static Box whole(Line line) {
        Box box = line.box();
        return new Box(box.x(), box.y(), box.width(), box.height() + DESCENT * line.size());
    }

    private Box seen(Box text) {
        return frame.seen(text, page.direction());
    }
}
