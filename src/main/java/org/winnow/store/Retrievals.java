package org.winnow.store;

import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.store.Changes.Kind;

/** Whether full reports could be had; the newest fact about a record is current. */
public final class Retrievals {
    private final Review review;

    Retrievals(Review review) {
        this.review = review;
    }

    public Retrieval of(RecordId record) {
        return review.read(handle -> handle.createQuery("SELECT state FROM current_retrieval WHERE record_id = :id")
                .bind("id", record.value())
                .mapTo(String.class)
                .findOne()
                .map(Records::retrieval)
                .orElse(Retrieval.SOUGHT));
    }

    public static Op<Void> mark(RecordId record, ReviewerId reviewer, Retrieval state) {
        return Op.<Void>of(
                        state.key(),
                        tx -> {
                            tx.handle()
                                    .createUpdate("""
                                            INSERT INTO retrieval (uuid, record_id, reviewer_id, state, at)
                                            VALUES (:uuid, :record, :reviewer, :state, :now)
                                            """)
                                    .bind("uuid", tx.newUuid())
                                    .bind("record", record.value())
                                    .bind("reviewer", reviewer.value())
                                    .bind("state", state.key())
                                    .bind("now", tx.now())
                                    .execute();
                            return null;
                        },
                        Kind.RETRIEVAL)
                .about(record)
                .by(reviewer);
    }
}
