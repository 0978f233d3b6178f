package org.winnow.fulltext.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a page by what goes across a place again and again while hardly anything stands on both sides of it: a title
 * with its authors, an abstract, a wide table. Above and below such a wall a page may have columns, in it none.
 */
final class Walls {
    /** Lines across that make a wall; one or two are a heading or a formula that is too long. */
    private static final int LINES = 3;

    private final float x;
    private final List<List<Line>> parts = new ArrayList<>();
    private List<Line> part = new ArrayList<>();
    /** From the first line across to the last one. */
    private final List<Line> across = new ArrayList<>();

    private final List<Line> since = new ArrayList<>();
    private int crossings;

    private Walls(float x) {
        this.x = x;
    }

    /**
     * What stands between the walls.
     *
     * @param lines by their baselines
     * @param x the place, in points
     */
    static List<List<Line>> between(List<Line> lines, float x) {
        Walls walls = new Walls(x);
        lines.forEach(walls::take);
        walls.end();
        walls.parts.add(walls.part);
        return walls.parts;
    }

    static boolean crosses(Line line, float x) {
        return line.box().x() < x - 1 && line.box().right() > x + 1;
    }

    private void take(Line line) {
        if (!crosses(line, x)) {
            since.add(line);
            return;
        }
        boolean left = since.stream().anyMatch(other -> other.box().right() <= x + 1);
        boolean right = since.stream().anyMatch(other -> other.box().right() > x + 1);
        if (crossings == 0 || left && right) {
            end();
        } else {
            across.addAll(since);
            since.clear();
        }
        across.add(line);
        crossings++;
    }

    private void end() {
        if (crossings < LINES) {
            part.addAll(across);
        } else {
            parts.add(part);
            part = new ArrayList<>();
        }
        part.addAll(since);
        across.clear();
        since.clear();
        crossings = 0;
    }
}
