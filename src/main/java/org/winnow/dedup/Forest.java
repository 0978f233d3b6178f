package org.winnow.dedup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The learned part of the matcher: small trees over {@link Feature}s whose leaves add up to the log-odds that two records
 * are the same report. Read from a text file; lines that begin with {@code #} tell how it was made.
 *
 * <p>A line {@code same P} or {@code ask P} gives a threshold, {@code asked A B} the log-odds A + B x of pairs that a person
 * is asked about, where the trees say x; every other line is one tree from its root, the smaller side
 * first: {@code FEATURE<THRESHOLD} is a fork, a number a leaf.
 */
final class Forest {
    private static final String FILE = "duplicates.model";

    private final double same;
    private final double ask;
    private final double start;
    private final double slope;
    private final int[] roots;
    private final int[] feature;
    private final double[] value;
    private final int[] other;

    private Forest(double[] thresholds, List<Integer> roots, List<Node> nodes) {
        this.same = thresholds[0];
        this.ask = thresholds[1];
        this.start = thresholds[2];
        this.slope = thresholds[3];
        this.roots = roots.stream().mapToInt(Integer::intValue).toArray();
        this.feature = nodes.stream().mapToInt(n -> n.feature).toArray();
        this.value = nodes.stream().mapToDouble(n -> n.value).toArray();
        this.other = nodes.stream().mapToInt(n -> n.other).toArray();
    }

    /** The one that the program was built with. */
    static Forest builtIn() {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Forest.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " in the program cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException where a line is neither a threshold nor a tree */
    static Forest read(Reader in) throws IOException {
        double[] thresholds = {1, 1, 0, 1};
        List<Integer> roots = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        BufferedReader lines = new BufferedReader(in);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split(" ");
            if (words[0].equals("same")) {
                thresholds[0] = Double.parseDouble(words[1]);
            } else if (words[0].equals("ask")) {
                thresholds[1] = Double.parseDouble(words[1]);
            } else if (words[0].equals("asked")) {
                thresholds[2] = Double.parseDouble(words[1]);
                thresholds[3] = Double.parseDouble(words[2]);
            } else {
                roots.add(nodes.size());
                if (tree(words, 0, nodes) != words.length) {
                    throw new IllegalArgumentException("not a tree: " + line);
                }
            }
        }
        return new Forest(thresholds, roots, nodes);
    }

    private static int tree(String[] words, int at, List<Node> nodes) {
        Node node = new Node();
        nodes.add(node);
        int sign = words[at].indexOf('<');
        if (sign < 0) {
            node.value = Double.parseDouble(words[at]);
            return at + 1;
        }
        node.feature = Feature.valueOf(words[at].substring(0, sign)).ordinal();
        node.value = Double.parseDouble(words[at].substring(sign + 1));
        int next = tree(words, at + 1, nodes);
        node.other = nodes.size();
        return tree(words, next, nodes);
    }

    /** Probability from which two records are merged without asking. */
    double same() {
        return same;
    }

    /** Probability from which a person is asked. */
    double ask() {
        return ask;
    }

    /** The probability that two records that compare like this are the same report. */
    double probability(double[] features) {
        double sum = 0;
        for (int root : roots) {
            int at = root;
            while (feature[at] >= 0) {
                at = features[feature[at]] < value[at] ? at + 1 : other[at];
            }
            sum += value[at];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The same for two records that a person is asked about, since something speaks for and something against it. */
    double whenAsked(double probability) {
        return 1 / (1 + Math.exp(-start - slope * logOdds(probability)));
    }

    static double logOdds(double probability) {
        double p = Math.clamp(probability, 1e-6, 1 - 1e-6);
        return Math.log(p / (1 - p));
    }

    private static final class Node {
        private int feature = -1;
        private double value;
        private int other;
    }
}
