package org.winnow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
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

    /**
     * One thing that an operation did.
     *
     * @param number of the operation
     * @param at when it was said or done; before the operation where it came in with a merge
     * @param operation its name
     * @param kind decision, note, discussion, tag, retrieval, attachment, annotation, study, statement, duplicate, arrival, or
     *     operation where it is none of these
     * @param direction do, undo or redo
     * @param reviewer who said it, empty where nobody in particular did
     * @param record what it is about, or null
     * @param what in words
     * @param hash of the operation, which stands for everything up to it
     */
    public record Event(
            long number,
            Instant at,
            String operation,
            String kind,
            String direction,
            String reviewer,
            @Nullable RecordId record,
            String what,
            String hash) {}

    private static final String EVENTS = """
            SELECT c.op_id, c.id AS nr, 'decision' AS kind, d.at, p.name AS reviewer, d.record_id,
                d.stage || ': ' || coalesce(d.verdict, 'withdrawn') || coalesce(' (' || k.label || ')', '')
                    || CASE d.resolution WHEN 1 THEN ', for everybody' ELSE '' END AS what
            FROM change c JOIN decision d ON d.id = c.row_id JOIN reviewer p ON p.id = d.reviewer_id
            LEFT JOIN criterion k ON k.id = d.criterion_id WHERE c.tbl = 'decision' AND c.kind = 'insert'
            UNION ALL
            SELECT c.op_id, c.id, 'note', n.at, p.name, n.record_id, 'note: ' || n.text
            FROM change c JOIN note n ON n.id = c.row_id JOIN reviewer p ON p.id = n.reviewer_id
            WHERE c.tbl = 'note' AND c.kind = 'insert'
            UNION ALL
            SELECT c.op_id, c.id, 'discussion', n.at, p.name, n.record_id,
                CASE n.text WHEN '' THEN 'remark taken back' ELSE 'said: ' || n.text END
            FROM change c JOIN discussion n ON n.id = c.row_id JOIN reviewer p ON p.id = n.reviewer_id
            WHERE c.tbl = 'discussion' AND c.kind = 'insert'
            UNION ALL
            SELECT c.op_id, c.id, 'tag', g.at, p.name, g.record_id,
                CASE g.present WHEN 1 THEN 'tag: ' ELSE 'tag taken off: ' END || t.name
            FROM change c JOIN tagging g ON g.id = c.row_id JOIN reviewer p ON p.id = g.reviewer_id
            JOIN tag t ON t.id = g.tag_id WHERE c.tbl = 'tagging' AND c.kind = 'insert'
            UNION ALL
            SELECT c.op_id, c.id, 'retrieval', r.at, p.name, r.record_id, 'report: ' || r.state
                || CASE r.asked WHEN '' THEN '' ELSE ', asked ' || r.asked END || CASE r.why WHEN '' THEN '' ELSE ': ' || r.why END
            FROM change c JOIN retrieval r ON r.id = c.row_id JOIN reviewer p ON p.id = r.reviewer_id
            WHERE c.tbl = 'retrieval' AND c.kind = 'insert'
            UNION ALL
            SELECT c.op_id, c.id, 'attachment', a.at, '', a.record_id,
                CASE a.present WHEN 1 THEN 'full text: ' ELSE 'full text taken off: ' END || a.file_name
            FROM change c JOIN attachment a ON a.id = c.row_id WHERE c.tbl = 'attachment' AND c.kind = 'insert'
            UNION ALL
            SELECT c.op_id, c.id, 'annotation', n.at, p.name, n.record_id, CASE n.present WHEN 1 THEN '' ELSE 'withdrawn ' END || n.kind
                || ', page ' || n.page || coalesce(' (' || k.label || ')', '') || ': ' || n.quote
                || CASE n.comment WHEN '' THEN '' ELSE ' - ' || n.comment END
            FROM change c JOIN annotation n ON n.id = c.row_id JOIN reviewer p ON p.id = n.reviewer_id
            LEFT JOIN criterion k ON k.id = n.criterion_id
            WHERE c.tbl = 'annotation' AND c.kind = 'insert'
            UNION ALL
            SELECT c.op_id, c.id, 'study', s.at, '', s.record_id, 'studies: ' || CASE s.studies WHEN '' THEN 'none named'
                ELSE replace(s.studies, char(10), '; ') END
            FROM change c JOIN study_naming s ON s.id = c.row_id WHERE c.tbl = 'study_naming' AND c.kind = 'insert'
            UNION ALL
            SELECT c.op_id, c.id, 'statement', s.at, '', NULL,
                s.topic || ' ' || s.subject || CASE s.topic WHEN 'pin' THEN '' ELSE ': ' || s.value END
            FROM change c JOIN statement s ON s.id = c.row_id WHERE c.tbl = 'statement' AND c.kind = 'insert'
                AND s.topic NOT IN ('lineage', 'head')
            UNION ALL
            SELECT c.op_id, c.id, 'duplicate', o.at, '', c.row_id,
                CASE c.kind
                    WHEN 'insert' THEN 'marked as a duplicate' || coalesce((SELECT ' of ' || d.keeper_id
                        || ': ' || d.why FROM duplicate d WHERE d.record_id = c.row_id), '')
                    WHEN 'delete' THEN 'no duplicate of ' || c.old || ' any more'
                    ELSE 'duplicate of ' || c.new || ' instead of ' || c.old
                END
            FROM change c JOIN op o ON o.id = c.op_id
            WHERE c.tbl = 'duplicate' AND (c.kind = 'insert' OR c.col = 'keeper_id')
            UNION ALL
            SELECT o.id, 0, 'operation', o.at, '', o.focus, coalesce((SELECT f.file_name || ': ' || f.imported || ' records from '
                    || s.name FROM change c JOIN import_file f ON f.id = c.row_id JOIN source s ON s.id = f.source_id
                    WHERE c.op_id = o.id AND c.tbl = 'import_file' AND c.kind = 'insert' LIMIT 1),
                (SELECT 'reason: ' || k.label FROM change c JOIN criterion k ON k.id = c.row_id
                    WHERE c.op_id = o.id AND c.tbl = 'criterion' LIMIT 1),
                (SELECT c.col || ': ' || c.new FROM change c WHERE c.op_id = o.id AND c.tbl = 'review'
                    AND c.kind = 'update' LIMIT 1),
                (SELECT m.model || ': ' || m.task FROM change c JOIN model_call m ON m.id = c.row_id
                    WHERE o.name = 'model-call' AND c.op_id = o.id AND c.tbl = 'model_call' LIMIT 1), '')
            FROM op o WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.op_id = o.id AND c.kind = 'insert'
                AND c.tbl IN ('decision', 'note', 'discussion', 'tagging', 'retrieval', 'attachment', 'study_naming', 'statement',
                    'annotation')
                AND NOT EXISTS (SELECT 1 FROM statement s WHERE c.tbl = 'statement' AND s.id = c.row_id
                    AND s.topic IN ('lineage', 'head')))""";

    /** When a record came in: the operation whose run of numbers it stands in. */
    private static final String ARRIVAL = """
            SELECT c.op_id, c.id AS nr, 'arrival' AS kind, o.at, '' AS reviewer, :record AS record_id,
                (SELECT 'came in with ' || f.file_name || ' from ' || s.name || ', line ' || r.line FROM record r
                    JOIN import_file f ON f.id = r.import_id JOIN source s ON s.id = f.source_id
                    WHERE r.id = :record) AS what
            FROM change c JOIN op o ON o.id = c.op_id
            WHERE c.tbl = 'record' AND c.kind = 'insert' AND :record BETWEEN c.row_id AND CAST(c.col AS INTEGER)""";

    /** A change has a number of its own; an operation that is told as a whole has its own with a minus before it. */
    private static final String KEY = "CASE e.nr WHEN 0 THEN -e.op_id ELSE e.nr END";

    private static final String COLUMNS = "e.op_id, e.at, o.name, e.kind, o.direction, e.reviewer,"
            + " coalesce(p.name, '') AS person, e.record_id, e.what, coalesce(o.hash, '') AS hash";
    private static final String PEOPLE = "JOIN op o ON o.id = e.op_id LEFT JOIN reviewer p ON p.id = o.reviewer_id";

    private final Review review;

    AuditTrail(Review review) {
        this.review = review;
    }

    /** What language models were asked. */
    public ModelCalls modelCalls() {
        return new ModelCalls(review);
    }

    /** What language models suggest of records. */
    public Advices advices() {
        return new Advices(review);
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

    /** Hands over everything that was said and done, each by itself, the oldest operation first. */
    public void events(Consumer<Event> reader) {
        read("SELECT * FROM (" + EVENTS + ")", -1, reader);
    }

    /** The life of one record: how it came in, and everything that was said of it since. */
    public void life(RecordId record, Consumer<Event> reader) {
        read(
                "SELECT * FROM (" + EVENTS + ") WHERE record_id = :record UNION ALL SELECT * FROM (" + ARRIVAL + ")",
                record.value(),
                reader);
    }

    /** What a search is about. */
    public enum Part {
        ALL(""),
        DECISIONS("'decision'"),
        REMARKS("'note', 'discussion', 'tag', 'annotation'"),
        RECORDS("'duplicate', 'retrieval', 'attachment', 'study'"),
        REVIEW("'operation', 'statement'");

        private final String kinds;

        Part(String kinds) {
            this.kinds = kinds;
        }
    }

    /**
     * What is looked for.
     *
     * @param words to be found in what was done, by whom, or in the title of the record; empty for everything
     * @param person whose doings, empty for everybody's
     */
    public record Search(String words, String person, Part part) {
        public static final Search EVERYTHING = new Search("", "", Part.ALL);

        private String condition() {
            return (part == Part.ALL ? "1" : "e.kind IN (" + part.kinds + ")")
                    + (person.isEmpty() ? "" : " AND coalesce(nullif(e.reviewer, ''), p.name) = :person")
                    + (words.isBlank()
                            ? ""
                            : " AND (instr(lower(e.what || char(10) || e.reviewer || char(10) || coalesce(p.name, '')"
                                    + " || char(10) || o.name || char(10) || coalesce('#' || e.record_id, '')),"
                                    + " lower(:words)) > 0 OR e.record_id IN (SELECT r.id FROM record r"
                                    + " WHERE instr(lower(r.title), lower(:words)) > 0))");
        }
    }

    /**
     * An event of a list.
     *
     * @param key what names it in this file
     * @param title of the record that it is about, or empty
     */
    public record Line(long key, Event event, String title) {}

    /** The keys of what a search finds, the newest first. */
    public long[] keys(Search search) {
        return review.read(handle -> {
            Query query = handle.createQuery("SELECT " + KEY + " FROM (" + EVENTS + ") e " + PEOPLE + " WHERE "
                    + search.condition() + " ORDER BY e.op_id DESC, e.nr DESC");
            if (!search.person().isEmpty()) {
                query.bind("person", search.person());
            }
            if (!search.words().isBlank()) {
                query.bind("words", search.words().strip());
            }
            return query.mapTo(Long.class).stream().mapToLong(Long::longValue).toArray();
        });
    }

    /** The events of these keys, in their order. */
    public List<Line> lines(Collection<Long> keys) {
        Map<Long, Line> found = new HashMap<>();
        found(keys.stream().filter(k -> k > 0).toList(), "e.nr", found);
        found(keys.stream().filter(k -> k < 0).map(k -> -k).toList(), "e.nr = 0 AND e.op_id", found);
        return keys.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private void found(List<Long> numbers, String column, Map<Long, Line> found) {
        if (!numbers.isEmpty()) {
            review.read(handle -> handle.createQuery("SELECT " + KEY + " AS key, " + COLUMNS
                                    + ", coalesce((SELECT r.title FROM record r WHERE r.id = e.record_id), '') AS title FROM ("
                                    + EVENTS + ") e " + PEOPLE + " WHERE " + column + " IN (<numbers>)")
                            .defineList("numbers", numbers)
                            .map((rs, ctx) -> new Line(rs.getLong("key"), event(rs), rs.getString("title")))
                            .list())
                    .forEach(line -> found.put(line.key(), line));
        }
    }

    private void read(String events, long record, Consumer<Event> reader) {
        review.read(handle -> {
            handle.createQuery("SELECT " + COLUMNS + " FROM (" + events.replace(":record", Long.toString(record))
                            + ") e " + PEOPLE + " ORDER BY e.op_id, e.nr")
                    .map((rs, ctx) -> event(rs))
                    .forEach(reader::accept);
            return List.of();
        });
    }

    private static Event event(ResultSet rs) throws SQLException {
        return new Event(
                rs.getLong("op_id"),
                Instant.ofEpochMilli(rs.getLong("at")),
                rs.getString("name"),
                rs.getString("kind"),
                rs.getString("direction"),
                rs.getString("reviewer").isEmpty() ? rs.getString("person") : rs.getString("reviewer"),
                rs.getObject("record_id") == null ? null : new RecordId(rs.getLong("record_id")),
                rs.getString("what"),
                rs.getString("hash"));
    }
}
