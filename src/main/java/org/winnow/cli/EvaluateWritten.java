package org.winnow.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Question;
import org.winnow.dfllm.ask.Share;
import org.winnow.dfllm.ask.Writing;
import org.winnow.dfllm.ask.Written;
import org.winnow.dfllm.ask.Written.Sentence;
import org.winnow.llm.Consent;
import org.winnow.llm.Keys;
import org.winnow.llm.LanguageModel;
import org.winnow.llm.Patience;
import org.winnow.llm.Sending;
import org.winnow.papers.Shelves;
import org.winnow.store.Review;

/**
 * Answers that a language model writes to the questions of an evaluation, with the score that needs no person: whether
 * every sentence stands on the words it cites, and whether these are in the report of the known answer. People judge them
 * beside the papers' own sentences, without seeing which is which.
 *
 * @param each a line for every question
 */
record EvaluateWritten(String model, List<Map<String, Object>> each) {
    static EvaluateWritten of(Review review, Asking asking, String name, List<Question> questions, Console console) {
        Consent consent = Consent.of(review, name, Sending.PASSAGES);
        List<Map<String, Object>> each = new ArrayList<>();
        try (LanguageModel model =
                new LanguageModel(review, consent, Keys.of(consent.endpoint(), System.getenv()), Patience.USUAL)) {
            Writing writing = new Writing(asking, model, Shelves.included(review));
            for (Question question : questions) {
                if (question.label() == null) {
                    each.add(line(question, writing.all(question.text(), console.progress("Asking"))));
                }
            }
        }
        return new EvaluateWritten(consent.endpoint().model(), each);
    }

    private static Map<String, Object> line(Question question, Written written) {
        List<Said> sources = written.sentences().stream()
                .map(Sentence::source)
                .filter(Objects::nonNull)
                .toList();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("question", question.text());
        one.put("level", question.level());
        one.put("answered", written.answered());
        one.put("right", sources.stream().anyMatch(s -> question.answeredBy(s.report(), s.text())));
        one.put("citation_correct", sources.stream().anyMatch(s -> s.report().equals(question.report())));
        one.put(
                "supported",
                !written.sentences().isEmpty() && written.sentences().stream().allMatch(Sentence::supported));
        one.put(
                "first_sentence",
                written.sentences().stream().map(Sentence::text).collect(Collectors.joining(" ")));
        sources.stream().findFirst().ifPresent(source -> {
            one.put("first_report", source.report().value());
            one.put("first_file_sha256", source.sha256());
            one.put("first_page", source.quotes().getFirst().span().page());
        });
        one.put("call", written.call());
        return one;
    }

    /** Puts what came of it into the file of the run. */
    void into(Map<String, Object> run) {
        run.put("written_by", model);
        run.put("written", each);
        Map<String, Object> results = new LinkedHashMap<>();
        shares().forEach((what, share) -> results.put(what, share.json()));
        run.put("written_results", results);
    }

    /** Of all questions those that were answered; of these, those that stand on what they cite, and cite it rightly. */
    Map<String, Share> shares() {
        Map<String, Share> shares = new LinkedHashMap<>();
        shares.put("answered", share(each, "answered"));
        List<Map<String, Object>> answered = each.stream()
                .filter(one -> Boolean.TRUE.equals(one.get("answered")))
                .toList();
        Stream.of("supported", "citation_correct", "right").forEach(what -> shares.put(what, share(answered, what)));
        return shares;
    }

    private static Share share(List<Map<String, Object>> some, String what) {
        return new Share(
                (int) some.stream()
                        .filter(one -> Boolean.TRUE.equals(one.get(what)))
                        .count(),
                some.size());
    }
}
