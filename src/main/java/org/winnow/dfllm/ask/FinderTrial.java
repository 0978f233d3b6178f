package org.winnow.dfllm.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.winnow.dfllm.ask.Evaluation.Retrieval;
import org.winnow.dfllm.ask.Evaluation.Tried;
import org.winnow.model.PairedBootstrap;

/**
 * Whether a network that was tuned to a review finds the passages of questions better than the usual one, on questions
 * that it has not learnt from.
 *
 * @param questions of which the passage is known
 * @param usual by the network that the program brings, by method
 * @param tuned by the tuned one
 * @param probability that the tuned one has the higher mean reciprocal rank together with words on other questions of this
 *     kind, by drawing these anew
 */
public record FinderTrial(
        int questions, Map<Method, Retrieval> usual, Map<Method, Retrieval> tuned, double probability) {
    /** Fewer questions say nothing. */
    public static final int FEWEST = 20;

    /** So likely it must be that the tuned one is better. */
    public static final double SURE = 0.9;

    /** @param tuned of the same questions to the same papers */
    public static FinderTrial of(Evaluation usual, Evaluation tuned, long seed) {
        return new FinderTrial(
                usual.tried().size(),
                usual.retrieval(),
                tuned.retrieval(),
                probability(ranks(usual.tried()), ranks(tuned.tried()), seed));
    }

    /** Whether the tuned one is to be used. */
    public boolean better() {
        return questions >= FEWEST && probability >= SURE;
    }

    private static double[] ranks(List<Tried> tried) {
        return tried.stream()
                .mapToDouble(t -> 1.0 / t.places().getOrDefault(Method.BOTH, Integer.MAX_VALUE))
                .toArray();
    }

    private static double probability(double[] usual, double[] tuned, long seed) {
        return PairedBootstrap.probability(usual.length, seed, drawn -> IntStream.of(drawn)
                .mapToDouble(i -> tuned[i] - usual[i])
                .sum());
    }

    /** In sentences. */
    public String words() {
        String less = questions < FEWEST ? " " + FEWEST + " questions or more are needed to tell." : "";
        return "On " + questions
                + " questions with known passages, by words and meaning together: with the usual network "
                + words(usual) + "; with the tuned one " + words(tuned) + ". " + likely()
                + String.format(Locale.ROOT, "; it is used from %.0f %% on.%s", 100 * SURE, less);
    }

    /** How likely it is that the tuned one is better, in the beginning of a sentence. */
    String likely() {
        return PairedBootstrap.words(probability, "questions", "the tuned one had the higher mean reciprocal rank");
    }

    private static String words(Map<Method, Retrieval> found) {
        Retrieval both = found.get(Method.BOTH);
        return both == null
                ? "nothing"
                : String.format(
                        Locale.ROOT,
                        "%d among the first five, mean reciprocal rank %.3f",
                        both.amongFive().of(),
                        both.reciprocalRank());
    }

    /** For files. */
    public Map<String, Object> json() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("questions", questions);
        one.put("usual", EvaluationFile.retrieval(usual));
        one.put("tuned", EvaluationFile.retrieval(tuned));
        one.put("probability", probability);
        one.put("better", better());
        return one;
    }
}
