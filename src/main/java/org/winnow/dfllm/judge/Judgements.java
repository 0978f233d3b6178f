package org.winnow.dfllm.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.ask.Share;
import org.winnow.model.CohensKappa;
import org.winnow.model.Estimate;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements;

/**
 * What people say of the answers of a run: whether a sentence answers its question (supported), answers it wrongly
 * (refuted) or does not answer it (not enough information). They are facts that travel in sessions; the newest of each
 * person about an answer counts.
 *
 * @param answers of the run
 * @param byPerson by name, then by the answer's id
 */
public record Judgements(List<GivenAnswer> answers, Map<String, Map<String, Label>> byPerson) {
    private static final String TOPIC = "answer-judgement";

    /**
     * How far two people agree on the answers that both have judged.
     *
     * @param kappa Cohen's, over the three labels; null where it is not defined
     */
    public record Pair(
            String first,
            String second,
            Share same,
            @Nullable Estimate kappa) {}

    public Judgements {
        answers = List.copyOf(answers);
        byPerson = new TreeMap<>(byPerson);
    }

    /** What the review has on these answers. */
    public static Judgements of(Review review, List<GivenAnswer> answers) {
        Map<String, Map<String, Label>> byPerson = new TreeMap<>();
        List<String> ids = answers.stream().map(GivenAnswer::id).toList();
        review.statements().on(TOPIC).forEach((subject, said) -> {
            int blank = subject.indexOf(' ');
            String id = blank < 0 ? subject : subject.substring(0, blank);
            if (blank > 0 && ids.contains(id)) {
                Label.of(said.value())
                        .ifPresent(label -> byPerson.computeIfAbsent(subject.substring(blank + 1), p -> new TreeMap<>())
                                .put(id, label));
            }
        });
        return new Judgements(answers, byPerson);
    }

    /** A person's judgement of an answer. */
    public static Op<Void> say(GivenAnswer answer, String person, Label label) {
        return Statements.state("judge-answer", TOPIC, answer.id() + " " + person, label.key(), "");
    }

    /** Answers that the person has not judged, in the order of the run. */
    public List<GivenAnswer> open(String person) {
        Map<String, Label> said = byPerson.getOrDefault(person, Map.of());
        return answers.stream().filter(a -> !said.containsKey(a.id())).toList();
    }

    /** Of the answers that a person has judged, how many have the label. */
    public Share share(String person, Label label) {
        Map<String, Label> said = byPerson.getOrDefault(person, Map.of());
        return new Share((int) said.values().stream().filter(l -> l == label).count(), said.size());
    }

    /** Of the answers that a person has judged, how often the run's own score says the same: right or not. */
    public Share asScored(String person) {
        Map<String, Label> said = byPerson.getOrDefault(person, Map.of());
        List<GivenAnswer> judged =
                answers.stream().filter(a -> said.containsKey(a.id())).toList();
        long same = judged.stream()
                .filter(a -> a.right() == (said.get(a.id()) == Label.SUPPORTED))
                .count();
        return new Share((int) same, judged.size());
    }

    /** Every two people who have judged the same answers. */
    public List<Pair> pairs() {
        List<String> people = List.copyOf(byPerson.keySet());
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                Pair pair = pair(people.get(i), people.get(j));
                if (pair.same().all() > 0) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    private Pair pair(String first, String second) {
        Map<String, Label> a = byPerson.getOrDefault(first, Map.of());
        Map<String, Label> b = byPerson.getOrDefault(second, Map.of());
        List<String> both = a.keySet().stream().filter(b::containsKey).toList();
        int labels = Label.values().length;
        double[][] shares = new double[labels][labels];
        int same = 0;
        for (String id : both) {
            Label one = a.getOrDefault(id, Label.NOT_ENOUGH);
            Label other = b.getOrDefault(id, Label.NOT_ENOUGH);
            shares[one.ordinal()][other.ordinal()] += 1.0 / both.size();
            same += one == other ? 1 : 0;
        }
        return new Pair(
                first,
                second,
                new Share(same, both.size()),
                both.isEmpty() ? null : CohensKappa.of(shares, both.size()).orElse(null));
    }
}
