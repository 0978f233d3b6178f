package org.winnow.prisma;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.prisma.FlowCsv.Filled;

/** Gathers one column of a filled template into counts. Nothing is mended: what is odd becomes a warning. */
final class FlowCsvRows {
    private static final Set<String> HEADINGS = Set.of("identification", "screening", "included");
    private static final List<String> OTHER_SOURCES =
            List.of("website_results", "organisation_results", "citations_results", "other_results");

    private final String column;
    private final Map<String, Long> boxes = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> lists = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, String> tooltips = new LinkedHashMap<>();
    private final Map<String, String> links = new LinkedHashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private final List<String> warnings = new ArrayList<>();

    FlowCsvRows(String column) {
        this.column = column;
        for (String list :
                List.of("database_specific_results", "register_specific_results", "dbr_excluded", "other_excluded")) {
            lists.put(list, new LinkedHashMap<>());
        }
    }

    Filled filled(List<NamedCsvRecord> rows) {
        rows.forEach(this::row);
        placeholders("database_specific_results");
        placeholders("register_specific_results");
        missing();
        Map<String, Long> others = new LinkedHashMap<>();
        OTHER_SOURCES.stream().filter(boxes::containsKey).forEach(b -> others.put(BoxWords.of(b), boxes.get(b)));
        FlowText text = new FlowText(labels, tooltips, links, Map.of(), unknown, hidden, Set.of());
        boolean updated = boxes.containsKey("previous_studies") || boxes.containsKey("previous_reports");
        Template template = Template.with(updated, !others.isEmpty());
        warnings.addAll(new SumRules(
                        checked(template),
                        lists.get("database_specific_results"),
                        lists.get("register_specific_results"),
                        sum("dbr_excluded"),
                        sum("other_excluded"))
                .broken().stream().map(BrokenRule::sentence).toList());
        FlowCounts counts = new FlowCounts(
                boxes,
                lists.get("database_specific_results"),
                lists.get("register_specific_results"),
                others,
                lists.get("dbr_excluded"),
                lists.get("other_excluded"),
                warnings,
                text);
        return new Filled(counts, template);
    }

    /** A list with a number missing cannot be added up. */
    private Map<String, Long> sum(String list) {
        return unknown.stream().anyMatch(k -> k.startsWith(list + "/")) ? Map.of() : lists.get(list);
    }

    private Map<String, Long> checked(Template template) {
        Map<String, Long> checked = new LinkedHashMap<>(boxes);
        unknown.forEach(checked::remove);
        if (!template.updated()) {
            List.of("previous_studies", "previous_reports", "total_studies", "total_reports")
                    .forEach(checked::remove);
        }
        return checked;
    }

    private void row(NamedCsvRecord row) {
        String data = field(row, "data");
        String key = data.isEmpty() || data.equals("NA") ? field(row, "box") : data;
        if (key.isEmpty() || key.equals("NA")) {
            return;
        }
        put(labels, key, field(row, "boxtext"));
        put(tooltips, key, field(row, "tooltips"));
        put(links, key, field(row, "url"));
        if (data.isEmpty() || data.equals("NA") || HEADINGS.contains(data)) {
            return;
        }
        if (!BoxWords.known(data) && !lists.containsKey(data)) {
            labels.remove(key);
            warnings.add("Line " + row.getStartingLineNumber() + ": the flow diagram has no number called \"" + data
                    + "\"; the line is left out.");
            return;
        }
        number(row, data, field(row, column));
    }

    private void number(NamedCsvRecord row, String data, String n) {
        if (lists.containsKey(data) && n.matches(".*[^0-9,\\s].*") && !n.equals("NA")) {
            list(row, data, n);
        } else if (n.isEmpty() || n.equals("NA")) {
            hidden.add(data);
        } else {
            @Nullable Long parsed = parsed(row, data, n);
            if (parsed == null) {
                unknown.add(data);
                boxes.put(data, 0L);
            } else {
                boxes.put(data, parsed);
            }
        }
    }

    private void list(NamedCsvRecord row, String data, String cell) {
        Map<String, Long> parts = lists.get(data);
        for (String part : cell.split(";")) {
            String entry = part.strip();
            if (entry.isEmpty()) {
                continue;
            }
            int comma = split(entry);
            String label = (comma < 0 ? entry : entry.substring(0, comma)).strip();
            @Nullable
            Long n = comma < 0
                    ? null
                    : parsed(row, label, entry.substring(comma + 1).strip());
            if (n == null) {
                unknown.add(data + "/" + label);
            } else {
                parts.merge(label, n, Long::sum);
            }
        }
        if (data.endsWith("_excluded")) {
            boxes.put(data, parts.values().stream().mapToLong(Long::longValue).sum());
        }
    }

    /** The comma before the number: the first after which nothing but a number follows, else the first of all. */
    private static int split(String entry) {
        for (int i = entry.indexOf(','); i >= 0; i = entry.indexOf(',', i + 1)) {
            if (entry.substring(i + 1).strip().matches("-?[0-9][0-9,]*")) {
                return i;
            }
        }
        return entry.indexOf(',');
    }

    private @Nullable Long parsed(NamedCsvRecord row, String what, String n) {
        String plain = n.replaceAll("[,\\s]", "");
        if (plain.matches("-?\\d{1,15}(\\.0+)?")) {
            return Long.parseLong(plain.replaceAll("\\..*", ""));
        }
        if (!plain.matches("(?i)x+")) {
            warnings.add("Line " + row.getStartingLineNumber() + ": \"" + n + "\" is no whole number for " + what
                    + "; the diagram shows xxx.");
        }
        return null;
    }

    /** Names of databases that nobody has filled in are the template's own examples. */
    private void placeholders(String list) {
        if (lists.get(list).isEmpty()) {
            unknown.removeIf(k -> k.startsWith(list + "/"));
        }
    }

    private void missing() {
        List<String> absent = Stream.of(
                        "database_results",
                        "register_results",
                        "duplicates",
                        "excluded_automatic",
                        "excluded_other",
                        "records_screened",
                        "records_excluded",
                        "dbr_sought_reports",
                        "dbr_notretrieved_reports",
                        "dbr_assessed",
                        "dbr_excluded",
                        "new_studies",
                        "new_reports")
                .filter(b -> !boxes.containsKey(b)
                        && !hidden.contains(b)
                        && unknown.stream().noneMatch(k -> k.startsWith(b)))
                .toList();
        if (!absent.isEmpty()) {
            warnings.add("The file has no line for " + String.join(", ", absent) + ": the diagram shows 0.");
        }
    }

    private static void put(Map<String, String> map, String key, String value) {
        if (!value.isEmpty() && !value.equals("NA")) {
            map.put(key, value);
        }
    }

    private static String field(NamedCsvRecord row, String name) {
        String value = row.findField(name).orElse("").strip();
        // What a guarded export put before a sign that a spreadsheet would take for a formula.
        return value.matches("'[=+\\-@].*") ? value.substring(1) : value;
    }
}
