package org.winnow.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.winnow.model.BibRecord;
import org.winnow.model.KeeperClaim;
import org.winnow.model.MergedRecord;
import org.winnow.model.MergedRecord.Member;
import org.winnow.model.RecordId;

/** Which records stand for which, and the pairs that a person is asked about. Nothing is ever deleted as a duplicate. */
public final class Duplicates {
    /** @param automatic whether the matcher was sure, or a person said so */
    public record Duplicate(RecordId record, RecordId keeper, boolean automatic, String why) {}

    /** A pair that the matcher was not sure of; {@code a} has the lower number. */
    public record DoubtfulPair(RecordId a, RecordId b, double score, String why, Answer answer) {}

    /** What was said of a doubtful pair. */
    public enum Answer {
        OPEN,
        SAME,
        DIFFERENT;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How many there are.
     *
     * @param doubtful pairs that wait for an answer
     * @param groups records that stand for others
     * @param merged records that another stands for
     * @param automatic those of them that were merged without asking
     * @param disputed pairs that somebody calls different while others bring the two together
     */
    public record Numbers(long doubtful, long groups, long merged, long automatic, long disputed) {
        /** Pairs that wait for a person. */
        public long asked() {
            return doubtful + disputed;
        }
    }

    /** Pairs that wait for an answer: a pair is settled as well where the two came into one group by other ways. */
    private static final String OPEN = """
            doubtful_pair p
            LEFT JOIN duplicate a ON a.record_id = p.a_id
            LEFT JOIN duplicate b ON b.record_id = p.b_id
            WHERE p.answer = 'open' AND coalesce(a.keeper_id, p.a_id) <> coalesce(b.keeper_id, p.b_id)""";

    /** Pairs that somebody calls different while what others call the same, one by another, brings the two together. */
    static final String DISPUTED = """
            doubtful_pair p
            LEFT JOIN duplicate a ON a.record_id = p.a_id
            LEFT JOIN duplicate b ON b.record_id = p.b_id
            WHERE p.answer = 'different' AND coalesce(a.keeper_id, p.a_id) = coalesce(b.keeper_id, p.b_id)""";

    private static final int PAGE = 2000;

    private final Review review;

    Duplicates(Review review) {
        this.review = review;
    }

    /** All duplicates, by keeper, in the order of import. */
    public List<Duplicate> all() {
        return review.read(handle -> handle.createQuery(
                        "SELECT record_id, keeper_id, how, why FROM duplicate ORDER BY keeper_id, record_id")
                .map((rs, ctx) -> new Duplicate(
                        new RecordId(rs.getLong("record_id")),
                        new RecordId(rs.getLong("keeper_id")),
                        rs.getString("how").equals("automatic"),
                        rs.getString("why")))
                .list());
    }

    public long count() {
        return numbers().merged();
    }

    public Numbers numbers() {
        return review.read(handle -> handle.createQuery("""
                        SELECT (SELECT count(*) FROM <open>) AS doubtful, (SELECT count(*) FROM <disputed>) AS disputed,
                            count(DISTINCT keeper_id) AS groups, count(*) AS merged,
                            coalesce(sum(how = 'automatic'), 0) AS automatic
                        FROM duplicate
                        """)
                .define("open", OPEN)
                .define("disputed", DISPUTED)
                .map((rs, ctx) -> new Numbers(
                        rs.getLong("doubtful"),
                        rs.getLong("groups"),
                        rs.getLong("merged"),
                        rs.getLong("automatic"),
                        rs.getLong("disputed")))
                .one());
    }

    /** The records that this one stands for, in the order of import. */
    public List<Duplicate> behind(RecordId keeper) {
        return review.read(handle -> handle.createQuery(
                        "SELECT record_id, how, why FROM duplicate WHERE keeper_id = :keeper ORDER BY record_id")
                .bind("keeper", keeper.value())
                .map((rs, ctx) -> new Duplicate(
                        new RecordId(rs.getLong("record_id")),
                        keeper,
                        rs.getString("how").equals("automatic"),
                        rs.getString("why")))
                .list());
    }

    /** The record that stands for this one, or the record itself. */
    public RecordId keeperOf(RecordId record) {
        return review.read(handle -> new RecordId(Merges.keeperOf(handle, record.value())));
    }

    /** Doubtful pairs with that answer, the most alike first; open ones only while the two stand in different groups. */
    public List<DoubtfulPair> pairs(Answer answer) {
        return pairs(answer == Answer.OPEN ? OPEN : "doubtful_pair p WHERE p.answer = '" + answer.key() + "'", answer);
    }

