package org.winnow.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Decisions.NewDecision;

/** What people say to each other about a record at a stage; earlier words of a remark stay as facts. */
public final class Discussions {
    /**
     * A remark as it reads now.
     *
     * @param id the same through all edits, in every file of the review
     * @param said when it was first said
     * @param edited whether it read otherwise before
     */
    public record Remark(String id, Reviewer reviewer, String text, Instant said, boolean edited) {}

    private final Review review;

    Discussions(Review review) {
        this.review = review;
    }

    /** The remarks on a record at a stage, the oldest first. */
    public List<Remark> on(RecordId record, Stage stage) {
        return review.read(handle -> handle.createQuery("""
                        SELECT d.remark, d.reviewer_id, p.name, d.text,
                            (SELECT min(f.at) FROM discussion f WHERE f.remark = d.remark) AS said,
                            EXISTS (SELECT 1 FROM discussion f WHERE f.remark = d.remark AND f.uuid <> d.uuid) AS edited
                        FROM discussion d JOIN reviewer p ON p.id = d.reviewer_id
                        WHERE d.record_id = :record AND d.stage = :stage AND d.text <> '' AND NOT EXISTS (
                            SELECT 1 FROM discussion n WHERE n.remark = d.remark AND (n.at, n.uuid) > (d.at, d.uuid))
                        ORDER BY said, d.remark
                        """)
                .bind("record", record.value())
                .bind("stage", stage.key())
                .map((rs, ctx) -> new Remark(
                        rs.getString("remark"),
                        new Reviewer(new ReviewerId(rs.getLong("reviewer_id")), rs.getString("name")),
                        rs.getString("text"),
                        Instant.ofEpochMilli(rs.getLong("said")),
                        rs.getBoolean("edited")))
                .list());
    }

    /** Says something to the others. */
    public static Op<Void> say(RecordId record, Stage stage, ReviewerId reviewer, String text) {
        if (text.isBlank()) {
            throw new UserException("A remark needs words.");
        }
        return remark("discuss", record, stage, reviewer, null, text);
    }

    /** Says one's own remark in other words; empty words take it back. */
    public static Op<Void> edit(RecordId record, Stage stage, Remark remark, String text) {
        return remark("edit-remark", record, stage, remark.reviewer().id(), remark.id(), text);
    }

    /** Settles a conflict and says why, in one operation that one undo takes back. */
    public static Op<Void> settle(NewDecision decision, String why) {
        Op<Void> decided = Decisions.decide(decision);
        return why.isBlank()
                ? decided
                : Op.together(
                                decided.name(),
                                List.of(decided, say(decision.record(), decision.stage(), decision.reviewer(), why)))
                        .about(decision.record())
                        .by(decision.reviewer());
    }

    private static Op<Void> remark(
            String name, RecordId record, Stage stage, ReviewerId reviewer, @Nullable String remark, String text) {
        return Op.<Void>of(
                        name,
                        tx -> {
                            tx.handle()
                                    .createUpdate("""
                                            INSERT INTO discussion (uuid, remark, record_id, stage, reviewer_id, text, at)
                                            VALUES (:uuid, :remark, :record, :stage, :reviewer, :text, :now)
                                            """)
                                    .bind("uuid", tx.newUuid())
                                    .bind("remark", remark == null ? tx.newUuid() : remark)
                                    .bind("record", record.value())
                                    .bind("stage", stage.key())
                                    .bind("reviewer", reviewer.value())
                                    .bind("text", text.strip())
                                    .bind("now", tx.now())
                                    .execute();
                            return null;
                        },
                        Kind.NOTES)
                .about(record)
                .by(reviewer);
    }
}
