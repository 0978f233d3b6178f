package org.winnow.dfllm.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.dfllm.ask.Asking.Meaning;
import org.winnow.dfllm.corpus.Chunk;
import org.winnow.work.Progress;

/**
 * How well questions of which the answer is known find it: the passages by each method, the answer itself, and whether
 * it is told when the answer is not in the papers. For the last, every question is asked a second time with the paper
 * that answers it taken away. And how statements are judged of which it is known how they stand to the papers.
 *
 * @param outside questions whose quote stands in no passage, and so are not counted
 * @param tried the others, with what came of each
 * @param judged the statements, with what came of each
 */
public record Evaluation(List<Question> outside, double threshold, List<Tried> tried, List<Judged> judged) {
    private static final int FIRST = 5;

    /**
     * Passages found.
     *
     * @param amongFive questions with the right passage among the first five
     * @param reciprocalRank mean of 1 over the place of the first right passage
     */
    public record Retrieval(Share amongFive, double reciprocalRank) {}

    /**
     * What one question gave.
     *
     * @param places of the first right passage, by method, from 1
     * @param with support of the first sentence
     * @param first the first sentence, whatever its support; null where there is none
     * @param right whether it is the one quoted
     * @param cited whether its report and page are those of the quote
     * @param without support of the first sentence with the paper taken away
     */
    public record Tried(
            Question question,
            Map<Method, Integer> places,
            double with,
            @Nullable Said first,
            boolean right,
            boolean cited,
            double without) {}

    /** What became of a statement. */
    public record Judged(Question claim, Label label, double support) {}

    public Evaluation {
        outside = List.copyOf(outside);
        tried = List.copyOf(tried);
        judged = List.copyOf(judged);
    }

    public static Evaluation of(Asking asking, List<Question> questions, double threshold, Progress progress) {
        List<Question> outside = new ArrayList<>();
        List<Tried> tried = new ArrayList<>();
        List<Judged> judged = new ArrayList<>();
        List<Meaning> meanings =
                asking.meanings(questions.stream().map(Question::text).toList());
        for (int i = 0; i < questions.size(); i++) {
            progress.at(i, questions.size());
            progress.check();
            Question question = questions.get(i);
            if (question.label() != null) {
                Answer answer = asking.all(question.text(), threshold, 1);
                judged.add(new Judged(question, Verification.of(question.text(), answer), answer.best()));
            } else if (asking.corpus().chunks().stream().anyMatch(c -> answers(question, c))) {
                tried.add(tried(asking, question, meanings.get(i)));
            } else {
                outside.add(question);
            }
        }
        return new Evaluation(outside, threshold, tried, judged);
    }

    private static boolean answers(Question question, Chunk passage) {
        return question.answeredBy(passage.report(), passage.text());
    }

    private static Tried tried(Asking asking, Question question, Meaning meaning) {
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
        Said first = with.found() ? with.sentences().getFirst() : null;
        boolean right = first != null && question.answeredBy(first.report(), first.text());
        boolean cited = first != null
                && asking.corpus().chunks().stream()
                        .filter(c -> answers(question, c))
                        .flatMap(c -> c.spans().stream())
                        .anyMatch(span -> first.report().equals(question.report())
                                && first.quotes().getFirst().span().page() == span.page());
        return new Tried(question, places, with.best(), first, right, cited, without.best());
    }

    /** The same of some of the questions. */
    public Evaluation only(Predicate<Question> some) {
        return new Evaluation(
                outside.stream().filter(some).toList(),
                threshold,
                tried.stream().filter(t -> some.test(t.question())).toList(),
                judged.stream().filter(j -> some.test(j.claim())).toList());
    }

    /** Passages found, by method. */
    public Map<Method, Retrieval> retrieval() {
        Map<Method, Retrieval> retrieval = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            int[] places = tried.stream()
                    .mapToInt(t -> t.places().getOrDefault(method, 0))
                    .toArray();
            retrieval.put(
                    method,
                    new Retrieval(
                            new Share(
                                    (int) Arrays.stream(places)
                                            .filter(p -> p <= FIRST)
                                            .count(),
                                    places.length),
                            Arrays.stream(places)
                                    .mapToDouble(p -> 1.0 / p)
                                    .average()
                                    .orElse(0)));
        }
        return retrieval;
    }

    /** Of the questions with their paper, those that got any answer. */
    public Share answered() {
        return share(tried, this::given);
    }

    /** Of the questions with their paper, those of which the first sentence is the one quoted. */
    public Share right() {
        return share(tried, t -> given(t) && t.right());
    }

    /** The same by level. */
    public Map<String, Share> rightByLevel() {
        Map<String, List<Tried>> levels = new TreeMap<>();
        tried.forEach(t -> levels.computeIfAbsent(t.question().level(), l -> new ArrayList<>())
                .add(t));
        Map<String, Share> shares = new LinkedHashMap<>();
        levels.forEach((level, some) -> shares.put(level, share(some, t -> given(t) && t.right())));
        return shares;
    }

    /** Of the answered questions, those of which the first sentence stands in the report and on the page of the quote. */
    public Share cited() {
        return share(tried.stream().filter(this::given).toList(), Tried::cited);
    }

    /** Of the questions without their paper, those that were told not to be in the papers. */
    public Share silent() {
        return share(tried, t -> t.without() < threshold);
    }

    /** Of the pairs of questions that ask the same in other words, those with the same first sentence, or none. */
    public Share consistent() {
        int all = 0;
        int same = 0;
        for (int i = 0; i < tried.size(); i++) {
            for (int j = i + 1; j < tried.size(); j++) {
                String group = tried.get(i).question().group();
                if (!group.isEmpty() && group.equals(tried.get(j).question().group())) {
                    all++;
                    same += said(tried.get(i)).equals(said(tried.get(j))) ? 1 : 0;
                }
            }
        }
        return new Share(same, all);
    }

    private List<Chunk.Quote> said(Tried one) {
        Said first = one.first();
        return first == null || !given(one) ? List.of() : first.quotes();
    }

    /** Of the statements of each label, those that were judged so. */
    public Map<Label, Share> labels() {
        Map<Label, Share> shares = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            List<Judged> some =
                    judged.stream().filter(j -> j.claim().label() == label).toList();
            if (!some.isEmpty()) {
                shares.put(label, share(some, j -> j.label() == label));
            }
        }
        return shares;
    }

    private boolean given(Tried one) {
        return one.with() >= threshold;
    }

    private static <T> Share share(List<T> all, Predicate<T> of) {
        return new Share((int) all.stream().filter(of).count(), all.size());
    }

    /** The threshold with the highest sum of answered and rightly silent here; the middle between two values. */
    public double bestThreshold() {
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
