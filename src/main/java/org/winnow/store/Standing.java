package org.winnow.store;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.winnow.model.FlowRow;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceId;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;

/** Where the records of a review stand: by stage, and for the flow diagram. */
public final class Standing {
    /** The reason for exclusion that counts: the resolution's, else the first in the review's order that anybody gave. */
    private static final String REASON = """
            SELECT o.record_id, coalesce(
                (SELECT c.label FROM criterion c WHERE c.id = o.resolution_criterion_id),
                (SELECT c.label FROM current_verdict v JOIN criterion c ON c.id = v.criterion_id
                    WHERE v.record_id = o.record_id AND v.stage = o.stage AND v.verdict = 'exclude'
                    ORDER BY c.position, c.id LIMIT 1),
                '') AS reason
            FROM tally o WHERE o.stage = 'full-text' AND o.outcome = 'exclude'""";

    private final Review review;

    Standing(Review review) {
        this.review = review;
    }

    public StageProgress at(Stage stage) {
        return review.read(handle -> {
            QuerySql all = new QuerySql(RecordQuery.at(stage));
            Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                outcomes.put(outcome, 0L);
            }
            bound(handle, """
                    SELECT coalesce(now.outcome, 'undecided') AS outcome, count(*) AS n
                    FROM (SELECT r.id %s) q
                    LEFT JOIN tally now ON now.record_id = q.id AND now.stage = :at GROUP BY 1
                    """, all, stage)
                    .map((rs, ctx) -> Map.entry(Records.outcome(rs.getString("outcome")), rs.getLong("n")))
                    .forEach(e -> outcomes.put(e.getKey(), e.getValue()));
            Map<Reviewer, Long> decidedBy = new LinkedHashMap<>();
            bound(handle, """
                    SELECT p.id, p.name, count(*) AS n
                    FROM (SELECT r.id %s) q
                    JOIN current_verdict v ON v.record_id = q.id AND v.stage = :at AND v.verdict IS NOT NULL
                    JOIN reviewer p ON p.id = v.reviewer_id GROUP BY p.id ORDER BY p.id
                    """, all, stage)
                    .map((rs, ctx) -> Map.entry(
                            new Reviewer(new ReviewerId(rs.getLong("id")), rs.getString("name")), rs.getLong("n")))
                    .forEach(e -> decidedBy.put(e.getKey(), e.getValue()));
            long total = outcomes.values().stream().mapToLong(Long::longValue).sum();
            return new StageProgress(stage, total, outcomes, decidedBy);
        });
    }

    private static Query bound(Handle handle, String sql, QuerySql records, Stage stage) {
        return handle.createQuery(sql.formatted(records.from())).bind("at", stage.key());
    }

    /** All records of the review, grouped by everything that the flow diagram asks of them. */
    public List<FlowRow> flowRows() {
        return review.read(handle -> handle.createQuery("""
                        SELECT source_id, duplicate, coalesce(title_abstract, 'undecided') AS title_abstract,
                            coalesce(retrieval, 'sought') AS retrieval, coalesce(full_text, 'undecided') AS full_text,
                            coalesce(reason, '') AS reason, sum(n) AS n
                        FROM (
                            SELECT f.source_id, d.record_id IS NOT NULL AS duplicate, ta.outcome AS title_abstract,
                                v.state AS retrieval, ft.outcome AS full_text,
                                CASE WHEN ft.outcome = 'exclude' THEN (
                                    SELECT reason FROM (<reason>) w WHERE w.record_id = r.id) END AS reason,
                                count(*) AS n
                            FROM record r
                            JOIN import_file f ON f.id = r.import_id AND f.retired = 0
                            LEFT JOIN duplicate d ON d.record_id = r.id
                            LEFT JOIN tally ta ON ta.record_id = r.id AND ta.stage = 'title-abstract'
                            LEFT JOIN current_retrieval v ON v.record_id = r.id
                            LEFT JOIN tally ft ON ft.record_id = r.id AND ft.stage = 'full-text'
                            GROUP BY 1, 2, 3, 4, 5, 6)
                        GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
                        """)
                .define("reason", REASON)
                .map((rs, ctx) -> new FlowRow(
                        new SourceId(rs.getLong("source_id")),
                        rs.getBoolean("duplicate"),
                        Records.outcome(rs.getString("title_abstract")),
                        Records.retrieval(rs.getString("retrieval")),
                        Records.outcome(rs.getString("full_text")),
                        rs.getString("reason"),
                        rs.getLong("n")))
                .list());
    }

    /**
     * First verdicts of two reviewers on the same records at a stage, for interrater agreement: never the resolution.
     *
     * @return for each pair of verdicts how many records have it; the first belongs to {@code a}
     */
    public Map<List<Verdict>, Long> verdictPairs(Stage stage, ReviewerId a, ReviewerId b) {
        return review.read(handle -> {
            Map<List<Verdict>, Long> pairs = new HashMap<>();
            handle.createQuery("""
                            SELECT x.verdict, y.verdict, count(*)
                            FROM current_verdict x
                            JOIN current_verdict y ON y.record_id = x.record_id AND y.stage = x.stage
                            WHERE x.stage = :stage AND x.reviewer_id = :a AND y.reviewer_id = :b
                                AND x.verdict IS NOT NULL AND y.verdict IS NOT NULL
                                AND NOT EXISTS (SELECT 1 FROM duplicate d WHERE d.record_id = x.record_id)
                            GROUP BY 1, 2
                            """)
                    .bind("stage", stage.key())
                    .bind("a", a.value())
                    .bind("b", b.value())
                    .map((rs, ctx) -> Map.entry(
                            List.of(
                                    Verdict.of(rs.getString(1)).orElseThrow(),
                                    Verdict.of(rs.getString(2)).orElseThrow()),
                            rs.getLong(3)))
                    .forEach(e -> pairs.put(e.getKey(), e.getValue()));
            return pairs;
        });
    }

    static Map<Long, String> reasons(Handle handle, Collection<RecordId> ids) {
        Map<Long, String> reasons = new HashMap<>();
        handle.createQuery("SELECT record_id, reason FROM (<reason>) WHERE record_id IN (<ids>)")
                .define("reason", REASON)
                .defineList("ids", Records.numbers(ids))
                .map((rs, ctx) -> Map.entry(rs.getLong("record_id"), rs.getString("reason")))
                .forEach(e -> reasons.put(e.getKey(), e.getValue()));
        return reasons;
    }
}
