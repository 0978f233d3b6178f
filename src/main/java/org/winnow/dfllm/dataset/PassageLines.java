package org.winnow.dfllm.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.ask.Question;
import org.winnow.dfllm.dataset.Dataset.Text;
import org.winnow.dfllm.dataset.Reports.Report;

/**
 * Items that rest on words of a page, in the form in which a network is tuned to find passages, and in the form in which
 * it is tested.
 */
public final class PassageLines {
    /**
     * A question with the passage that answers it.
     *
     * @param item its number
     */
    public record Pair(String item, String question, String passage) {}

    /**
     * A question or statement to test with.
     *
     * @param item its number
     */
    public record Asked(String item, Question question) {}

    private final List<Text> texts;
    private final Reports reports;

    /** @param texts passages that examples may be taken from */
    public PassageLines(List<Text> texts, Reports reports) {
        this.texts = texts;
        this.reports = reports;
    }

    /** A question with the passage that has the words it rests on, or with the words alone where none has them. */
    public List<Pair> pairs(List<Item> items) {
        List<Pair> pairs = new ArrayList<>();
        for (Item item : items) {
            if (answers(item)) {
                quoted(item).ifPresent(e -> pairs.add(new Pair(item.id(), item.question(), passage(e))));
            }
        }
        return pairs;
    }

    private String passage(Evidence evidence) {
        String quote = Question.plain(evidence.quote());
        return texts.stream()
                .filter(t -> t.record().equals(evidence.record())
                        && Question.plain(t.text()).contains(quote))
                .map(Text::text)
                .findFirst()
                .orElse(evidence.quote());
    }

    /** A question with its report and quote; of an answer that has a label, also the answer as a statement. */
    public List<Asked> questions(List<Item> items) {
        List<Asked> questions = new ArrayList<>();
        for (Item item : items) {
            Optional<Evidence> evidence = quoted(item);
            Optional<Report> report = evidence.flatMap(e -> reports.of(e.record()));
            if (evidence.isPresent() && report.isPresent()) {
                if (answers(item)) {
                    questions.add(asked(item, item.question(), null, evidence.get(), report.get()));
                }
                if (item.label() != null) {
                    questions.add(asked(item, item.answer(), item.label(), evidence.get(), report.get()));
                }
            }
        }
        return questions;
    }

    private static Asked asked(Item item, String text, @Nullable Label label, Evidence evidence, Report report) {
        return new Asked(
                item.id(),
                new Question(
                        text, report.number(), evidence.quote(), item.level().key(), item.group(), label));
    }

    static Map<String, Object> line(Pair pair) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("question", pair.question());
        one.put("passage", pair.passage());
        one.put("id", pair.item());
        return one;
    }

    static Map<String, Object> line(Asked asked) {
        Map<String, Object> one = new LinkedHashMap<>(asked.question().json());
        one.put("id", asked.item());
        return one;
    }

    /** What is refuted, or not in the report, is not answered by the words quoted. */
    private static boolean answers(Item item) {
        return item.label() == null || item.label() == Label.SUPPORTED;
    }

    private static Optional<Evidence> quoted(Item item) {
        return item.evidence().stream()
                .filter(e -> !Question.plain(e.quote()).isEmpty())
                .findFirst();
    }
}
