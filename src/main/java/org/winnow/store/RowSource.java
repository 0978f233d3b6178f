package org.winnow.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the logged tables as they stand, by column. What a column holds by itself is left out, so that a row is the
 * same before and after a column was added to its table.
 */
final class RowSource implements AutoCloseable {
    private final Handle handle;
    private final Map<String, Map<String, String>> defaults = new HashMap<>();
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    RowSource(Handle handle) {
        this.handle = handle;
    }

    /** The row, with the name of the reviewer where it is somebody's; empty where there is none. */
    Map<String, Object> row(String table, long id) {
        try {
            PreparedStatement statement = statements.get(table);
            if (statement == null) {
                statement = handle.getConnection().prepareStatement("SELECT * FROM " + table + " WHERE rowid = ?");
                statements.put(table, statement);
            }
            statement.setLong(1, id);
            try (ResultSet rs = statement.executeQuery()) {
                return rs.next() ? values(table, rs) : new TreeMap<>();
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private Map<String, Object> values(String table, ResultSet rs) throws SQLException {
        Map<String, Object> values = new TreeMap<>();
        ResultSetMetaData columns = rs.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = rs.getObject(i);
            if (!isDefault(table, columns.getColumnName(i), value)) {
                values.put(columns.getColumnName(i), value);
            }
        }
        return values;
    }

    /** Whether the column holds this value by itself. */
    boolean isDefault(String table, String column, @Nullable Object value) {
        String byItself = defaults.computeIfAbsent(table, this::defaults).get(column);
        if (value == null || byItself == null) {
            return value == null && byItself == null;
        }
        return value instanceof String text ? byItself.equals("'" + text + "'") : byItself.equals(value.toString());
    }

    private Map<String, String> defaults(String table) {
        Map<String, String> found = new HashMap<>();
        handle.createQuery("SELECT name, dflt_value FROM pragma_table_info(:table) WHERE dflt_value IS NOT NULL")
                .bind("table", table)
                .map((rs, ctx) -> Map.entry(rs.getString(1), rs.getString(2)))
                .forEach(e -> found.put(e.getKey(), e.getValue()));
        return found;
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
