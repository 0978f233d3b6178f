package org.winnow.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.winnow.store.ReviewException.Reason;

/** Consistent copies of a review, made by SQLite itself while others read and write. */
final class Backup {
    private Backup() {}

    static long copy(Review review, Path target) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            review.read(handle -> {
                try {
                    vacuumInto(handle.getConnection(), part);
                    return part;
                } catch (SQLException e) {
                    throw Connections.explain(target, e);
                }
            });
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return Files.size(target);
        } catch (IOException e) {
            throw new ReviewException(
                    Reason.NOT_WRITABLE,
                    "Cannot write the backup " + target + ": " + e.getMessage() + ". Choose another folder.",
                    e);
        } finally {
            discard(part);
        }
    }

    /** What a full disk has cut off would only take room. */
    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            // Overwritten the next time.
        }
    }

    /** A copy of everything committed so far; application id and version travel along by hand, VACUUM drops neither. */
    static void vacuumInto(Connection connection, Path target) throws SQLException {
        try (Statement pragma = connection.createStatement()) {
            // VACUUM INTO writes to another file, which a connection that may only query refuses.
            pragma.execute("PRAGMA query_only = OFF");
        }
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, target.toAbsolutePath().toString());
            statement.execute();
        }
    }
}
