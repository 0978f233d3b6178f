package org.winnow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.Changes.Kind;

/**
 * What language models were asked and said, and who looked at it. Rows are added and never changed; undo leaves
 * them, and the chain of the audit trail holds them.
 */
public final class ModelCalls {
    /**
     * A question to a model and what came of it.
     *
     * @param uuid the same in every file; null before it is kept
     * @param task what it was for
     * @param record what it was about, or null
     * @param stage at which, or null
     * @param leaveOf who let it be asked; empty where it was asked before that was kept
     * @param tool the program and its version
     * @param version of the model, as its server says it; may be empty
     * @param prompt the messages as they were sent, JSON
     * @param parameters JSON
     * @param inputSha256 of the prompt
     * @param output word for word; empty where none came
     * @param trouble why it could not be used, or empty
     * @param cost in the currency of the prices that were given
     */
    public record Call(
            @Nullable String uuid,
            String task,
            @Nullable RecordId record,
            @Nullable Stage stage,
            String leaveOf,
            String tool,
            String address,
            String model,
            String version,
            String prompt,
            String parameters,
            String inputSha256,
            String output,
            String trouble,
            int inputTokens,
            int outputTokens,
            double cost,
            long millis,
            Instant at) {}

    /** What a person found of an answer. */
    public record Check(String reviewer, String found, String note, Instant at) {}

    /**
     * What a model was used for, in all.
     *
     * @param failed whose answer could not be used
     * @param checked answers that somebody looked at
     * @param right of them those that the last person to look found right
     */
    public record Use(
            String task,
            String tool,
            String address,
            String model,
            String version,
            long calls,
            long failed,
            long checked,
            long right,
            long inputTokens,
            long outputTokens,
            double cost,
            Instant first,
            Instant last) {}

    private static final String COLUMNS = """
            SELECT c.uuid, c.task, c.record_id, c.stage, c.leave_of, c.tool, c.address, c.model, c.version, c.prompt,
                c.parameters, c.input_sha256, c.output, c.trouble, c.input_tokens, c.output_tokens, c.cost, c.millis, c.at
            FROM model_call c
            """;

    private final Review review;

    ModelCalls(Review review) {
        this.review = review;
    }

    /** All of them, the oldest first. */
    public List<Call> all() {
        return review.read(handle -> handle.createQuery(COLUMNS + "ORDER BY c.at, c.uuid")
                .map((rs, ctx) -> call(rs))
                .list());
    }

    /** The newest; empty where none was asked. */
    public Optional<Call> newest() {
        return review.read(handle -> handle.createQuery(COLUMNS + "ORDER BY c.at DESC, c.uuid DESC LIMIT 1")
                .map((rs, ctx) -> call(rs))
                .findOne());
    }

