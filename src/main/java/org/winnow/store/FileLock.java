package org.winnow.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.winnow.store.ReviewException.Reason;

/**
 * Who has the review open for writing: a transaction held open on a tiny database beside it. The operating system lets
 * it go when the process ends, however it ends. SQLite rather than {@code FileChannel.lock}, because closing any channel
 * on a file drops every lock that the process has on it (fcntl), and a refused second attempt would do just that.
 */
final class FileLock implements AutoCloseable {
    private static final int ATTEMPTS = 20;

    private final Path path;
    private final Connection connection;

    private FileLock(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /** @throws ReviewException LOCKED when somebody has it, NOT_WRITABLE when the folder takes no lock file */
    static FileLock take(Path review) {
        Path path = review.resolveSibling("." + review.getFileName() + ".lock");
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                FileLock lock = locked(review, path);
                if (lock.isOnTheFileThatOthersSee()) {
                    return lock;
                }
                lock.connection.close();
            }
        } catch (SQLException e) {
            throw notTaken(review, e);
        }
        throw inUse(review, "");
    }

    /** Why the lock could not be written: a full disk is mended otherwise than a folder that is closed to us. */
    static ReviewException notTaken(Path review, SQLException e) {
        if (is(e, SQLiteErrorCode.SQLITE_FULL)) {
            return Connections.explain(review, e);
        }
        return new ReviewException(
                Reason.NOT_WRITABLE,
                "Cannot write beside " + review + ". Copy the review to a folder in which you may write.",
                e);
    }

    private static FileLock locked(Path review, Path path) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.MEMORY);
        config.setSynchronous(SynchronousMode.OFF);
        config.setBusyTimeout(0);
        Connection connection = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            // Two numbers in the header tell others which process it is, and us whether this is still the file there.
            statement.execute("PRAGMA user_version = " + ProcessHandle.current().pid());
            statement.execute(
                    "PRAGMA application_id = " + ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE));
            statement.execute("COMMIT");
            statement.execute("BEGIN IMMEDIATE");
            return new FileLock(path, connection);
        } catch (SQLException e) {
            boolean busy = is(e, SQLiteErrorCode.SQLITE_BUSY);
            String owner = busy ? owner(connection) : "";
            connection.close();
            if (busy) {
                throw inUse(review, owner);
            }
            throw e;
        }
    }

    private static boolean is(SQLException e, SQLiteErrorCode code) {
        return e instanceof SQLiteException sqlite && sqlite.getResultCode() == code;
    }

    private static String owner(Connection connection) {
        try {
            return " (process " + number(connection, "user_version") + ")";
        } catch (SQLException beingWritten) {
            return "";
        }
    }

    private static ReviewException inUse(Path review, String owner) {
        return new ReviewException(
                Reason.LOCKED,
                review + " is already open in another window" + owner + ". Close it there first, then open it here.");
    }

    /** Whoever had it before deletes the file after letting go: a lock on the deleted one would keep nobody out. */
    private boolean isOnTheFileThatOthersSee() throws SQLException {
        if (!Files.exists(path)) {
            return false;
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection other = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath())) {
            return number(other, "application_id") == number(connection, "application_id");
        } catch (SQLException goneMeanwhile) {
            return false;
        }
    }

    private static int number(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("PRAGMA " + pragma)) {
            rs.next();
            return rs.getInt(1);
        }
    }

    @Override
    public void close() {
        // Deleted while still held, so that nobody else's new file is hit; Windows deletes only what is closed.
        boolean deleted = delete();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
        if (!deleted) {
            delete();
        }
    }

    private boolean delete() {
        try {
            Files.deleteIfExists(path);
            return true;
        } catch (IOException heldOpen) {
            // A lock file that stays behind means nothing: the lock itself ended.
            return false;
        }
    }
}
