package org.winnow.dfllm.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.winnow.dfllm.ask.EvaluationFile;
import org.winnow.model.RecordId;
import org.winnow.model.Sha256;
import org.winnow.model.UserException;

/**
 * An answer that was given in a run of an evaluation, for people to judge.
 *
 * @param id the same for the same question and sentence, in every file
 * @param sentence the answer: a sentence of a paper, or what a language model wrote; which of both is not told
 * @param sha256 of the file that it stands in, empty where the run does not say
 * @param page from 1
 * @param right what the run itself says: whether it is the sentence that was to be found
 */
public record GivenAnswer(
        String id, String question, String sentence, RecordId report, String sha256, int page, boolean right) {
    private static final int DIGITS = 20;

    /**
     * The answers of a run that {@code evaluate --out} wrote, in an order that says nothing of how well they fit. One that
     * cites nothing that stands in a paper is judged beside the paper that answers its question.
     *
     * @throws UserException where the file is none, or where nothing was answered in it
     */
    public static List<GivenAnswer> read(Path run) throws IOException {
        List<GivenAnswer> answers = new ArrayList<>();
        JsonNode document = EvaluationFile.document(run);
        Map<String, Long> reports = new HashMap<>();
        document.path("questions")
                .forEach(q -> reports.put(
                        q.path("question").asText(), q.path("report").asLong()));
        for (JsonNode one : List.of(document.path("each"), document.path("written")).stream()
                .flatMap(JsonNode::valueStream)
                .toList()) {
            String question = one.path("question").asText();
            String sentence = one.path("first_sentence").asText();
            String id = Sha256.of(question + "\n" + sentence).substring(0, DIGITS);
            // Two models, or a model and the papers, may say the same; it is judged once.
            boolean known = answers.stream().anyMatch(a -> a.id().equals(id));
            if (one.path("answered").asBoolean() && !sentence.isEmpty() && !known) {
                answers.add(new GivenAnswer(
                        id,
                        question,
                        sentence,
                        new RecordId(one.path("first_report").asLong(reports.getOrDefault(question, 0L))),
                        one.path("first_file_sha256").asText(),
                        one.path("first_page").asInt(1),
                        one.path("right").asBoolean()));
            }
        }
        if (answers.isEmpty()) {
            throw new UserException(run + " has no answer to judge: no question was answered in it.");
        }
        answers.sort(Comparator.comparing(GivenAnswer::id));
        return answers;
    }
}
