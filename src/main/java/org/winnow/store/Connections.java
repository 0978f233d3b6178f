package org.winnow.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.winnow.store.ReviewException.Reason;

/** Opens connections to a review file with the pragmas that the design asks for, and puts SQLite's errors in words. */
final class Connections {
    private static final int BUSY_MILLIS = 10_000;

    /**
     * In bytes, for new files. A record with its abstract takes 2 KB: of a page of 4 KB nearly half stays empty, of this
     * one less than a tenth. With pages of 16 KB an import is a little faster still, but every decision writes them whole,
     * and an empty review takes 2 MB.
     */
    static final int PAGE = 8192;

    /**
     * What stands where in a statement is looked for once in the life of the program: where many small reviews are opened
     * one after the other, the looking took half of the processor's time as long as each connection began anew.
     */
    private static final SqlParser STATEMENTS = new ColonPrefixSqlParser();

    private Connections() {}

    /** The way in which all statements over this connection are written; closed with it. */
    static Handle handle(Connection connection) {
        Handle handle = Jdbi.open(connection);
        handle.getConfig(SqlStatements.class).setSqlParser(STATEMENTS);
        return handle;
    }

    static Connection writer(Path file) throws SQLException {
        SQLiteConfig config = common();
        // FULL: a decision that was shown as taken survives the plug being pulled, not only the program being killed.
        config.setSynchronous(SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.RECURSIVE_TRIGGERS, "false");
        // A large import leaves a log as large as itself, which would stay until the review is closed.
        config.setJournalSizeLimit(64 << 20);
        Connection connection = config.createConnection(url(file));
        try (Statement statement = connection.createStatement()) {
            // One after the other: among the other settings WAL would come first, and with it a page of the usual 4 KB.
            statement.execute("PRAGMA page_size = " + PAGE);
            statement.execute("PRAGMA journal_mode = WAL");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** Writes through a rollback journal instead: a migration that fails leaves every byte as it was. */
    static Connection migrator(Path file) throws SQLException {
        SQLiteConfig config = common();
        config.setSynchronous(SynchronousMode.FULL);
        return config.createConnection(url(file));
    }

    static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = common();
        config.setReadOnly(true);
        return config.createConnection(url(file));
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        // No memory mapping: a drive that is pulled out would then end the program instead of raising an error.
        config.setCacheSize(-64_000);
        return config;
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    /** Whether SQLite refused because of what we asked (a constraint, a wrong statement), not because of the file. */
    static boolean isOurMistake(SQLException e) {
        return e instanceof SQLiteException sqlite
                && (sqlite.getResultCode().name().startsWith("SQLITE_CONSTRAINT")
                        || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_ERROR
                        || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_MISUSE);
    }

    /** The words for what SQLite says. */
    static ReviewException explain(Path file, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String name = code.name();
        if (name.startsWith("SQLITE_CORRUPT") || name.startsWith("SQLITE_NOTADB")) {
            return FileHeader.damaged(file, "SQLite cannot read one of its pages");
        }
        if (name.startsWith("SQLITE_FULL")) {
            return new ReviewException(
                    Reason.NOT_WRITABLE,
                    "The disk is full: " + file + " could not be written. Free some room and try again.",
                    e);
        }
        if (name.startsWith("SQLITE_READONLY")
                || name.startsWith("SQLITE_CANTOPEN")
                || name.startsWith("SQLITE_PERM")) {
            return new ReviewException(
                    Reason.NOT_WRITABLE,
                    file + " cannot be written. Check the folder's permissions, or copy the review elsewhere.",
                    e);
        }
        if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
            return new ReviewException(
                    Reason.LOCKED, file + " is in use by another program. Close it there and try again.", e);
        }
        return new ReviewException(Reason.DAMAGED, file + " could not be read or written: " + e.getMessage(), e);
    }

    /** The words for what went wrong where SQLite is behind it; what we asked wrongly stays as it is. */
    static RuntimeException explained(Path file, RuntimeException e) {
        if (!(e instanceof JdbiException) && !(e instanceof SqlFailure)) {
            return e;
        }
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return isOurMistake(sql) ? e : explain(file, sql);
            }
        }
        return e;
    }

    /** What stopped work on another thread. */
    static RuntimeException unwrapped(Path file, ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return explained(file, (RuntimeException) cause);
    }
}
