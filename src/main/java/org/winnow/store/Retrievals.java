package org.winnow.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.store.Changes.Kind;

/** Whether full reports could be had; the newest fact about a record is current. */
public final class Retrievals {
    /**
     * What is said of a report.
     *
     * @param why it could not be had, or what was tried; may be empty
     * @param asked the day on which it was asked for, {@code 2026-01-31}; may be empty
     */
    public record Said(Retrieval state, String why, String asked) {
        public static Said of(Retrieval state) {
            return new Said(state, "", "");
        }
    }

    /**
     * A report that is to be had, as it stands now.
     *
     * @param reviewer who said so; empty where nobody has said anything yet
     * @param at when, or null
     * @param files how many files it has
     * @param studies that it is about, where they have names
     */
    public record Wanted(
            RecordId record,
            String title,
            Said said,
            String reviewer,
            @Nullable Instant at,
            int files,
            List<String> studies) {}

    private final Review review;

    Retrievals(Review review) {
        this.review = review;
    }

    /** What was said last; where nobody has said anything, a report that has a file was retrieved. */
    public Retrieval of(RecordId record) {
        return review.read(handle -> handle.createQuery("""
                        SELECT coalesce((SELECT v.state FROM current_retrieval v WHERE v.record_id = :id),
                            (SELECT 'retrieved' FROM attachment a WHERE a.record_id = :id AND <attached> LIMIT 1),
                            'sought')
                        """)
                .define("attached", Attachments.CURRENT)
                .bind("id", record.value())
                .mapTo(String.class)
                .map(Records::retrieval)
                .one());
    }

    /** Every report that passed title and abstract, in the order of import. */
    public List<Wanted> wanted() {
        return review.read(handle -> handle.createQuery("""
                        SELECT r.id, r.title,
                            coalesce(v.state, CASE WHEN f.files > 0 THEN 'retrieved' ELSE 'sought' END) AS state,
                            coalesce(v.why, '') AS why, coalesce(v.asked, '') AS asked,
                            coalesce(p.name, '') AS reviewer, v.at, coalesce(f.files, 0) AS files,
                            <studies> AS studies
                        FROM record r
                        LEFT JOIN (SELECT a.record_id, count(*) AS files FROM attachment a WHERE <attached>
                            GROUP BY a.record_id) f ON f.record_id = r.id
                        LEFT JOIN retrieval v ON v.id = (SELECT n.id FROM retrieval n WHERE n.record_id = r.id
                            ORDER BY n.at DESC, n.uuid DESC LIMIT 1)
                        LEFT JOIN reviewer p ON p.id = v.reviewer_id
                        WHERE r.id IN (<records>) ORDER BY r.id
                        """)
                .define("attached", Attachments.CURRENT)
                .define("studies", Studies.CURRENT)
                .define("records", new QuerySql(RecordQuery.at(Stage.FULL_TEXT)).subquery())
                .map((rs, ctx) -> new Wanted(
                        new RecordId(rs.getLong("id")),
                        rs.getString("title"),
                        new Said(Records.retrieval(rs.getString("state")), rs.getString("why"), rs.getString("asked")),
                        rs.getString("reviewer"),
                        rs.getString("at") == null ? null : Instant.ofEpochMilli(rs.getLong("at")),
                        rs.getInt("files"),
                        Studies.names(rs.getString("studies"))))
                .list());
    }

    public static Op<Void> mark(RecordId record, ReviewerId reviewer, Retrieval state) {
        return mark(List.of(record), reviewer, Said.of(state));
    }

    /** Says the same of many reports, in one operation. */
    public static Op<Void> mark(List<RecordId> records, ReviewerId reviewer, Said said) {
        List<RecordId> all = List.copyOf(records);
        return Op.<Void>of(
                        said.state().key(),
                        tx -> {
                            all.forEach(record -> write(tx, record, reviewer, said));
                            return null;
                        },
                        Kind.RETRIEVAL)
                .about(all.size() == 1 ? all.get(0) : null)
                .by(reviewer);
    }

    /** Whoever has the file of a report has retrieved it. */
    static void retrieved(Tx tx, RecordId record, ReviewerId reviewer) {
        boolean known = tx.handle()
                .createQuery(
                        "SELECT EXISTS (SELECT 1 FROM current_retrieval WHERE record_id = :id AND state = 'retrieved')")
                .bind("id", record.value())
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            write(tx, record, reviewer, Said.of(Retrieval.RETRIEVED));
        }
    }

    private static void write(Tx tx, RecordId record, ReviewerId reviewer, Said said) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO retrieval (uuid, record_id, reviewer_id, state, why, asked, at)
                        VALUES (:uuid, :record, :reviewer, :state, :why, :asked, :now)
                        """)
                .bind("uuid", tx.newUuid())
                .bind("record", record.value())
                .bind("reviewer", reviewer.value())
                .bind("state", said.state().key())
                .bind("why", said.why().strip())
                .bind("asked", said.asked().strip())
                .bind("now", tx.now())
                .execute();
    }
}
