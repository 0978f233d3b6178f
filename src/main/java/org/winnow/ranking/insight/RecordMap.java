package org.winnow.ranking.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.winnow.ranking.Document;
import org.winnow.work.Progress;

/**
 * Records as points on a plane, grouped by what they mean. Records that are alike lie close to each other; what lies close
 * need not be alike, for a plane has room for little of what the vectors say.
 *
 * @param groups the largest first
 * @param group of each record, as its place in {@code groups}
 * @param x across, from 0 to 1
 * @param y up, from 0 to 1
 */
public record RecordMap(List<Group> groups, int[] group, float[] x, float[] y) {
    private static final int TERMS = 3;

    /**
     * Records that mean much the same.
     *
     * @param terms that tell the group from all others
     */
    public record Group(int size, List<String> terms, float x, float y) {}

    /**
     * @param rows the direction of each record's meaning, of length 1 or 0
     * @param count how many groups
     * @param seed of the grouping
     */
    public static RecordMap of(List<Document> records, float[][] rows, int count, long seed, Progress progress) {
        Clusters clusters = Clusters.of(rows, count, seed, progress);
        float[][] places = Plane.of(rows, clusters);
        float[] x = spread(places, 0);
        float[] y = spread(places, 1);
        int[] sizes = new int[clusters.centres().length];
        for (int c : clusters.of()) {
            sizes[c]++;
        }
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] > 0) {
                order.add(c);
            }
        }
        order.sort(Comparator.comparingInt(c -> -sizes[c]));
        int[] group = new int[rows.length];
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < order.size(); g++) {
            int cluster = order.get(g);
            float sumX = 0;
            float sumY = 0;
            for (int i = 0; i < group.length; i++) {
                if (clusters.of()[i] == cluster) {
                    group[i] = g;
                    sumX += x[i] / sizes[cluster];
                    sumY += y[i] / sizes[cluster];
                }
            }
            groups.add(new Group(sizes[cluster], terms(records, clusters.of(), cluster, progress), sumX, sumY));
        }
        return new RecordMap(groups, group, x, y);
    }

    private static List<String> terms(List<Document> records, int[] of, int cluster, Progress progress) {
        List<String> chosen = new ArrayList<>();
        for (TellingTerms.Term term :
                TellingTerms.of(records, i -> of[i] == cluster, i -> of[i] != cluster, progress)) {
            boolean said = chosen.stream()
                    .anyMatch(t -> t.contains(term.words()) || term.words().contains(t));
            if (term.z() > 0 && !said && chosen.size() < TERMS) {
                chosen.add(term.words());
            }
        }
        return chosen;
    }

    private static float[] spread(float[][] places, int axis) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float[] place : places) {
            least = Math.min(least, place[axis]);
            most = Math.max(most, place[axis]);
        }
        float[] spread = new float[places.length];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = most > least ? (places[i][axis] - least) / (most - least) : 0.5f;
        }
        return spread;
    }
}
