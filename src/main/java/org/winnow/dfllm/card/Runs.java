package org.winnow.dfllm.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements;

/** The accounts of the runs that made a corpus, a dataset, a model and its tests, kept in the review as facts. */
public final class Runs {
    public static final String CORPUS = "corpus";
    public static final String DATASET = "dataset";
    public static final String TUNING = "tuning";
    public static final String EVALUATION = "evaluation";

    private static final String TOPIC = "model-run";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Runs() {}

    /**
     * Writes down the account of a run; the newest of its kind is current, the others stay as facts.
     *
     * @param kind {@link #CORPUS}, {@link #DATASET}, {@link #TUNING} or {@link #EVALUATION}
     * @param account a JSON object, as a map or a node
     */
    public static Op<Void> record(String kind, Object account) {
        try {
            return Statements.state("model-run", TOPIC, kind, JSON.writeValueAsString(account), "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The account of the newest run of a kind; empty where none is on record. */
    public static Optional<JsonNode> newest(Review review, String kind) {
        return Optional.ofNullable(review.statements().on(TOPIC).get(kind)).map(said -> {
            try {
                return JSON.readTree(said.value());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the record of the " + kind + " run cannot be read", e);
            }
        });
    }
}
