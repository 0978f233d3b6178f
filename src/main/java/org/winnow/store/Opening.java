package org.winnow.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.winnow.store.ReviewException.Reason;

/** What happens to a file between choosing it and writing to it: a look whether it is sound, and any migration. */
final class Opening {
    /** Files up to this size are read through page by page before they are opened for writing; larger ones by `check`. */
    private static final long LOOKED_THROUGH_BYTES = 16L << 20;

    private Opening() {}

    /** A new review is made whole under a passing name: whatever interrupts, the file is there and complete, or not. */
    static void make(Path file, Op<?> first, Clock clock) throws SQLException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(part.resolveSibling(part.getFileName() + suffix));
            }
            try (Writer writer = new Writer(migrated(part), clock)) {
                writer.write(first);
            }
            Files.move(part, file);
        } catch (IOException e) {
            throw new ReviewException(
                    Reason.NOT_WRITABLE, "Cannot make " + file + ": " + e + ". Choose another folder.", e);
        }
    }

    private static Connection migrated(Path fresh) throws SQLException {
        Connection connection = Connections.writer(fresh);
        try {
            Schema.migrate(connection, 0);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** What the first page of a file says that is only to be read, once nothing half written is left in it. */
    static FileHeader lookedAt(Path file) {
        FileHeader header = FileHeader.read(file);
        try {
            recover(file);
        } catch (SQLException e) {
            throw Connections.explain(file, e);
        }
        return header;
    }

    static void prepare(Path file, Clock clock) throws SQLException {
        FileHeader.read(file);
        recover(file);
        lookThrough(file);
        // Asked of SQLite, not of the first page: after a crash the newest version may stand in the write-ahead log.
        int version = version(file);
        if (version > Schema.VERSION) {
            throw FileHeader.newer(file, version);
        }
        if (version < Schema.VERSION) {
            migrate(file, version, keepCopy(file, version, clock));
        }
    }

    /**
     * Takes back what a program that was killed had only half written through a rollback journal, as it does when a file
     * goes over to the write-ahead log or a migration runs. Who only reads a file cannot do it.
     */
    static void recover(Path file) throws SQLException {
        if (Files.exists(file.resolveSibling(file.getFileName() + "-journal"))) {
            try (Connection connection = Connections.migrator(file);
                    Statement statement = connection.createStatement();
                    ResultSet rs = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
                rs.next();
            }
        }
    }

    private static void migrate(Path file, int version, Path copy) throws SQLException {
        try (Connection connection = Connections.migrator(file)) {
            Schema.migrate(connection, version);
        } catch (SQLException e) {
            deleteQuietly(copy);
            if (Connections.isOurMistake(e)) {
                throw notMigrated(file, version, e);
            }
            throw e;
        }
    }

    private static ReviewException notMigrated(Path file, int version, SQLException e) {
        return new ReviewException(
                Reason.DAMAGED,
                file + " could not be brought from file version " + version + " to " + Schema.VERSION + " ("
                        + e.getMessage() + "). It is as it was before. Open it with the Winnow that wrote it.",
                e);
    }

    /** The file is as it was before, so that its copy says nothing new. */
    private static void deleteQuietly(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException left) {
            // A copy too many does no harm.
        }
    }

    private static int version(Path file) throws SQLException {
        try (Connection connection = Connections.reader(file);
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("PRAGMA user_version")) {
            rs.next();
            return rs.getInt(1);
        }
    }

    private static void lookThrough(Path file) throws SQLException {
        try (Connection connection = Connections.reader(file);
                Statement statement = connection.createStatement()) {
            String question = size(file) <= LOOKED_THROUGH_BYTES ? "PRAGMA quick_check(1)" : "SELECT title FROM review";
            try (ResultSet answer = statement.executeQuery(question)) {
                if (question.startsWith("PRAGMA") && answer.next() && !"ok".equals(answer.getString(1))) {
                    throw FileHeader.damaged(file, answer.getString(1));
                }
            }
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    /** A migration is never the only copy: the old file stays beside the new one, with its version and the time. */
    private static Path keepCopy(Path file, int version, Clock clock) throws SQLException {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .format(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()));
        Path copy = file.resolveSibling(file.getFileName() + ".v" + version + "-" + time + ".bak");
        try (Connection connection = Connections.reader(file)) {
            Backup.vacuumInto(connection, copy);
            return copy;
        } catch (SQLException e) {
            throw new ReviewException(
                    Reason.NOT_WRITABLE,
                    "Cannot keep a copy of " + file
                            + " before bringing it up to date. Free some room beside it and try again.",
                    e);
        }
    }
}
