package org.winnow.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;

/**
 * The one place that says what a person may see of what others decided. At a blinded stage that is nothing until the
 * person has decided on the record and nobody is waited for any more, or until it is a conflict that is theirs to settle;
 * marks in a full text are seen once the person has decided on it. Notes and tags go by the stage that the record has
 * reached. Whoever gives no name sees what is finished: see {@link #ofNobody}.
 *
 * <p>On a connection of that person, views with the names of the tables show only this, so that every list, count, order
 * and file that is read from them knows no more. Views and triggers of the file itself are not touched. Packs, which
 * leave the file, hold still less: see {@link Departures}.
 */
final class Sight {
    /** SQL: whether a stage is blinded. */
    private static final String BLINDED = """
            (SELECT coalesce(n.blinded, coalesce(n.screeners, r.screeners) > 1)
                FROM main.stage_need n CROSS JOIN main.review r WHERE n.stage = %s)""";

    /** SQL: how many verdicts each record of a stage asks for; NULL where that is not the same for all. */
    private static final String WANTED = """
            (SELECT CASE WHEN n.share >= 100 THEN coalesce(n.screeners, r.screeners) END
                FROM main.stage_need n CROSS JOIN main.review r WHERE n.stage = %s)""";

    /** SQL: whether the team has said that a stage is blinded, or has a lead. */
    private static final String RULED = """
            ((SELECT n.blinded FROM main.stage_need n WHERE n.stage = %%s) IS NOT NULL OR EXISTS (SELECT 1 FROM %s = 'lead'))""".formatted(Rights.ROLE);

    /** No person has this number. */
    private static final long NOBODY = 0;

    private static final String OTHERS_CHANGES =
            "('decision', 'note', 'discussion', 'tagging', 'annotation', 'study_naming', 'statement', 'criterion', 'model_check')";

    private final long me;
    private final boolean counting;
    private final String round;

    Sight(ReviewerId reviewer) {
        this(reviewer.value(), false);
    }

    /**
     * What is seen without a name: of a blinded stage the records on which nobody is waited for. Whoever screens a stage
     * alone waits for nobody there, until the team says that the stage is blinded or has a lead.
     *
     * @param round SQL condition with {@code %1$s} for a tally: somebody is still to decide on it in a calibration round
     */
    static Sight ofNobody(String round) {
        return new Sight(NOBODY, false, round);
    }

    /**
     * @param counting whether the conditions are for what is asked of every record: longer, and quick for many. SQLite takes
     *     a limited number of subqueries in one statement, so that the others are short.
     */
    private Sight(long me, boolean counting) {
        this(me, counting, "false");
    }

    private Sight(long me, boolean counting, String round) {
        this.me = me;
        this.counting = counting;
        this.round = round;
    }

    /** What holds for a stage is asked, for counts, once for each of the two stages and not once for each record. */
    private String once(String sql, String stage) {
        return stage.startsWith("'") || !counting
                ? sql.formatted(stage)
                : "CASE " + stage + " WHEN '" + Stage.TITLE_ABSTRACT.key() + "' THEN "
                        + sql.formatted("'" + Stage.TITLE_ABSTRACT.key() + "'") + " ELSE "
                        + sql.formatted("'" + Stage.FULL_TEXT.key() + "'") + " END";
    }

    /** SQL condition: a stage is blinded. */
    private String blinded(String stage) {
        return once(BLINDED, stage);
    }

    /** SQL condition: nobody is waited for on the record of the tally {@code alias}. */
    private String enough(String alias) {
        String wanted = """
                (SELECT n.wanted FROM main.record_need n
                    WHERE n.stage = %1$s.stage AND n.record_id = %1$s.record_id)""".formatted(alias);
        String all = counting ? "coalesce(" + once(WANTED, alias + ".stage") + ", " + wanted + ")" : wanted;
        if (me == NOBODY) {
            all = "CASE WHEN " + once(RULED, alias + ".stage") + " THEN " + all + " ELSE " + alias + ".needed END"
                    + " AND NOT (" + round.formatted(alias) + ")";
        }
        return "(" + alias + ".resolution IS NOT NULL OR " + alias + ".includes + " + alias + ".excludes + " + alias
                + ".maybes >= " + all + ")";
    }

