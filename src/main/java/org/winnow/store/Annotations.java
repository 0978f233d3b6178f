package org.winnow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Anchor;
import org.winnow.model.Annotation;
import org.winnow.model.AnnotationKind;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.MarkColour;
import org.winnow.model.Quad;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.store.Changes.Kind;

/** What people mark in full texts: facts that are only ever added; the newest about a mark is current. */
public final class Annotations {
    /**
     * A mark about to be made.
     *
     * @param tag made where there is none of that name; empty for none
     */
    public record Draft(
            RecordId record,
            String sha256,
            ReviewerId reviewer,
            AnnotationKind kind,
            MarkColour colour,
            Anchor anchor,
            String comment,
            @Nullable CriterionId criterion,
            String tag) {}

    /** The topic of the statements that give colours their meanings. */
    static final String MEANING = "colour";

    private static final String SELECT = """
            SELECT a.mark, a.record_id, a.sha256, a.reviewer_id, p.name AS reviewer, a.author, a.made_at, a.kind, a.colour,
                a.page, a.quads, a.quote, a.prefix, a.suffix, a.comment, a.criterion_id, c.label, c.position,
                coalesce(t.name, '') AS tag, a.at
            FROM annotation a
            JOIN reviewer p ON p.id = a.reviewer_id
            LEFT JOIN criterion c ON c.id = a.criterion_id
            LEFT JOIN tag t ON t.id = a.tag_id
            WHERE a.present = 1 AND NOT EXISTS (
                SELECT 1 FROM annotation n WHERE n.mark = a.mark AND (n.at, n.uuid) > (a.at, a.uuid))
            """;

    /** Whose marks somebody sees: their own, those that came with the file, and everybody's once that is open to them. */
    private static final String SEEN = "(:looking IS NULL OR a.reviewer_id = :looking OR a.author <> '' OR "
            + Sight.marksAreOpen("a.record_id", ":looking") + ")";

    private static final String ORDER = " ORDER BY a.record_id, a.sha256, a.page, a.made_at, a.mark";

    private final Review review;

    Annotations(Review review) {
        this.review = review;
    }

    /**
     * The annotations asked for, by record, file and page.
     *
     * @param looking for whose eyes, or null where nobody is to be blinded
     */
    public List<Annotation> find(AnnotationQuery query, @Nullable ReviewerId looking) {
        return review.read(handle -> {
            Map<String, Object> values = new LinkedHashMap<>();
            String sql = SELECT + conditions(query, values) + " AND " + SEEN + ORDER;
            var asked = handle.createQuery(sql).bindMap(values);
            return asked.bind("looking", looking == null ? null : (Long) looking.value())
                    .map((rs, ctx) -> annotation(rs))
                    .list();
        });
    }

    private static String conditions(AnnotationQuery query, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        equal("a.record_id", query.record() == null ? null : query.record().value(), conditions, values);
        equal("a.sha256", query.sha256().isEmpty() ? null : query.sha256(), conditions, values);
        equal(
                "a.reviewer_id",
                query.reviewer() == null ? null : query.reviewer().value(),
                conditions,
                values);
        equal("a.kind", query.kind() == null ? null : query.kind().key(), conditions, values);
        equal("a.colour", query.colour() == null ? null : query.colour().key(), conditions, values);
        equal(
                "a.criterion_id",
                query.criterion() == null ? null : query.criterion().value(),
                conditions,
                values);
        int n = 0;
        for (QuerySql.Term term : QuerySql.terms(query.words())) {
            conditions.add("instr(a.folded, :word" + n + ") > 0");
            values.put("word" + n++, folded(term.text()));
        }
        return conditions.isEmpty() ? "" : " AND " + String.join(" AND ", conditions);
    }

