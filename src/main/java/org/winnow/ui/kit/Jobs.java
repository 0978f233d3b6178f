package org.winnow.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/**
 * The only place in the interface that starts threads. Work runs beside the FX thread, its result and its failure come
 * back on it. Asking again under the same name makes the earlier request obsolete: its result is never shown.
 */
public final class Jobs implements AutoCloseable {
    private static final long PROGRESS_MILLIS = 100;

    /** What a job does. */
    public interface Work<T extends @Nullable Object> {
        T run(Progress progress) throws Exception;
    }

    /** Where failures go: those that a person can mend, and those that are ours. */
    public interface Failures {
        void userCanMend(UserException e);

        void bug(Throwable e);
    }

    /**
     * A long job that the status bar shows.
     *
     * @param done from 0 to 1, or negative while the job cannot know
     */
    public record Running(String title, double done, Runnable cancel) {}

    /** Threads of the platform: a database call holds on to its thread, and virtual ones would wait for each other. */
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("job-", 0).factory());

    private final ExecutorService inOrder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("jobs-in-order").factory());
    private final Map<String, Request<?>> latest = new ConcurrentHashMap<>();
    private final List<Request<?>> longOnes = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Running> running = new ReadOnlyObjectWrapper<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Failures failures;
    private volatile boolean closed;

    public Jobs(Failures failures) {
        this.failures = failures;
    }

    /** Runs short work; a newer request of the same name makes this one obsolete. */
    public <T extends @Nullable Object> Request<T> latest(String name, Work<T> work) {
        Request<T> request = new Request<>(name, false, work);
        Request<?> earlier = latest.put(name, request);
        if (earlier != null) {
            earlier.cancelled = true;
        }
        return start(request, threads);
    }

    /** Like {@link #latest}, but only once nobody has asked again for so long: for what need not follow every key. */
    public <T extends @Nullable Object> Request<T> settled(String name, long millis, Work<T> work) {
        return latest(name, progress -> {
            Thread.sleep(millis);
            progress.check();
            return work.run(progress);
        });
    }

    /** Runs work strictly after all earlier work that was given to this method: decisions, undo. */
    public <T extends @Nullable Object> Request<T> inOrder(Work<T> work) {
        return start(new Request<>("", false, work), inOrder);
    }

    /** Runs long work that the status bar shows, with a way to cancel it. */
    public <T extends @Nullable Object> Request<T> run(String title, Work<T> work) {
        Request<T> request = new Request<>(title, true, work);
        longOnes.add(request);
        request.tell(-1);
        return start(request, threads);
    }

    /** The long job that was started last and still runs, or null. */
    public ReadOnlyObjectProperty<@Nullable Running> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether nothing is running and nothing waits to be shown. For tests and for closing. */
    public boolean idle() {
        return open.get() == 0;
    }

    private <T extends @Nullable Object> Request<T> start(Request<T> request, ExecutorService on) {
        if (!closed) {
            open.incrementAndGet();
            on.execute(request::run);
        }
        return request;
    }

    /** Work that was asked for. Say what happens with the result at once, on the FX thread, before it can come. */
    public final class Request<T extends @Nullable Object> implements Progress {
        private final String title;
        private final boolean shown;
        private final Work<T> work;
        private volatile boolean cancelled;
        private @Nullable Consumer<? super T> onValue;
        private @Nullable Runnable onEnd;
        private @Nullable Consumer<UserException> onUserException;
        private volatile long lastTold;

        private Request(String title, boolean shown, Work<T> work) {
            this.title = title;
            this.shown = shown;
            this.work = work;
        }

        /** What to do with the result, on the FX thread. */
        public Request<T> then(Consumer<? super T> action) {
            onValue = action;
            return this;
        }

        /** What to do once it has ended in whatever way, after the result was handed over. */
        public Request<T> atEnd(Runnable action) {
            onEnd = action;
            return this;
        }

        /** What to do instead of the usual message where the person can mend the trouble. */
        public Request<T> onTrouble(Consumer<UserException> action) {
            onUserException = action;
            return this;
        }

        public void cancel() {
            cancelled = true;
        }

        private void run() {
            @Nullable T value = null;
            Throwable failure = null;
            try {
                check();
                value = work.run(this);
            } catch (Exception | Error e) {
                failure = e;
            }
            @Nullable T result = value;
            Throwable trouble = failure;
            onFxThread(() -> finish(result, trouble));
        }

        private void finish(@Nullable T value, @Nullable Throwable failure) {
            try {
                if (shown) {
                    longOnes.remove(this);
                    running.set(
                            longOnes.isEmpty()
                                    ? null
                                    : longOnes.get(longOnes.size() - 1).state(-1));
                }
                if (failure == null && !cancelled) {
                    handOver(value);
                } else if (failure instanceof UserException user) {
                    Consumer<UserException> own = onUserException;
                    if (own != null) {
                        own.accept(user);
                    } else {
                        failures.userCanMend(user);
                    }
                } else if (failure != null && !(failure instanceof Cancelled)) {
                    failures.bug(failure);
                }
                Runnable end = onEnd;
                if (end != null) {
                    end.run();
                }
            } finally {
                open.decrementAndGet();
            }
        }

        private void handOver(@Nullable T value) {
            Consumer<? super T> action = onValue;
            if (action != null) {
                action.accept(value);
            }
        }

        private Running state(double done) {
            return new Running(title, done, this::cancel);
        }

        private void tell(double done) {
            running.set(state(done));
        }

        @Override
        public void at(long done, long total) {
            long now = System.currentTimeMillis();
            if (shown && now - lastTold >= PROGRESS_MILLIS) {
                lastTold = now;
                double share = total > 0 ? (double) done / total : -1;
                onFxThread(() -> {
                    if (longOnes.contains(this)) {
                        tell(share);
                    }
                });
            }
        }

        @Override
        public void check() {
            if (cancelled) {
                throw new Cancelled();
            }
        }
    }

    private static void onFxThread(Runnable action) {
        Platform.runLater(action);
    }

    /** Begins nothing new and gives up what is only being read. On the FX thread. */
    public void refuse() {
        closed = true;
        longOnes.forEach(Request::cancel);
        latest.values().forEach(Request::cancel);
    }

    /** Waits for what is being written; on any thread, after {@link #refuse}. */
    @Override
    public void close() {
        closed = true;
        inOrder.close();
        threads.close();
    }
}
