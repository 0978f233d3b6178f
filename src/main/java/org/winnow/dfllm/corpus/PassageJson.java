package org.winnow.dfllm.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.dfllm.corpus.Chunk.Quote;
import org.winnow.dfllm.corpus.Chunk.Sentence;
import org.winnow.model.PageSpan;
import org.winnow.model.RecordId;

/** A passage with all its sentences and where each stands, as one line of JSON that is read back to the same passage. */
public final class PassageJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PassageJson() {}

    public static String line(Chunk chunk) {
        Map<String, Object> one = CorpusJson.passage(chunk);
        one.put(
                "sentences",
                chunk.sentences().stream().map(PassageJson::sentence).toList());
        try {
            return JSON.writeValueAsString(one);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> sentence(Sentence sentence) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("text", sentence.text());
        one.put("quotes", sentence.quotes().stream().map(PassageJson::quote).toList());
        return one;
    }

    private static Map<String, Object> quote(Quote quote) {
        Map<String, Object> one = new LinkedHashMap<>(CorpusJson.span(quote.span()));
        one.put("words", quote.words());
        return one;
    }

    /**
     * Reads what {@link #line} wrote.
     *
     * @throws IOException where it is no JSON or a field is missing
     * @throws IllegalArgumentException where a span is none
     */
    public static Chunk read(String line) throws IOException {
        JsonNode one = JSON.readTree(line);
        return new Chunk(
                text(one, "id"),
                new RecordId(number(one, "report")),
                text(one, "file_sha256"),
                text(one, "section"),
                spans(one.path("spans")),
                sentences(one.path("sentences")),
                number(one, "tokens"),
                text(one, "text"));
    }

    private static List<Sentence> sentences(JsonNode all) throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        for (JsonNode one : all) {
            List<Quote> quotes = new ArrayList<>();
            for (JsonNode quote : one.path("quotes")) {
                quotes.add(new Quote(span(quote), text(quote, "words")));
            }
            sentences.add(new Sentence(text(one, "text"), quotes));
        }
        return sentences;
    }

    private static List<PageSpan> spans(JsonNode all) throws IOException {
        List<PageSpan> spans = new ArrayList<>();
        for (JsonNode one : all) {
            spans.add(span(one));
        }
        return spans;
    }

    private static PageSpan span(JsonNode one) throws IOException {
        return new PageSpan(number(one, "page"), number(one, "start"), number(one, "end"));
    }

    private static String text(JsonNode one, String field) throws IOException {
        if (!one.path(field).isTextual()) {
            throw new IOException("the field " + field + " is missing");
        }
        return one.get(field).textValue();
    }

    private static int number(JsonNode one, String field) throws IOException {
        if (!one.path(field).isInt()) {
            throw new IOException("the number " + field + " is missing");
        }
        return one.get(field).intValue();
    }
}
