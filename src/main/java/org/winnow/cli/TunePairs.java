package org.winnow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;

/** Questions with the passages that answer them. */
record TunePairs(String question, String passage) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A JSON object a line, with {@code question} and {@code passage}. */
    static List<TunePairs> read(Path file) throws IOException {
        List<TunePairs> pairs = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                pairs.add(pair(file, i + 1, lines.get(i)));
            }
        }
        return pairs;
    }

    private static TunePairs pair(Path file, int number, String line) {
        try {
            JsonNode said = JSON.readTree(line);
            String question = said.path("question").asText().strip();
            String passage = said.path("passage").asText().strip();
            if (!question.isEmpty() && !passage.isEmpty()) {
                return new TunePairs(question, passage);
            }
        } catch (JsonProcessingException e) {
            throw bad(file, number, e);
        }
        throw bad(file, number, null);
    }

    private static UserException bad(Path file, int number, @Nullable Exception cause) {
        String text =
                file + ", line " + number + ": there must be one JSON object a line with a question and a passage,"
                        + " such as {\"question\": \"…\", \"passage\": \"…\"}.";
        return cause == null ? new UserException(text) : new UserException(text, cause);
    }

    /** A review's own titles, with their abstracts. */
    static List<TunePairs> of(Review review) {
        List<TunePairs> pairs = new ArrayList<>();
        review.records().forEachBib(RecordQuery.at(Stage.TITLE_ABSTRACT), (id, record) -> {
            if (!record.title().isBlank() && !record.abstractText().isBlank()) {
                pairs.add(new TunePairs(record.title(), record.abstractText()));
            }
        });
        return pairs;
    }
}
