package org.winnow.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.winnow.model.Sha256;

/**
 * One question to a language model, whole: nothing is sent but this.
 *
 * @param system what it is to do
 * @param text what it is to do it with
 * @param name of the form of its answer, for the server
 * @param schema the form of its answer, a JSON schema
 * @param mostTokens of its answer
 */
public record Request(String system, String text, String name, String schema, int mostTokens) {
    /** The same question is to give the same answer. */
    static final double TEMPERATURE = 0;

    static final int SEED = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Read on first use, and once: it takes a second. */
    private static final class Read {
        static final Encoding ENCODED = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    /** The same with a remark for the model, when its answer could not be used. */
    Request remarking(String remark) {
        return new Request(system, text + "\n\n" + remark, name, schema, mostTokens);
    }

    /** What it is to do, with the form of the answer in words for servers that do not hold models to it. */
    String instruction() {
        return system + "\n\nAnswer with one JSON object of this schema and nothing else:\n" + schema;
    }

    /** The messages as they are sent, as JSON. */
    public String messages() {
        ArrayNode messages = JSON.createArrayNode();
        messages.addObject().put("role", "system").put("content", instruction());
        messages.addObject().put("role", "user").put("content", text);
        return messages.toString();
    }

    /** The settings that it is asked with, as JSON. */
    String parameters() {
        ObjectNode settings = JSON.createObjectNode()
                .put("temperature", TEMPERATURE)
                .put("seed", SEED)
                .put("max_tokens", mostTokens);
        settings.set("schema", read(schema));
        return settings.toString();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of the messages in hexadecimal digits. */
    public String sha256() {
        return Sha256.of(messages());
    }

    /** About how many tokens are sent, by a public encoding; models of other makers count within some ten per cent. */
    public int tokens() {
        return tokens(instruction()) + tokens(text);
    }

    static int tokens(String text) {
        return Read.ENCODED.countTokensOrdinary(text);
    }
}
