package org.winnow.store;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.Suggestion;
import org.winnow.store.Changes.Kind;

/** Orders that models gave, what they learnt from, and which decisions they led to. */
public final class Rankings {
    /**
     * What an order rests on.
     *
     * @param learntFrom whose verdicts; null where the settled ones
     * @param relevant how many records were known as relevant
     * @param irrelevant how many as irrelevant
     */
    public record Basis(
            Stage stage,
            @Nullable ReviewerId learntFrom,
            String model,
            String version,
            long seed,
            int relevant,
            int irrelevant) {}

    /**
     * An order.
     *
     * @param records the most likely relevant first
     * @param scores as many, in the same order
     * @param atRandom which places hold a record that was mixed in at random
     * @param unread how many, from the first on, nobody has decided on whom it learns from
     */
    public record Order(Basis basis, long[] records, double[] scores, BitSet atRandom, int unread) {}

    /**
     * How many decisions a model led to.
     *
     * @param atRandom how many of them on records that were mixed in at random
     */
    public record Use(Stage stage, String model, String version, long seed, int decisions, int atRandom) {}

    /**
     * A record that somebody has decided on.
     *
     * @param relevant whether it passed, or somebody included it before it is settled; a maybe counts as an include
     */
    public record Read(RecordId record, boolean relevant) {}

    private final Review review;

    Rankings(Review review) {
        this.review = review;
    }

    /**
     * What a learner may take as known at a stage: records that were included (true; a maybe counts as such) or excluded.
     *
     * @param reviewer whose verdicts count; null for the settled ones
     */
    public Map<RecordId, Boolean> labels(Stage stage, @Nullable ReviewerId reviewer) {
        return review.read(handle -> {
            Map<RecordId, Boolean> labels = new HashMap<>();
            String sql = reviewer == null ? """
                    SELECT record_id, outcome <> 'exclude' FROM tally
                    WHERE stage = :stage AND outcome IN ('include', 'maybe', 'exclude')""" : """
                    SELECT record_id, verdict <> 'exclude' FROM current_verdict
                    WHERE stage = :stage AND reviewer_id = :reviewer AND verdict IS NOT NULL""";
            handle.createQuery(sql)
                    .bind("stage", stage.key())
                    .bindMap(reviewer == null ? Map.of() : Map.of("reviewer", reviewer.value()))
                    .map((rs, ctx) -> Map.entry(new RecordId(rs.getLong(1)), rs.getBoolean(2)))
                    .forEach(e -> labels.put(e.getKey(), e.getValue()));
            return labels;
        });
    }

    /** What was read at a stage, in the order of each record's first decision. */
    public List<Read> read(Stage stage) {
        return review.read(handle -> handle.createQuery("""
                        SELECT t.record_id,
                            CASE WHEN t.outcome IN ('awaiting', 'conflict') THEN t.includes + t.maybes > 0
                                ELSE t.outcome IN ('include', 'maybe') END
                        FROM tally t WHERE t.stage = :stage AND t.outcome <> 'undecided'
                        ORDER BY (SELECT min(d.at) FROM decision d
                            WHERE d.record_id = t.record_id AND d.stage = t.stage), t.record_id
                        """)
                .bind("stage", stage.key())
                .map((rs, ctx) -> new Read(new RecordId(rs.getLong(1)), rs.getBoolean(2)))
                .list());
    }

    /** The order that was kept last. */
    public Optional<Order> kept(Stage stage, @Nullable ReviewerId learntFrom) {
        return review.read(handle -> handle.createQuery("""
                        SELECT id, model, version, seed, relevant, irrelevant FROM ranking
                        WHERE stage = :stage AND coalesce(reviewer_id, 0) = :reviewer
                        """)
                .bind("stage", stage.key())
                .bind("reviewer", number(learntFrom))
                .map((rs, ctx) -> order(
                        handle,
                        rs.getLong("id"),
                        new Basis(
                                stage,
                                learntFrom,
                                rs.getString("model"),
                                rs.getString("version"),
                                rs.getLong("seed"),
                                rs.getInt("relevant"),
                                rs.getInt("irrelevant"))))
                .findOne());
    }

    private static long number(@Nullable ReviewerId reviewer) {
        return reviewer == null ? 0 : reviewer.value();
    }

    private static Order order(Handle handle, long ranking, Basis basis) {
        record Line(long record, double score, boolean atRandom) {}
        List<Line> lines = handle.createQuery(
                        "SELECT record_id, score, at_random FROM ranked WHERE ranking_id = :id ORDER BY place")
                .bind("id", ranking)
                .map((rs, ctx) -> new Line(rs.getLong(1), rs.getDouble(2), rs.getBoolean(3)))
                .list();
        BitSet atRandom = new BitSet();
        IntStream.range(0, lines.size()).filter(i -> lines.get(i).atRandom()).forEach(atRandom::set);
        return new Order(
                basis,
                lines.stream().mapToLong(Line::record).toArray(),
                lines.stream().mapToDouble(Line::score).toArray(),
                atRandom,
                lines.size());
    }

