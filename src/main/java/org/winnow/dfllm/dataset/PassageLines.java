package org.winnow.dfllm.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.ask.Question;
import org.winnow.dfllm.dataset.Dataset.Text;
import org.winnow.dfllm.dataset.Reports.Report;

/**
 * Items that rest on words of a page, in the form in which a network is tuned to find passages, and in the form in which
 * it is tested.
 */
final class PassageLines {
    private final List<Text> texts;
    private final Reports reports;

    /** @param texts passages that examples may be taken from */
    PassageLines(List<Text> texts, Reports reports) {
        this.texts = texts;
        this.reports = reports;
    }

    /** A question with the passage that has the words it rests on, or with the words alone where none has them. */
    List<Map<String, Object>> pairs(List<Item> items) {
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (Item item : items) {
            Optional<Evidence> evidence = quoted(item);
            if (evidence.isPresent() && answers(item)) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("question", item.question());
                one.put("passage", passage(evidence.get()));
                one.put("id", item.id());
                pairs.add(one);
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
    List<Map<String, Object>> questions(List<Item> items) {
        List<Map<String, Object>> questions = new ArrayList<>();
        for (Item item : items) {
            Optional<Evidence> evidence = quoted(item);
            Optional<Report> report = evidence.flatMap(e -> reports.of(e.record()));
            if (evidence.isPresent() && report.isPresent()) {
                if (answers(item)) {
                    questions.add(line(Map.of("question", item.question()), item, evidence.get(), report.get()));
                }
                Label label = item.label();
                if (label != null) {
                    Map<String, String> claim = new LinkedHashMap<>();
                    claim.put("claim", item.answer());
                    claim.put("label", label.key());
                    questions.add(line(claim, item, evidence.get(), report.get()));
                }
            }
        }
        return questions;
    }

    private static Map<String, Object> line(Map<String, String> asked, Item item, Evidence evidence, Report report) {
        Map<String, Object> one = new LinkedHashMap<>(asked);
        one.put("report", report.number().value());
        one.put("quote", evidence.quote());
        one.put("level", item.level().key());
        one.put("group", item.group());
        one.put("id", item.id());
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
