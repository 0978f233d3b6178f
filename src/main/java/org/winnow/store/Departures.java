package org.winnow.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.store.Travelling.Column;

/** Reads out of a review what travels to another file of it: the rows of each part that fall in a {@link Scope}. */
public final class Departures {
    /**
     * What goes along.
     *
     * @param records whose rows go
     * @param reviewer who gets the file, or sends it back
     * @param blinded whether only this person's own decisions, notes and tags go
     * @param stage the stage that the recipient is to screen, or null for whatever there is
     * @param fullTexts whether the full texts go along
     * @param assigned whether only the records go that the assignment gives to this person
     * @param share of the records that goes, or null for all of them
     */
    public record Scope(
            RecordQuery records,
            ReviewerId reviewer,
            boolean blinded,
            @Nullable Stage stage,
            boolean fullTexts,
            boolean assigned,
            @Nullable Share share) {}

    /** Takes the rows of a part one after another: the values by column. */
    public interface RowSink {
        void row(Map<String, @Nullable Object> row);
    }

    private static final int PAGE = 500;

    private final Review review;
    private final Scope scope;
    private final List<Long> ids;
    private final Set<Long> chosen;
    private final boolean session;
    /** Whether it goes to the file that this session came from, with all that was said here and came in from others. */
    private final boolean back;

    private final Sight sight;

    Departures(Review review, Scope scope) {
        this.review = review;
        this.scope = scope;
        this.ids = ids(review, scope);
        this.chosen = new HashSet<>(ids);
        this.session = review.sessions().isSession();
        this.back = session && review.sessions().isOf(scope.reviewer());
        this.sight = new Sight(scope.reviewer());
    }

    private static List<Long> ids(Review review, Scope scope) {
        List<Long> all =
                Arrays.stream(review.records().ids(scope.records())).boxed().toList();
        if (scope.assigned()) {
            Set<Long> given = review.team().given(scope.reviewer(), scope.stage());
            all = all.stream().filter(given::contains).toList();
        }
        Share share = scope.share();
        if (share == null) {
            return all;
        }
        Set<Long> held = review.read(handle -> handle.createQuery("SELECT id, uuid FROM record")
                .map((rs, ctx) -> share.holds(rs.getString("uuid")) ? rs.getLong("id") : 0L)
                .collect(Collectors.toSet()));
        return all.stream().filter(held::contains).toList();
    }

    /** How many records go. */
    public long records() {
        return ids.size();
    }

    /** How far the trail of this file has come. */
    public Lineage lineage() {
        return review.read(Lineage::of);
    }

    /** The heads that may go along: what others have sent to this file is not for somebody who is blinded. */
    public List<Lineage.Head> heads() {
        return review.read(handle -> Lineage.heads(handle, !scope.blinded() || back));
    }

    /** Whether the file is a session itself and goes back to where it came from; what it packs for others is on its way. */
    public boolean goesBack() {
        return back;
    }

    /** Hands over the rows of one part. */
    public void each(Travelling part, RowSink sink) {
        if (!goes(part)) {
            return;
        }
        if (part == Travelling.RECORDS) {
            for (int from = 0; from < ids.size(); from += PAGE) {
                page(part, ids.subList(from, Math.min(from + PAGE, ids.size()))).forEach(sink::row);
            }
        } else if (part == Travelling.SETTLED) {
            settled().forEach(sink::row);
        } else {
            rows(part).forEach(sink::row);
        }
    }

    private boolean goes(Travelling part) {
        boolean all = !scope.blinded() || back;
        return switch (part) {
            // A study has a name, a report's number was typed in, once others have included it.
            // What models were asked tells which records others had decided when they measured one.
            case STUDIES, CALLS, CHECKS, ADVICE -> all;
            case RETRIEVALS -> all || scope.stage() == Stage.FULL_TEXT;
            case ATTACHMENTS, DOCUMENTS, PAGES -> scope.fullTexts();
            // A session has it from the review; what looks settled there may be one person's word.
            case SETTLED -> !session && scope.stage() != Stage.TITLE_ABSTRACT;
            default -> true;
        };
    }

    private List<Map<String, @Nullable Object>> page(Travelling part, List<Long> page) {
        return review.read(handle -> handle.createQuery("""
                        SELECT <columns> FROM record t LEFT JOIN record_raw w ON w.record_id = t.id
                        WHERE t.id IN (<ids>) ORDER BY t.id
                        """)
                .define("columns", columns(part))
                .defineList("ids", page)
                .mapToMap()
                .list());
    }

