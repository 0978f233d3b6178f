package org.winnow.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Changes.Kind;

/**
 * Decisions that are to be looked at again since the criteria have changed. A rule and not a mark on each record: it is
 * about whatever was decided before it was made, by anybody, and who decides again, in whatever way, has looked.
 */
public final class LookAgain {
    /** Under this topic the rules are stated, so that they travel and are undone as statements are. */
    static final String TOPIC = "look-again";

    /** SQL condition on the verdict {@code v}: it was given before a rule about it was made. */
    static final String OLDER = """
            EXISTS (SELECT 1 FROM statement s WHERE s.topic = 'look-again' AND s.value <> '' AND s.at > v.at
                AND s.subject ->> '$.stage' = v.stage AND instr(s.subject ->> '$.verdicts', v.verdict) > 0
                AND s.subject ->> '$.reason' IN ('', (SELECT c.label FROM criterion c WHERE c.id = v.criterion_id))
                AND NOT EXISTS (SELECT 1 FROM statement n WHERE n.topic = s.topic AND n.subject = s.subject
                    AND (n.at, n.uuid) > (s.at, s.uuid)))""";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is to be looked at again.
     *
     * @param verdicts given at the stage before the rule was made
     * @param reason only exclusions for the reason of this name; empty for all
     */
    public record About(Stage stage, Set<Verdict> verdicts, String reason) {
        public About {
            verdicts = Set.copyOf(verdicts);
        }

        private String subject() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("stage", stage.key());
            fields.put("verdicts", keys());
            fields.put("reason", reason);
            try {
                return JSON.writeValueAsString(fields);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        private String keys() {
            return EnumSet.copyOf(verdicts).stream().map(Verdict::key).collect(Collectors.joining(" "));
        }
    }

    /** @param why in the words of whoever made the rule */
    public record Rule(About about, String why, Instant since) {}

    private final Review review;

    LookAgain(Review review) {
        this.review = review;
    }

    /** The rules that hold. */
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        review.statements().on(TOPIC).forEach((subject, s) -> rules.add(new Rule(about(subject), s.value(), s.at())));
        return rules;
    }

    private static About about(String subject) {
        try {
            Map<?, ?> fields = JSON.readValue(subject, Map.class);
            Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
            for (String key : String.valueOf(fields.get("verdicts")).split(" ")) {
                Verdict.of(key).ifPresent(verdicts::add);
            }
            return new About(
                    Stage.of(String.valueOf(fields.get("stage"))).orElse(Stage.TITLE_ABSTRACT),
                    verdicts,
                    String.valueOf(fields.get("reason")));
        } catch (JsonProcessingException e) {
            throw new ReviewException(
                    ReviewException.Reason.DAMAGED,
                    review(subject) + " is no rule for looking again. Run winnow check on the review.",
                    e);
        }
    }

    private static String review(String subject) {
        return "The statement \u201c" + subject + "\u201d";
    }

    /** How many of a reviewer's current decisions such a rule would be about now. */
    public long count(About about, ReviewerId reviewer) {
        return review.read(handle -> handle.createQuery("""
                        SELECT count(*) FROM current_verdict v
                        WHERE v.stage = :stage AND v.reviewer_id = :reviewer AND instr(:verdicts, v.verdict) > 0
                            AND :reason IN ('', (SELECT c.label FROM criterion c WHERE c.id = v.criterion_id))
                            AND v.record_id NOT IN (SELECT d.record_id FROM duplicate d)
                        """)
                .bind("stage", about.stage().key())
                .bind("reviewer", reviewer.value())
                .bind("verdicts", about.keys())
                .bind("reason", about.reason())
                .mapTo(Long.class)
                .one());
    }

    /** Asks everybody to look again at these decisions of theirs; one operation. */
    public static Op<Void> ask(Collection<About> all, String why) {
        return told("look-again", all, why);
    }

    /** Asks nobody any more. */
    public static Op<Void> enough(Collection<About> all) {
        return told("looked", all, "");
    }

    private static Op<Void> told(String name, Collection<About> all, String why) {
        return Op.of(
                name,
                tx -> {
                    all.forEach(a -> Statements.state(name, TOPIC, a.subject(), why, "")
                            .work()
                            .in(tx));
                    return null;
                },
                Kind.REPORT,
                Kind.CRITERIA);
    }
}