    private String mine(String alias) {
        return """
                (SELECT v.verdict FROM main.current_verdict v WHERE v.record_id = %1$s.record_id
                    AND v.stage = %1$s.stage AND v.reviewer_id = %2$d)""".formatted(alias, me);
    }

    /** SQL condition: this person has decided on the record of the tally, and nobody is waited for. */
    String known(String alias) {
        return "(" + enough(alias) + " AND " + mine(alias) + " IS NOT NULL)";
    }

    /** SQL condition: how a place of the tally stands is shown to this person; what is quick to tell comes first. */
    String open(String alias) {
        if (me == NOBODY) {
            return "(NOT " + blinded(alias + ".stage") + " OR " + enough(alias) + ")";
        }
        return "(NOT " + blinded(alias + ".stage") + " OR " + enough(alias) + " AND (" + mine(alias)
                + " IS NOT NULL OR " + alias + ".outcome = 'conflict' AND " + settles(alias + ".stage") + "))";
    }

    private String settles(String stage) {
        return once(Rights.settles(Long.toString(me), "%s"), stage);
    }

    /** SQL condition: the decisions on a record at a stage, both in SQL, are shown to this person. */
    private String openAt(String record, String stage) {
        return "(NOT " + blinded(stage) + " OR EXISTS (SELECT 1 FROM main.tally place WHERE place.record_id = " + record
                + " AND place.stage = " + stage + " AND " + open("place") + "))";
    }

    /**
     * SQL condition: a verdict {@code v} of a table that others' verdicts are in counts for this person. A shortcut for
     * the view of the verdicts: where a stage is blinded, the others on a record are shown when it is in {@code t}, the
     * tally as this person sees it, and does not wait there.
     *
     * @param records the records of which verdicts are counted, in SQL
     */
    String heard(String stage, String records) {
        if (me == NOBODY) {
            // How far somebody is tells nothing of what was decided.
            return "+v.record_id IN (" + records + ")";
        }
        return "CASE v.reviewer_id WHEN " + me + " THEN +v.record_id IN (" + records + ") ELSE +v.record_id IN ("
                + "SELECT t.record_id FROM t WHERE NOT " + blinded(stage) + " OR t.outcome <> 'awaiting') END";
    }

    /**
     * SQL condition: the verdicts on a record of a stage are compared with each other in what this person is told of
     * agreement. These are finished records that the person has decided on, and all finished ones for whoever sees what is
     * to be settled among them: only those on which people disagree would be no measure.
     */
    String compared(String stage, String record) {
        String who = me == NOBODY ? "" : " AND (" + settles(stage) + " OR " + mine("f") + " IS NOT NULL)";
        return "(NOT " + blinded(stage) + " OR " + record + " IN (SELECT f.record_id FROM main.tally f WHERE f.stage = "
                + stage + " AND " + enough("f") + who + "))";
    }

    /** SQL condition: what others noted on a record is shown to this person. */
    private String openRecord(String record) {
        return """
                CASE WHEN EXISTS (SELECT 1 FROM main.tally f WHERE f.record_id = %1$s AND f.stage = 'full-text')
                        OR EXISTS (SELECT 1 FROM main.tally a WHERE a.record_id = %1$s AND a.stage = 'title-abstract'
                            AND a.outcome IN ('include', 'maybe'))
                        OR EXISTS (SELECT 1 FROM main.record q JOIN main.import_file i ON i.id = q.import_id
                            JOIN main.source s ON s.id = i.source_id
                            WHERE q.id = %1$s AND s.kind NOT IN ('database', 'register'))
                    THEN %2$s ELSE %3$s END""".formatted(record, openAt(record, "'full-text'"), openAt(record, "'title-abstract'"));
    }

    /** SQL condition: the mark {@code alias} is shown to this person. */
    private String openMark(String alias) {
        return "(" + ownMark(alias) + " OR " + marksAreShown(alias + ".record_id") + ")";
    }

