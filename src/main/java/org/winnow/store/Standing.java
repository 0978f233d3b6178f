package org.winnow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.winnow.model.FlowRow;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceId;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Versions.Version;

/** Where the records of a review stand: by stage, and for the flow diagram. */
public final class Standing {
    /** The reason for exclusion that counts: the resolution's, else the first in the review's order that anybody gave. */
    static final String REASON = """
            SELECT o.record_id, coalesce(
                (SELECT c.label FROM criterion c WHERE c.id = o.resolution_criterion_id),
                (SELECT c.label FROM current_verdict v JOIN criterion c ON c.id = v.criterion_id
                    WHERE v.record_id = o.record_id AND v.stage = o.stage AND v.verdict = 'exclude'
                    ORDER BY c.position, c.label LIMIT 1),
                '') AS reason
            FROM tally o WHERE o.stage = 'full-text' AND o.outcome = 'exclude'""";

    /** A line for each record, or for each group of records that are alike. */
    private static final String FATES = """
            SELECT <first> f.source_id AS source_id, (d.record_id IS NOT NULL OR <known>) AS duplicate,
                coalesce(ta.outcome, 'undecided') AS title_abstract, coalesce(v.state, 'sought') AS retrieval,
                coalesce(ft.outcome, 'undecided') AS full_text,
                coalesce(CASE WHEN ft.outcome = 'exclude' THEN (
                    SELECT reason FROM (<reason>) w WHERE w.record_id = r.id) END, '') AS reason,
                <tool> AS tool, <last>
            FROM record r
            JOIN import_file f ON f.id = r.import_id AND f.retired = 0
            LEFT JOIN duplicate d ON d.record_id = r.id
            LEFT JOIN tally ta ON ta.record_id = r.id AND ta.stage = 'title-abstract'
            LEFT JOIN current_retrieval v ON v.record_id = r.id
            LEFT JOIN tally ft ON ft.record_id = r.id AND ft.stage = 'full-text'
            WHERE <since>
            <grouped>""";

    /** What was a duplicate then and stands for itself now was never screened: it counts as what was still open. */
    private static final String SINCE = """
            NOT EXISTS (SELECT 1 FROM version_record y WHERE y.record_id = r.id AND y.version_id = <version>
                AND (y.fate <> 'duplicate' OR d.record_id IS NOT NULL OR <known>))""";

    private static final String KNOWN = """
            EXISTS (SELECT 1 FROM duplicate x JOIN version_record y ON y.record_id = x.record_id
                WHERE x.keeper_id = r.id AND y.version_id = <version> AND y.fate <> 'duplicate')""";

    /** Whether only automation tools excluded the record at title and abstract. */
    private static final String TOOL = """
            (ta.outcome = 'exclude' AND ta.resolution IS NULL AND NOT EXISTS (
                SELECT 1 FROM current_verdict h WHERE h.record_id = r.id AND h.stage = 'title-abstract'
                    AND h.verdict = 'exclude' AND h.reviewer_id NOT IN (<ids>)))""";

    private final Review review;

    Standing(Review review) {
        this.review = review;
    }

