package org.winnow.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.store.ReviewException.Reason;

/** A few read-only connections, opened when first needed; whoever finds none free waits. */
final class ReaderPool implements AutoCloseable {
    private static final int MOST = 4;

    private final Path file;
    /** Whose eyes the connections have, or null where they see everything. */
    final @Nullable Sight sight;

    private final BlockingQueue<Handle> free = new ArrayBlockingQueue<>(MOST);
    private final Semaphore permits = new Semaphore(MOST, true);
    private volatile boolean closed;

    /** @param sight whose eyes the connections have, or null where they see everything */
    ReaderPool(Path file, @Nullable Sight sight) {
        this.file = file;
        this.sight = sight;
    }

    /** @throws ReviewException when the review is closed, or was while this waited */
    <T extends @Nullable Object> T read(Function<Handle, T> query) {
        permits.acquireUninterruptibly();
        try {
            if (closed) {
                throw new ReviewException(Reason.CLOSED, file + " has been closed. Open it again to go on.");
            }
            Handle handle = free.poll();
            if (handle == null) {
                handle = open();
            }
            try {
                return query.apply(handle);
            } finally {
                free.add(handle);
            }
        } finally {
            permits.release();
        }
    }

    private Handle open() {
        try {
            Connection connection = Connections.reader(file);
            if (sight != null) {
                sight.on(connection);
            }
            return Connections.handle(connection);
        } catch (SQLException e) {
            throw Connections.explain(file, e);
        }
    }

    /** Waits for the reads that are under way; later ones are refused. */
    @Override
    public void close() {
        closed = true;
        permits.acquireUninterruptibly(MOST);
        try {
            free.forEach(Handle::close);
            free.clear();
        } finally {
            permits.release(MOST);
        }
    }
}
