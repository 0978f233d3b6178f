package org.winnow.store;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What an operation sees while it writes: the connection and one time for everything it does. Never leaves the store. */
public final class Tx {
    private final Handle handle;
    private final Instant now;

    Tx(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    Handle handle() {
        return handle;
    }

    /** Milliseconds since 1970, never before any earlier operation on this file even when the clock was set back. */
    long now() {
        return now.toEpochMilli();
    }

    String newUuid() {
        return UUID.randomUUID().toString();
    }
}
