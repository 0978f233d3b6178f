package org.winnow.formats.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.TextInput;
import org.winnow.formats.text.TextReader;
import org.winnow.formats.value.Substance;
import org.winnow.model.BibRecord;

/** Reads records from a JSON array as a stream, one object in memory at a time; objects that hold the array too. */
public final class JsonRecords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TextReader in;
    private final Intake intake;

    public JsonRecords(TextInput in, Intake intake) {
        this.in = new TextReader(in);
        this.intake = intake;
    }

    /** Whether a text looks like the array that the commands print. */
    public static boolean own(String text) {
        return text.contains("\"authors\"") && text.contains("\"journalShort\"") && text.contains("\"accession\"");
    }

    /** Whether a text looks like CSL-JSON. */
    public static boolean csl(String text) {
        boolean told = Stream.of("title", "DOI", "custom").anyMatch(n -> text.contains("\"" + n + "\""));
        return told && (text.contains("\"type\"") || text.contains("\"issued\"") || text.contains("\"author\""));
    }

    /** Reads to the end, or to where the file is no JSON any more. */
    public void read() throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            long line = 1;
            try {
                boolean inArray = false;
                for (JsonToken t = json.nextToken(); t != null; t = json.nextToken()) {
                    line = json.currentTokenLocation().getLineNr();
                    inArray |= t == JsonToken.START_ARRAY;
                    boolean single = t == JsonToken.START_OBJECT
                            && json.getParsingContext().getParent().inRoot();
                    if (t == JsonToken.START_OBJECT && inArray) {
                        one(flawless(json, line), line);
                    } else if (single && !inArray) {
                        whole(flawless(json, line), line);
                    }
                }
            } catch (JsonProcessingException broken) {
                int at = broken.getLocation() == null
                        ? (int) line
                        : broken.getLocation().getLineNr();
                intake.reject(
                        at,
                        "From here on the file is not JSON (" + broken.getOriginalMessage()
                                + "); what follows was left out. Export it again if it is cut off.",
                        "");
            }
        }
    }

    /** The object that begins here, after telling of bytes in it that are no characters. */
    private JsonNode flawless(JsonParser json, long line) throws IOException {
        JsonNode node = JSON.readTree(json);
        if (in.flawBefore(json.currentLocation().getCharOffset())) {
            intake.mended(line, TextInput.FLAW, node.toString());
        }
        return node;
    }

    /** One object: a record by itself, or the wrapping of an array such as {@code {"items": […]}}. */
    private void whole(JsonNode node, long line) {
        List<JsonNode> records = new ArrayList<>();
        node.properties().forEach(field -> {
            if (field.getValue().isArray()
                    && field.getValue().path(0).isObject()
                    && !field.getKey().equals("author")) {
                field.getValue().forEach(records::add);
            }
        });
        if (records.isEmpty() || node.has("title")) {
            one(node, line);
        } else {
            records.forEach(r -> one(r, line));
        }
    }

    private void one(JsonNode node, long line) {
        List<String> mends = new ArrayList<>();
        BibRecord.Builder b = node.path("authors").isArray() ? OwnItem.of(node) : CslItem.of(node, mends::add);
        Substance.handOn(b.raw(node.toString()).build(), line, mends, intake);
    }
}
