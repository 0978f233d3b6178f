package org.winnow.prisma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.store.Statements.Statement;

/** Sets numbers that a person typed in over those that were counted, and holds the result against the sum rules. */
final class ByHand {
    private final Map<String, Statement> statements;

    ByHand(Map<String, Statement> statements) {
        this.statements = statements;
    }

    /**
     * The counts as they are to be shown.
     *
     * @param searched reports included from databases and registers, as counted
     * @param other reports included from other methods, as counted
     */
    FlowCounts over(FlowCounts counted, long searched, long other) {
        Map<String, Long> boxes = new LinkedHashMap<>(counted.boxes());
        Map<String, Map<String, Long>> lists = new LinkedHashMap<>();
        lists.put("database_specific_results", new LinkedHashMap<>(counted.databases()));
        lists.put("register_specific_results", new LinkedHashMap<>(counted.registers()));
        lists.put("dbr_excluded", new LinkedHashMap<>(counted.reasons()));
        lists.put("other_excluded", new LinkedHashMap<>(counted.otherReasons()));
        Map<String, String> notes = new LinkedHashMap<>();
        statements.forEach((key, statement) -> {
            long n = number(statement.value());
            int slash = key.indexOf('/');
            Map<String, Long> list = slash < 0 ? boxes : lists.get(key.substring(0, slash));
            if (list != null) {
                list.put(key.substring(slash + 1), n);
                notes.put(key, statement.note());
            }
        });
        List<String> warnings = new ArrayList<>(counted.warnings());
        warnings.addAll(broken(boxes, lists, searched, other));
        return new FlowCounts(
                boxes,
                lists.get("database_specific_results"),
                lists.get("register_specific_results"),
                counted.others(),
                lists.get("dbr_excluded"),
                lists.get("other_excluded"),
                warnings,
                counted.text().withByHand(notes));
    }

    private List<String> broken(
            Map<String, Long> boxes, Map<String, Map<String, Long>> lists, long searched, long other) {
        Map<String, Long> checked = new LinkedHashMap<>(boxes);
        if (statements.isEmpty()) {
            // What each arm included is counted; beside numbers typed in, it would contradict them by itself.
            checked.put("dbr_included_reports", searched);
            checked.put("other_included_reports", other);
        }
        return new SumRules(
                        checked,
                        lists.get("database_specific_results"),
                        lists.get("register_specific_results"),
                        lists.get("dbr_excluded"),
                        lists.get("other_excluded"))
                .broken().stream().map(BrokenRule::sentence).toList();
    }

    static long number(String value) {
        return Long.parseLong(value);
    }
}
