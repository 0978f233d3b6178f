package org.winnow.store;

import java.time.Instant;
import java.util.List;

/**
 * A change to how the review is done that was made when people had begun to screen, as far as the file tells of it.
 *
 * @param what was changed
 * @param about the reason for exclusion; for the number of screeners the key of the stage; for a look again why
 * @param count of people who screen each record, where that was changed; else 0
 * @param share of the records, in a hundred, that so many people screen; else 0
 */
public record PlanChange(What what, String about, int count, int share, Instant at) {
    /** What can be changed. */
    public enum What {
        REASON_ADDED,
        REASON_RETIRED,
        SCREENERS,
        LOOKED_AGAIN
    }

    private static final String QUERY = """
            WITH begun AS (
                SELECT d.stage, min(c.op_id) AS op, min(d.at) AS at FROM change c JOIN decision d ON d.id = c.row_id
                WHERE c.tbl = 'decision' AND c.kind = 'insert' GROUP BY d.stage),
            first AS (SELECT min(op) AS op, min(at) AS at FROM begun),
            said AS (
                SELECT c.op_id AS op, s.topic, s.subject, s.value, s.at FROM change c JOIN statement s ON s.id = c.row_id
                JOIN op o ON o.id = c.op_id
                WHERE c.tbl = 'statement' AND c.kind = 'insert' AND s.topic IN (:team, :again) AND s.value <> ''
                    AND o.direction <> 'undo' AND o.id NOT IN (SELECT undoes FROM op WHERE undoes IS NOT NULL))
            SELECT 'REASON_ADDED' AS what, k.label AS about, 0 AS screeners, 0 AS share, min(o.at) AS at
            FROM change c JOIN op o ON o.id = c.op_id JOIN criterion k ON k.id = c.row_id
            WHERE c.tbl = 'criterion' AND c.kind = 'insert' AND o.name = :criterion AND k.retired = 0
            GROUP BY k.id HAVING min(o.id) > (SELECT op FROM first)
            UNION ALL
            SELECT 'REASON_RETIRED', k.label, 0, 0, k.at
            FROM change c JOIN criterion k ON k.id = c.row_id
            WHERE c.tbl = 'criterion' AND k.retired = 1 AND (c.kind = 'insert' OR c.col = 'retired')
            GROUP BY k.id HAVING max(c.op_id) > (SELECT op FROM first) AND min(c.op_id) < (SELECT op FROM first)
            UNION ALL
            SELECT 'SCREENERS', b.stage, s.value ->> '$.screeners', coalesce(s.value ->> '$.share', 100), s.at
            FROM begun b JOIN said s ON s.subject = b.stage || ' screeners' AND s.op > b.op AND s.at >= b.at
            WHERE s.topic = :team AND json_valid(s.value)
            UNION ALL
            SELECT 'LOOKED_AGAIN', s.value, 0, 0, min(s.at) FROM said s, first f
            WHERE s.topic = :again AND s.op > f.op AND s.at >= f.at GROUP BY s.value
            ORDER BY at, what, about
            """;

    /** What was changed, the oldest first; what was undone, or is as it was before, is left out. */
    public static List<PlanChange> all(Review review) {
        return review.read(handle -> handle.createQuery(QUERY)
                .bind("criterion", Criteria.ON_THE_LIST)
                .bind("team", Team.TOPIC)
                .bind("again", LookAgain.TOPIC)
                .map((rs, ctx) -> new PlanChange(
                        What.valueOf(rs.getString("what")),
                        rs.getString("about"),
                        rs.getInt("screeners"),
                        rs.getInt("share"),
                        Instant.ofEpochMilli(rs.getLong("at"))))
                .list());
    }
}
