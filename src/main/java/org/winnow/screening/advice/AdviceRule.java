package org.winnow.screening.advice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.Advices.OfRecord;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Rights;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;

/**
 * The team's rule for suggestions at a stage.
 *
 * @param sample on how many records that people have decided a model is measured before it suggests anything
 */
public record AdviceRule(Shown shown, int sample) {
    /** What holds where the team has said nothing. */
    public static final AdviceRule NONE = new AdviceRule(Shown.NEVER, 50);

    private static final String TOPIC = "advice";
    private static final int FEWEST = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    public AdviceRule {
        if (sample < FEWEST) {
            throw new UserException("A sample of fewer than " + FEWEST + " records says nothing of a model.");
        }
    }

    public static AdviceRule of(Review review, Stage stage) {
        Statement said = review.statements().on(TOPIC).get(stage.key());
        if (said == null) {
            return NONE;
        }
        try {
            JsonNode rule = JSON.readTree(said.value());
            return new AdviceRule(
                    Shown.of(rule.path("shown").asText()).orElse(Shown.NEVER),
                    Math.max(FEWEST, rule.path("sample").asInt(NONE.sample())));
        } catch (JsonProcessingException unreadable) {
            return NONE;
        }
    }

    /**
     * What a person may see of what models suggest of a record.
     *
     * @param decided whether that person has a verdict on it
     */
    public List<OfRecord> shows(Review review, Stage stage, RecordId record, boolean decided) {
        if (shown == Shown.NEVER || shown == Shown.AFTER && !decided) {
            return List.of();
        }
        return review.auditTrail().advices().of(record, stage).stream()
                .filter(a -> AdviceMeasure.of(review, stage, a.model()).suffices(this))
                .toList();
    }

    /**
     * Makes it the rule of the stage.
     *
     * @param by who makes it: a lead, where the team has one
     */
    public Op<Void> put(Stage stage, ReviewerId by) {
        String value = JSON.createObjectNode()
                .put("shown", shown.key())
                .put("sample", sample)
                .toString();
        return Rights.ruled(Statements.state("advice-rule", TOPIC, stage.key(), value, ""), by);
    }
}
