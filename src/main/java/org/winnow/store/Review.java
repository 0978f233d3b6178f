package org.winnow.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.winnow.model.ReviewerId;
import org.winnow.store.ReviewException.Reason;

/**
 * The open review file. Reads come from a few read-only connections and may be asked for on any thread; writes are
 * {@link Op operations}, carried out one after another on one thread, each in one transaction that is on the disk when
 * {@link #write} returns. Listeners hear of every commit, on the writing thread.
 */
public final class Review implements AutoCloseable {
    private final Path file;
    private final @Nullable FileLock lock;
    private final @Nullable Writer writer;
    final ReaderPool readers;
    private final ExecutorService writing;
    private final @Nullable ReviewerId person;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<Consumer<Changes>> listeners;
    private final List<Review> seen = new CopyOnWriteArrayList<>();

    private Review(Path file, @Nullable FileLock lock, @Nullable Writer writer) {
        this.file = file;
        this.lock = lock;
        this.writer = writer;
        this.readers = new ReaderPool(file, null);
        this.writing = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("review-writer").factory());
        this.person = null;
        this.listeners = new CopyOnWriteArrayList<>();
    }

    private Review(Review whole, @Nullable ReviewerId person) {
        this.file = whole.file;
        this.lock = null;
        this.writer = whole.writer;
        this.readers = new ReaderPool(
                file, person == null ? Sight.ofNobody(whole.team().round()) : new Sight(person));
        this.writing = whole.writing;
        this.person = person;
        this.listeners = whole.listeners;
    }

    /**
     * The same open file as this person may see it, as long as others are not to be seen: every read knows only that, what
     * is written is the person's doing, and undo takes back what the person did. Whoever closes the review closes this too.
     * {@link Rights#seen} says when nobody, null, is whom it answers.
     */
    public Review seenBy(@Nullable ReviewerId who) {
        Review one = new Review(this, who);
        seen.add(one);
        return one;
    }

    /** Makes a new review file. Refuses to write over anything. */
    public static Review create(Path file, NewReview spec, Clock clock) {
        return create(file, Setup.newReview(spec), clock);
    }

    /** Makes a review file of what the operation puts into an empty one, such as {@link Sessions#open}. */
    public static Review create(Path file, Op<?> first, Clock clock) {
        refuseExisting(file);
        return locked(file, () -> {
            refuseExisting(file);
            Opening.make(file, first, clock);
            return new Writer(file, clock);
        });
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw new ReviewException(
                    Reason.EXISTS, file + " already exists. Choose another name, or open that file instead.");
        }
    }

    /** Opens a review for reading and writing, bringing an older file up to date after a dated backup. */
    public static Review open(Path file, Clock clock) {
        FileHeader.requireFile(file);
        return locked(file, () -> {
            Opening.prepare(file, clock);
            return new Writer(file, clock);
        });
    }

    /** Opens a review to look only: works while somebody else has it open for writing. */
    public static Review openReadOnly(Path file) {
        FileHeader.requireFile(file);
        FileHeader header = Opening.lookedAt(file);
        if (header.schemaVersion() < Schema.VERSION) {
            throw new ReviewException(
                    Reason.NOT_WRITABLE,
                    file
                            + " comes from an older Winnow. Open it once in the window or with any command that writes, so that"
                            + " it can be brought up to date.");
        }
        return new Review(file, null, null);
    }

    private interface Start {
        Writer writer() throws SQLException;
    }

    private static Review locked(Path file, Start start) {
        FileLock lock = lock(file);
        try {
            return new Review(file, lock, start.writer());
        } catch (SQLException e) {
            lock.close();
            throw Connections.explain(file, e);
        } catch (RuntimeException e) {
            lock.close();
            throw Connections.explained(file, e);
        }
    }

    private static FileLock lock(Path file) {
        try {
            return FileLock.take(file);
        } catch (ReviewException e) {
            if (e.reason() == Reason.NOT_WRITABLE && Files.exists(file)) {
                // A file that is no review at all is the nearer cause.
                FileHeader.read(file);
            }
            throw e;
        }
    }

    public Path file() {
        return file;
    }

    /** Whether writes are possible. */
    public boolean writable() {
        return writer != null;
    }

    /**
     * Carries out one operation and returns when it is on the disk. A failure leaves the file as it was before.
     *
     * @throws ReviewException when the disk is full, the file damaged or not writable
     */
    public <T extends @Nullable Object> T write(Op<T> op) {
        return finished(begin(op, () -> {}));
    }

    /**
     * Begins an operation on the writing thread and does not wait for it; {@link #finished} does.
     *
     * @param atEnd runs on the writing thread as soon as the operation has ended, well or not
     */
    <T extends @Nullable Object> Future<Writer.Written<T>> begin(Op<T> op, Runnable atEnd) {
        return submitted(w -> {
            try {
                return w.write(op.at(person));
            } finally {
                atEnd.run();
            }
        });
    }

    <T extends @Nullable Object> T finished(Future<Writer.Written<T>> begun) {
        Writer.Written<T> written = awaited(begun);
        tell(written.changes());
        return written.value();
    }

    /** Carries out an operation to see what it would give; the file stays as it is. */
    public <T extends @Nullable Object> T rehearse(Op<T> op) {
        return onWriterThread(w -> w.rehearse(op));
    }

    /** Takes back the newest operation that still stands, in one transaction; empty when there is none. */
    public Optional<Changes> undo() {
        return told(onWriterThread(w -> w.undo(person)));
    }

    /** Does again what was undone last; empty when there is nothing, or something new was done since. */
    public Optional<Changes> redo() {
        return told(onWriterThread(w -> w.redo(person)));
    }

    /** Name of the operation that {@link #undo} would take back. */
    public Optional<String> undoName() {
        return read(handle -> Writer.undoName(handle, person));
    }

    /** Name of the operation that {@link #redo} would do again. */
    public Optional<String> redoName() {
        return read(handle -> Writer.redoName(handle, person));
    }

    /** Hears of every commit, on the writing thread. */
    public void addListener(Consumer<Changes> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<Changes> listener) {
        listeners.remove(listener);
    }

    public Records records() {
        return new Records(this);
    }

    public Sources sources() {
        return new Sources(this);
    }

    public Imports imports() {
        return new Imports(this);
    }

    public Duplicates duplicates() {
        return new Duplicates(this);
    }

    public Decisions decisions() {
        return new Decisions(this);
    }

    public Notes notes() {
        return new Notes(this);
    }

    public Tags tags() {
        return new Tags(this);
    }

    public Criteria criteria() {
        return new Criteria(this);
    }

    public Keywords keywords() {
        return new Keywords(this);
    }

    public Reviewers reviewers() {
        return new Reviewers(this);
    }

    public Retrievals retrievals() {
        return new Retrievals(this);
    }

    public Attachments attachments() {
        return new Attachments(this);
    }

    public Annotations annotations() {
        return new Annotations(this);
    }

    public Standing standing() {
        return new Standing(this);
    }

    public Team team() {
        return new Team(this);
    }

    public Statements statements() {
        return new Statements(this);
    }

    public Studies studies() {
        return new Studies(this);
    }

    public Embeddings embeddings() {
        return new Embeddings(this);
    }

    public Rankings rankings() {
        return new Rankings(this);
    }

    public Versions versions() {
        return new Versions(this);
    }

    public AuditTrail auditTrail() {
        return new AuditTrail(this);
    }

    public Sessions sessions() {
        return new Sessions(this);
    }

    public Setup setup() {
        return new Setup(this);
    }

    /** Writes a consistent copy while others work, to a temporary name first; returns its size in bytes. */
    public long backupTo(Path target) {
        return Backup.copy(this, target);
    }

    /** Looks through the whole file; an empty list says that all is well. */
    public List<String> check() {
        return read(Integrity::problems);
    }

    <T extends @Nullable Object> T read(Function<Handle, T> query) {
        try {
            return readers.read(query);
        } catch (JdbiException e) {
            throw Connections.explained(file, e);
        }
    }

    private Optional<Changes> told(Optional<Changes> changes) {
        changes.ifPresent(this::tell);
        return changes;
    }

    private void tell(Changes changes) {
        if (!changes.kinds().isEmpty()) {
            listeners.forEach(l -> l.accept(changes));
        }
    }

    private <T extends @Nullable Object> T onWriterThread(Function<Writer, T> work) {
        return awaited(submitted(work));
    }

    private <T extends @Nullable Object> T awaited(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    // A write that has begun is waited for: only then does the caller know whether it is on the disk.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw Connections.unwrapped(file, e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T extends @Nullable Object> Future<T> submitted(Function<Writer, T> work) {
        Writer open = writer;
        if (open == null) {
            throw new ReviewException(Reason.NOT_WRITABLE, file + " is open for reading only.");
        }
        try {
            return writing.submit(() -> work.apply(open));
        } catch (RejectedExecutionException shutDown) {
            throw new ReviewException(Reason.CLOSED, file + " has been closed. Open it again to go on.");
        }
    }

    /** Finishes what is being written and read, refuses everything later. Closing twice does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        seen.forEach(Review::close);
        if (readers.sight != null) {
            readers.close();
            return;
        }
        writing.close();
        readers.close();
        try {
            if (writer != null) {
                writer.close();
            }
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
