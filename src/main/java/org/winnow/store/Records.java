package org.winnow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.ReferenceType;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;

/** Reading records: lists by page, one in full, all of them in turn. */
public final class Records {
    static final String COLUMNS = """
            r.id, r.type, r.title, r.authors, r.year, r.date, r.journal, r.journal_short, r.volume, r.issue, r.pages,
            r.doi, r.pmid, r.abstract, r.keywords, r.language, r.issn, r.isbn, r.publisher, r.url, r.accession, r.notes,
            r.extra""";
    private static final int PAGE = 500;

    private final Review review;

    Records(Review review) {
        this.review = review;
    }

    /** The ids of all records that the query finds, in its order: 8 bytes a record, so that a list can page by them. */
    public long[] ids(RecordQuery query) {
        return review.read(handle -> {
            return new QuerySql(query).ids(handle);
        });
    }

    public long count(RecordQuery query) {
        return review.read(
                handle -> new QuerySql(query).count(handle).mapTo(Long.class).one());
    }

    /**
     * The lines of a list for these ids, in their order; ids that are gone are left out.
     *
     * @param reviewer whose own verdict each line shows, or null for nobody's
     * @param stage the stage that {@code mine} speaks of
     */
    public List<RecordRow> rows(Collection<RecordId> ids, @Nullable ReviewerId reviewer, Stage stage) {
        return review.read(handle -> {
            Map<Long, RecordRow> found = new HashMap<>();
            handle.createQuery("""
                            SELECT r.id, r.title, r.authors, r.year, r.journal, s.name AS source, st.title_abstract,
                                st.full_text, st.retrieval, st.keeper_id, v.verdict
                            FROM record r
                            JOIN standing st ON st.record_id = r.id
                            JOIN source s ON s.id = st.source_id
                            LEFT JOIN current_verdict v
                                ON v.record_id = r.id AND v.stage = :stage AND v.reviewer_id = :reviewer
                            WHERE r.id IN (<ids>)
                            """)
                    .defineList("ids", numbers(ids))
                    .bind("stage", stage.key())
                    .bind("reviewer", reviewer == null ? -1 : reviewer.value())
                    .map((rs, ctx) -> row(rs))
                    .forEach(row -> found.put(row.id().value(), row));
            return ids.stream()
                    .filter(id -> found.containsKey(id.value()))
                    .map(id -> found.get(id.value()))
                    .toList();
        });
    }

    /** The titles of these records. */
    public Map<RecordId, String> titles(Collection<RecordId> ids) {
        Map<RecordId, String> titles = new HashMap<>();
        List<Long> all = ids.stream().map(RecordId::value).distinct().toList();
        for (int from = 0; from < all.size(); from += PAGE) {
            List<Long> page = all.subList(from, Math.min(from + PAGE, all.size()));
            review.<@Nullable Void>read(handle -> {
                handle.createQuery("SELECT id, title FROM record WHERE id IN (<ids>)")
                        .defineList("ids", page)
                        .map((rs, ctx) -> Map.entry(new RecordId(rs.getLong(1)), rs.getString(2)))
                        .forEach(e -> titles.put(e.getKey(), e.getValue()));
                return null;
            });
        }
        return titles;
    }

    /** The UUIDs of all records, by which every file of the review knows them. */
    public Map<RecordId, String> uuids() {
        return review.read(handle -> {
            Map<RecordId, String> uuids = new LinkedHashMap<>();
            handle.createQuery("SELECT id, uuid FROM record ORDER BY id")
                    .map((rs, ctx) -> Map.entry(new RecordId(rs.getLong(1)), rs.getString(2)))
                    .forEach(e -> uuids.put(e.getKey(), e.getValue()));
            return uuids;
        });
    }

    /** One record with all its fields, but for the raw text: see {@link #raw}. */
    public Optional<BibRecord> bib(RecordId id) {
        return review.read(handle -> handle.createQuery("SELECT <columns> FROM record r WHERE r.id = :id")
                .define("columns", COLUMNS)
                .bind("id", id.value())
                .map((rs, ctx) -> bib(rs))
                .findOne());
    }

    /** The record as it stood in the file that it came from. */
    public Optional<String> raw(RecordId id) {
        return review.read(handle -> handle.createQuery("SELECT raw FROM record_raw WHERE record_id = :id")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne());
    }

    /** Where this record came from: source, file and line, in words for people. */
    public Optional<Origin> origin(RecordId id) {
        return review.read(handle -> handle.createQuery("""
                        SELECT s.name, f.file_name, r.line
                        FROM record r JOIN import_file f ON f.id = r.import_id JOIN source s ON s.id = f.source_id
                        WHERE r.id = :id
                        """)
                .bind("id", id.value())
                .map((rs, ctx) -> new Origin(rs.getString(1), rs.getString(2), rs.getLong(3)))
                .findOne());
    }

    /** @param line the first line of the record in the file, from 1 */
    public record Origin(String source, String file, long line) {}

    /**
     * The records that a key may mean: an id of this review, a DOI in any of its forms, or a PubMed id. A duplicate
     * stands for its keeper. Several different records may share a DOI; none found gives an empty list.
     */
    public List<RecordId> find(String key) {
        String plain = key.strip();
        Optional<Doi> doi = Doi.find(plain);
        return review.read(handle -> {
            if (doi.isPresent()) {
                return keepers(handle, "r.doi = :key AND r.doi <> ''", doi.get().value());
            }
            String digits = plain.replaceFirst("(?i)^pmid\\s*:?\\s*", "");
            if (digits.isEmpty() || !digits.chars().allMatch(Character::isDigit)) {
                return List.of();
            }
            if (digits.length() == plain.length() && digits.length() < 18) {
                List<RecordId> byId = keepers(handle, "r.id = :key", Long.valueOf(digits));
                if (!byId.isEmpty()) {
                    return byId;
                }
            }
            return keepers(handle, "r.pmid = :key AND r.pmid <> ''", digits);
        });
    }

