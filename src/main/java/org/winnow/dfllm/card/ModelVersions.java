package org.winnow.dfllm.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;

/**
 * The models of a living review, each tied to the version of the review that it was made for: facts that are only ever
 * added to.
 */
public final class ModelVersions {
    private static final String TOPIC = "model-version";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One model.
     *
     * @param number 1 for the oldest
     * @param network hash by which it is known
     * @param account of how it came about and what came of it
     */
    public record ModelVersion(int number, String network, Instant at, JsonNode account) {}

    private ModelVersions() {}

    /** All of them, the oldest first. */
    public static List<ModelVersion> all(Review review) {
        List<Statement> said = new ArrayList<>(review.statements().on(TOPIC).values());
        said.sort(Comparator.comparing(Statement::at).thenComparing(Statement::subject));
        List<ModelVersion> all = new ArrayList<>();
        for (Statement one : said) {
            try {
                all.add(new ModelVersion(all.size() + 1, one.subject(), one.at(), JSON.readTree(one.value())));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the record of the model " + one.subject() + " cannot be read", e);
            }
        }
        return all;
    }

    /** Puts a model on record. */
    public static Op<Void> add(String network, Map<String, Object> account) {
        try {
            return Statements.state("model-run", TOPIC, network, JSON.writeValueAsString(account), "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
