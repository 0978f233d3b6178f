package org.winnow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.winnow.model.Author;
import org.winnow.model.RecordId;

/**
 * The list that people go through: pairs about which people disagree, doubtful pairs, the most alike first, then groups of
 * merged records.
 */
public final class DuplicateList {
    /**
     * Names a line: doubtful pairs and groups of merged records have numbers of their own.
     *
     * @param number that of the pair, below 0, or that of the record which stands for the group
     */
    public record Item(long number) {
        public boolean doubtful() {
            return number < 0;
        }
    }

    /**
     * A line of the list.
     *
     * @param first the earlier record of a pair, or the one that stands for the group
     * @param records how many there are
     * @param score of a pair: the probability that the two are the same report, 0 to 1
     * @param why of a pair: the reasons in words
     * @param disputed of a pair: whether somebody calls the two different while others bring them together
     */
    public record Row(
            Item item,
            RecordId first,
            String title,
            String author,
            String year,
            int records,
            double score,
            String why,
            boolean disputed) {}

    private final Review review;
    private final String open;

    DuplicateList(Review review, String open) {
        this.review = review;
        this.open = open;
    }

    /** The numbers of all items in the order of the list: 8 bytes each. */
    public long[] items() {
        return review.read(handle -> {
            LongStream pairs = handle
                    .createQuery("""
                            SELECT id FROM (
                                SELECT p.id, p.answer, p.score FROM <open> UNION ALL SELECT p.id, p.answer, p.score FROM <disputed>)
                            ORDER BY answer = 'different' DESC, score DESC, id
                            """)
                    .define("open", open)
                    .define("disputed", Duplicates.DISPUTED)
                    .mapTo(Long.class)
                    .list()
                    .stream()
                    .mapToLong(id -> -id);
            LongStream groups = handle
                    .createQuery("SELECT DISTINCT keeper_id FROM duplicate ORDER BY keeper_id")
                    .mapTo(Long.class)
                    .list()
                    .stream()
                    .mapToLong(Long::longValue);
            return LongStream.concat(pairs, groups).toArray();
        });
    }

    /** The lines of these items, in their order; those that are gone are left out. */
    public List<Row> rows(Collection<Item> items) {
        Map<Item, Row> found = new HashMap<>();
        pairs(items.stream().filter(Item::doubtful).map(i -> -i.number()).toList(), found);
        groups(items.stream().filter(i -> !i.doubtful()).map(Item::number).toList(), found);
        return items.stream().filter(found::containsKey).map(found::get).toList();
    }

    private void pairs(List<Long> ids, Map<Item, Row> found) {
        if (ids.isEmpty()) {
            return;
        }
        review.read(handle -> handle.createQuery("""
                        SELECT -p.id AS item, r.id, r.title, r.authors, r.year, 2 AS records, p.score, p.why,
                            p.answer = 'different' AS disputed
                        FROM doubtful_pair p JOIN record r ON r.id = p.a_id WHERE p.id IN (<ids>)
                        """)
                        .defineList("ids", ids)
                        .map((rs, ctx) -> row(rs))
                        .list())
                .forEach(row -> found.put(row.item(), row));
    }

    private void groups(List<Long> keepers, Map<Item, Row> found) {
        if (keepers.isEmpty()) {
            return;
        }
        review.read(handle -> handle.createQuery("""
                        SELECT r.id AS item, r.id, r.title, r.authors, r.year, 1.0 AS score, '' AS why, 0 AS disputed,
                            1 + (SELECT count(*) FROM duplicate d WHERE d.keeper_id = r.id) AS records
                        FROM record r WHERE r.id IN (<ids>)
                        """)
                        .defineList("ids", keepers)
                        .map((rs, ctx) -> row(rs))
                        .list())
                .forEach(row -> found.put(row.item(), row));
    }

    private static Row row(ResultSet rs) throws SQLException {
        List<Author> authors = RecordText.authors(rs.getString("authors"));
        return new Row(
                new Item(rs.getLong("item")),
                new RecordId(rs.getLong("id")),
                rs.getString("title"),
                authors.isEmpty() ? "" : authors.get(0).family(),
                rs.getObject("year") == null ? "" : rs.getString("year"),
                rs.getInt("records"),
                rs.getDouble("score"),
                rs.getString("why"),
                rs.getBoolean("disputed"));
    }

    /** Both records of a doubtful pair, the one first that is to stand for both by the rule. */
    public List<RecordId> pair(Item item) {
        return review.read(handle -> handle.createQuery("SELECT a_id, b_id FROM doubtful_pair WHERE id = :id")
                .bind("id", -item.number())
                .map((rs, ctx) -> List.of(rs.getLong("a_id"), rs.getLong("b_id")))
                .findOne()
                .map(two -> new Keepers(handle).inOrder(new RecordId(two.get(0)), new RecordId(two.get(1))))
                .orElse(List.of()));
    }

    /** The probabilities of all open pairs, the highest first: what accepting them together would err in. */
    public double[] scores() {
        return review.read(handle -> handle
                .createQuery("SELECT p.score FROM <open> ORDER BY p.score DESC")
                .define("open", open)
                .mapTo(Double.class)
                .list()
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }
}
