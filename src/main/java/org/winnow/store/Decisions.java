package org.winnow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.Suggestion;
import org.winnow.model.Verdict;
import org.winnow.store.Changes.Kind;

/** Decisions: facts that are only ever added. */
public final class Decisions {
    /**
     * A decision about to be taken.
     *
     * @param verdict what the reviewer says, or null to take an earlier verdict back
     * @param reason the reason for exclusion, or null
     * @param resolution whether it settles a conflict for everybody
     * @param broughtUpBy the model that put the record in front of the reviewer, or null where none did
     */
    public record NewDecision(
            RecordId record,
            Stage stage,
            ReviewerId reviewer,
            @Nullable Verdict verdict,
            @Nullable CriterionId reason,
            boolean resolution,
            @Nullable Suggestion broughtUpBy) {
        public NewDecision(
                RecordId record,
                Stage stage,
                ReviewerId reviewer,
                @Nullable Verdict verdict,
                @Nullable CriterionId reason,
                boolean resolution) {
            this(record, stage, reviewer, verdict, reason, resolution, null);
        }
    }

    private static final String SELECT = """
            SELECT d.uuid, d.record_id, d.stage, d.reviewer_id, p.name AS reviewer, d.verdict, d.criterion_id,
                c.label, c.position, d.resolution, d.at
            FROM decision d
            JOIN reviewer p ON p.id = d.reviewer_id
            LEFT JOIN criterion c ON c.id = d.criterion_id
            """;

    private final Review review;

    Decisions(Review review) {
        this.review = review;
    }

    /** Every decision ever taken on a record, withdrawals included, oldest first. */
    public List<Decision> history(RecordId record) {
        return review.read(handle -> handle.createQuery(SELECT + " WHERE d.record_id = :id ORDER BY d.at, d.uuid")
                .bind("id", record.value())
                .map((rs, ctx) -> decision(rs))
                .list());
    }

    /** The current verdicts on a record at a stage, one for each reviewer, and the resolution if there is one. */
    public List<Decision> current(RecordId record, Stage stage) {
        return review.read(handle -> current(handle, List.of(record)).stream()
                .filter(d -> d.stage() == stage)
                .toList());
    }

    static List<Decision> current(Handle handle, List<RecordId> ids) {
        return handle.createQuery(SELECT + """
                         WHERE d.record_id IN (<ids>) AND d.verdict IS NOT NULL AND (
                            d.id IN (SELECT v.decision_id FROM current_verdict v WHERE v.record_id IN (<ids>))
                            OR d.resolution = 1 AND d.id = (SELECT n.id FROM decision n
                                WHERE n.record_id = d.record_id AND n.stage = d.stage AND n.resolution = 1
                                ORDER BY n.at DESC, n.uuid DESC LIMIT 1))
                        ORDER BY d.at, d.uuid
                        """)
                .defineList("ids", Records.numbers(ids))
                .map((rs, ctx) -> decision(rs))
                .list();
    }

    private static Decision decision(ResultSet rs) throws SQLException {
        String verdict = rs.getString("verdict");
        return new Decision(
                UUID.fromString(rs.getString("uuid")),
                new RecordId(rs.getLong("record_id")),
                Stage.of(rs.getString("stage")).orElseThrow(),
                new Reviewer(new ReviewerId(rs.getLong("reviewer_id")), rs.getString("reviewer")),
                verdict == null ? null : Verdict.of(verdict).orElseThrow(),
                rs.getString("label") == null
                        ? null
                        : new Criterion(
                                new CriterionId(rs.getLong("criterion_id")),
                                rs.getString("label"),
                                rs.getInt("position")),
                rs.getInt("resolution") == 1,
                Instant.ofEpochMilli(rs.getLong("at")));
    }

    /** Takes one decision. */
    public static Op<Void> decide(NewDecision decision) {
        String name = decision.verdict() == null
                ? "withdraw"
                : decision.resolution() ? "resolve" : decision.verdict().key();
        return all(name, List.of(decision)).about(decision.record()).by(decision.reviewer());
    }

    /** Takes many decisions in one operation, which one undo takes back. */
    public static Op<Void> decideAll(List<NewDecision> decisions) {
        return decideAll("decide-all", decisions);
    }

    /**
     * The same under a name of its own.
     *
     * @param name of the operation, as the undo menu looks it up
     */
    public static Op<Void> decideAll(String name, List<NewDecision> decisions) {
        List<NewDecision> fixed = List.copyOf(decisions);
        List<ReviewerId> people =
                fixed.stream().map(NewDecision::reviewer).distinct().toList();
        return all(name, fixed)
                .about(fixed.size() == 1 ? fixed.get(0).record() : null)
                .by(people.size() == 1 ? people.get(0) : null);
    }

    private static Op<Void> all(String name, List<NewDecision> decisions) {
        return Op.of(
                name,
                tx -> {
                    decisions.stream()
                            .filter(NewDecision::resolution)
                            .map(d -> Map.entry(d.reviewer(), d.stage()))
                            .distinct()
                            .forEach(s -> Rights.toSettle(tx.handle(), s.getKey(), s.getValue()));
                    insert(tx, decisions);
                    return null;
                },
                Kind.DECISIONS);
    }

    /** One prepared statement for all: compiling it, with its triggers, costs more than running it. */
    static void insert(Tx tx, List<NewDecision> decisions) {
        Map<String, Suggestion> suggestions = new LinkedHashMap<>();
        try (PreparedBatch batch = tx.handle().prepareBatch("""
                INSERT INTO decision (uuid, record_id, stage, reviewer_id, verdict, criterion_id, resolution, at)
                VALUES (:uuid, :record, :stage, :reviewer, :verdict, :reason, :resolution, :now)
                """)) {
            for (NewDecision d : decisions) {
                CriterionId reason = d.reason();
                String uuid = tx.newUuid();
                if (d.broughtUpBy() != null) {
                    suggestions.put(uuid, d.broughtUpBy());
                }
                batch.bind("uuid", uuid)
                        .bind("record", d.record().value())
                        .bind("stage", d.stage().key())
                        .bind("reviewer", d.reviewer().value())
                        .bind(
                                "verdict",
                                d.verdict() == null ? null : d.verdict().key())
                        .bind("reason", reason == null ? null : reason.value())
                        .bind("resolution", d.resolution())
                        .bind("now", tx.now())
                        .add();
            }
            batch.execute();
        }
        suggestions.forEach((uuid, by) -> Rankings.note(tx, uuid, by));
    }
}
