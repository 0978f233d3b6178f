package org.winnow.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.model.ReviewerId;
import org.winnow.store.Changes.Kind;

/** The review's own line. */
public final class Setup {
    private final Review review;

    Setup(Review review) {
        this.review = review;
    }

    public ReviewInfo info() {
        return review.read(handle -> handle.createQuery("SELECT uuid, title, screeners, created_at FROM review")
                .map((rs, ctx) -> new ReviewInfo(
                        UUID.fromString(rs.getString("uuid")),
                        rs.getString("title"),
                        rs.getInt("screeners"),
                        Instant.ofEpochMilli(rs.getLong("created_at"))))
                .one());
    }

    static Op<Void> newReview(NewReview spec) {
        return Op.of(
                "new",
                tx -> {
                    tx.handle()
                            .createUpdate("""
                                    INSERT INTO review (id, uuid, title, screeners, created_at)
                                    VALUES (1, :uuid, :title, :screeners, :now)
                                    """)
                            .bind("uuid", tx.newUuid())
                            .bind("title", spec.title())
                            .bind("screeners", spec.screenersPerRecord())
                            .bind("now", tx.now())
                            .execute();
                    spec.reviewers().forEach(name -> Reviewers.idOf(tx, name));
                    return null;
                },
                Kind.REVIEW,
                Kind.REVIEWERS);
    }

    public static Op<Void> rename(String title) {
        return Op.of(
                "rename",
                tx -> {
                    tx.handle().execute("UPDATE review SET title = ?", title);
                    return null;
                },
                Kind.REVIEW);
    }

    /**
     * One of the team's rules.
     *
     * @param screeners how many verdicts settle a record once that many people screen
     * @param by who makes it, or null where nobody has given a name
     */
    public static Op<Void> screenersPerRecord(int screeners, @Nullable ReviewerId by) {
        Op<Void> rule = Op.of(
                "screeners",
                tx -> {
                    tx.handle().execute("UPDATE review SET screeners = ?", screeners);
                    return null;
                },
                Kind.REVIEW,
                Kind.DECISIONS);
        return Rights.ruled(rule, by);
    }
}
