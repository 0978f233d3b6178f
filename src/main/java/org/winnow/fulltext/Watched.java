package org.winnow.fulltext;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.winnow.fulltext.drawing.Allowance;
import org.winnow.work.Cancelled;

/**
 * Reads on a thread of its own, and goes on without it where it does not come back in time: what runs in circles within a
 * font or a picture never asks whether to go on. Java cannot end a thread, so that it is left behind, and few of them.
 */
public final class Watched {
    /** What was being read did not come back. */
    public static final class LeftBehind extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Reads something. */
    public interface Reading<T> {
        T now() throws IOException;
    }

    /** What hears that nobody waits any more ends within this, and is not left behind. */
    private static final Duration TO_HEAR = Duration.ofSeconds(2);

    private final Duration patience;
    private final int mostLeft;
    private final List<Thread> left = new ArrayList<>();

    /**
     * @param patience how long to wait for each reading
     * @param mostLeft how many threads may be left behind; nothing is read any more after that
     */
    public Watched(Duration patience, int mostLeft) {
        this.patience = patience;
        this.mostLeft = mostLeft;
    }

    /** Whether so many readings did not come back that nothing is read any more. */
    public synchronized boolean givenUp() {
        left.removeIf(thread -> !thread.isAlive());
        return left.size() >= mostLeft;
    }

    /**
     * Reads, one after the other.
     *
     * @throws LeftBehind when it does not come back in time, or too many before it did not
     */
    public synchronized <T> T read(Reading<T> reading) throws IOException {
        if (givenUp()) {
            throw new LeftBehind();
        }
        FutureTask<T> task = new FutureTask<>(() -> Allowance.given(reading::now));
        Thread thread = Thread.ofPlatform().daemon().name("pdf").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException never) {
            task.cancel(true);
            awaitEnd(thread);
            throw new LeftBehind();
        } catch (InterruptedException unwanted) {
            task.cancel(true);
            throw new Cancelled();
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    private void awaitEnd(Thread thread) {
        try {
            if (!thread.join(TO_HEAR)) {
                left.add(thread);
            }
        } catch (InterruptedException unwanted) {
            left.add(thread);
            throw new Cancelled();
        }
    }

    /** Whether nobody waits any more for what is read on this thread: asked where there is no other way to hear of it. */
    public static boolean unwanted() {
        return Thread.currentThread().isInterrupted();
    }

    private static RuntimeException thrown(Throwable cause) throws IOException {
        switch (cause) {
            case IOException io -> throw io;
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IllegalStateException(cause);
        }
    }
}
