package org.winnow.dfllm.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.UserException;

/**
 * A question of which it is known where its answer stands, or a statement of which it is known how it stands to the
 * papers.
 *
 * @param text the question or statement
 * @param report in which it is answered; null for a statement of which no paper says anything
 * @param quote words of the sentence that answers it; empty where none does
 * @param level section, paper or review
 * @param group of questions that ask the same in other words; empty for none
 * @param label of a statement; null for a question
 */
public record Question(
        String text,
        @Nullable RecordId report,
        String quote,
        String level,
        String group,
        @Nullable Label label) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LEVELS = List.of("section", "paper", "review");

    /** Whether a passage or sentence of that report has the quoted words, whatever its blanks and capitals. */
    public boolean answeredBy(RecordId where, String words) {
        return where.equals(report) && !quote.isBlank() && plain(words).contains(plain(quote));
    }

    /** The words of a text: letters and digits, small, with one blank between them. */
    public static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /**
     * Reads a set: a JSON object a line with {@code question}, {@code report} (a record's number) and {@code quote}, and
     * where wanted {@code level} and {@code group}; or with {@code claim} and {@code label}.
     */
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
                String where = file + ", line " + (i + 1);
                try {
                    questions.add(of(JSON.readTree(lines.get(i)), where));
                } catch (JsonProcessingException e) {
                    throw new UserException(where + ": no JSON object (" + e.getOriginalMessage() + ").", e);
                }
            }
        }
        return questions;
    }

    /** @param where file and line, for messages */
    static Question of(JsonNode one, String where) {
        String quote = one.path("quote").asText();
        RecordId report = one.path("report").isIntegralNumber()
                ? new RecordId(one.path("report").asLong())
                : null;
        String level = one.path("level").asText("section");
        if (!LEVELS.contains(level)) {
            throw new UserException(where + ": level is \"" + level + "\", which is none of section, paper, review.");
        }
        String group = one.path("group").asText();
        String claim = one.path("claim").asText();
        if (!claim.isBlank()) {
            Label label = Label.of(one.path("label").asText())
                    .orElseThrow(() -> new UserException(
                            where + ": a claim needs a label: supported, refuted or not enough information."));
            return new Question(claim, report, quote, level, group, label);
        }
        String text = one.path("question").asText();
        if (text.isBlank() || plain(quote).isEmpty() || report == null) {
            throw new UserException(
                    where + ": a question needs the fields question, report (a record's number) and quote (words of the"
                            + " sentence that answers it).");
        }
        return new Question(text, report, quote, level, group, null);
    }

    /** As a line of a set has it. */
    public Map<String, Object> json() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(label == null ? "question" : "claim", text);
        if (label != null) {
            one.put("label", label.key());
        }
        if (report != null) {
            one.put("report", report.value());
        }
        one.put("quote", quote);
        one.put("level", level);
        one.put("group", group);
        return one;
    }
}
