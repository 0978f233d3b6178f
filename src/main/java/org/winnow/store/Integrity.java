package org.winnow.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Looks through a review file: SQLite's own check, references, and whether what is current follows from the facts. */
final class Integrity {
    /** @param what completes "17 …": a sentence about the rows that the query counts */
    private record Rule(String what, String count) {}

    private static final List<Rule> RULES = List.of(
            new Rule("current verdicts are not what the decisions say", """
                    SELECT count(*) FROM current_verdict v LEFT JOIN decision d ON d.id = (
                        SELECT n.id FROM decision n
                        WHERE n.record_id = v.record_id AND n.stage = v.stage AND n.reviewer_id = v.reviewer_id
                            AND n.resolution = 0
                        ORDER BY n.at DESC, n.uuid DESC LIMIT 1)
                    WHERE d.id IS NOT v.decision_id OR d.verdict IS NOT v.verdict
                        OR d.criterion_id IS NOT v.criterion_id OR d.at IS NOT v.at"""),
            new Rule("decisions have no current verdict", """
                    SELECT count(*) FROM decision d WHERE d.resolution = 0 AND NOT EXISTS (
                        SELECT 1 FROM current_verdict v WHERE v.record_id = d.record_id AND v.stage = d.stage
                            AND v.reviewer_id = d.reviewer_id)"""),
            new Rule("records have decisions and no tally", """
                    SELECT count(*) FROM (
                        SELECT record_id, stage FROM decision UNION SELECT record_id, stage FROM settled) d WHERE NOT EXISTS (
                        SELECT 1 FROM tally t WHERE t.record_id = d.record_id AND t.stage = d.stage)"""),
            new Rule("tallies do not add up", """
                    SELECT count(*) FROM tally t LEFT JOIN (
                        SELECT stage, record_id, sum(verdict = 'include') AS includes,
                            sum(verdict = 'exclude') AS excludes, sum(verdict = 'maybe') AS maybes
                        FROM current_verdict WHERE verdict IS NOT NULL GROUP BY stage, record_id) v
                        ON v.stage = t.stage AND v.record_id = t.record_id
                    WHERE (t.includes, t.excludes, t.maybes)
                        IS NOT (coalesce(v.includes, 0), coalesce(v.excludes, 0), coalesce(v.maybes, 0))
                        OR t.needed IS NOT (SELECT n.needed FROM record_need n
                            WHERE n.stage = t.stage AND n.record_id = t.record_id)"""),
            new Rule("resolutions are not what the decisions say", """
                    SELECT count(*) FROM tally t LEFT JOIN decision d ON d.id = (
                        SELECT n.id FROM decision n
                        WHERE n.record_id = t.record_id AND n.stage = t.stage AND n.resolution = 1
                        ORDER BY n.at DESC, n.uuid DESC LIMIT 1)
                    LEFT JOIN settled s ON s.record_id = t.record_id AND s.stage = t.stage
                    WHERE coalesce(d.verdict, s.verdict) IS NOT t.resolution
                        OR d.criterion_id IS NOT t.resolution_criterion_id"""),
            new Rule("stages ask for a wrong number of verdicts", """
                    SELECT count(*) FROM stage_need n WHERE n.needed <> max(1, min(
                        coalesce(n.screeners, (SELECT r.screeners FROM review r)), (
                        SELECT count(DISTINCT v.reviewer_id) FROM current_verdict v
                        WHERE v.stage = n.stage AND v.verdict IS NOT NULL)))"""),
            new Rule("stages are not screened as the team has stated", """
                    SELECT count(*) FROM stage_need n JOIN stage_stated s ON s.stage = n.stage
                    WHERE (n.screeners, n.share, n.seed, n.blinded, n.settlers)
                        IS NOT (s.screeners, s.share, s.seed, s.blinded, s.settlers)"""),
            new Rule("current tags are not what was put on and taken off", """
                    SELECT count(*) FROM (SELECT 1 FROM (
                        SELECT t.record_id, t.tag_id, t.reviewer_id FROM tagging t
                        WHERE t.present = 1 AND NOT EXISTS (SELECT 1 FROM tagging n
                            WHERE n.record_id = t.record_id AND n.tag_id = t.tag_id AND n.reviewer_id = t.reviewer_id
                                AND (n.at, n.uuid) > (t.at, t.uuid))
                        UNION ALL SELECT record_id, tag_id, reviewer_id FROM current_tag)
                    GROUP BY record_id, tag_id, reviewer_id HAVING count(*) <> 2)"""),
            new Rule("retrieval states are not what was marked last", """
                    SELECT count(*) FROM current_retrieval c WHERE c.state IS NOT (
                        SELECT v.state FROM retrieval v WHERE v.record_id = c.record_id
                        ORDER BY v.at DESC, v.uuid DESC LIMIT 1)"""),
            new Rule("duplicates point to a record that is a duplicate itself", """
                    SELECT count(*) FROM duplicate d JOIN duplicate k ON k.record_id = d.keeper_id"""),
            new Rule("pairs are called the same and stand in different groups", """
                    SELECT count(*) FROM current_likeness l
                    LEFT JOIN duplicate a ON a.record_id = l.a_id LEFT JOIN duplicate b ON b.record_id = l.b_id
                    WHERE l.answer = 'same' AND coalesce(a.keeper_id, l.a_id) <> coalesce(b.keeper_id, l.b_id)"""),
            new Rule("duplicates are called the same as nobody in their group", """
                    SELECT count(*) FROM duplicate d WHERE NOT EXISTS (
                        SELECT 1 FROM current_likeness l WHERE l.a_id = d.record_id AND l.answer = 'same'
                        UNION ALL SELECT 1 FROM current_likeness l WHERE l.b_id = d.record_id AND l.answer = 'same')"""),
            new Rule("answers about pairs are not what was said last", """
                    SELECT count(*) FROM current_likeness c WHERE c.uuid IS NOT (
                        SELECT l.uuid FROM likeness l WHERE l.a_id = c.a_id AND l.b_id = c.b_id
                        ORDER BY l.at DESC, l.uuid DESC LIMIT 1)"""),
            new Rule("records stand for their group otherwise than was said last", """
                    SELECT count(*) FROM current_keeping c WHERE c.uuid IS NOT (
                        SELECT k.uuid FROM keeping k WHERE k.member_id = c.member_id
                        ORDER BY k.at DESC, k.uuid DESC LIMIT 1)"""),
            new Rule("records share their UUID with another", """
                    SELECT count(*) - count(DISTINCT uuid) FROM record"""),
            new Rule("records have no source text", """
                    SELECT count(*) FROM record r WHERE NOT EXISTS (
                        SELECT 1 FROM record_raw w WHERE w.record_id = r.id)"""),
            new Rule("records cannot be found by search", """
                    SELECT count(*) FROM record r WHERE NOT EXISTS (
                        SELECT 1 FROM record_fts_docsize s WHERE s.id = r.id)"""),
            new Rule("decisions are missing from the audit trail", """
                    SELECT count(*) FROM decision d WHERE NOT EXISTS (
                        SELECT 1 FROM change c WHERE c.tbl = 'decision' AND c.row_id = d.id)"""));

    private Integrity() {}

    static List<String> problems(Handle handle) {
        List<String> problems = new ArrayList<>();
        handle.createQuery("PRAGMA integrity_check(20)")
                .mapTo(String.class)
                .filter(line -> !line.equals("ok"))
                .forEach(line -> problems.add("Damaged page or index: " + line + "."));
        if (!problems.isEmpty()) {
            return problems;
        }
        handle.createQuery("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check")
                .map((rs, ctx) -> "Row " + rs.getString(2) + " of " + rs.getString(1) + " points to a row of "
                        + rs.getString(3) + " that does not exist.")
                .forEach(problems::add);
        for (Rule rule : RULES) {
            long n = handle.createQuery(rule.count())
                    .mapTo(Long.class)
                    .findFirst()
                    .orElse(0L);
            if (n > 0) {
                problems.add(n + " " + rule.what() + ".");
            }
        }
        problems.addAll(ChainCheck.problems(handle));
        if (problems.isEmpty() && Lineage.isCut(handle, Lineage.Told.NOTHING)) {
            problems.add(Lineage.CUT);
        }
        return problems;
    }
}
