package org.winnow.ranking.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.winnow.ranking.Directions;
import org.winnow.work.Progress;

/** Pairs of records that mean nearly the same, whatever their words: reports of one study, papers of one series. */
public final class Alike {
    /**
     * Read on three labelled sets: of the pairs from here on nearly all are of one trial, one series or one title; what is
     * left of a vector without what all have in common is far apart for any two other papers of a topic.
     */
    private static final float LEAST = 0.6f;

    private static final int MOST = 200;
    /** Above so many records only those that lie in the same parts of the whole are compared. */
    private static final int ALL_COMPARED = 12_000;

    private static final int PART = 1_000;
    private static final int PARTS_OF_A_RECORD = 2;
    private static final long SEED = 1;

    /**
     * Two records, by position.
     *
     * @param likeness the cosine of their meanings
     */
    public record Pair(int a, int b, float likeness) {}

    private Alike() {}

    /**
     * The pairs that are most alike, the closest first.
     *
     * @param rows the direction of each record's meaning, of length 1 or 0
     */
    public static List<Pair> of(float[][] rows, Progress progress) {
        PriorityQueue<Pair> closest = new PriorityQueue<>(Comparator.comparingDouble(Pair::likeness));
        Set<Long> seen = new HashSet<>();
        List<int[]> parts = parts(rows, progress);
        for (int p = 0; p < parts.size(); p++) {
            int[] part = parts.get(p);
            for (int i = 0; i < part.length; i++) {
                progress.check();
                progress.at(parts.size() == 1 ? i : p, parts.size() == 1 ? part.length : parts.size());
                for (int j = 0; j < i; j++) {
                    float likeness = Directions.dot(rows[part[i]], rows[part[j]]);
                    if (likeness >= LEAST && seen.add((long) part[j] * rows.length + part[i])) {
                        closest.add(new Pair(part[j], part[i], likeness));
                        if (closest.size() > MOST) {
                            closest.poll();
                        }
                    }
                }
            }
        }
        List<Pair> pairs = new ArrayList<>(closest);
        pairs.sort(Comparator.comparingDouble(Pair::likeness)
                .reversed()
                .thenComparing(Pair::a)
                .thenComparing(Pair::b));
        return pairs;
    }

    /** Positions in ascending order, each in the parts whose centres are nearest to it. */
    private static List<int[]> parts(float[][] rows, Progress progress) {
        if (rows.length <= ALL_COMPARED) {
            return List.of(IntStream.range(0, rows.length).toArray());
        }
        float[][] centres =
                Clusters.of(rows, rows.length / PART, SEED, progress).centres();
        List<List<Integer>> parts = new ArrayList<>();
        for (int c = 0; c < centres.length; c++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < rows.length; i++) {
            for (int c : nearest(rows[i], centres)) {
                parts.get(c).add(i);
            }
        }
        return parts.stream()
                .map(p -> p.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static int[] nearest(float[] row, float[][] centres) {
        return IntStream.range(0, centres.length)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -Directions.dot(row, centres[c])))
                .limit(PARTS_OF_A_RECORD)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
