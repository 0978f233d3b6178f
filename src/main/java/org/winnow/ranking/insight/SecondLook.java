package org.winnow.ranking.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.winnow.ranking.Labels;
import org.winnow.ranking.Ranker;
import org.winnow.work.Progress;

/**
 * Verdicts that a learner would have expected otherwise. Every record is scored by what was learnt from the others alone
 * (cross-fitting in ten parts), so that its own verdict has no say; the scores become probabilities by Platt's logistic
 * curve over all of them. The machine points, a person looks again.
 */
public final class SecondLook {
    private static final int PARTS = 10;
    /** An exclude that is more likely an include than not. */
    private static final double LIKELY_INCLUDE = 0.5;
    /** Includes are rare, so that most look unlikely: only the least likely are named. */
    private static final double LIKELY_EXCLUDE = 0.95;

    /**
     * A verdict to look at again.
     *
     * @param record position
     * @param relevant what was decided
     * @param certainty the probability of the other verdict, from the other records alone
     */
    public record Doubt(int record, boolean relevant, double certainty) {}

    private SecondLook() {}

    /** Whether there are verdicts enough of both kinds to learn from some and judge others. */
    public static boolean possible(Labels labels) {
        return Math.min(labels.relevantCount(), labels.irrelevantCount()) > 1;
    }

    /**
     * The doubtful verdicts, the most doubtful first.
     *
     * @param seed of the parts
     */
    public static List<Doubt> of(Ranker ranker, Labels labels, long seed, Progress progress) {
        if (!possible(labels)) {
            return List.of();
        }
        int[] known = labels.known();
        double[] scores = scores(ranker, labels, known, seed, progress);
        Platt curve = Platt.of(scores, known, labels);
        List<Doubt> doubts = new ArrayList<>();
        for (int s = 0; s < known.length; s++) {
            boolean relevant = labels.relevant(known[s]);
            double p = curve.probability(scores[s]);
            double other = relevant ? 1 - p : p;
            if (other >= (relevant ? LIKELY_EXCLUDE : LIKELY_INCLUDE)) {
                doubts.add(new Doubt(known[s], relevant, other));
            }
        }
        doubts.sort(Comparator.comparingDouble(Doubt::certainty).reversed().thenComparing(Doubt::record));
        return doubts;
    }

    /** By slot of {@code known}: the score that the record gets when its part is taken out of what is learnt from. */
    private static double[] scores(Ranker ranker, Labels labels, int[] known, long seed, Progress progress) {
        int parts = Math.min(PARTS, Math.min(labels.relevantCount(), labels.irrelevantCount()));
        int[] part = parts(labels, known, parts, seed);
        double[] scores = new double[known.length];
        for (int p = 0; p < parts; p++) {
            progress.check();
            progress.at(p, parts);
            Labels others = labels.copy();
            for (int s = 0; s < known.length; s++) {
                if (part[s] == p) {
                    others.clear(known[s]);
                }
            }
            double[] all = ranker.scores(others);
            for (int s = 0; s < known.length; s++) {
                scores[s] = part[s] == p ? all[known[s]] : scores[s];
            }
        }
        return scores;
    }

    /** Parts of the same size, each with its share of both kinds. */
    private static int[] parts(Labels labels, int[] known, int parts, long seed) {
        int[] shuffled = new int[known.length];
        SplittableRandom random = new SplittableRandom(seed);
        for (int s = 0; s < known.length; s++) {
            int other = random.nextInt(s + 1);
            shuffled[s] = shuffled[other];
            shuffled[other] = s;
        }
        int[] part = new int[known.length];
        int relevant = 0;
        int irrelevant = 0;
        for (int s : shuffled) {
            part[s] = (labels.relevant(known[s]) ? relevant++ : irrelevant++) % parts;
        }
        return part;
    }
}
