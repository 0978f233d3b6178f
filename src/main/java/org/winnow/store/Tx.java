package org.winnow.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What an operation sees while it writes: the connection and one time for everything it does. Never leaves the store. */
public final class Tx {
    private static final int COUNTER_BITS = 28;
    private static final int RANDOM_BITS = 46;

    private final Handle handle;
    private final SecureRandom random = new SecureRandom();
    private Instant now;
    private long given;

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

    /**
     * Lets the operation, and so every later one, happen after something that came in from another file, whose clock may
     * be ahead of ours (a hybrid logical clock: Kulkarni and others 2014, Logical Physical Clocks, OPODIS).
     */
    void notBefore(long time) {
        if (now() <= time) {
            now = Instant.ofEpochMilli(time + 1);
            handle.execute("UPDATE op SET at = ? WHERE id = (SELECT id FROM current_op)", now());
        }
    }

    /**
     * A UUID of version 7 (RFC 9562): the operation's time, then a counter, then chance. Facts of one operation so stand
     * in the order in which they were written, in this file and in every file that they travel to.
     */
    String newUuid() {
        long counter = given++;
        if (counter >>> COUNTER_BITS != 0) {
            throw new IllegalStateException("more new rows in one operation than UUIDs can put in order");
        }
        long chance = random.nextLong() >>> (Long.SIZE - RANDOM_BITS);
        long high = now() << 16 | 0x7000L | counter >>> 16;
        long low = 1L << 63 | (counter & 0xFFFF) << RANDOM_BITS | chance;
        return new UUID(high, low).toString();
    }
}