    /**
     * Pairs that somebody calls different while what others call the same, one by another, brings the two together. They
     * count as one until a person settles it: calls them the same, or takes one out of the group.
     */
    public List<DoubtfulPair> disputed() {
        return pairs(DISPUTED, Answer.DIFFERENT);
    }

    private List<DoubtfulPair> pairs(String rows, Answer answer) {
        return review.read(handle -> handle.createQuery(
                        "SELECT p.a_id, p.b_id, p.score, p.why FROM <rows> ORDER BY p.score DESC, p.id")
                .define("rows", rows)
                .map((rs, ctx) -> new DoubtfulPair(
                        new RecordId(rs.getLong("a_id")),
                        new RecordId(rs.getLong("b_id")),
                        rs.getDouble("score"),
                        rs.getString("why"),
                        answer))
                .list());
    }

    /** The same records, those that stand for others with what these say too. */
    static Map<RecordId, BibRecord> withDuplicates(Handle handle, Map<RecordId, BibRecord> records) {
        Map<RecordId, List<Member>> groups = new HashMap<>();
        handle.createQuery("""
                        SELECT d.keeper_id, <columns> FROM duplicate d JOIN record r ON r.id = d.record_id
                        WHERE d.keeper_id IN (<ids>) ORDER BY r.id
                        """)
                .define("columns", Records.COLUMNS)
                .defineList("ids", Records.numbers(records.keySet()))
                .map((rs, ctx) -> Map.entry(
                        new RecordId(rs.getLong("keeper_id")),
                        new Member(new RecordId(rs.getLong("id")), Records.bib(rs))))
                .forEach(e -> groups.computeIfAbsent(e.getKey(), k -> new ArrayList<>())
                        .add(e.getValue()));
        Map<RecordId, BibRecord> whole = new HashMap<>(records);
        groups.forEach((keeper, others) -> whole.computeIfPresent(keeper, (id, record) -> {
            others.add(0, new Member(id, record));
            return MergedRecord.of(others).record();
        }));
        return whole;
    }

    /** The members of a group, the record that stands for it first; a record without duplicates by itself. */
    public List<Member> members(RecordId keeper) {
        return review.read(handle -> handle.createQuery("""
                        SELECT <columns> FROM record r
                        WHERE r.id = :keeper OR r.id IN (SELECT record_id FROM duplicate WHERE keeper_id = :keeper)
                        ORDER BY r.id <> :keeper, r.id
                        """)
                .define("columns", Records.COLUMNS)
                .bind("keeper", keeper.value())
                .map((rs, ctx) -> new Member(new RecordId(rs.getLong("id")), Records.bib(rs)))
                .list());
    }

    /** The record with what those say that it stands for; empty where it is gone. */
    public Optional<MergedRecord> merged(RecordId keeper) {
        List<Member> members = members(keeper);
        return members.isEmpty() ? Optional.empty() : Optional.of(MergedRecord.of(members));
    }

    /**
     * A record as the search for duplicates takes it.
     *
     * @param rank of its source, as {@link KeeperClaim} weighs it
     * @param compared whether an earlier search has compared it with all others that were compared
     */
    public record Comparable(RecordId id, BibRecord record, long importId, int rank, boolean compared) {}

    /** Hands over every record of the review, in the order of import, a page at a time. */
    public void forEachComparable(Consumer<Comparable> consumer) {
        Map<Long, Integer> ranks = review.read(Sources::ranks);
        long last = 0;
        List<Comparable> page = page(last, ranks);
        while (!page.isEmpty()) {
            page.forEach(consumer);
            last = page.get(page.size() - 1).id().value();
            page = page(last, ranks);
        }
    }

    private List<Comparable> page(long after, Map<Long, Integer> ranks) {
        return review.read(handle -> handle.createQuery("""
                        SELECT <columns>, f.id AS import, f.source_id, f.compared
                        FROM record r JOIN import_file f ON f.id = r.import_id AND f.retired = 0
                        WHERE r.id > :after ORDER BY r.id LIMIT :page
                        """)
                .define("columns", Records.COLUMNS)
                .bind("after", after)
                .bind("page", PAGE)
                .map((rs, ctx) -> new Comparable(
                        new RecordId(rs.getLong("id")),
                        Records.bib(rs),
                        rs.getLong("import"),
                        ranks.getOrDefault(rs.getLong("source_id"), KeeperClaim.OTHER_METHOD),
                        rs.getBoolean("compared")))
                .list());
    }

    /** The lines of the list of what is doubtful and what is merged. */
    public DuplicateList list() {
        return new DuplicateList(review, OPEN);
    }
}
