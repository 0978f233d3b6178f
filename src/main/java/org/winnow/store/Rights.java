package org.winnow.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.model.ReviewerId;
import org.winnow.model.Role;
import org.winnow.model.Stage;
import org.winnow.model.UserException;

/**
 * Who may do what: the one place that decides. Every operation that needs a right asks here, in its own transaction, so
 * that it holds in the window, on the command line and wherever else one is made; screens ask to show what is open to the
 * person. What travels in from another file was allowed there, and is not asked again.
 */
public final class Rights {
    /** Operations by which the team makes its rules; who may not do them may not take them back either. */
    private static final Set<String> RULES = Set.of("team-rules", "team-role", "assign", "screeners", "advice-rule");

    static final String ROLE =
            "main.team_stated s JOIN main.reviewer p ON s.subject = 'role ' || lower(p.name) WHERE s.value ";

    private final Review review;

    Rights(Review review) {
        this.review = review;
    }

    /** Whether the person may settle conflicts at the stage: anybody, unless the team leaves it to settlers and leads. */
    public boolean maySettle(ReviewerId person, Stage stage) {
        return review.read(handle -> maySettle(handle, person, stage));
    }

    /** @throws UserException where the person may not settle conflicts at the stage */
    public void settling(ReviewerId person, Stage stage) {
        review.read(handle -> {
            toSettle(handle, person, stage);
            return true;
        });
    }

    /** Whether the person may make the team's rules: anybody, as long as nobody is the lead. */
    public boolean mayRule(ReviewerId person) {
        return review.read(handle -> leads(handle, person));
    }

    /**
     * The review with everything that blinding hides.
     *
     * @param who wants to see it, or null where nobody has given a name
     * @throws UserException where a stage is blinded and the team has a lead, who is somebody else
     */
    public Review unblinded(@Nullable ReviewerId who) {
        review.read(handle -> {
            if (blinded(handle) && !leads(handle, who)) {
                throw refusal(handle, "The team is blinded and has a lead; only leads look at it unblinded.");
            }
            return true;
        });
        return review;
    }

    /**
     * The review as it answers somebody. Without a name, and where a stage is blinded and two or more people take part, it
     * tells of that stage what is finished: records on which nobody is waited for any more.
     *
     * @param who asks, or null where nobody has given a name
     * @param unblinded whether everything is asked for
     * @throws UserException where that is asked for and not for them
     */
    public Review seen(@Nullable ReviewerId who, boolean unblinded) {
        if (unblinded) {
            return unblinded(who);
        }
        return who == null && !review.read(Rights::hides) ? review : review.seenBy(who);
    }

    /** At which stages how many records have verdicts that are not told without a name. */
    public Map<Stage, Long> leftOut() {
        String round = review.team().round();
        return review.read(handle -> {
            Map<Stage, Long> left = new EnumMap<>(Stage.class);
            if (hides(handle)) {
                handle.createQuery(Sight.ofNobody(round).leftOut())
                        .map((rs, ctx) ->
                                Map.entry(Stage.of(rs.getString("stage")).orElseThrow(), rs.getLong("n")))
                        .forEach(e -> left.put(e.getKey(), e.getValue()));
            }
            return left;
        });
    }

    /** Whether there is a lead, so that only leads look unblinded. */
    public boolean hasLead() {
        return review.read(handle -> !leads(handle, null));
    }

    /** Whether blinding hides anything: a stage is blinded, and two or more people take part. */
    public boolean hides() {
        return review.read(Rights::hides);
    }

    private static boolean hides(Handle handle) {
        return blinded(handle)
                && handle.createQuery("SELECT count(*) > 1 FROM main.reviewer")
                        .mapTo(Boolean.class)
                        .one();
    }

    /**
     * The operation as one that makes a rule of the team.
     *
     * @param by who makes it, or null where nobody has given a name
     */
    public static Op<Void> ruled(Op<Void> op, @Nullable ReviewerId by) {
        return new Op<>(op.name(), op.kinds(), op.focus(), by, tx -> {
            toRule(tx.handle(), by);
            return op.work().in(tx);
        });
    }

    private static boolean maySettle(Handle handle, ReviewerId person, Stage stage) {
        return handle.createQuery("SELECT " + settles(Long.toString(person.value()), "'" + stage.key() + "'"))
                .mapTo(Boolean.class)
                .one();
    }

    /** SQL condition: a person may settle conflicts at a stage, both in SQL. */
    static String settles(String person, String stage) {
        return """
                (SELECT n.settlers = 0 OR EXISTS (SELECT 1 FROM %s IN ('settler', 'lead') AND p.id = %s)
                    FROM main.stage_need n WHERE n.stage = %s)""".formatted(ROLE, person, stage);
    }

    private static boolean leads(Handle handle, @Nullable ReviewerId person) {
        return handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM <role> = :lead)"
                        + " OR EXISTS (SELECT 1 FROM <role> = :lead AND p.id = :person)")
                .define("role", ROLE)
                .bind("lead", Role.LEAD.key())
                .bind("person", person == null ? 0 : person.value())
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean blinded(Handle handle) {
        return handle.createQuery("SELECT max(coalesce(n.blinded, coalesce(n.screeners, r.screeners) > 1))"
                        + " FROM main.stage_need n CROSS JOIN main.review r")
                .mapTo(Boolean.class)
                .one();
    }

    /** Stops an operation that makes rules where the person may not. */
    static void toRule(Handle handle, @Nullable ReviewerId by) {
        if (!leads(handle, by)) {
            throw refusal(handle, "The team has a lead, and only leads make its rules.");
        }
    }

    /** Stops an operation that settles a conflict where the person may not. */
    static void toSettle(Handle handle, ReviewerId by, Stage stage) {
        if (!maySettle(handle, by, stage)) {
            String name = name(handle, by);
            throw new UserException("The team lets only settlers and leads settle conflicts at " + stage.key()
                    + ", and "
                    + name + " is neither. Let one of them do it, or give the role with winnow team --role \"" + name
                    + "=settler\".");
        }
    }

    /** Stops a person from taking back, or doing again, what they may not do. */
    static void toReplay(Handle handle, String op, @Nullable ReviewerId by) {
        if (by != null && RULES.contains(op)) {
            toRule(handle, by);
        }
    }

    private static UserException refusal(Handle handle, String sentence) {
        List<String> leads = handle.createQuery("SELECT p.name FROM <role> = :lead ORDER BY p.id")
                .define("role", ROLE)
                .bind("lead", Role.LEAD.key())
                .mapTo(String.class)
                .list();
        return new UserException(sentence + " Leave it to " + String.join(" or ", leads)
                + "; on the command line a lead gives the name with --by, or with --reviewer to look.");
    }

    private static String name(Handle handle, ReviewerId person) {
        return handle.createQuery("SELECT name FROM main.reviewer WHERE id = :id")
                .bind("id", person.value())
                .mapTo(String.class)
                .one();
    }
}
