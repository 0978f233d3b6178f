package org.winnow.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Learns small trees one after the other, each from what the sum of those before it gets wrong: gradient boosting with
 * second derivatives of the logistic loss (Friedman 2001; Chen and Guestrin 2016). No tree may turn a feature against its
 * direction: a fork whose sides would be the wrong way round is not made, and what lies below a fork stays on its side of
 * the middle.
 */
final class Boosting {
    private static final int TREES = 120;
    private static final int DEPTH = 4;
    private static final double RATE = 0.15;
    private static final double RIDGE = 2;
    private static final double LEAST_WEIGHT = 3;
    private static final double LEAST_GAIN = 0.05;
    private static final int MOST_CUTS = 40;

    private final List<Example> examples;
    private final double[][] cuts;
    private final byte[][] bins;
    private final double[] sum;
    private final double[] gradient;
    private final double[] curvature;

    private Boosting(List<Example> examples) {
        this.examples = examples;
        Feature[] features = Feature.values();
        this.cuts = new double[features.length][];
        this.bins = new byte[features.length][examples.size()];
        for (int f = 0; f < features.length; f++) {
            cuts[f] = cuts(f);
            for (int i = 0; i < examples.size(); i++) {
                bins[f][i] = bin(cuts[f], examples.get(i).features()[f]);
            }
        }
        this.sum = new double[examples.size()];
        this.gradient = new double[examples.size()];
        this.curvature = new double[examples.size()];
    }

    /** The trees as lines of the model file. */
    static List<String> learn(List<Example> examples) {
        Boosting boosting = new Boosting(condensed(examples));
        List<String> trees = new ArrayList<>();
        for (int t = 0; t < TREES; t++) {
            trees.add(boosting.tree());
        }
        return trees;
    }

    /** Examples that compare alike, to two places, count once with the weight of all. */
    private static List<Example> condensed(List<Example> examples) {
        Map<List<Object>, Example> seen = new LinkedHashMap<>();
        for (Example e : examples) {
            List<Object> key = new ArrayList<>();
            for (double v : e.features()) {
                key.add(Math.round(v * 100));
            }
            key.add(e.same());
            seen.merge(
                    key,
                    e,
                    (old, more) ->
                            new Example(old.features(), old.same(), old.doubtful(), old.weight() + more.weight()));
        }
        return List.copyOf(seen.values());
    }

    private double[] cuts(int feature) {
        double[] values = examples.stream()
                .mapToDouble(e -> e.features()[feature])
                .sorted()
                .toArray();
        TreeSet<Double> cuts = new TreeSet<>();
        TreeSet<Double> distinct = new TreeSet<>();
        for (double v : values) {
            distinct.add(v);
        }
        if (distinct.size() <= MOST_CUTS) {
            distinct.stream().skip(1).forEach(v -> cuts.add(v));
        } else {
            for (int i = 1; i < MOST_CUTS; i++) {
                cuts.add(values[(int) ((long) i * values.length / MOST_CUTS)]);
            }
            // Near the top, where the same and the nearly the same part, by value and not by how many there are.
            double top = values[values.length - 1];
            for (double share : new double[] {0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.96, 0.98, 1}) {
                cuts.add(top * share);
            }
            cuts.remove(values[0]);
        }
        return cuts.stream()
                .mapToDouble(v -> Math.round(v * 1000) / 1000.0)
                .distinct()
                .sorted()
                .toArray();
    }

    private static byte bin(double[] cuts, double value) {
        byte bin = 0;
        while (bin < cuts.length && value >= cuts[bin]) {
            bin++;
        }
        return bin;
    }

    private String tree() {
        for (int i = 0; i < sum.length; i++) {
            Example e = examples.get(i);
            double p = 1 / (1 + Math.exp(-sum[i]));
            gradient[i] = e.weight() * (p - (e.same() ? 1 : 0));
            curvature[i] = e.weight() * p * (1 - p);
        }
        int[] all = new int[sum.length];
        Arrays.setAll(all, i -> i);
        StringBuilder line = new StringBuilder();
        grow(all, DEPTH, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, line);
        return line.toString().strip();
    }

    private record Fork(int feature, int bin, double gain, double left, double right) {}

    private void grow(int[] members, int depth, double low, double high, StringBuilder line) {
        Fork fork = depth == 0 ? null : best(members, low, high);
        if (fork == null) {
            double leaf = Math.clamp(weight(members), low, high) * RATE;
            leaf = Math.round(leaf * 1e5) / 1e5;
            for (int i : members) {
                sum[i] += leaf;
            }
            line.append(String.format(Locale.ROOT, "%s ", leaf));
            return;
        }
        line.append(Feature.values()[fork.feature()])
                .append('<')
                .append(cuts[fork.feature()][fork.bin()])
                .append(' ');
        byte[] bin = bins[fork.feature()];
        int[] left = Arrays.stream(members).filter(i -> bin[i] <= fork.bin()).toArray();
        int[] right = Arrays.stream(members).filter(i -> bin[i] > fork.bin()).toArray();
        double middle = (fork.left() + fork.right()) / 2;
        boolean rising = Feature.values()[fork.feature()].rising();
        grow(left, depth - 1, rising ? low : middle, rising ? middle : high, line);
        grow(right, depth - 1, rising ? middle : low, rising ? high : middle, line);
    }

    private @org.jspecify.annotations.Nullable Fork best(int[] members, double low, double high) {
        Fork best = null;
        for (int f = 0; f < cuts.length; f++) {
            double[] g = new double[cuts[f].length + 1];
            double[] h = new double[cuts[f].length + 1];
            double allG = 0;
            double allH = 0;
            for (int i : members) {
                g[bins[f][i]] += gradient[i];
                h[bins[f][i]] += curvature[i];
                allG += gradient[i];
                allH += curvature[i];
            }
            double leftG = 0;
            double leftH = 0;
            for (int b = 0; b < cuts[f].length; b++) {
                leftG += g[b];
                leftH += h[b];
                if (leftH < LEAST_WEIGHT || allH - leftH < LEAST_WEIGHT) {
                    continue;
                }
                double left = Math.clamp(-leftG / (leftH + RIDGE), low, high);
                double right = Math.clamp(-(allG - leftG) / (allH - leftH + RIDGE), low, high);
                if (Feature.values()[f].rising() ? left > right : left < right) {
                    continue;
                }
                double gain = worth(leftG, leftH, left)
                        + worth(allG - leftG, allH - leftH, right)
                        - worth(allG, allH, Math.clamp(-allG / (allH + RIDGE), low, high));
                if (gain > LEAST_GAIN && (best == null || gain > best.gain())) {
                    best = new Fork(f, b, gain, left, right);
                }
            }
        }
        return best;
    }

    /** How much the loss falls where a leaf has this weight. */
    private static double worth(double g, double h, double weight) {
        return -(g * weight + (h + RIDGE) * weight * weight / 2);
    }

    private double weight(int[] members) {
        double g = 0;
        double h = 0;
        for (int i : members) {
            g += gradient[i];
            h += curvature[i];
        }
        return -g / (h + RIDGE);
    }
}
