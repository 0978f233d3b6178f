package org.winnow.llm;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/** Lets one question pass every so often. */
final class Pace {
    private static final long LOOK_MILLIS = 50;
    private static final long MILLION = 1_000_000;

    private final long apartMillis;
    private long last;
    private boolean begun;

    Pace(long apartMillis) {
        this.apartMillis = apartMillis;
    }

    void await(Progress progress) {
        progress.check();
        if (begun && apartMillis > 0) {
            sleep(Duration.ofMillis(apartMillis - (System.nanoTime() - last) / MILLION), progress);
        }
        begun = true;
        last = System.nanoTime();
    }

    /** Waits that long, and no longer than until somebody cancels. */
    static void sleep(Duration time, Progress progress) {
        long end = System.nanoTime() + time.toNanos();
        Semaphore never = new Semaphore(0);
        try {
            for (long left = time.toMillis(); left > 0; left = (end - System.nanoTime()) / MILLION) {
                progress.check();
                if (never.tryAcquire(Math.min(left, LOOK_MILLIS), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("nobody gives this permit");
                }
            }
        } catch (InterruptedException e) {
            throw new Cancelled();
        }
        progress.check();
    }
}
