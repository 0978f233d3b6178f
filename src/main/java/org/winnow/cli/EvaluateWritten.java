package org.winnow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.EvaluationFile;
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
 * Answers that language models write to the questions of an evaluation, with the score that needs no person: whether every
 * sentence stands on words of the papers, and whether these are in the report of the known answer. A base and a tuned model
 * are compared so, each with passages and of what it has learnt alone, beside the papers' own sentences. People judge all of
 * them without seeing which is which.
 */
record EvaluateWritten(List<Way> ways) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALL = "call";

    /** @param passages whether it is given passages of the papers; else it answers of what it has learnt */
    record Asked(String model, boolean passages) {
        String words() {
            return model + (passages ? "" : " without passages");
        }
    }

    /** @param each a line for every question */
    record Way(Asked asked, List<Map<String, Object>> each) {
        /** Of all questions those that were answered; of these, those that stand on the papers, and cite them rightly. */
        Map<String, Share> shares() {
            Map<String, Share> shares = new LinkedHashMap<>();
            shares.put("answered", share(each, "answered"));
            List<Map<String, Object>> answered = each.stream()
                    .filter(one -> Boolean.TRUE.equals(one.get("answered")))
                    .toList();
            Stream.of("supported", "citation_correct", "right")
                    .forEach(what -> shares.put(what, share(answered, what)));
            return shares;
        }

        Map<String, Object> results() {
            Map<String, Object> results = new LinkedHashMap<>();
            shares().forEach((what, share) -> results.put(what, share.json()));
            return results;
        }
    }

    /** What was asked in a run that was kept. */
    static List<Asked> asked(Path run) throws IOException {
        JsonNode document = EvaluationFile.document(run);
        List<Asked> asked = new ArrayList<>();
        document.path("ways")
                .forEach(way -> asked.add(new Asked(
                        way.path("model").asText(), way.path("passages").asBoolean())));
        if (asked.isEmpty() && document.has("written_by")) {
            asked.add(new Asked(document.path("written_by").asText(), true));
        }
        return asked;
    }

    static EvaluateWritten of(
            Review review, Asking asking, List<Asked> asked, List<Question> questions, Console console) {
        List<Way> ways = new ArrayList<>();
        for (Asked one : asked) {
            Consent consent = Consent.of(review, one.model(), Sending.PASSAGES);
            List<Map<String, Object>> each = new ArrayList<>();
            try (LanguageModel model =
                    new LanguageModel(review, consent, Keys.of(consent.endpoint(), System.getenv()), Patience.USUAL)) {
                Writing writing = new Writing(asking, model, Shelves.included(review));
                for (Question question : questions) {
                    if (question.label() == null) {
                        Written written = one.passages()
                                ? writing.all(question.text(), console.progress("Asking"))
                                : writing.alone(question.text(), console.progress("Asking"));
                        each.add(line(consent.endpoint().model(), one.passages(), question, written));
                    }
                }
            }
            ways.add(new Way(new Asked(consent.endpoint().model(), one.passages()), each));
        }
        return new EvaluateWritten(ways);
    }

    private static Map<String, Object> line(String by, boolean passages, Question question, Written written) {
        List<Said> sources = written.sentences().stream()
                .map(Sentence::source)
                .filter(Objects::nonNull)
                .toList();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("question", question.text());
        one.put("level", question.level());
        one.put("by", by);
        one.put("passages", passages);
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
        one.put(CALL, written.call());
        return one;
    }

    private List<Map<String, Object>> lines() {
        return ways.stream().flatMap(way -> way.each().stream()).toList();
    }

    /** Puts what came of it into the file of the run. */
    void into(Map<String, Object> run) {
        run.put("written_by", ways.getFirst().asked().model());
        run.put("written", lines());
        run.put("written_results", ways.getFirst().results());
        run.put(
                "ways",
                ways.stream()
                        .map(way -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("model", way.asked().model());
                            one.put("passages", way.asked().passages());
                            one.put("results", way.results());
                            return one;
                        })
                        .toList());
    }

    /** Whether a run that was kept has the same answers; only under which number each is written down may differ. */
    boolean same(Path run) throws IOException {
        // Through text: a number that was read is of another class than one that was counted.
        JsonNode now = JSON.readTree(JSON.writeValueAsBytes(lines()));
        return bare(now).equals(bare(EvaluationFile.document(run).path("written")));
    }

    private static List<JsonNode> bare(JsonNode lines) {
        List<JsonNode> bare = new ArrayList<>();
        lines.forEach(line -> bare.add(line.<ObjectNode>deepCopy().without(List.of(CALL, "by", "passages"))));
        return bare;
    }

    private static Share share(List<Map<String, Object>> some, String what) {
        return new Share(
                (int) some.stream()
                        .filter(one -> Boolean.TRUE.equals(one.get(what)))
                        .count(),
                some.size());
    }
}
