package org.winnow.fulltext.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the white strips between the columns of a page: places that hardly any line crosses while text of the length of
 * prose stands on both sides.
 */
final class Gutters {
    private static final float STEP = 2;
    /** A page can call itself miles wide. */
    private static final int MOST_STEPS = 1500;
    /** Lines that a column has at least. */
    private static final int LINES = 6;
    /** Letters that a line of a column has at least; less is a cell of a table or a label in a figure. */
    private static final int LETTERS = 14;
    /** Lines that may cross, as a share of the lines of the shorter column. */
    private static final double CROSSING = 0.5;

    private static final int MOST_COLUMNS = 4;

    private Gutters() {}

    /** The middles of the strips, from left to right, in points. */
    static List<Float> of(List<Line> fragments, float width) {
        List<Float> gutters = new ArrayList<>();
        find(fragments, 0, width, width, gutters);
        gutters.sort(null);
        return gutters;
    }

    private static void find(List<Line> fragments, float from, float to, float width, List<Float> gutters) {
        float best = -1;
        double bestScore = 0;
        float margin = width * 0.15f;
        float room = to - from - 2 * margin;
        int steps = (int) Math.clamp(room / STEP, 0, MOST_STEPS);
        for (int i = 0; i <= steps && room >= 0; i++) {
            float x = from + margin + room * i / Math.max(1, steps);
            double score = score(fragments, x);
            if (score > bestScore) {
                bestScore = score;
                best = x;
            }
        }
        boolean within = from > 0 || to < width;
        if (best < 0
                || gutters.size() + 1 >= MOST_COLUMNS
                || within && crossing(fragments, best) > CROSSING * bestScore) {
            return;
        }
        float gutter = middle(fragments, best);
        gutters.add(gutter);
        find(sideOf(fragments, from, gutter), from, gutter, width, gutters);
        find(sideOf(fragments, gutter, to), gutter, to, width, gutters);
    }

    /** A table has columns of its own: what goes on below it as one column was none above. */
    private static long crossing(List<Line> fragments, float x) {
        return fragments.stream()
                .filter(line -> prose(line) && Walls.crosses(line, x))
                .count();
    }

    /** What the parts of the page between its walls say for a gutter there; nothing for none. */
    private static double score(List<Line> fragments, float x) {
        double score = 0;
        for (List<Line> part :
                Walls.between(fragments.stream().filter(Gutters::prose).toList(), x)) {
            score += scoreOfPart(part, x);
        }
        return score;
    }

    /** Lines of the shorter side, less those that cross where both sides have lines; nothing for no gutter. */
    private static double scoreOfPart(List<Line> lines, float x) {
        List<Float> left = new ArrayList<>();
        List<Float> right = new ArrayList<>();
        List<Float> crossing = new ArrayList<>();
        for (Line line : lines) {
            (Walls.crosses(line, x) ? crossing : line.box().right() <= x + 1 ? left : right)
                    .add(line.box().y());
        }
        int shorter = Math.min(left.size(), right.size());
        if (shorter < LINES) {
            return 0;
        }
        left.sort(null);
        right.sort(null);
        float top = Math.max(share(left, 0.1), share(right, 0.1));
        float bottom = Math.min(share(left, 0.9), share(right, 0.9));
        long between = crossing.stream().filter(y -> y > top && y < bottom).count();
        return top >= bottom || between > CROSSING * shorter ? 0 : shorter - between;
    }

    private static float share(List<Float> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    /**
     * The middle of the white strip around a place in it: what prose leaves white on both sides, less the numbers of a
     * list that hang into it.
     */
    private static float middle(List<Line> fragments, float x) {
        float left = 0;
        float right = Float.MAX_VALUE;
        for (Line line : fragments) {
            Box box = line.box();
            if (prose(line) && box.right() <= x + 1) {
                left = Math.max(left, box.right());
            } else if (prose(line) && box.x() >= x - 1) {
                right = Math.min(right, box.x());
            }
        }
        return right == Float.MAX_VALUE || right < left ? x : whitest(fragments, left, right);
    }

    /** The middle of the widest strip that the fewest pieces cross. */
    private static float whitest(List<Line> fragments, float left, float right) {
        long fewest = Long.MAX_VALUE;
        float widest = 0;
        float middle = (left + right) / 2;
        float from = left;
        long before = -1;
        for (float x = left; x <= right; x++) {
            long across = across(fragments, x);
            from = across == before ? from : x;
            before = across;
            if (across < fewest || across == fewest && x - from > widest) {
                fewest = across;
                widest = x - from;
                middle = (from + x) / 2;
            }
        }
        return middle;
    }

    private static long across(List<Line> fragments, float x) {
        return fragments.stream()
                .filter(line -> line.box().x() < x && line.box().right() > x)
                .count();
    }

    private static boolean prose(Line line) {
        return line.text().length() >= LETTERS;
    }

    private static List<Line> sideOf(List<Line> fragments, float from, float to) {
        return fragments.stream()
                .filter(line -> line.box().x() >= from - 1 && line.box().right() <= to + 1)
                .toList();
    }
}
