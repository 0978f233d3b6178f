package org.winnow.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A few read-only connections, opened when first needed; whoever finds none free waits. */
final class ReaderPool implements AutoCloseable {
    private static final int MOST = 4;

    private final Path file;
    private final BlockingQueue<Handle> free = new ArrayBlockingQueue<>(MOST);
    private final Semaphore permits = new Semaphore(MOST, true);

    ReaderPool(Path file) {
        this.file = file;
    }

    <T extends @Nullable Object> T read(Function<Handle, T> query) {
        permits.acquireUninterruptibly();
        Handle handle = free.poll();
        try {
            if (handle == null) {
                handle = open();
            }
            return query.apply(handle);
        } finally {
            if (handle != null) {
                free.add(handle);
            }
            permits.release();
        }
    }

    private Handle open() {
        try {
            return Jdbi.open(Connections.reader(file));
        } catch (SQLException e) {
            throw Connections.explain(file, e);
        }
    }

    @Override
    public void close() {
        permits.acquireUninterruptibly(MOST);
        free.forEach(Handle::close);
        free.clear();
    }
}
