package org.winnow.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.winnow.model.UserException;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;

/**
 * That a person lets a language model be asked for one review, and what may be sent to it. It is a fact of the review:
 * without one, nothing is sent anywhere, not even to this computer itself.
 *
 * @param by who said so
 */
public record Consent(Endpoint endpoint, Set<Sending> what, String by) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Consent {
        what = Set.copyOf(what);
        if (what.isEmpty()) {
            throw new UserException("Say what may be sent to " + endpoint.model() + ": passages, records or both.");
        }
    }

    /** What holds in a review now, by address and name of the model. */
    public static List<Consent> all(Review review) {
        List<Consent> all = new ArrayList<>();
        for (Statement said : review.statements().on(Statements.LEAVE).values()) {
            read(said.value()).ifPresent(all::add);
        }
        return all;
    }

    /**
     * The one that is meant.
     *
     * @param model its name; empty where there is only one
     * @throws UserException where the review lets no such model be asked that
     */
    public static Consent of(Review review, String model, Sending what) {
        List<Consent> fit = all(review).stream()
                .filter(c -> model.isEmpty() || c.endpoint().model().equals(model))
                .filter(c -> c.what().contains(what))
                .toList();
        if (fit.size() == 1) {
            return fit.getFirst();
        }
        if (fit.isEmpty()) {
            throw new UserException("This review does not let " + (model.isEmpty() ? "any language model" : model)
                    + " be sent " + what.words()
                    + ". Nothing was sent. See what would be sent, and allow it, with: winnow models allow.");
        }
        throw new UserException("This review lets several language models be asked: "
                + fit.stream()
                        .map(c -> c.endpoint().model() + " at " + c.endpoint().address())
                        .collect(Collectors.joining(", "))
                + ". Name one, or forbid the others with: winnow models forbid.");
    }

    /** Lets it be asked from now on. */
    public static Op<Void> give(Consent consent) {
        Endpoint to = consent.endpoint();
        ObjectNode value = JSON.createObjectNode()
                .put("address", to.address())
                .put("model", to.model())
                .put("per_minute", to.perMinute())
                .put("input_price", to.inputPrice())
                .put("output_price", to.outputPrice())
                .put("key_from", to.keyFrom())
                .put("by", consent.by());
        consent.what().stream().sorted().forEach(s -> value.withArray("send").add(s.key()));
        return Statements.state("allow-model", Statements.LEAVE, subject(to), value.toString(), "");
    }

    /** Takes it back: nothing more is sent there. */
    public static Op<Void> withdraw(Endpoint endpoint) {
        return Statements.state("forbid-model", Statements.LEAVE, subject(endpoint), "", "");
    }

    private static String subject(Endpoint to) {
        return to.address() + " " + to.model();
    }

    /** What cannot be read was not said by any Winnow, and lets nothing be sent. */
    private static Optional<Consent> read(String value) {
        try {
            JsonNode said = JSON.readTree(value);
            Set<Sending> what = EnumSet.noneOf(Sending.class);
            said.path("send").forEach(s -> Sending.of(s.asText()).ifPresent(what::add));
            return Optional.of(new Consent(
                    new Endpoint(
                            said.path("address").asText(),
                            said.path("model").asText(),
                            said.path("per_minute").asInt(),
                            said.path("input_price").asDouble(),
                            said.path("output_price").asDouble(),
                            said.path("key_from").asText()),
                    what,
                    said.path("by").asText()));
        } catch (JsonProcessingException | UserException unreadable) {
            return Optional.empty();
        }
    }
}