    /** The one whose UUID begins so, where it is one alone. */
    public Optional<Call> of(String uuid) {
        List<Call> found = review.read(handle -> handle.createQuery(COLUMNS + "WHERE c.uuid GLOB :begin || '*' LIMIT 2")
                .bind("begin", uuid.replaceAll("[^0-9a-fA-F-]", "?"))
                .map((rs, ctx) -> call(rs))
                .list());
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Call call(ResultSet rs) throws SQLException {
        long record = rs.getLong("record_id");
        boolean about = !rs.wasNull();
        String stage = rs.getString("stage");
        return new Call(
                rs.getString("uuid"),
                rs.getString("task"),
                about ? new RecordId(record) : null,
                stage == null ? null : Stage.of(stage).orElse(null),
                rs.getString("leave_of"),
                rs.getString("tool"),
                rs.getString("address"),
                rs.getString("model"),
                rs.getString("version"),
                rs.getString("prompt"),
                rs.getString("parameters"),
                rs.getString("input_sha256"),
                rs.getString("output"),
                rs.getString("trouble"),
                rs.getInt("input_tokens"),
                rs.getInt("output_tokens"),
                rs.getDouble("cost"),
                rs.getLong("millis"),
                Instant.ofEpochMilli(rs.getLong("at")));
    }

    /** What people found of an answer, the oldest first. */
    public List<Check> checks(String uuid) {
        return review.read(handle -> handle.createQuery("""
                        SELECT p.name, k.found, k.note, k.at FROM model_check k
                        JOIN model_call c ON c.id = k.call_id JOIN reviewer p ON p.id = k.reviewer_id
                        WHERE c.uuid = :uuid ORDER BY k.at, k.uuid
                        """)
                .bind("uuid", uuid)
                .map((rs, ctx) -> new Check(
                        rs.getString("name"),
                        rs.getString("found"),
                        rs.getString("note"),
                        Instant.ofEpochMilli(rs.getLong("at"))))
                .list());
    }

    /** What models were used for, task by task and model by model. */
    public List<Use> uses() {
        return review.read(handle -> handle.createQuery("""
                        SELECT c.task, c.tool, c.address, c.model, c.version, count(*) AS calls,
                            sum(c.trouble <> '') AS failed, count(k.id) AS checked, coalesce(sum(k.found = 'right'), 0) AS right,
                            sum(c.input_tokens) AS input, sum(c.output_tokens) AS output, sum(c.cost) AS cost,
                            min(c.at) AS first, max(c.at) AS last
                        FROM model_call c LEFT JOIN model_check k ON k.id = (SELECT n.id FROM model_check n
                            WHERE n.call_id = c.id ORDER BY n.at DESC, n.uuid DESC LIMIT 1)
                        GROUP BY c.task, c.tool, c.address, c.model, c.version ORDER BY first, c.task, c.model
                        """)
                .map((rs, ctx) -> new Use(
                        rs.getString("task"),
                        rs.getString("tool"),
                        rs.getString("address"),
                        rs.getString("model"),
                        rs.getString("version"),
                        rs.getLong("calls"),
                        rs.getLong("failed"),
                        rs.getLong("checked"),
                        rs.getLong("right"),
                        rs.getLong("input"),
                        rs.getLong("output"),
                        rs.getDouble("cost"),
                        Instant.ofEpochMilli(rs.getLong("first")),
                        Instant.ofEpochMilli(rs.getLong("last"))))
                .list());
    }

    /** Writes a question down; gives its UUID. */
    public static Op<String> keep(Call call) {
        return Op.of("model-call", tx -> insert(tx, call), Kind.RANKING).about(call.record());
    }

    static String insert(Tx tx, Call call) {
        String uuid = call.uuid() == null ? tx.newUuid() : call.uuid();
        tx.handle()
                .createUpdate("""
                        INSERT INTO model_call (uuid, task, record_id, stage, leave_of, tool, address, model,
                            version, prompt, parameters, input_sha256, output, trouble, input_tokens, output_tokens, cost, millis, at)
                        VALUES (:uuid, :task, :record, :stage, :leaveOf, :tool, :address, :model,
                            :version, :prompt, :parameters, :inputSha256, :output, :trouble, :inputTokens, :outputTokens, :cost, :millis, :at)
                        """)
                .bind("uuid", uuid)
                .bind("task", call.task())
                .bind("record", call.record() == null ? null : call.record().value())
                .bind("stage", call.stage() == null ? null : call.stage().key())
                .bind("leaveOf", call.leaveOf())
                .bind("tool", call.tool())
                .bind("address", call.address())
                .bind("model", call.model())
                .bind("version", call.version())
                .bind("prompt", call.prompt())
                .bind("parameters", call.parameters())
                .bind("inputSha256", call.inputSha256())
                .bind("output", call.output())
                .bind("trouble", call.trouble())
                .bind("inputTokens", call.inputTokens())
                .bind("outputTokens", call.outputTokens())
                .bind("cost", call.cost())
                .bind("millis", call.millis())
                .bind("at", call.at().toEpochMilli())
                .execute();
        return uuid;
    }

    /**
     * Writes down what a person found of an answer.
     *
     * @param found right, wrong or unclear
     */
    public static Op<Void> check(String uuid, ReviewerId reviewer, String found, String note) {
        if (!List.of("right", "wrong", "unclear").contains(found)) {
            throw new UserException("“" + found + "” is none of right, wrong and unclear.");
        }
        return Op.<Void>of(
                        "model-check",
                        tx -> {
                            int rows = tx.handle()
                                    .createUpdate("""
                                            INSERT INTO model_check (uuid, call_id, reviewer_id, found, note, at)
                                            SELECT :own, c.id, :reviewer, :found, :note, :now
                                            FROM model_call c WHERE c.uuid = :uuid
                                            """)
                                    .bind("own", tx.newUuid())
                                    .bind("reviewer", reviewer.value())
                                    .bind("found", found)
                                    .bind("note", note.strip())
                                    .bind("now", tx.now())
                                    .bind("uuid", uuid)
                                    .execute();
                            if (rows == 0) {
                                throw new UserException(
                                        "There is no question " + uuid + ". List them with: models calls.");
                            }
                            return null;
                        },
                        Kind.REPORT)
                .by(reviewer);
    }
}
