package org.winnow.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;

/** Everything that was ever done to the review, in order: what undo reads backwards, read forwards. */
public final class AuditTrail {
    /**
     * One operation.
     *
     * @param direction do, undo or redo
     * @param reviewer who did it, empty where nobody in particular did
     * @param record what it was about, or null
     * @param undoes the number of the operation that it takes back, or null
     * @param changes how many rows and cells it changed
     */
    public record Entry(
            long number,
            Instant at,
            String name,
            String direction,
            String reviewer,
            @Nullable RecordId record,
            @Nullable Long undoes,
            long changes) {}

    private final Review review;

    AuditTrail(Review review) {
        this.review = review;
    }

    /** Hands over every operation, the oldest first. */
    public void forEach(Consumer<Entry> reader) {
        review.read(handle -> {
            handle.createQuery("""
                            SELECT o.id, o.at, o.name, o.direction, coalesce(p.name, '') AS reviewer, o.focus, o.undoes,
                                (SELECT count(*) FROM change c WHERE c.op_id = o.id) AS changes
                            FROM op o LEFT JOIN reviewer p ON p.id = o.reviewer_id ORDER BY o.id
                            """)
                    .map((rs, ctx) -> new Entry(
                            rs.getLong("id"),
                            Instant.ofEpochMilli(rs.getLong("at")),
                            rs.getString("name"),
                            rs.getString("direction"),
                            rs.getString("reviewer"),
                            rs.getObject("focus") == null ? null : new RecordId(rs.getLong("focus")),
                            rs.getObject("undoes") == null ? null : rs.getLong("undoes"),
                            rs.getLong("changes")))
                    .forEach(reader::accept);
            return List.of();
        });
    }
}