    private static void equal(
            String column, @Nullable Object value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            String name = column.replace('.', '_');
            conditions.add(column + " = :" + name);
            values.put(name, value);
        }
    }

    /** For the search: SQLite knows upper and lower case of ASCII letters only. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** One annotation as it stands now; empty where it was withdrawn. */
    public Optional<Annotation> mark(UUID id) {
        return review.read(handle -> handle.createQuery(SELECT + " AND a.mark = :mark")
                .bind("mark", id.toString())
                .map((rs, ctx) -> annotation(rs))
                .findOne());
    }

    /** Which of these marks were ever made in this review, also those that were withdrawn since. */
    public List<UUID> known(List<UUID> marks) {
        return review.read(handle -> known(handle, marks));
    }

    /** The marks in a file that were taken away. */
    public List<UUID> withdrawn(RecordId record, String sha256) {
        return review.read(handle -> handle.createQuery("""
                        SELECT a.mark FROM annotation a WHERE a.record_id = :record AND a.sha256 = :sha256 AND a.present = 0
                            AND NOT EXISTS (
                                SELECT 1 FROM annotation n WHERE n.mark = a.mark AND (n.at, n.uuid) > (a.at, a.uuid))
                        """)
                .bind("record", record.value())
                .bind("sha256", sha256)
                .map((rs, ctx) -> UUID.fromString(rs.getString("mark")))
                .list());
    }

    /** The marks in a file that look otherwise since they were made or read in, or are gone. Free text shows its comment. */
    public Set<UUID> changed(String sha256) {
        return review.read(handle -> handle.createQuery("""
                        SELECT a.mark FROM annotation a WHERE a.sha256 = :sha256 GROUP BY a.mark
                        HAVING count(DISTINCT a.colour || a.quads || a.present
                            || CASE a.kind WHEN 'note' THEN a.comment ELSE '' END) > 1
                        """)
                .bind("sha256", sha256)
                .map((rs, ctx) -> UUID.fromString(rs.getString("mark")))
                .collect(Collectors.toSet()));
    }

    private static List<UUID> known(Handle handle, List<UUID> marks) {
        return marks.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT DISTINCT mark FROM annotation WHERE mark IN (<marks>)")
                        .bindList("marks", marks.stream().map(UUID::toString).toList())
                        .map((rs, ctx) -> UUID.fromString(rs.getString(1)))
                        .list();
    }

    private static Annotation annotation(ResultSet rs) throws SQLException {
        String label = rs.getString("label");
        return new Annotation(
                UUID.fromString(rs.getString("mark")),
                new RecordId(rs.getLong("record_id")),
                rs.getString("sha256"),
                new Reviewer(new ReviewerId(rs.getLong("reviewer_id")), rs.getString("reviewer")),
                rs.getString("author"),
                Instant.ofEpochMilli(rs.getLong("made_at")),
                AnnotationKind.of(rs.getString("kind")).orElseThrow(),
                MarkColour.of(rs.getString("colour")).orElseThrow(),
                anchor(rs),
                rs.getString("comment"),
                label == null
                        ? null
                        : new Criterion(new CriterionId(rs.getLong("criterion_id")), label, rs.getInt("position")),
                rs.getString("tag"),
                Instant.ofEpochMilli(rs.getLong("at")));
    }

    static Anchor anchor(ResultSet rs) throws SQLException {
        return new Anchor(
                rs.getInt("page"),
                Quad.of(rs.getString("quads")),
                rs.getString("quote"),
                rs.getString("prefix"),
                rs.getString("suffix"));
    }

    /** What the colours mean to the team. */
    public Map<MarkColour, String> meanings() {
        Map<MarkColour, String> meanings = new LinkedHashMap<>();
        review.statements().on(MEANING).forEach((key, said) -> MarkColour.of(key)
                .ifPresent(colour -> meanings.put(colour, said.value())));
        return meanings;
    }

    /** Gives a colour a meaning; an empty one takes it away. */
    public static Op<Void> mean(MarkColour colour, String meaning) {
        Op<Void> statement = Statements.state("colour", MEANING, colour.key(), meaning, "");
        return Op.of("colour", statement.work(), Kind.ANNOTATIONS);
    }

    /** Makes a mark; gives back the number by which it is known from now on. */
    public static Op<UUID> make(Draft draft) {
        return Op.<UUID>of(
                        "annotate",
                        tx -> {
                            UUID mark = UUID.fromString(tx.newUuid());
                            Instant now = Instant.ofEpochMilli(tx.now()).truncatedTo(ChronoUnit.SECONDS);
                            AnnotationFact.of(draft, mark, now).write(tx);
                            return mark;
                        },
                        Kind.ANNOTATIONS)
                .about(draft.record())
                .by(draft.reviewer());
    }

    /** Says anew of a mark what colour, place, comment and links it has. */
    public static Op<Void> change(Annotation mark) {
        return fact("edit-annotation", mark, true);
    }

    /** Takes a mark away; what it was stays as a fact. */
    public static Op<Void> withdraw(Annotation mark) {
        return fact("withdraw-annotation", mark, false);
    }

    private static Op<Void> fact(String name, Annotation mark, boolean present) {
        return Op.<Void>of(
                        name,
                        tx -> {
                            AnnotationFact.of(mark, present).write(tx);
                            return null;
                        },
                        Kind.ANNOTATIONS)
                .about(mark.record())
                .by(mark.reviewer().id());
    }

    /**
     * Takes in marks that stand in a file already, each once: what is known here, also as withdrawn, is left alone.
     *
     * @return how many were new
     */
    public static Op<Integer> takeIn(List<Annotation> marks) {
        List<Annotation> all = List.copyOf(marks);
        return Op.<Integer>of(
                        "read-annotations",
                        tx -> {
                            List<UUID> known = known(
                                    tx.handle(),
                                    all.stream().map(Annotation::id).distinct().toList());
                            Map<UUID, Annotation> fresh = new LinkedHashMap<>();
                            all.stream()
                                    .filter(mark -> !known.contains(mark.id()))
                                    .forEach(mark -> fresh.putIfAbsent(mark.id(), mark));
                            fresh.values().forEach(mark -> AnnotationFact.of(mark, true)
                                    .write(tx));
                            return fresh.size();
                        },
                        Kind.ANNOTATIONS)
                .about(all.isEmpty() ? null : all.get(0).record());
    }
}
