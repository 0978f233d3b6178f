package org.winnow.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.store.Changes.Kind;

/** Notes: one current text for each record and reviewer; earlier texts stay as facts. */
public final class Notes {
    /** A reviewer's current note on a record. */
    public record Note(RecordId record, Reviewer reviewer, String text, Instant at) {}

    private final Review review;

    Notes(Review review) {
        this.review = review;
    }

    /** Current notes on a record, one for each reviewer who has one. */
    public List<Note> on(RecordId record) {
        return review.read(handle -> current(handle, List.of(record)));
    }

    /** What people say to each other. */
    public Discussions discussions() {
        return new Discussions(review);
    }

    static List<Note> current(Handle handle, List<RecordId> records) {
        return handle.createQuery("""
                        SELECT n.record_id, n.reviewer_id, p.name, n.text, n.at
                        FROM note n JOIN reviewer p ON p.id = n.reviewer_id
                        WHERE n.record_id IN (<ids>) AND n.text <> '' AND NOT EXISTS (
                            SELECT 1 FROM note m WHERE m.record_id = n.record_id AND m.reviewer_id = n.reviewer_id
                                AND (m.at, m.uuid) > (n.at, n.uuid))
                        ORDER BY n.at, n.uuid
                        """)
                .defineList("ids", Records.numbers(records))
                .map((rs, ctx) -> new Note(
                        new RecordId(rs.getLong("record_id")),
                        new Reviewer(new ReviewerId(rs.getLong("reviewer_id")), rs.getString("name")),
                        rs.getString("text"),
                        Instant.ofEpochMilli(rs.getLong("at"))))
                .list();
    }

    /** Writes a reviewer's note on a record; an empty text takes it away. */
    public static Op<Void> write(RecordId record, ReviewerId reviewer, String text) {
        return Op.<Void>of(
                        "note",
                        tx -> {
                            tx.handle()
                                    .createUpdate("""
                                            INSERT INTO note (uuid, record_id, reviewer_id, text, at)
                                            VALUES (:uuid, :record, :reviewer, :text, :now)
                                            """)
                                    .bind("uuid", tx.newUuid())
                                    .bind("record", record.value())
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
