package org.winnow.store;

import java.util.List;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.UserException;
import org.winnow.store.Changes.Kind;

/** Reasons for exclusion, in the review's order. */
public final class Criteria {
    /** The operation with which a person changes the list; whatever it touched is everybody's. */
    static final String ON_THE_LIST = "criterion";

    /** Name of the operation by which a reason that a decision gives comes into the file. */
    static final String GIVEN = "given-reason";

    private final Review review;

    Criteria(Review review) {
        this.review = review;
    }

    /** The reasons in use, in order. */
    public List<Criterion> all() {
        return review.read(handle -> handle.createQuery(
                        "SELECT id, label, position FROM criterion WHERE retired = 0 ORDER BY position, label")
                .map((rs, ctx) ->
                        new Criterion(new CriterionId(rs.getLong("id")), rs.getString("label"), rs.getInt("position")))
                .list());
    }

    /** What is to be looked at again since they have changed. */
    public LookAgain lookAgain() {
        return new LookAgain(review);
    }

    /** Finds the reason with that label (case does not matter), or adds it at the end of the order. */
    public static Op<CriterionId> ensure(String label) {
        return ensure(ON_THE_LIST, label);
    }

    /**
     * The same where somebody wrote the reason into a decision: until a person gives it its place in the list, a blinded
     * pack does not show it to others.
     */
    public static Op<CriterionId> given(String label) {
        return ensure(GIVEN, label);
    }

    private static Op<CriterionId> ensure(String name, String label) {
        String plain = label.strip();
        if (plain.isEmpty()) {
            throw new UserException("A reason for exclusion needs words.");
        }
        return Op.of(
                name,
                tx -> new CriterionId(tx.handle()
                        .createQuery("""
                                INSERT INTO criterion (uuid, label, position, at)
                                VALUES (:uuid, :label, (SELECT coalesce(max(position), 0) + 1 FROM criterion), :now)
                                ON CONFLICT (label) DO UPDATE SET
                                    at = CASE WHEN retired = 1 THEN excluded.at ELSE at END, retired = 0
                                RETURNING id
                                """)
                        .bind("uuid", tx.newUuid())
                        .bind("label", plain)
                        .bind("now", tx.now())
                        .mapTo(Long.class)
                        .one()),
                Kind.CRITERIA);
    }

    /** Takes a reason out of use; decisions that gave it keep it. */
    public static Op<Void> retire(CriterionId id) {
        return Op.of(
                ON_THE_LIST,
                tx -> {
                    tx.handle().execute("UPDATE criterion SET retired = 1, at = ? WHERE id = ?", tx.now(), id.value());
                    return null;
                },
                Kind.CRITERIA);
    }

    /** Puts the reasons in this order: where several apply, the first is the one that counts. */
    public static Op<Void> reorder(List<CriterionId> order) {
        return Op.of(
                ON_THE_LIST,
                tx -> {
                    for (int i = 0; i < order.size(); i++) {
                        tx.handle()
                                .execute(
                                        "UPDATE criterion SET position = ?, at = ? WHERE id = ?",
                                        i + 1,
                                        tx.now(),
                                        order.get(i).value());
                    }
                    return null;
                },
                Kind.CRITERIA,
                Kind.DECISIONS);
    }
}
