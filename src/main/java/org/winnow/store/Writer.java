package org.winnow.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;

/** The one connection that writes, used on the review's one writing thread. Every write is an operation in the log. */
final class Writer implements AutoCloseable {
    /** A committed operation and what it gave back. */
    record Written<T extends @Nullable Object>(T value, Changes changes) {}

    private record PastOp(
            long id,
            String name,
            Set<Changes.Kind> kinds,
            @Nullable RecordId focus,
            @Nullable ReviewerId reviewer) {}

    /** What came in from others is not taken back by this file's undo, nor is anything that they may have built on. */
    private static final String BARRIER =
            "coalesce((SELECT max(id) FROM main.op WHERE name IN ('new', 'open-session', 'merge', 'adopt')), 0)";

    /** Whether an operation leaves anything that undo could take back; asking a language model, for one, does not. */
    private static final String LEAVES =
            "EXISTS (SELECT 1 FROM main.change c WHERE c.op_id = op.id AND c.tbl NOT IN " + LoggedTable.STAYING + ")";

    private final Handle handle;
    private final ChangeLog log;
    private final Chain chain;
    private final Clock clock;
    /** Milliseconds since 1970 of the newest operation that this writer began. */
    private long latest;

    Writer(Path file, Clock clock) throws SQLException {
        this(Connections.writer(file), clock);
    }

    /** @param connection to a file that has its tables; closed with the writer */
    Writer(Connection connection, Clock clock) throws SQLException {
        this.handle = Connections.handle(connection);
        this.log = new ChangeLog(handle);
        this.chain = new Chain(handle);
        this.clock = clock;
        log.install();
        if (chain.unsealed()) {
            inTransaction(() -> {
                chain.seal(log, now().toEpochMilli());
                return log;
            });
        }
        chain.unlinked()
                .ifPresent(op -> inTransaction(() -> {
                    chain.close(op);
                    return log;
                }));
        adopt();
    }

    /** What an older program left is written down as what it would be now. */
    private void adopt() {
        if (Likeness.toAdopt(handle)) {
            write(Op.<Void>of(Likeness.ADOPT, Likeness::adopt, Changes.Kind.DUPLICATES));
        }
    }

    <T extends @Nullable Object> Written<T> write(Op<T> op) {
        return inTransaction(() -> {
            Tx tx = new Tx(handle, now());
            long logged = logged();
            long id = insertOp(op.name(), "do", op.kinds(), op.focus(), op.reviewer(), null, tx);
            long written = written();
            T value = op.work().in(tx);
            boolean changed = written() > written;
            if (logged() == logged) {
                handle.execute("DELETE FROM op WHERE id = ?", id);
            } else {
                chain.close(id);
            }
            return new Written<>(value, new Changes(op.name(), changed ? op.kinds() : Set.of(), op.focus()));
        });
    }

