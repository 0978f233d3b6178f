package org.winnow.dfllm.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.winnow.dfllm.corpus.Chunk;
import org.winnow.embedding.Vector;
import org.winnow.work.Progress;

/**
 * How well questions of which the answer is known find it: the passages by each method, the answer itself, and whether
 * it is told when the answer is not in the papers. For the last, every question is asked a second time with the paper
 * that answers it taken away.
 *
 * @param outside questions whose quote stands in no passage, and so are not counted
 * @param retrieval of passages, by method
 * @param answered of the questions with their paper, those that got any answer
 * @param right of the questions with their paper, those of which the first sentence is the one quoted
 * @param silent of the questions without their paper, those that were told not to be in the papers
 * @param bestThreshold that would part questions with and without their paper best here
 */
public record Evaluation(
        List<Question> outside,
        Map<Method, Retrieval> retrieval,
        double threshold,
        Share answered,
        Share right,
        Share silent,
        double bestThreshold) {
    private static final int FIRST = 5;

    /**
     * Passages found.
     *
     * @param amongFive questions with the right passage among the first five
     * @param reciprocalRank mean of 1 over the place of the first right passage
     */
    public record Retrieval(Share amongFive, double reciprocalRank) {}

    /** What one question gave. */
    private record Tried(Map<Method, Integer> places, double with, boolean first, double without) {}

    public static Evaluation of(Asking asking, List<Question> questions, double threshold, Progress progress) {
        List<Question> outside = new ArrayList<>();
        List<Tried> tried = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            progress.at(i, questions.size());
            progress.check();
            Question question = questions.get(i);
            boolean there = asking.corpus().chunks().stream().anyMatch(c -> answers(question, c));
            if (there) {
                tried.add(tried(asking, question));
            } else {
                outside.add(question);
            }
        }
        Map<Method, Retrieval> retrieval = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            retrieval.put(method, retrieval(tried, method));
        }
        int all = tried.size();
        return new Evaluation(
                outside,
                retrieval,
                threshold,
                new Share(
                        (int) tried.stream().filter(t -> t.with() >= threshold).count(), all),
                new Share(
                        (int) tried.stream()
                                .filter(t -> t.with() >= threshold && t.first())
                                .count(),
                        all),
                new Share(
                        (int) tried.stream()
                                .filter(t -> t.without() < threshold)
                                .count(),
                        all),
                parting(tried));
    }

    private static boolean answers(Question question, Chunk passage) {
        return question.answeredBy(passage.report(), passage.text());
    }

    private static Tried tried(Asking asking, Question question) {
        Vector meaning = asking.meaning(question.text());
        Map<Method, Integer> places = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            List<Chunk> ranked = asking.passages(question.text(), meaning, method);
            int place = 0;
            while (!answers(question, ranked.get(place))) {
                place++;
            }
            places.put(method, place + 1);
        }
        Answer with = asking.answer(question.text(), meaning, 0, 1, c -> true);
        Answer without =
                asking.answer(question.text(), meaning, 0, 1, c -> !c.report().equals(question.report()));
        boolean first = with.sentences().stream().anyMatch(s -> question.answeredBy(s.report(), s.text()));
        return new Tried(places, with.best(), first, without.best());
    }

    private static Retrieval retrieval(List<Tried> tried, Method method) {
        int[] places =
                tried.stream().mapToInt(t -> t.places().getOrDefault(method, 0)).toArray();
        return new Retrieval(
                new Share((int) Arrays.stream(places).filter(p -> p <= FIRST).count(), places.length),
                Arrays.stream(places).mapToDouble(p -> 1.0 / p).average().orElse(0));
    }

    /** The threshold with the highest sum of answered and rightly silent; the middle between two values. */
    private static double parting(List<Tried> tried) {
        double[] values = tried.stream()
                .flatMapToDouble(t -> DoubleStream.of(t.with(), t.without()))
                .sorted()
                .toArray();
        double best = 0;
        long most = -1;
        for (int i = 0; i + 1 < values.length; i++) {
            double middle = (values[i] + values[i + 1]) / 2;
            long good = tried.stream().filter(t -> t.with() >= middle).count()
                    + tried.stream().filter(t -> t.without() < middle).count();
            if (good > most) {
                most = good;
                best = middle;
            }
        }
        return best;
    }
}