    private static List<RecordId> keepers(Handle handle, String condition, Object key) {
        return handle.createQuery("""
                        SELECT DISTINCT coalesce(d.keeper_id, r.id) AS id
                        FROM record r JOIN import_file f ON f.id = r.import_id AND f.retired = 0
                        LEFT JOIN duplicate d ON d.record_id = r.id
                        WHERE <condition> ORDER BY 1
                        """)
                .define("condition", condition)
                .bind("key", key)
                .map((rs, ctx) -> new RecordId(rs.getLong("id")))
                .list();
    }

    /**
     * Hands over every record of the query with its fields, in its order, a page at a time. Where the query leaves
     * duplicates out, each record comes with what those say that it stands for.
     */
    public void forEachBib(RecordQuery query, BibVisitor visitor) {
        inPages(query, page -> {
            // The visitor runs outside the read: it may read by itself.
            Map<RecordId, BibRecord> found = bibs(page, query.duplicates() == RecordQuery.Group.KEEPERS);
            page.stream().filter(found::containsKey).forEach(id -> visitor.visit(id, found.get(id)));
        });
    }

    private Map<RecordId, BibRecord> bibs(List<RecordId> page, boolean merged) {
        return review.read(handle -> {
            Map<RecordId, BibRecord> found = new HashMap<>();
            handle.createQuery("SELECT <columns> FROM record r WHERE r.id IN (<ids>)")
                    .define("columns", COLUMNS)
                    .defineList("ids", numbers(page))
                    .map((rs, ctx) -> Map.entry(new RecordId(rs.getLong("id")), bib(rs)))
                    .forEach(e -> found.put(e.getKey(), e.getValue()));
            return merged ? Duplicates.withDuplicates(handle, found) : found;
        });
    }

    /** Takes records one after another. */
    public interface BibVisitor {
        void visit(RecordId id, BibRecord record);
    }

    /**
     * Every record of the query with all that the review says of it, in its order; read a page at a time. Where the query
     * leaves duplicates out, each record comes with what those say that it stands for.
     */
    public Stream<ScreenedRecord> screened(RecordQuery query) {
        ScreenedRecords screened = new ScreenedRecords(review, query.duplicates() == RecordQuery.Group.KEEPERS);
        long[] ids = ids(query);
        return IntStream.iterate(0, from -> from < ids.length, from -> from + PAGE)
                .boxed()
                .flatMap(from -> screened.of(page(ids, from)).stream());
    }

    /** One record with all that the review says of it, whether it is a duplicate or not. */
    public Optional<ScreenedRecord> screened(RecordId record) {
        return new ScreenedRecords(review, true).of(List.of(record)).stream().findFirst();
    }

    private void inPages(RecordQuery query, Consumer<List<RecordId>> consumer) {
        long[] ids = ids(query);
        for (int from = 0; from < ids.length; from += PAGE) {
            consumer.accept(page(ids, from));
        }
    }

    private static List<RecordId> page(long[] ids, int from) {
        return IntStream.range(from, Math.min(from + PAGE, ids.length))
                .mapToObj(i -> new RecordId(ids[i]))
                .toList();
    }

    static List<Long> numbers(Collection<RecordId> ids) {
        // An empty list is no SQL; no record has the number -1.
        return ids.isEmpty() ? List.of(-1L) : ids.stream().map(RecordId::value).toList();
    }

    static BibRecord bib(ResultSet rs) throws SQLException {
        String doi = rs.getString("doi");
        return new BibRecord(
                ReferenceType.valueOf(rs.getString("type")),
                rs.getString("title"),
                RecordText.authors(rs.getString("authors")),
                rs.getObject("year") == null ? null : rs.getInt("year"),
                rs.getString("date"),
                rs.getString("journal"),
                rs.getString("journal_short"),
                rs.getString("volume"),
                rs.getString("issue"),
                rs.getString("pages"),
                doi.isEmpty() ? null : new Doi(doi),
                rs.getString("pmid"),
                rs.getString("abstract"),
                RecordText.lines(rs.getString("keywords")),
                rs.getString("language"),
                rs.getString("issn"),
                rs.getString("isbn"),
                rs.getString("publisher"),
                rs.getString("url"),
                rs.getString("accession"),
                RecordText.paragraphs(rs.getString("notes")),
                RecordText.lists(rs.getString("extra")),
                "");
    }

    private static RecordRow row(ResultSet rs) throws SQLException {
        String verdict = rs.getString("verdict");
        return new RecordRow(
                new RecordId(rs.getLong("id")),
                rs.getString("title"),
                shortAuthors(rs.getString("authors")),
                rs.getObject("year") == null ? null : rs.getInt("year"),
                rs.getString("journal"),
                rs.getString("source"),
                outcome(rs.getString("title_abstract")),
                outcome(rs.getString("full_text")),
                retrieval(rs.getString("retrieval")),
                verdict == null ? null : Verdict.of(verdict).orElseThrow(),
                rs.getObject("keeper_id") != null);
    }

    static Outcome outcome(String key) {
        return Outcome.valueOf(key.toUpperCase(Locale.ROOT));
    }

    static Retrieval retrieval(String key) {
        return Retrieval.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String shortAuthors(String authors) {
        List<String> families = new ArrayList<>();
        RecordText.authors(authors).forEach(a -> families.add(a.family()));
        return families.size() <= 3
                ? String.join(", ", families)
                : families.stream().limit(3).collect(Collectors.joining(", ")) + " et al.";
    }
}
