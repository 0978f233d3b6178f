package org.winnow.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.winnow.model.Outcome;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceId;
import org.winnow.model.Stage;
import org.winnow.model.TagId;

/** Turns a {@link RecordQuery} into SQL. Joins only what the query asks about, so that plain lists stay plain. */
final class QuerySql {
    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"|(\\S+)");

    private final List<String> joins = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String order;

    QuerySql(RecordQuery query) {
        switch (query.duplicates()) {
            case KEEPERS -> conditions.add("NOT EXISTS (SELECT 1 FROM duplicate d WHERE d.record_id = r.id)");
            case DUPLICATES -> conditions.add("EXISTS (SELECT 1 FROM duplicate d WHERE d.record_id = r.id)");
            case ALL -> {}
        }
        Stage stage = query.stage();
        if (stage != null) {
            stage(stage);
        }
        outcomes(query);
        mine(query);
        TagId tag = query.tag();
        if (tag != null) {
            conditions.add("EXISTS (SELECT 1 FROM current_tag t WHERE t.record_id = r.id AND t.tag_id = :tag)");
            values.put("tag", tag.value());
        }
        SourceId source = query.source();
        if (source != null) {
            conditions.add("r.import_id IN (SELECT f.id FROM import_file f WHERE f.source_id = :source)");
            values.put("source", source.value());
        }
        text(query.text());
        order = order(query.order());
    }

    private void stage(Stage stage) {
        String searched = """
                r.import_id IN (SELECT f.id FROM import_file f JOIN source s ON s.id = f.source_id
                    WHERE s.kind IN ('database', 'register'))""";
        if (stage == Stage.TITLE_ABSTRACT) {
            conditions.add(searched);
        } else {
            joins.add("LEFT JOIN outcome ta ON ta.record_id = r.id AND ta.stage = 'title-abstract'");
            conditions.add("CASE WHEN " + searched + " THEN coalesce(ta.outcome, '') IN ('include', 'maybe')"
                    + " ELSE coalesce(ta.outcome, '') <> 'exclude' END");
        }
    }

    private void outcomes(RecordQuery query) {
        if (query.outcomes().isEmpty()) {
            return;
        }
        String asked = query.outcomes().stream()
                .map(Outcome::key)
                .sorted()
                .map(k -> "'" + k + "'")
                .collect(Collectors.joining(", ", "(", ")"));
        if (query.stage() == null) {
            conditions.add("EXISTS (SELECT 1 FROM outcome o WHERE o.record_id = r.id AND o.outcome IN " + asked + ")");
            return;
        }
        joins.add("LEFT JOIN outcome o ON o.record_id = r.id AND o.stage = :stage");
        values.put("stage", stage(query).key());
        conditions.add("coalesce(o.outcome, 'undecided') IN " + asked);
    }

    private void mine(RecordQuery query) {
        ReviewerId reviewer = query.reviewer();
        if (reviewer == null || query.mine() == RecordQuery.Mine.ANY) {
            return;
        }
        joins.add("LEFT JOIN current_verdict v"
                + " ON v.record_id = r.id AND v.stage = :stage AND v.reviewer_id = :reviewer");
        values.put("stage", stage(query).key());
        values.put("reviewer", reviewer.value());
        conditions.add(
                switch (query.mine()) {
                    case UNDECIDED -> "v.verdict IS NULL";
                    case DECIDED -> "v.verdict IS NOT NULL";
                    default -> "v.verdict = '" + query.mine().name().toLowerCase(Locale.ROOT) + "'";
                });
    }

    private static Stage stage(RecordQuery query) {
        Stage stage = query.stage();
        return stage == null ? Stage.TITLE_ABSTRACT : stage;
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            String match = match(text);
            if (match.isEmpty()) {
                conditions.add("false");
            } else {
                conditions.add("r.id IN (SELECT rowid FROM record_fts WHERE record_fts MATCH :match)");
                values.put("match", match);
            }
        }
    }

    /** FTS5 syntax for what a person types: each word as a prefix, quoted text as a phrase, all of them required. */
    static String match(String text) {
        List<String> terms = new ArrayList<>();
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            boolean phrase = m.group(1) != null;
            String word = phrase ? m.group(1) : m.group(2);
            if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                terms.add("\"" + word.replace("\"", "") + "\"" + (phrase ? "" : "*"));
            }
        }
        return String.join(" ", terms);
    }

    private static String order(RecordQuery.Order order) {
        return switch (order) {
            case IMPORTED -> "r.id";
            case TITLE -> "r.title COLLATE NOCASE, r.id";
            case AUTHOR -> "r.authors COLLATE NOCASE, r.id";
            case NEWEST -> "r.year DESC NULLS LAST, r.id";
            case OLDEST -> "r.year NULLS LAST, r.id";
            case JOURNAL -> "r.journal COLLATE NOCASE, r.id";
        };
    }

    String from() {
        return "FROM record r " + String.join(" ", joins.stream().distinct().toList()) + " WHERE "
                + (conditions.isEmpty() ? "true" : String.join(" AND ", conditions));
    }

    Query ids(Handle handle) {
        return bound(handle.createQuery("SELECT r.id " + from() + " ORDER BY " + order));
    }

    Query count(Handle handle) {
        return bound(handle.createQuery("SELECT count(*) " + from()));
    }

    private Query bound(Query query) {
        return query.bindMap(values);
    }
}