    /**
     * Keeps the unread part of an order in place of the earlier one of the same stage and learner. Nothing that undo would
     * take back.
     *
     * @param most how many places are kept at most: each costs the writing thread time
     */
    public static Op<Void> keep(Order order, int most) {
        Basis basis = order.basis();
        return Op.of(
                "rank",
                tx -> {
                    ReviewerId from = basis.learntFrom();
                    tx.handle()
                            .createUpdate("""
                                    DELETE FROM ranking WHERE stage = :stage AND coalesce(reviewer_id, 0) = :reviewer
                                    """)
                            .bind("stage", basis.stage().key())
                            .bind("reviewer", number(from))
                            .execute();
                    long id = tx.handle()
                            .createUpdate("""
                                    INSERT INTO ranking
                                        (stage, reviewer_id, model, version, seed, relevant, irrelevant, at)
                                    VALUES (:stage, :reviewer, :model, :version, :seed, :relevant, :irrelevant, :now)
                                    """)
                            .bind("stage", basis.stage().key())
                            .bind("reviewer", from == null ? null : from.value())
                            .bind("model", basis.model())
                            .bind("version", basis.version())
                            .bind("seed", basis.seed())
                            .bind("relevant", basis.relevant())
                            .bind("irrelevant", basis.irrelevant())
                            .bind("now", tx.now())
                            .executeAndReturnGeneratedKeys("id")
                            .mapTo(Long.class)
                            .one();
                    // All rows as one text: a fifth of the time of a statement for each.
                    tx.handle()
                            .createUpdate("""
                                    INSERT INTO ranked (ranking_id, place, record_id, score, at_random)
                                    SELECT :id, key + 1, value ->> 0, value ->> 1, value ->> 2 FROM json_each(:rows)
                                    """)
                            .bind("id", id)
                            .bind("rows", rows(order, Math.min(most, order.unread())))
                            .execute();
                    return null;
                },
                Kind.RANKING);
    }

    private static String rows(Order order, int places) {
        StringJoiner rows = new StringJoiner(",", "[", "]");
        for (int i = 0; i < places; i++) {
            rows.add("[" + order.records()[i] + "," + order.scores()[i] + ","
                    + (order.atRandom().get(i) ? 1 : 0) + "]");
        }
        return rows.toString();
    }

    /** The model that brought up the record of a decision, where one did. */
    public Optional<Suggestion> behind(UUID decision) {
        return review.read(handle -> handle.createQuery("""
                        SELECT s.model, s.version, s.seed, s.relevant, s.irrelevant, s.place, s.score, s.at_random
                        FROM suggestion s JOIN decision d ON d.id = s.decision_id WHERE d.uuid = :uuid
                        """)
                .bind("uuid", decision.toString())
                .map((rs, ctx) -> new Suggestion(
                        rs.getString("model"),
                        rs.getString("version"),
                        rs.getLong("seed"),
                        rs.getInt("relevant"),
                        rs.getInt("irrelevant"),
                        rs.getInt("place"),
                        rs.getDouble("score"),
                        rs.getBoolean("at_random")))
                .findOne());
    }

    /** Which models led to how many decisions, for the report. */
    public List<Use> uses() {
        return review.read(handle -> handle.createQuery("""
                        SELECT d.stage, s.model, s.version, s.seed, count(*), sum(s.at_random)
                        FROM suggestion s JOIN decision d ON d.id = s.decision_id
                        GROUP BY d.stage, s.model, s.version, s.seed ORDER BY d.stage DESC, s.model, s.version, s.seed
                        """)
                .map((rs, ctx) -> new Use(
                        Stage.of(rs.getString(1)).orElseThrow(),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getLong(4),
                        rs.getInt(5),
                        rs.getInt(6)))
                .list());
    }

    /** Writes down with a decision, in its operation, which model brought its record up. */
    static void note(Tx tx, String decision, Suggestion by) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO suggestion
                            (decision_id, model, version, seed, relevant, irrelevant, place, score, at_random)
                        SELECT id, :model, :version, :seed, :relevant, :irrelevant, :place, :score, :random
                        FROM decision WHERE uuid = :uuid
                        """)
                .bind("uuid", decision)
                .bind("model", by.model())
                .bind("version", by.version())
                .bind("seed", by.seed())
                .bind("relevant", by.relevant())
                .bind("irrelevant", by.irrelevant())
                .bind("place", by.place())
                .bind("score", by.score())
                .bind("random", by.atRandom())
                .execute();
    }
}
