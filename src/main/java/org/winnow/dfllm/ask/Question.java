package org.winnow.dfllm.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.winnow.model.RecordId;
import org.winnow.model.UserException;

/**
 * A question of which it is known where its answer stands.
 *
 * @param text the question
 * @param report in which it is answered
 * @param quote words of the sentence that answers it
 */
public record Question(String text, RecordId report, String quote) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether a passage or sentence of that report has the quoted words, whatever its blanks and capitals. */
    boolean answeredBy(RecordId where, String words) {
        return where.equals(report) && plain(words).contains(plain(quote));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** Reads a set: a JSON object a line with {@code question}, {@code report} (a record's number) and {@code quote}. */
    public static List<Question> read(Path file) throws IOException {
        List<Question> questions = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new UserException(file + " is not UTF-8 text. Save it as UTF-8.", e);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                questions.add(of(lines.get(i), file + ", line " + (i + 1)));
            }
        }
        return questions;
    }

    private static Question of(String line, String where) {
        try {
            JsonNode one = JSON.readTree(line);
            String text = one.path("question").asText();
            String quote = one.path("quote").asText();
            if (!text.isBlank() && !plain(quote).isEmpty() && one.path("report").isIntegralNumber()) {
                return new Question(text, new RecordId(one.path("report").asLong()), quote);
            }
        } catch (JsonProcessingException e) {
            throw new UserException(where + ": no JSON object (" + e.getOriginalMessage() + ").", e);
        }
        throw new UserException(
                where + ": a question needs the fields question, report (a record's number) and quote (words of the"
                        + " sentence that answers it).");
    }
}
