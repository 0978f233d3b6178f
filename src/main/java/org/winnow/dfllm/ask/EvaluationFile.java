package org.winnow.dfllm.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.dfllm.ask.Evaluation.Judged;
import org.winnow.dfllm.ask.Evaluation.Retrieval;
import org.winnow.dfllm.ask.Evaluation.Tried;
import org.winnow.dfllm.corpus.PaperSummary;
import org.winnow.model.UserException;

/** A run of an evaluation as one file: the questions, the papers by their hashes, the settings and all that came of it. */
public final class EvaluationFile {
    private static final String SCHEMA = "winnow-evaluation/1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A run that was kept.
     *
     * @param papers hashes of the files that were asked
     * @param each what came of the questions and claims that could be asked, by their words
     */
    public record Kept(
            List<Question> questions,
            double threshold,
            String network,
            List<String> papers,
            JsonNode results,
            Map<String, AnswerChanges.Stand> each) {}

    private EvaluationFile() {}

    /** Everything that is needed to do it again, and what came of it. */
    public static Map<String, Object> of(Asking asking, List<Question> questions, Evaluation evaluation) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", SCHEMA);
        document.put("network", asking.network());
        document.put("threshold", evaluation.threshold());
        document.put("passages", asking.corpus().chunks().size());
        document.put("papers", hashes(asking));
        document.put("questions", questions.stream().map(Question::json).toList());
        document.put("results", results(evaluation));
        document.put(
                "each",
                evaluation.tried().stream().map(t -> tried(t, evaluation)).toList());
        document.put(
                "claims",
                evaluation.judged().stream().map(EvaluationFile::judged).toList());
        return document;
    }

    /** A run without what came of each question, as the record of a review keeps it. */
    public static Map<String, Object> summary(Map<String, Object> run) {
        Map<String, Object> summary = new LinkedHashMap<>(run);
        summary.remove("each");
        summary.remove("claims");
        summary.remove("written");
        return summary;
    }

    /** The hashes of the files that are asked, in alphabetical order. */
    public static List<String> hashes(Asking asking) {
        return asking.corpus().papers().stream()
                .map(PaperSummary::sha256)
                .sorted()
                .toList();
    }

    /** The numbers. */
    public static Map<String, Object> results(Evaluation evaluation) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("retrieval", retrieval(evaluation.retrieval()));
        results.put("threshold", evaluation.threshold());
        results.put("answered", evaluation.answered().json());
        results.put("right_sentence_first", evaluation.right().json());
        Map<String, Object> levels = new LinkedHashMap<>();
        evaluation.rightByLevel().forEach((level, s) -> levels.put(level, s.json()));
        results.put("levels", levels);
        results.put("citation_correct", evaluation.cited().json());
        results.put("told_not_in_the_papers", evaluation.silent().json());
        results.put("consistent", evaluation.consistent().json());
        Map<String, Object> labels = new LinkedHashMap<>();
        evaluation.labels().forEach((label, s) -> labels.put(label.key(), s.json()));
        results.put("labels", labels);
        results.put("best_threshold", evaluation.bestThreshold());
        results.put(
                "not_counted", evaluation.outside().stream().map(Question::text).toList());
        return results;
    }

    static Map<String, Object> retrieval(Map<Method, Retrieval> found) {
        Map<String, Object> retrieval = new LinkedHashMap<>();
        found.forEach((method, r) -> retrieval.put(method.name().toLowerCase(Locale.ROOT), retrieval(r)));
        return retrieval;
    }

    private static Map<String, Object> retrieval(Retrieval retrieval) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("recall_at_5", retrieval.amongFive().json());
        one.put("mrr", retrieval.reciprocalRank());
        return one;
    }

    private static Map<String, Object> tried(Tried tried, Evaluation evaluation) {
        Map<String, Object> one = new LinkedHashMap<>(tried.question().json());
        Map<String, Object> places = new LinkedHashMap<>();
        tried.places().forEach((method, place) -> places.put(method.name().toLowerCase(Locale.ROOT), place));
        one.put("places", places);
        one.put("support", tried.with());
        one.put("support_without_paper", tried.without());
        one.put("answered", tried.with() >= evaluation.threshold());
        one.put("right", tried.right());
        one.put("citation_correct", tried.cited());
        Answer.Said first = tried.first();
        if (first != null) {
            one.put("first_sentence", first.text());
            one.put("first_report", first.report().value());
            one.put("first_file_sha256", first.sha256());
            one.put("first_page", first.quotes().getFirst().span().page());
        }
        return one;
    }

    private static Map<String, Object> judged(Judged judged) {
        Map<String, Object> one = new LinkedHashMap<>(judged.claim().json());
        one.put("judged", judged.label().key());
        one.put("support", judged.support());
        return one;
    }

    /**
     * A run as it was kept, field by field.
     *
     * @throws UserException where the file is none
     */
    public static JsonNode document(Path file) throws IOException {
        JsonNode document;
        try {
            document = JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new UserException(file + " is no JSON (" + e.getOriginalMessage() + ").", e);
        }
        if (!document.path("schema").asText().equals(SCHEMA)) {
            throw new UserException(file + " is no run of an evaluation: its schema is not " + SCHEMA
                    + ". Choose a file that evaluate --out wrote.");
        }
        return document;
    }

    /** Reads a run that was kept. */
    public static Kept read(Path file) throws IOException {
        JsonNode document = document(file);
        List<Question> questions = new ArrayList<>();
        for (JsonNode one : document.path("questions")) {
            questions.add(Question.of(one, file + ", question " + (questions.size() + 1)));
        }
        List<String> papers = new ArrayList<>();
        document.path("papers").forEach(p -> papers.add(p.asText()));
        return new Kept(
                questions,
                document.path("threshold").asDouble(),
                document.path("network").asText(),
                papers,
                document.path("results"),
                stands(document));
    }

    private static Map<String, AnswerChanges.Stand> stands(JsonNode document) {
        Map<String, AnswerChanges.Stand> stands = new LinkedHashMap<>();
        document.path("each")
                .forEach(one -> stands.put(
                        one.path("question").asText(),
                        AnswerChanges.Stand.of(
                                one.path("answered").asBoolean(),
                                one.path("right").asBoolean(),
                                one.path("first_sentence").asText())));
        document.path("claims")
                .forEach(one -> stands.put(
                        one.path("claim").asText(),
                        AnswerChanges.Stand.judged(
                                one.path("label").asText(), one.path("judged").asText())));
        return stands;
    }

    /** Whether a run came to the same numbers as one that was kept. */
    public static boolean same(Evaluation evaluation, Kept kept) {
        return JSON.valueToTree(results(evaluation)).equals(kept.results());
    }
}