    /** SQL condition: everybody's marks on a record, in SQL, are shown to this person. */
    private String marksAreShown(String record) {
        return me == NOBODY
                ? openAt(record, "'" + Stage.FULL_TEXT.key() + "'")
                : marksAreOpen(record, Long.toString(me));
    }

    /** SQL condition: a person sees everybody's marks on a record; both in SQL. */
    static String marksAreOpen(String record, String person) {
        return "(NOT " + BLINDED.formatted("'" + Stage.FULL_TEXT.key() + "'") + """
                 OR EXISTS (SELECT 1 FROM main.current_verdict v WHERE v.record_id = %s
                    AND v.stage = 'full-text' AND v.reviewer_id = %s AND v.verdict IS NOT NULL))
                """.formatted(record, person);
    }

    /**
     * SQL condition: the statement {@code alias} is no question, or one that this person may see: their own, or one about
     * reports of which they see everybody's marks. What follows from everybody's decisions together is about all reports.
     */
    private String openStatement(String alias) {
        return """
                CASE WHEN %1$s.topic <> '%2$s' OR NOT json_valid(%1$s.value) THEN 1 WHEN %3$s THEN 1
                    ELSE NOT EXISTS (SELECT 1 FROM json_each(%1$s.value, '$.evidence') e
                            JOIN main.record q ON q.uuid = json_extract(e.value, '$.record') WHERE NOT %4$s)
                        AND (json_array_length(%1$s.value, '$.evidence') > 0
                            OR json_extract(%1$s.value, '$.provenance') <> 'derived'
                            OR NOT %5$s) END
                """.formatted(
                        alias,
                        Statements.QUESTIONS,
                        ownQuestion(alias),
                        marksAreShown("q.id"),
                        blinded("'" + Stage.FULL_TEXT.key() + "'"));
    }

    /** SQL condition: the statement {@code alias} is a question that this person wrote, or said something of last. */
    String ownQuestion(String alias) {
        return """
                (%1$s.topic = '%2$s' AND CASE WHEN json_valid(%1$s.value) THEN EXISTS (
                    SELECT 1 FROM main.reviewer p WHERE p.id = %3$d AND p.name IN (
                        json_extract(%1$s.value, '$.author'), json_extract(%1$s.value, '$.by'))) ELSE 0 END)
                """.formatted(alias, Statements.QUESTIONS, me);
    }

    /** SQL condition: a person's own mark, or one that anybody finds in the file, as it stands there. */
    String ownMark(String alias) {
        return """
                (%1$s.reviewer_id = %2$d OR %1$s.author <> '' AND NOT EXISTS (SELECT 1 FROM main.annotation e
                    WHERE e.mark = %1$s.mark AND (e.at, e.uuid) < (%1$s.at, %1$s.uuid)))
                """.formatted(alias, me);
    }

    /** SQL condition: this person said it. */
    String own(String alias) {
        return alias + ".reviewer_id = " + me;
    }

    /**
     * SQL condition: a reason that the review offers, or one that was given where this person may see it. What somebody
     * else wrote into a decision as its reason, and nobody has given a place in the list since, tells of that decision.
     *
     * @param decision condition for the decisions {@code d} that may be seen
     * @param mark condition for the marks {@code n} that may be seen
     */
    static String reasons(String decision, String mark) {
        return """
                EXISTS (SELECT 1 FROM main.change c JOIN main.op o ON o.id = c.op_id
                    WHERE c.tbl = 'criterion' AND c.row_id = t.id AND o.name = '%3$s')
                OR EXISTS (SELECT 1 FROM main.decision d WHERE d.criterion_id = t.id AND %1$s)
                OR EXISTS (SELECT 1 FROM main.annotation n WHERE n.criterion_id = t.id AND %2$s)
                OR NOT EXISTS (SELECT 1 FROM main.decision d WHERE d.criterion_id = t.id)
                    AND NOT EXISTS (SELECT 1 FROM main.annotation n WHERE n.criterion_id = t.id)
                """.formatted(decision, mark, Criteria.ON_THE_LIST);
    }

