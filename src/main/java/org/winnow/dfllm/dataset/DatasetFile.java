package org.winnow.dfllm.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.dataset.Reports.Report;

/** Items as lines of JSON, schema {@value #SCHEMA}; its fields are named in the README. */
public final class DatasetFile {
    public static final String SCHEMA = "winnow-dataset/1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Reports reports;

    public DatasetFile(Reports reports) {
        this.reports = reports;
    }

    /** One item as a line without its end. */
    public String line(Item item, @Nullable Split split) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("schema", SCHEMA);
        one.put("id", item.id());
        one.put("level", item.level().key());
        one.put("question", item.question());
        one.put("answer", item.answer());
        one.put("group", item.group());
        one.put("label", ItemFields.word(item.label()));
        one.put("marks", reports.provenance(item));
        one.put("evidence", item.evidence().stream().map(this::evidence).toList());
        one.put("provenance", item.provenance().key());
        one.put("how", item.how());
        one.put("author", item.author());
        one.put("state", item.state().key());
        one.put("original", item.original());
        one.put("by", item.by());
        one.put("at", item.at().toString());
        one.put("split", split == null ? "" : split.key());
        return text(one);
    }

    private Map<String, Object> evidence(Evidence evidence) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("record", evidence.record());
        reports.of(evidence.record()).ifPresent(report -> {
            one.put("report", report.number().value());
            one.put("doi", report.doi());
            one.put("title", report.title());
        });
        one.put("file_sha256", evidence.sha256());
        one.put("page", evidence.page());
        one.put("start", evidence.start());
        one.put("end", evidence.end());
        one.put("quote", evidence.quote());
        return one;
    }

    static String text(Map<String, Object> one) {
        try {
            return JSON.writeValueAsString(one);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it is no item, with what is wrong
     */
    public Item item(String line, String file, Instant now) {
        JsonNode one = json(line);
        String question = one.path("question").asText();
        String answer = one.path("answer").asText();
        if (question.isBlank() || answer.isBlank()) {
            throw new IllegalArgumentException("question and answer are needed and have words");
        }
        String id = one.path("id").asText();
        id = id.isBlank()
                ? UUID.nameUUIDFromBytes((question + "\n" + answer).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : id;
        List<Evidence> evidence = new ArrayList<>();
        for (JsonNode e : one.path("evidence")) {
            evidence.add(evidence(e));
        }
        String at = one.path("at").asText();
        return new Item(
                id,
                ItemFields.level(one.path("level").asText(evidence.isEmpty() ? "review" : "section")),
                question,
                answer,
                one.path("group").asText(id),
                ItemFields.label(one.path("label").asText()),
                evidence,
                ItemFields.provenance(one.path("provenance").asText("imported")),
                one.path("how").asText(file),
                one.path("author").asText(),
                ItemFields.state(one.path("state").asText("draft")),
                one.path("original").asText(),
                one.path("by").asText(),
                at.isEmpty() ? now : ItemFields.at(at));
    }

    private Evidence evidence(JsonNode e) {
        String key = e.path("doi").asText();
        key = key.isBlank() && e.path("report").isIntegralNumber()
                ? e.path("report").asText()
                : key;
        Report report = reports.meant(e.path("record").asText(), key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "this review has no report " + e.path("record").asText() + " "
                                + e.path("doi").asText() + " " + e.path("title").asText()));
        return new Evidence(
                report.uuid(),
                e.path("file_sha256").asText(),
                e.path("page").asInt(),
                e.path("start").asInt(),
                e.path("end").asInt(),
                e.path("quote").asText());
    }

    static JsonNode json(String line) {
        try {
            JsonNode one = JSON.readTree(line);
            if (one == null || !one.isObject()) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            return one;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON object (" + e.getOriginalMessage() + ")", e);
        }
    }
}
