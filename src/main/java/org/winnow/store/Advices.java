package org.winnow.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.Stage;
import org.winnow.store.Changes.Kind;

/** What language models suggest of records, reason by reason. Nothing of it is a verdict, and no verdict follows from it. */
public final class Advices {
    /**
     * What a model says of one reason for exclusion.
     *
     * @param applies yes, no or unclear
     * @param quote words of the record that it rests on; may be empty
     * @param stands whether they stand in the record
     * @param confidence from 0 to 1, as the model gives it
     * @param place where the quote stands; null where it is of title or abstract, or stands nowhere
     */
    public record Advice(
            Criterion criterion,
            String applies,
            String quote,
            boolean stands,
            double confidence,
            @Nullable Place place) {
        public Advice(Criterion criterion, String applies, String quote, boolean stands, double confidence) {
            this(criterion, applies, quote, stands, confidence, null);
        }
    }

    /**
     * A page of a full text.
     *
     * @param sha256 of the file
     * @param page from 1
     */
    public record Place(String sha256, int page) {}

    /**
     * What a model said of a record last.
     *
     * @param call the question that it answers
     */
    public record OfRecord(
            RecordId record, Stage stage, String model, String version, String call, Instant at, List<Advice> advice) {
        public OfRecord {
            advice = List.copyOf(advice);
        }

        /** Whether any reason for exclusion applies, as the model has it. */
        public boolean excludes() {
            return advice.stream().anyMatch(a -> a.applies().equals("yes"));
        }
    }

    private record Line(RecordId record, String model, String version, String call, Instant at, Advice advice) {}

    private final Review review;

    Advices(Review review) {
        this.review = review;
    }

    /** What each model said last of the records of a stage, in the order of the records. */
    public List<OfRecord> at(Stage stage) {
        return read(stage, "true", Map.of());
    }

    /** What each model said last of a record at a stage. */
    public List<OfRecord> of(RecordId record, Stage stage) {
        return read(stage, "a.record_id = :record", Map.of("record", record.value()));
    }

    private List<OfRecord> read(Stage stage, String condition, Map<String, Object> values) {
        List<Line> lines = review.read(handle -> handle.createQuery("""
                        SELECT a.record_id, c.model, c.version, c.uuid, a.at, a.criterion_id, k.label, k.position, a.applies,
                            a.quote, a.stands, a.confidence, a.sha256, a.page
                        FROM advice a JOIN model_call c ON c.id = a.call_id JOIN criterion k ON k.id = a.criterion_id
                        WHERE a.stage = :stage AND k.retired = 0 AND <condition> AND a.call_id = (
                            SELECT n.call_id FROM advice n JOIN model_call m ON m.id = n.call_id
                            WHERE n.record_id = a.record_id AND n.stage = a.stage AND m.model = c.model
                            ORDER BY m.at DESC, m.uuid DESC LIMIT 1)
                        ORDER BY a.record_id, c.model, k.position, k.label
                        """)
                .define("condition", condition)
                .bind("stage", stage.key())
                .bindMap(values)
                .map((rs, ctx) -> new Line(
                        new RecordId(rs.getLong("record_id")),
                        rs.getString("model"),
                        rs.getString("version"),
                        rs.getString("uuid"),
                        Instant.ofEpochMilli(rs.getLong("at")),
                        new Advice(
                                new Criterion(
                                        new CriterionId(rs.getLong("criterion_id")),
                                        rs.getString("label"),
                                        rs.getInt("position")),
                                rs.getString("applies"),
                                rs.getString("quote"),
                                rs.getBoolean("stands"),
                                rs.getDouble("confidence"),
                                rs.getInt("page") == 0 ? null : new Place(rs.getString("sha256"), rs.getInt("page")))))
                .list());
        Map<String, List<Line>> byCall = new LinkedHashMap<>();
        lines.forEach(
                l -> byCall.computeIfAbsent(l.call(), c -> new ArrayList<>()).add(l));
        return byCall.values().stream()
                .map(some -> {
                    Line first = some.getFirst();
                    return new OfRecord(
                            first.record(),
                            stage,
                            first.model(),
                            first.version(),
                            first.call(),
                            first.at(),
                            some.stream().map(Line::advice).toList());
                })
                .toList();
    }

    /**
     * A record that people had decided when a model was asked of it.
     *
     * @param included whether they keep it; a maybe is kept
     * @param excludes whether the model would exclude it
     */
    public record Measured(RecordId record, boolean included, boolean excludes) {}

    /** What a model said last of records that people had decided before; what it could have swayed is not among them. */
    public List<Measured> measured(Stage stage, String model) {
        return review.read(handle -> handle.createQuery("""
                        SELECT a.record_id, t.outcome <> 'exclude' AS included, max(a.applies = 'yes') AS excludes
                        FROM advice a JOIN model_call c ON c.id = a.call_id
                            JOIN tally t ON t.record_id = a.record_id AND t.stage = a.stage
                        WHERE a.stage = :stage AND c.model = :model AND t.outcome IN ('include', 'maybe', 'exclude')
                            AND a.call_id = (SELECT n.call_id FROM advice n JOIN model_call m ON m.id = n.call_id
                                WHERE n.record_id = a.record_id AND n.stage = a.stage AND m.model = c.model
                                ORDER BY m.at DESC, m.uuid DESC LIMIT 1)
                            AND a.at >= (SELECT max(d.at) FROM decision d
                                WHERE d.record_id = a.record_id AND d.stage = a.stage)
                        GROUP BY a.record_id, t.outcome ORDER BY a.record_id
                        """)
                .bind("stage", stage.key())
                .bind("model", model)
                .map((rs, ctx) -> new Measured(
                        new RecordId(rs.getLong("record_id")), rs.getBoolean("included"), rs.getBoolean("excludes")))
                .list());
    }

    /**
     * Keeps what a model says of a record.
     *
     * @param call the UUID of the question that it answers
     */
    public static Op<Void> keep(String call, RecordId record, Stage stage, List<Advice> advice) {
        return Op.<Void>of(
                        "advise",
                        tx -> {
                            advice.forEach(a -> tx.handle()
                                    .createUpdate("""
                                            INSERT INTO advice
                                                (uuid, call_id, record_id, stage, criterion_id, applies, quote, stands, confidence,
                                                sha256, page, at)
                                            SELECT :uuid, c.id, :record, :stage, :criterion, :applies, :quote, :stands, :confidence,
                                                :sha256, :page, :now
                                            FROM model_call c WHERE c.uuid = :call
                                            """)
                                    .bind("uuid", tx.newUuid())
                                    .bind("call", call)
                                    .bind("record", record.value())
                                    .bind("stage", stage.key())
                                    .bind("criterion", a.criterion().id().value())
                                    .bind("applies", a.applies())
                                    .bind("quote", a.quote())
                                    .bind("stands", a.stands())
                                    .bind("confidence", a.confidence())
                                    .bind(
                                            "sha256",
                                            a.place() == null ? "" : a.place().sha256())
                                    .bind(
                                            "page",
                                            a.place() == null ? 0 : a.place().page())
                                    .bind("now", tx.now())
                                    .execute());
                            return null;
                        },
                        Kind.RANKING)
                .about(record);
    }
}
