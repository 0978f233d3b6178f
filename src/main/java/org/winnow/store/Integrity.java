package org.winnow.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Looks through a review file: SQLite's own check, references, and whether what is current follows from the facts. */
final class Integrity {
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
        count(handle, problems, "verdicts are not what the decisions say", """
                SELECT count(*) FROM current_verdict v WHERE v.decision_id IS NOT (
                    SELECT d.id FROM decision d
                    WHERE d.record_id = v.record_id AND d.stage = v.stage AND d.reviewer_id = v.reviewer_id
                        AND d.resolution = 0
                    ORDER BY d.at DESC, d.id DESC LIMIT 1)""");
        count(handle, problems, "decisions have no current verdict", """
                SELECT count(*) FROM decision d WHERE d.resolution = 0 AND NOT EXISTS (
                    SELECT 1 FROM current_verdict v WHERE v.record_id = d.record_id AND v.stage = d.stage
                        AND v.reviewer_id = d.reviewer_id)""");
        count(handle, problems, "tallies do not add up", """
                SELECT count(*) FROM tally t WHERE t.includes + t.excludes + t.maybes <> (
                    SELECT count(*) FROM current_verdict v
                    WHERE v.record_id = t.record_id AND v.stage = t.stage AND v.verdict IS NOT NULL)""");
        count(handle, problems, "duplicates point to a record that is a duplicate itself", """
                SELECT count(*) FROM duplicate d JOIN duplicate k ON k.record_id = d.keeper_id""");
        count(handle, problems, "records have no source text", """
                SELECT count(*) FROM record r WHERE NOT EXISTS (SELECT 1 FROM record_raw w WHERE w.record_id = r.id)""");
        count(handle, problems, "decisions are missing from the audit trail", """
                SELECT count(*) FROM decision d WHERE NOT EXISTS (
                    SELECT 1 FROM change c WHERE c.tbl = 'decision' AND c.row_id = d.id)""");
        return problems;
    }

    private static void count(Handle handle, List<String> problems, String what, String sql) {
        long n = handle.createQuery(sql).mapTo(Long.class).one();
        if (n > 0) {
            problems.add(n + " " + what + ".");
        }
    }
}
