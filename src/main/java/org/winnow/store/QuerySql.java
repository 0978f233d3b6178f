package org.winnow.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
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

/** Turns a {@link RecordQuery} into SQL. Every condition can be answered from an
 * index (the plus signs keep SQLite from fetching whole records where it would look a single column up). */
final class QuerySql {
    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"|(\\S+)");
    private static final char EAST_ASIAN = 0x2E80;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
    private static final Pattern TYPOGRAPHIC_QUOTES = Pattern.compile("[\u201C\u201D\u201E\u00AB\u00BB]");

    /** What passed title and abstract, and what other methods found unless somebody has ruled it out there. */
    private static final String REACHED_FULL_TEXT = """
            CASE WHEN r.import_id IN (SELECT f.id FROM import_file f JOIN source s ON s.id = f.source_id
                    WHERE s.kind IN ('database', 'register'))
                THEN r.id IN (SELECT ta.record_id FROM onward ta WHERE ta.outcome IN ('include', 'maybe'))
                ELSE r.id NOT IN (SELECT ta.record_id FROM onward ta WHERE ta.outcome = 'exclude')
            END""";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String order;
    private final String index;
    private final boolean narrow;

    QuerySql(RecordQuery query) {
        imports(query);
        switch (query.duplicates()) {
            case KEEPERS -> conditions.add("r.id NOT IN (SELECT record_id FROM duplicate)");
            case DUPLICATES -> conditions.add("r.id IN (SELECT record_id FROM duplicate)");
            case ALL -> {}
        }
        if (query.stage() == Stage.FULL_TEXT) {
            conditions.add(REACHED_FULL_TEXT);
        }
        outcomes(query);
        mine(query);
        tags(query.tags());
        text(query.text());
        order = order(query);
        index = index(query.order());
        narrow = !query.tags().isEmpty() || !query.text().isEmpty();
    }

    private void tags(Set<TagId> tags) {
        if (!tags.isEmpty()) {
            conditions.add("r.id IN (SELECT t.record_id FROM current_tag t WHERE t.tag_id IN ("
                    + numbers(tags, TagId::value) + "))");
        }
    }

    private static <T> String numbers(Set<T> ids, ToLongFunction<T> number) {
        return ids.stream().mapToLong(number).sorted().mapToObj(Long::toString).collect(Collectors.joining(", "));
    }

    private void imports(RecordQuery query) {
        String which = "f.retired = 0";
        if (!query.sources().isEmpty()) {
            which += " AND f.source_id IN (" + numbers(query.sources(), SourceId::value) + ")";
        }
        if (query.stage() == Stage.TITLE_ABSTRACT) {
            which += " AND s.kind IN ('database', 'register')";
        }
        conditions.add(imports(which));
    }

    private static String imports(String which) {
        return "r.import_id IN (SELECT f.id FROM import_file f JOIN source s ON s.id = f.source_id WHERE " + which
                + ")";
    }

    private void outcomes(RecordQuery query) {
        Set<Outcome> asked = query.outcomes();
        if (asked.isEmpty()) {
            return;
        }
        if (query.stage() == null) {
            conditions.add("+r.id IN (SELECT o.record_id FROM tally o WHERE o.outcome IN (" + keys(asked, true) + "))");
            return;
        }
        // Most records have no tally yet: who asks for the undecided asks for all but those that stand elsewhere.
        boolean undecided = asked.contains(Outcome.UNDECIDED);
        String where = " FROM tally o WHERE o.stage = :stage AND o.outcome IN (" + keys(asked, !undecided) + ")";
        conditions.add(undecided ? none(query, "o", where) : "+r.id IN (SELECT o.record_id" + where + ")");
        values.put("stage", stage(query).key());
    }

    private static String keys(Set<Outcome> asked, boolean in) {
        return Arrays.stream(Outcome.values())
                .filter(o -> asked.contains(o) == in)
                .map(o -> "'" + o.key() + "'")
                .collect(Collectors.joining(", "));
    }

    private void mine(RecordQuery query) {
        ReviewerId reviewer = query.reviewer();
        if (reviewer == null || query.mine() == RecordQuery.Mine.ANY) {
            return;
        }
        String where = " FROM current_verdict v WHERE v.stage = :stage AND v.reviewer_id = :reviewer AND v.verdict ";
        String mine = "+r.id IN (SELECT v.record_id" + where;
        values.put("stage", stage(query).key());
        values.put("reviewer", reviewer.value());
        conditions.add(
                switch (query.mine()) {
                    case UNDECIDED -> none(query, "v", where + "IS NOT NULL") + retrievable(query) + waiting(query);
                    case DECIDED -> mine + "IS NOT NULL)";
                    case AGAIN -> mine + "IS NOT NULL AND " + LookAgain.OLDER + ")";
                    default -> mine + "= '" + query.mine().name().toLowerCase(Locale.ROOT) + "')";
                });
    }

    /** Until the calibration round is done nothing else waits. */
    private static String waiting(RecordQuery query) {
        Queue queue = query.queue();
        if (queue == null) {
            return "";
        }
        String waiting = queue.waiting(stage(query));
        if (!queue.hasRound()) {
            return " AND " + waiting;
        }
        String left = ofRound(RecordQuery.at(stage(query))
                        .withMine(query.reviewer(), RecordQuery.Mine.UNDECIDED)
                        .withQueue(queue))
                .subquery();
        return " AND CASE WHEN EXISTS (" + left + ") THEN " + queue.inRound() + " ELSE " + waiting + " END";
    }

    /** The same, of the records of the calibration round only. */
    static QuerySql ofRound(RecordQuery query) {
        Queue queue = query.queue();
        QuerySql sql = new QuerySql(query.withQueue(null));
        sql.conditions.add(queue == null ? "false" : queue.inRound());
        return sql;
    }

    /** A report that could not be had waits for nobody. */
    private static String retrievable(RecordQuery query) {
        return query.stage() == Stage.FULL_TEXT
                ? " AND +r.id NOT IN (SELECT t.record_id FROM current_retrieval t WHERE t.state = 'not-retrieved')"
                : "";
    }

    /** In the order of import the rows of the other table lie side by side; in any other a gathered set is faster. */
    private static String none(RecordQuery query, String alias, String where) {
        return query.order() == RecordQuery.Order.IMPORTED
                ? "NOT EXISTS (SELECT 1" + where + " AND " + alias + ".record_id = r.id)"
                : "+r.id NOT IN (SELECT " + alias + ".record_id" + where + ")";
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

    /**
     * FTS5 syntax for what a person types: each word as a prefix, quoted text as a phrase, all of them required. A single
     * letter is a word of its own, as in "vitamin D": as a beginning it would be in nearly every record.
     */
    static String match(String text) {
        return terms(text).stream()
                .filter(t -> t.text().codePoints().anyMatch(Character::isLetterOrDigit))
                .map(t -> "\"" + t.text() + "\"" + (t.phrase() || isOneLetter(t.text()) ? "" : "*"))
                .collect(Collectors.joining(" "));
    }

    /** A word, or words in quotes that follow each other. */
    record Term(String text, boolean phrase) {}

    /** What a person types, divided as {@link #match} does it. */
    static List<Term> terms(String text) {
        List<Term> terms = new ArrayList<>();
        Matcher m = WORD.matcher(plain(text));
        while (m.find()) {
            boolean phrase = m.group(1) != null;
            String word = phrase ? m.group(1) : m.group(2);
            terms.add(new Term(word.replace("\"", ""), phrase));
        }
        return terms;
    }

    /** East Asian text has no spaces: there the index has whole sentences for words, and one sign is much to go by. */
    private static boolean isOneLetter(String word) {
        return word.length() == 1 && word.charAt(0) < EAST_ASIAN;
    }

    /** Straight quotes, and no control characters: FTS5 takes a NUL for the end of the query. */
    private static String plain(String text) {
        return CONTROLS.matcher(TYPOGRAPHIC_QUOTES.matcher(text).replaceAll("\""))
                .replaceAll(" ");
    }

    private static String order(RecordQuery query) {
        return switch (query.order()) {
            case IMPORTED -> "r.id";
            case TITLE -> "r.title COLLATE NOCASE, r.id";
            case AUTHOR -> "r.authors COLLATE NOCASE, r.id";
            case NEWEST -> "r.year DESC NULLS LAST, r.id";
            case OLDEST -> "r.year NULLS LAST, r.id";
            case JOURNAL -> "r.journal COLLATE NOCASE, r.id";
            case RANDOM -> Queue.order(query.queue()) + ", r.id";
        };
    }

    private static String index(RecordQuery.Order order) {
        return switch (order) {
            case IMPORTED, RANDOM -> "record_import";
            case TITLE -> "record_title";
            case AUTHOR -> "record_authors";
            case NEWEST, OLDEST -> "record_year";
            case JOURNAL -> "record_journal";
        };
    }

    /**
     * Without a search, a list is read from the index of its order, and counted from that of the imports: SQLite itself
     * would rather walk through the records, hundreds of bytes for each number it needs.
     */
    private String from(String index) {
        return "FROM record r" + (narrow ? "" : " INDEXED BY " + index) + " WHERE " + String.join(" AND ", conditions);
    }

    /** The ids without order, to stand inside another statement; for queries that bind no values, or the same as the other. */
    String subquery() {
        return "SELECT r.id AS id " + from("record_import");
    }

    /** One text of all ids and one call instead of two native calls for each: half the time at 100,000 records. */
    long[] ids(Handle handle) {
        String sql = "SELECT group_concat(id) FROM (SELECT r.id AS id " + from(index) + " ORDER BY " + order + ")";
        return bound(handle.createQuery(sql))
                .mapTo(String.class)
                .findOne()
                .map(QuerySql::numbers)
                .orElse(new long[0]);
    }

    private static long[] numbers(String list) {
        long[] numbers = new long[1024];
        int n = 0;
        long number = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i == list.length() ? ',' : list.charAt(i);
            if (c == ',') {
                if (n == numbers.length) {
                    numbers = Arrays.copyOf(numbers, n * 2);
                }
                numbers[n++] = number;
                number = 0;
            } else {
                number = number * 10 + (c - '0');
            }
        }
        return Arrays.copyOf(numbers, n);
    }

    Query count(Handle handle) {
        return bound(handle.createQuery("SELECT count(*) " + from("record_import")));
    }

    private Query bound(Query query) {
        return query.bindMap(values);
    }
}