    /** SQL condition: a tag that nobody has used yet, or one that was put where this person may see it. */
    static String tags(String tagging, String mark) {
        return """
                EXISTS (SELECT 1 FROM main.tagging g WHERE g.tag_id = t.id AND %1$s)
                OR EXISTS (SELECT 1 FROM main.annotation n WHERE n.tag_id = t.id AND %2$s)
                OR NOT EXISTS (SELECT 1 FROM main.tagging g WHERE g.tag_id = t.id)
                    AND NOT EXISTS (SELECT 1 FROM main.annotation n WHERE n.tag_id = t.id)
                """.formatted(tagging, mark);
    }

    private String said(String alias) {
        return "(" + own(alias) + " OR " + openRecord(alias + ".record_id") + ")";
    }

    private String decided(String alias) {
        return "(" + own(alias) + " OR " + openAt(alias + ".record_id", alias + ".stage") + ")";
    }

    /** SQL condition: what somebody finds of a suggestion about a record, which tells what they think of the record. */
    private String check(String alias) {
        return "(" + own(alias) + " OR EXISTS (SELECT 1 FROM main.model_call m WHERE m.id = " + alias
                + ".call_id AND (m.record_id IS NULL OR " + openAt("m.record_id", "m.stage") + ")))";
    }

    /** Lets a connection see what this person may see. */
    void on(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String view : views()) {
                statement.execute("CREATE TEMP VIEW " + view);
            }
            statement.execute(standing(statement));
        }
    }

    /** The view of the file once more: here the tables behind it are this person's. */
    private static String standing(Statement statement) throws SQLException {
        try (ResultSet rs = statement.executeQuery("SELECT sql FROM main.sqlite_schema WHERE name = 'standing'")) {
            rs.next();
            return rs.getString(1).replaceFirst("CREATE VIEW", "CREATE TEMP VIEW");
        }
    }

    private List<String> views() {
        Sight many = new Sight(me, true, round);
        return List.of(
                filtered("current_verdict", many.decided("t")),
                filtered("decision", decided("t")),
                filtered("note", said("t")),
                filtered("discussion", decided("t")),
                filtered("tagging", said("t")),
                filtered("current_tag", said("t")),
                filtered("annotation", openMark("t")),
                filtered("statement", openStatement("t")),
                filtered("model_check", check("t")),
                filtered("study_naming", openAt("t.record_id", "'full-text'")),
                filtered("criterion", reasons(decided("d"), openMark("n"))),
                filtered("tag", tags(said("g"), openMark("n"))),
                filtered("ranking", own("t") + " OR t.reviewer_id IS NULL AND NOT " + blinded("t.stage")),
                many.tally(),
                onward(),
                op());
    }

    private static String filtered(String table, String condition) {
        return table + " AS SELECT t.* FROM main." + table + " t WHERE " + condition;
    }

    /**
     * Where others may not be seen, a record that the person has decided waits for a second screener. Of the records that
     * are shown at all, those are open for which nobody is waited for. That the stage is no column of the table keeps
     * SQLite from going by it through an index, and from there to every row by itself.
     */
    private String tally() {
        String shown = me == NOBODY
                ? "true"
                : "(NOT %s OR %s IS NOT NULL OR t.outcome = 'conflict' AND %s AND %s)"
                        .formatted(blinded("t.stage"), mine("t"), settles("t.stage"), enough("t"));
        // Where it is hidden who decided what, it is still told that nobody holds to a verdict, or only the person
        // does.
        String told = me == NOBODY ? "= 0" : "= 1";
        return """
                tally AS SELECT +t.stage AS stage, t.record_id,
                    CASE WHEN %1$s THEN t.includes ELSE %2$s IS 'include' END AS includes,
                    CASE WHEN %1$s THEN t.excludes ELSE %2$s IS 'exclude' END AS excludes,
                    CASE WHEN %1$s THEN t.maybes ELSE %2$s IS 'maybe' END AS maybes,
                    t.needed,
                    CASE WHEN %1$s THEN t.resolution END AS resolution,
                    CASE WHEN %1$s THEN t.resolution_criterion_id END AS resolution_criterion_id,
                    CASE WHEN t.includes + t.excludes + t.maybes %4$s OR %1$s THEN t.outcome ELSE 'awaiting' END AS outcome
                FROM main.tally t WHERE %3$s""".formatted("(NOT " + blinded("t.stage") + " OR " + enough("t") + ")", mine("t"), shown, told);
    }

    /**
     * SQL: at each stage how many records have verdicts that this leaves out. Whoever reads on in full after their own
     * inclusion tells by it what they decided; such a record is left out at title and abstract alone.
     */
    String leftOut() {
        Sight many = new Sight(me, true, round);
        return """
                SELECT t.stage, count(*) AS n FROM main.tally t
                WHERE t.includes + t.excludes + t.maybes > 0 AND NOT %s AND (t.stage = 'title-abstract' OR NOT EXISTS (
                    SELECT 1 FROM main.tally b WHERE b.record_id = t.record_id AND b.stage = 'title-abstract'
                        AND b.includes + b.excludes + b.maybes > 0 AND NOT %s))
                GROUP BY t.stage""".formatted(many.open("t"), many.open("b"));
    }

    /** What has passed is read in full, also by those who were not among its screeners. */
    private String onward() {
        return """
                onward AS SELECT t.record_id, t.outcome FROM main.tally t WHERE t.stage = 'title-abstract' AND (%s OR %s
                    OR %s IS NOT NULL AND t.includes + t.excludes + t.maybes = 1)""".formatted(open("t"), enough("t"), mine("t"));
    }

    /** What others did where it may not be seen; the hash of an operation tells nothing to who does not see all of it. */
    private String op() {
        return """
                op AS SELECT t.id, t.uuid, t.name, t.direction, t.reviewer_id, t.kinds, t.focus, t.undoes, t.undone_by,
                    t.at, '' AS hash, t.clock
                FROM main.op t WHERE t.reviewer_id IS NULL AND t.name <> '%7$s' OR %1$s OR NOT EXISTS (
                    SELECT 1 FROM main.change c WHERE c.op_id = t.id AND c.tbl IN %2$s AND NOT CASE
                        WHEN c.tbl = 'criterion' AND t.name <> '%7$s' THEN 1
                        WHEN c.tbl IN ('decision', 'criterion', 'discussion', 'model_check') THEN EXISTS (SELECT 1 FROM (
                            SELECT v.record_id, v.stage, v.reviewer_id FROM main.decision v WHERE v.id = CASE c.tbl
                                WHEN 'decision' THEN c.row_id
                                WHEN 'criterion' THEN (
                                    SELECT min(f.id) FROM main.decision f WHERE f.criterion_id = c.row_id) END
                            UNION ALL SELECT s.record_id, s.stage, s.reviewer_id FROM main.discussion s
                                WHERE c.tbl = 'discussion' AND s.id = c.row_id
                            UNION ALL SELECT m.record_id, m.stage,
                                    CASE WHEN m.record_id IS NULL THEN %8$d ELSE k.reviewer_id END
                                FROM main.model_check k JOIN main.model_call m ON m.id = k.call_id
                                WHERE c.tbl = 'model_check' AND k.id = c.row_id) d WHERE %3$s)
                        WHEN c.tbl = 'note' THEN EXISTS (SELECT 1 FROM main.note d WHERE d.id = c.row_id AND %4$s)
                        WHEN c.tbl = 'tagging' THEN EXISTS (SELECT 1 FROM main.tagging d WHERE d.id = c.row_id AND %4$s)
                        WHEN c.tbl = 'annotation' THEN EXISTS (SELECT 1 FROM main.annotation n WHERE n.id = c.row_id AND %5$s)
                        WHEN c.tbl = 'statement' THEN EXISTS (SELECT 1 FROM main.statement d WHERE d.id = c.row_id AND %6$s)
                        ELSE 0 END)""".formatted(
                        own("t"),
                        OTHERS_CHANGES,
                        decided("d"),
                        said("d"),
                        openMark("n"),
                        openStatement("d"),
                        Criteria.GIVEN,
                        me);
    }
}