    public StageProgress at(Stage stage) {
        return review.read(handle -> {
            Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                outcomes.put(outcome, 0L);
            }
            Map<Reviewer, Long> decidedBy = new LinkedHashMap<>();
            long total = 0;
            for (Count c : counts(handle, stage, review.readers.sight)) {
                switch (c.what()) {
                    case "outcome" -> outcomes.put(Records.outcome(c.label()), c.n());
                    case "reviewer" -> decidedBy.put(new Reviewer(new ReviewerId(c.id()), c.label()), c.n());
                    default -> total = c.n();
                }
            }
            long decided = outcomes.values().stream().mapToLong(Long::longValue).sum();
            outcomes.put(Outcome.UNDECIDED, total - decided);
            return new StageProgress(stage, total, outcomes, decidedBy);
        });
    }

    private record Count(String what, long id, String label, long n) {}

    /** Counted from the tallies and verdicts in the order of their indices; records without a tally are undecided. */
    private static List<Count> counts(Handle handle, Stage stage, @Nullable Sight sight) {
        String records = "SELECT id FROM q";
        return handle.createQuery("""
                        WITH q AS MATERIALIZED (<records>), t AS (
                            SELECT o.record_id, o.outcome FROM tally o
                            WHERE o.stage = :at AND o.outcome <> 'undecided' AND +o.record_id IN (SELECT id FROM q))
                        SELECT 'total' AS what, 0 AS id, '' AS label, count(*) AS n FROM q
                        UNION ALL
                        SELECT 'outcome', 0, t.outcome, count(*) FROM t GROUP BY t.outcome
                        UNION ALL
                        SELECT 'reviewer', p.id, p.name, v.n FROM (
                            SELECT v.reviewer_id, count(*) AS n FROM main.current_verdict v
                            WHERE v.stage = :at AND v.verdict IS NOT NULL AND <heard> GROUP BY v.reviewer_id) v
                        JOIN reviewer p ON p.id = v.reviewer_id
                        """)
                .define("records", new QuerySql(RecordQuery.at(stage)).subquery())
                .define(
                        "heard",
                        sight == null
                                ? "+v.record_id IN (" + records + ")"
                                : sight.heard("'" + stage.key() + "'", records))
                .bind("at", stage.key())
                .map((rs, ctx) ->
                        new Count(rs.getString("what"), rs.getLong("id"), rs.getString("label"), rs.getLong("n")))
                .list();
    }

    /**
     * How many people decided the records of a stage.
     *
     * @param byOne records with a verdict of one person
     * @param byMore records with verdicts of two or more
     * @param settled records whose outcome a resolution gave
     */
    public record Depth(long byOne, long byMore, long settled) {}

    /** How many people decided how many records at a stage; duplicates are left out. */
    public Depth depth(Stage stage) {
        return review.read(handle -> handle.createQuery("""
                        SELECT coalesce(sum(includes + excludes + maybes = 1), 0) AS one,
                            coalesce(sum(includes + excludes + maybes > 1), 0) AS more,
                            coalesce(sum(resolution IS NOT NULL), 0) AS settled
                        FROM tally t JOIN standing st ON st.record_id = t.record_id
                        WHERE t.stage = :stage AND st.keeper_id IS NULL
                        """)
                .bind("stage", stage.key())
                .map((rs, ctx) -> new Depth(rs.getLong("one"), rs.getLong("more"), rs.getLong("settled")))
                .one());
    }

    /** All records of the review, grouped by everything that the flow diagram asks of them. */
    public List<FlowRow> flowRows() {
        return flowRows(null);
    }

    /**
     * The same for the records that were not settled when a version was frozen. A record that stands for one that was
     * settled then counts as its duplicate.
     */
    public List<FlowRow> flowRows(@Nullable Version since) {
        return review.read(handle -> fates(handle, since, """
                        SELECT source_id, duplicate, title_abstract, retrieval, full_text, reason, tool, sum(n) AS n
                        FROM (<fates>) GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7
                        """, "", "count(*) AS n", "GROUP BY 1, 2, 3, 4, 5, 6, 7")
                .map((rs, ctx) -> flowRow(rs))
                .list());
    }

    /** Every record with its own line of the flow, in the order of import; since a version as {@link #flowRows}. */
    public Map<RecordId, FlowRow> flowRecords(@Nullable Version since) {
        return review.read(handle -> {
            Map<RecordId, FlowRow> rows = new LinkedHashMap<>();
            fates(handle, since, "<fates> ORDER BY id", "r.id AS id,", "1 AS n", "")
                    .map((rs, ctx) -> Map.entry(new RecordId(rs.getLong("id")), flowRow(rs)))
                    .forEach(e -> rows.put(e.getKey(), e.getValue()));
            return rows;
        });
    }

    private static Query fates(
            Handle handle, @Nullable Version since, String sql, String first, String last, String grouped) {
        return handle.createQuery(sql.replace("<fates>", FATES))
                .define("reason", REASON)
                .define("first", first)
                .define("last", last)
                .define("grouped", grouped)
                .define("tool", tools(handle).isEmpty() ? "0" : TOOL.replace("<ids>", tools(handle)))
                .define("known", since == null ? "0" : KNOWN.replace("<version>", Long.toString(since.id())))
                .define(
                        "since",
                        since == null
                                ? "1"
                                : SINCE.replace("<known>", KNOWN).replace("<version>", Long.toString(since.id())));
    }

    /** The people who are said to be automation tools, as numbers with commas. */
    private static String tools(Handle handle) {
        return handle.createQuery("""
                        SELECT p.id FROM reviewer p JOIN statement s ON s.topic = 'tool' AND s.subject = p.uuid
                        WHERE s.value <> '' AND NOT EXISTS (
                            SELECT 1 FROM statement n WHERE n.topic = s.topic AND n.subject = s.subject
                                AND (n.at, n.uuid) > (s.at, s.uuid))
                        """).mapTo(Long.class).list().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static FlowRow flowRow(ResultSet rs) throws SQLException {
        return new FlowRow(
                new SourceId(rs.getLong("source_id")),
                rs.getBoolean("duplicate"),
                Records.outcome(rs.getString("title_abstract")),
                Records.retrieval(rs.getString("retrieval")),
                Records.outcome(rs.getString("full_text")),
                rs.getString("reason"),
                rs.getBoolean("tool"),
                rs.getLong("n"));
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
                            FROM main.current_verdict x
                            JOIN main.current_verdict y ON y.record_id = x.record_id AND y.stage = x.stage
                            WHERE x.stage = :stage AND x.reviewer_id = :a AND y.reviewer_id = :b
                                AND x.verdict IS NOT NULL AND y.verdict IS NOT NULL AND <compared>
                                AND NOT EXISTS (SELECT 1 FROM duplicate d WHERE d.record_id = x.record_id)
                            GROUP BY 1, 2
                            """)
                    .define("compared", compared(stage, "x.record_id"))
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

    /**
     * A record that two people have decided.
     *
     * @param at when the later of them did
     */
    public record DecidedTwice(Instant at, Verdict first, Verdict second) {}

    /** The same records one by one, in the order in which both had decided. */
    public List<DecidedTwice> decidedTwice(Stage stage, ReviewerId a, ReviewerId b) {
        return review.read(handle -> handle.createQuery("""
                        SELECT max(x.at, y.at) AS at, x.verdict, y.verdict
                        FROM main.current_verdict x
                        JOIN main.current_verdict y ON y.record_id = x.record_id AND y.stage = x.stage
                        WHERE x.stage = :stage AND x.reviewer_id = :a AND y.reviewer_id = :b
                            AND x.verdict IS NOT NULL AND y.verdict IS NOT NULL AND <compared>
                            AND NOT EXISTS (SELECT 1 FROM duplicate d WHERE d.record_id = x.record_id)
                        ORDER BY 1, x.record_id
                        """)
                .define("compared", compared(stage, "x.record_id"))
                .bind("stage", stage.key())
                .bind("a", a.value())
                .bind("b", b.value())
                .map((rs, ctx) -> new DecidedTwice(
                        Instant.ofEpochMilli(rs.getLong(1)),
                        Verdict.of(rs.getString(2)).orElseThrow(),
                        Verdict.of(rs.getString(3)).orElseThrow()))
                .list());
    }

    /** For each number of verdicts to read on and to exclude how many records have these; those with two or more. */
    public Map<List<Integer>, Long> verdictCounts(Stage stage) {
        return review.read(handle -> {
            Map<List<Integer>, Long> counts = new HashMap<>();
            handle.createQuery("""
                            SELECT t.includes + t.maybes, t.excludes, count(*) FROM main.tally t
                            WHERE t.stage = :stage AND t.includes + t.maybes + t.excludes > 1 AND <compared>
                                AND NOT EXISTS (SELECT 1 FROM duplicate d WHERE d.record_id = t.record_id)
                            GROUP BY 1, 2
                            """)
                    .define("compared", compared(stage, "t.record_id"))
                    .bind("stage", stage.key())
                    .map((rs, ctx) -> Map.entry(List.of(rs.getInt(1), rs.getInt(2)), rs.getLong(3)))
                    .forEach(e -> counts.put(e.getKey(), e.getValue()));
            return counts;
        });
    }

    private String compared(Stage stage, String record) {
        Sight sight = review.readers.sight;
        return sight == null ? "true" : sight.compared("'" + stage.key() + "'", record);
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