    /** Carries out an operation, looks at what it gives, and leaves the file as it was. */
    <T extends @Nullable Object> T rehearse(Op<T> op) {
        handle.execute("BEGIN IMMEDIATE");
        try {
            Tx tx = new Tx(handle, now());
            insertOp(op.name(), "do", op.kinds(), op.focus(), op.reviewer(), null, tx);
            T value = op.work().in(tx);
            handle.execute("ROLLBACK");
            return value;
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
    }

    /**
     * Takes back the newest operation that still stands; empty when there is none.
     *
     * @param person who wants it, or null for anybody: what others did is left alone
     */
    Optional<Changes> undo(@Nullable ReviewerId person) {
        return undoable(handle, person).map(op -> replay(op, "undo", person));
    }

    /** Does again what was taken back last; empty when something new has been done since. */
    Optional<Changes> redo(@Nullable ReviewerId person) {
        return redoable(handle, person).map(op -> replay(op, "redo", person));
    }

    private Changes replay(PastOp past, String direction, @Nullable ReviewerId person) {
        return inTransaction(() -> {
            Rights.toReplay(handle, past.name(), person);
            Tx tx = new Tx(handle, now());
            long id = insertOp(past.name(), direction, past.kinds(), past.focus(), past.reviewer(), past.id(), tx);
            log.revert(past.id(), tx);
            Likeness.follow(tx);
            handle.execute("UPDATE op SET undone_by = ? WHERE id = ?", id, past.id());
            chain.close(id);
            return new Changes(past.name(), past.kinds(), past.focus());
        });
    }

    static Optional<String> undoName(Handle handle, @Nullable ReviewerId person) {
        return undoable(handle, person).map(PastOp::name);
    }

    static Optional<String> redoName(Handle handle, @Nullable ReviewerId person) {
        return redoable(handle, person).map(PastOp::name);
    }

    private static Optional<PastOp> undoable(Handle handle, @Nullable ReviewerId person) {
        return past(
                handle,
                person,
                "direction IN ('do', 'redo') AND undone_by IS NULL AND name <> 'seal' AND " + LEAVES + " AND id > "
                        + BARRIER);
    }

    private static Optional<PastOp> redoable(Handle handle, @Nullable ReviewerId person) {
        return past(
                handle,
                person,
                "direction = 'undo' AND undone_by IS NULL AND id > coalesce((SELECT id FROM main.op WHERE direction = 'do'"
                        + " AND " + LEAVES + " ORDER BY id DESC LIMIT 1), 0)");
    }

    private static Optional<PastOp> past(Handle handle, @Nullable ReviewerId person, String condition) {
        String by = person == null ? "true" : "(reviewer_id IS NULL OR reviewer_id = " + person.value() + ")";
        return handle.createQuery("SELECT id, name, kinds, focus, reviewer_id FROM main.op"
                        + " WHERE <c> AND <by> ORDER BY id DESC LIMIT 1")
                .define("c", condition)
                .define("by", by)
                .map((rs, ctx) -> new PastOp(
                        rs.getLong("id"),
                        rs.getString("name"),
                        kinds(rs.getString("kinds")),
                        rs.getObject("focus") == null ? null : new RecordId(rs.getLong("focus")),
                        rs.getObject("reviewer_id") == null ? null : new ReviewerId(rs.getLong("reviewer_id"))))
                .findOne();
    }

    private static Set<Changes.Kind> kinds(String text) {
        EnumSet<Changes.Kind> kinds = EnumSet.noneOf(Changes.Kind.class);
        Arrays.stream(text.split(",")).filter(k -> !k.isEmpty()).forEach(k -> kinds.add(Changes.Kind.valueOf(k)));
        return kinds;
    }

    private long insertOp(
            String name,
            String direction,
            Set<Changes.Kind> kinds,
            @Nullable RecordId focus,
            @Nullable ReviewerId reviewer,
            @Nullable Long undoes,
            Tx tx) {
        long id = handle.createUpdate("""
                        INSERT INTO op (uuid, name, direction, reviewer_id, kinds, focus, undoes, at, clock)
                        VALUES (:uuid, :name, :direction, :reviewer, :kinds, :focus, :undoes, :at, :clock)
                        """)
                .bind("uuid", UUID.randomUUID().toString())
                .bind("name", name)
                .bind("direction", direction)
                .bind("reviewer", reviewer == null ? null : reviewer.value())
                .bind("kinds", kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(",")))
                .bind("focus", focus == null ? null : focus.value())
                .bind("undoes", undoes)
                .bind("at", tx.now())
                .bind("clock", clock.millis())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        log.startOp(id);
        return id;
    }

    /** The newest row of the change log; reviewers who join are told of, but leave nothing that undo could take back. */
    private long logged() {
        return handle.createQuery("SELECT coalesce(max(id), 0) FROM change")
                .mapTo(Long.class)
                .one();
    }

    /** Rows that this connection has written so far, those of reviewers who joined among them. */
    private long written() {
        return handle.createQuery("SELECT total_changes()").mapTo(Long.class).one();
    }

    /**
     * The clock's time, or a moment after the newest operation where the clock stands before it; also after one that left
     * no line in the log, as reviewers who join do.
     */
    private Instant now() {
        long newest = handle.createQuery("SELECT coalesce((SELECT at FROM op ORDER BY id DESC LIMIT 1), 0)")
                .mapTo(Long.class)
                .one();
        latest = Math.max(clock.millis(), Math.max(newest, latest) + 1);
        return Instant.ofEpochMilli(latest);
    }

    private interface Work<T extends @Nullable Object> {
        T run();
    }

    private <T extends @Nullable Object> T inTransaction(Work<T> work) {
        handle.execute("BEGIN IMMEDIATE");
        try {
            T value = work.run();
            handle.execute("COMMIT");
            return value;
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
    }

    private void rollBack(Throwable cause) {
        try {
            handle.execute("ROLLBACK");
        } catch (JdbiException alreadyRolledBack) {
            // On a full disk SQLite rolls back by itself and then knows of no transaction; the cause is what matters.
            cause.addSuppressed(alreadyRolledBack);
        }
    }

    @Override
    public void close() {
        chain.close();
        try (Handle closing = handle) {
            closing.execute("PRAGMA optimize");
            closing.execute("PRAGMA busy_timeout = 0");
            // At rest a review is one file: without the log, it can be copied, synchronised, and read on a CD.
            closing.execute("PRAGMA journal_mode = DELETE");
        } catch (JdbiException somebodyStillReads) {
            // The log stays beside the file then, complete; the next one to open it tidies up.
        }
    }
}