    private List<Map<String, @Nullable Object>> rows(Travelling part) {
        List<Column> records = part.columns().stream()
                .filter(c -> c.refers() && c.target().equals("record"))
                .toList();
        String about = records.stream()
                .map(c -> ", t." + c.stored() + " AS about_" + c.name())
                .collect(Collectors.joining());
        return review.read(handle -> handle
                .createQuery("SELECT <columns><about> FROM <table> t WHERE <condition> ORDER BY t.rowid")
                .define("columns", columns(part))
                .define("about", about)
                .define("table", part.table())
                .define("condition", condition(part))
                .mapToMap()
                .stream()
                .filter(row -> isChosen(row, records))
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    /** Whether all records that a row is about go along; takes their numbers, which are this file's own, out of it. */
    private boolean isChosen(Map<String, @Nullable Object> row, List<Column> records) {
        boolean all = true;
        for (Column column : records) {
            Object about = row.remove("about_" + column.name());
            all &= about instanceof Number id ? chosen.contains(id.longValue()) : column.nullable();
        }
        return all;
    }

    private static String columns(Travelling part) {
        return part.columns().stream()
                .map(c -> source(part, c) + " AS " + c.name())
                .collect(Collectors.joining(", "));
    }

    private static String source(Travelling part, Column column) {
        if (column.refers()) {
            return "(SELECT o." + Arrivals.known(column.target()) + " FROM " + Arrivals.tableOf(column.target())
                    + " o WHERE o.id = t." + column.stored() + ")";
        }
        return switch (column.name()) {
            case "number" -> "t.id";
            case "raw" -> "coalesce(w.raw, '')";
            case "sha256" ->
                part == Travelling.PAGES ? "(SELECT d.sha256 FROM document d WHERE d.id = t.document_id)" : "t.sha256";
            default -> "t." + column.name();
        };
    }

    private String condition(Travelling part) {
        return switch (part) {
            case SOURCES, IMPORTS -> "t.retired = 0";
            case TAGS -> scope.blinded() && !back ? Sight.tags(sight.own("g"), sight.ownMark("n")) : "1";
            case CRITERIA -> scope.blinded() && !back ? Sight.reasons(sight.own("d"), sight.ownMark("n")) : "1";
            case DECISIONS, NOTES, DISCUSSIONS, TAGGINGS -> scope.blinded() && !back ? sight.own("t") : "1";
            case ANNOTATIONS -> scope.blinded() && !back ? sight.ownMark("t") : "1";
            // Everybody works with the meanings of the colours, the team's rules and their own questions; the rest is
            // for the report.
            case STATEMENTS ->
                scope.blinded() && !back
                        ? "(t.topic IN ('" + Annotations.MEANING + "', '" + Team.TOPIC + "', '" + LookAgain.TOPIC
                                + "') OR " + sight.ownQuestion("t") + ")"
                        : "t.topic NOT IN " + Statements.STAYING;
            // A pair that is asked about only because people decided differently tells that they did.
            case SUGGESTIONS ->
                "t.score > 0" + (scope.blinded() && !back ? " AND instr(t.why, '" + Merges.NOT_ALIKE + "') = 0" : "");
            case DOCUMENTS -> attached("t.sha256");
            case PAGES -> "t.document_id IN (SELECT d.id FROM document d WHERE " + attached("d.sha256") + ")";
            default -> "1";
        };
    }

    private String attached(String sha256) {
        return sha256 + " IN (SELECT a.sha256 FROM attachment a WHERE a.record_id IN ("
                + ids.stream().map(String::valueOf).collect(Collectors.joining(",", "", ids.isEmpty() ? "-1" : ""))
                + "))";
    }

    /**
     * How title and abstract ended; who said what stays behind. For full text alone it is about the records that are to be
     * read in full. In a blinded pack of both stages it is about those on which this person has decided and nobody is
     * waited for: of any other it would tell the others' verdicts.
     */
    private List<Map<String, @Nullable Object>> settled() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<Long> page = ids.subList(from, Math.min(from + PAGE, ids.size()));
            rows.addAll(review.read(handle -> settled(handle, page, known())));
        }
        return rows;
    }

    private String known() {
        if (scope.stage() == Stage.FULL_TEXT) {
            return "t.outcome <> 'exclude'";
        }
        return sight.known("t");
    }

    private static List<Map<String, @Nullable Object>> settled(Handle handle, List<Long> page, String known) {
        return handle.createQuery("""
                        SELECT r.uuid AS record, t.outcome AS verdict,
                            (SELECT coalesce(max(o.at), 0) FROM op o) AS at
                        FROM tally t JOIN record r ON r.id = t.record_id
                        WHERE t.stage = 'title-abstract' AND t.outcome IN ('include', 'exclude', 'maybe') AND r.id IN (<ids>) AND (<known>)
                        ORDER BY r.id
                        """)
                .defineList("ids", page)
                .define("known", known)
                .map((rs, ctx) -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("record", rs.getString("record"));
                    row.put("stage", Stage.TITLE_ABSTRACT.key());
                    row.put("verdict", rs.getString("verdict"));
                    row.put("at", rs.getLong("at"));
                    return row;
                })
                .list();
    }

    /** The hashes of the full texts that go along. */
    public List<String> fullTexts() {
        if (!scope.fullTexts()) {
            return List.of();
        }
        return review.read(handle -> handle.createQuery("SELECT d.sha256 FROM document d WHERE <attached> ORDER BY 1")
                .define("attached", attached("d.sha256"))
                .mapTo(String.class)
                .list());
    }
}
