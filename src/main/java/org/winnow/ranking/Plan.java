package org.winnow.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;

/**
 * How the records of a review are put in order, as its people set it.
 *
 * @param seed of all that is random
 * @param topic what the review is about in words, from which the first order is computed; empty to begin with records
 *     at random
 * @param settled whether it learns from settled verdicts instead of the asking reviewer's own
 * @param randomEvery every how many records one is drawn at random instead; 0 for never
 */
public record Plan(Model model, long seed, String topic, boolean settled, int randomEvery) {
    /** The topic under which a plan is stated in the review, one subject for each part. */
    private static final String STATED = "ranking";

    private static final String MODEL = "model";
    private static final String SEED = "seed";
    private static final String TOPIC = "topic";
    private static final String COLD = "cold";
    private static final String SETTLED = "settled";
    private static final String RANDOM = "random-every";
    private static final String YES = "yes";
    private static final long FIRST_SEED = 1;

    public Plan {
        topic = topic.strip();
        if (randomEvery < 0) {
            throw new IllegalArgumentException("every " + randomEvery + " records cannot be");
        }
    }

    /** The plan of a review; where nothing was said, the program's own model begins with the title of the review. */
    public static Plan of(Review review) {
        Map<String, Statement> said = review.statements().on(STATED);
        String topic = said.containsKey(COLD)
                ? ""
                : value(said, TOPIC, review.setup().info().title());
        return new Plan(
                Models.named(value(said, MODEL, "default")).orElse(Models.standard()),
                Long.parseLong(value(said, SEED, Long.toString(FIRST_SEED))),
                topic,
                said.containsKey(SETTLED),
                Integer.parseInt(value(said, RANDOM, "0")));
    }

    private static String value(Map<String, Statement> said, String subject, String otherwise) {
        Statement statement = said.get(subject);
        return statement == null ? otherwise : statement.value();
    }

    /** States this plan in the review, what differs from an earlier one. */
    public Op<Void> instead(Plan before) {
        List<Op<Void>> ops = new ArrayList<>();
        state(ops, MODEL, model.name(), before.model.name());
        state(ops, SEED, Long.toString(seed), Long.toString(before.seed));
        if (!topic.equals(before.topic)) {
            state(ops, COLD, topic.isEmpty() ? YES : "", before.topic.isEmpty() ? YES : "");
            state(ops, TOPIC, topic, before.topic);
        }
        state(ops, SETTLED, settled ? YES : "", before.settled ? YES : "");
        state(ops, RANDOM, Integer.toString(randomEvery), Integer.toString(before.randomEvery));
        return Op.together("ranking", ops);
    }

    private static void state(List<Op<Void>> ops, String subject, String value, String before) {
        if (!value.equals(before)) {
            ops.add(Statements.state("ranking", STATED, subject, value, ""));
        }
    }
}
