package org.winnow.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes by which lists of records are sorted. Row by row, an import reaches into all of their pages again and
 * again; where it brings most of the records, it takes them down and builds them over all records at its end.
 */
final class RecordIndexes {
    /** Records of one import from which on it is worth while. */
    private static final int MANY = 5000;

    private final Connection connection;
    private final long before;
    private final List<String> down = new ArrayList<>();

    /** @param before how many records there are, or a little more */
    RecordIndexes(Connection connection, long before) {
        this.connection = connection;
        this.before = before;
    }

    /** Looks whether it is time to take them down, after a number of records has gone in. */
    void after(long imported) throws SQLException {
        if (!down.isEmpty() || imported < MANY || imported < before) {
            return;
        }
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rs = statement.executeQuery("""
                    SELECT name, sql FROM sqlite_schema
                    WHERE type = 'index' AND tbl_name = 'record' AND sql IS NOT NULL AND name <> 'record_import'
                    ORDER BY rowid
                    """)) {
                while (rs.next()) {
                    names.add(rs.getString(1));
                    down.add(rs.getString(2));
                }
            }
            for (String name : names) {
                statement.execute("DROP INDEX " + name);
            }
        }
    }

    /** Builds what was taken down. */
    void build() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String index : down) {
                statement.execute(index);
            }
        }
        down.clear();
    }
}
