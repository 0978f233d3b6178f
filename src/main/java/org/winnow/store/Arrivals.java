package org.winnow.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;
import org.winnow.store.Merged.Count;
import org.winnow.store.Travelling.By;
import org.winnow.store.Travelling.Column;

/**
 * Takes what travelled into this file. All rows are laid down in temporary tables first, then joined with what is here,
 * part by part: a union of sets, whose result depends neither on the order of the files nor on how often one comes.
 */
final class Arrivals {
    private static final int BATCH = 1000;

    private final Handle handle;
    private final Tx tx;
    private final Sessions.Rows rows;
    private final Map<Travelling, Count> counts = new EnumMap<>(Travelling.class);

    Arrivals(Tx tx, Sessions.Rows rows) {
        this.handle = tx.handle();
        this.tx = tx;
        this.rows = rows;
    }

    /** What the table of a reference is called, and the column by which every file knows its rows. */
    static String tableOf(String target) {
        return switch (target) {
            case "import" -> "import_file";
            case "call" -> "model_call";
            default -> target;
        };
    }

    static String known(String target) {
        return switch (target) {
            case "record", "import", "call" -> "uuid";
            case "criterion" -> "label";
            default -> "name";
        };
    }

    Map<Travelling, Count> take() {
        try {
            for (Travelling part : Travelling.values()) {
                layDown(part);
            }
            handle.execute("DELETE FROM temp.in_statements WHERE topic IN " + Statements.STAYING);
            laterThanAll();
            handle.execute(
                    "CREATE TEMP TABLE here (uuid TEXT PRIMARY KEY, id INTEGER NOT NULL, fresh INTEGER NOT NULL)");
            handle.execute("INSERT INTO here SELECT uuid, id, 0 FROM record");
            for (Travelling part : Travelling.values()) {
                counts.put(part, merged(part));
            }
            Likeness.follow(tx);
            Likeness.answer(tx);
        } catch (SQLException e) {
            throw refusal(e, new SqlFailure(e));
        } catch (SqlFailure | JdbiException e) {
            throw e.getCause() instanceof SQLException sql ? refusal(sql, e) : e;
        } finally {
            for (Travelling part : Travelling.values()) {
                handle.execute("DROP TABLE IF EXISTS temp.in_" + part.key());
            }
            handle.execute("DROP TABLE IF EXISTS temp.here");
        }
        return counts;
    }

    /** What SQLite's own constraints refuse was not written by any Winnow; trouble with this file is told as ever. */
    private static RuntimeException refusal(SQLException cause, RuntimeException otherwise) {
        return Connections.isOurMistake(cause)
                ? new UserException(
                        "It holds what no review can hold (" + cause.getMessage()
                                + "). Nothing was taken. Ask for the file again.",
                        cause)
                : otherwise;
    }

    private void layDown(Travelling part) throws SQLException {
        List<Column> columns = part.columns();
        handle.execute("CREATE TEMP TABLE in_" + part.key() + " ("
                + columns.stream().map(Column::name).map(Arrivals::quoted).collect(Collectors.joining(", ")) + ")");
        String marks = columns.stream().map(c -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert = handle.getConnection()
                .prepareStatement("INSERT INTO temp.in_" + part.key() + " VALUES (" + marks + ")")) {
            int[] waiting = {0};
            rows.each(part, row -> add(insert, columns, row, waiting));
            insert.executeBatch();
        }
    }

    private static void add(
            PreparedStatement insert, List<Column> columns, Map<String, @Nullable Object> row, int[] waiting) {
        try {
            for (int i = 0; i < columns.size(); i++) {
                insert.setObject(i + 1, row.get(columns.get(i).name()));
            }
            insert.addBatch();
            if (++waiting[0] % BATCH == 0) {
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** "import" is a word of SQL's nowhere, but quotation marks cost nothing. */
    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** What is decided here from now on is later than everything that came in, whatever the other clock said. */
    private void laterThanAll() {
        for (Travelling part : Travelling.values()) {
            if (part.columns().stream().anyMatch(c -> c.name().equals("at"))) {
                tx.notBefore(handle.createQuery("SELECT coalesce(max(at), 0) FROM temp.in_" + part.key())
                        .mapTo(Long.class)
                        .one());
            }
        }
    }

    private Count merged(Travelling part) {
        long all = handle.createQuery("SELECT count(*) FROM temp.in_" + part.key())
                .mapTo(Long.class)
                .one();
        if (part.by() == By.UUID) {
            refuseOtherContent(part);
        }
        if (part == Travelling.ANNOTATIONS) {
            refuseUnreadableMarks();
        }
        long added = part == Travelling.RECORDS
                ? records()
                : handle.createUpdate(insert(part)).execute();
        if (part.by() == By.STATE) {
            added += newerStates(part);
        }
        return new Count(added, all - added);
    }

    private static String insert(Travelling part) {
        return switch (part) {
            case SUGGESTIONS -> """
                    INSERT INTO doubtful_pair (a_id, b_id, score, why, at)
                    SELECT min(a.id, b.id), max(a.id, b.id), i.score, i.why, (SELECT o.at FROM op o ORDER BY o.id DESC LIMIT 1)
                    FROM temp.in_suggestions i JOIN temp.here a ON a.uuid = i.a JOIN temp.here b ON b.uuid = i.b
                    WHERE a.id <> b.id ORDER BY i.rowid
                    ON CONFLICT (a_id, b_id) DO UPDATE SET score = excluded.score, why = excluded.why
                    WHERE (excluded.score, excluded.why) > (score, why)""";
            case SETTLED -> """
                    INSERT INTO settled (record_id, stage, verdict, at)
                    SELECT r.id, i.stage, i.verdict, i.at FROM temp.in_settled i JOIN temp.here r ON r.uuid = i.record
                    WHERE EXISTS (SELECT 1 FROM op WHERE name = 'open-session')
                    ON CONFLICT (record_id, stage) DO UPDATE SET verdict = excluded.verdict, at = excluded.at
                    WHERE excluded.at > settled.at""";
            case PAGES -> """
                    INSERT INTO document_page (document_id, page, text)
                    SELECT d.id, i.page, i.text FROM temp.in_pages i JOIN document d ON d.sha256 = i.sha256
                    WHERE NOT EXISTS (SELECT 1 FROM document_page p WHERE p.document_id = d.id AND p.page = i.page)""";
            default -> plainInsert(part);
        };
    }

    private static String plainInsert(Travelling part) {
        String targets = part.columns().stream().map(Column::stored).collect(Collectors.joining(", "));
        String values = part.columns().stream().map(Arrivals::value).collect(Collectors.joining(", "));
        String order = part.columns().stream().anyMatch(c -> c.name().equals("at")) ? "i.at, i.rowid" : "i.rowid";
        return "INSERT INTO " + part.table() + " (" + targets + ") SELECT " + values + " FROM temp.in_" + part.key()
                + " i WHERE NOT EXISTS (SELECT 1 FROM " + part.table() + " t WHERE " + same(part) + ") ORDER BY "
                + order;
    }

    private static String same(Travelling part) {
        return switch (part.by()) {
            case UUID -> "t.uuid = i.uuid";
            case CONTENT -> "t.sha256 = i.sha256";
            default ->
                switch (part) {
                    case CRITERIA -> "t.label = i.label";
                    case KEYWORDS -> "t.term = i.term AND t.kind = i.kind";
                    default -> "t.name = i.name";
                };
        };
    }

    private static String value(Column column) {
        String given = "i." + quoted(column.name());
        if (!column.refers()) {
            // What an older program did not know stands in its sessions as nothing.
            return column.kind() == Column.Kind.TEXT && !column.nullable() ? "coalesce(" + given + ", '')" : given;
        }
        String target = column.target();
        return target.equals("record")
                ? "(SELECT h.id FROM temp.here h WHERE h.uuid = " + given + ")"
                : "(SELECT o.id FROM " + tableOf(target) + " o WHERE o." + known(target) + " = " + given + ")";
    }

    /** Numbers stay what they are elsewhere as long as they are free here: people call records by them. */
    private long records() {
        handle.execute(insertRecords("i.number", "AND i.number NOT IN (SELECT id FROM record)"));
        handle.execute(insertRecords("NULL", "AND i.uuid NOT IN (SELECT uuid FROM record)"));
        long added = handle.createUpdate("""
                        INSERT INTO here SELECT r.uuid, r.id, 1 FROM record r
                        WHERE r.uuid NOT IN (SELECT uuid FROM temp.here)""").execute();
        if (added > 0) {
            searchable();
            RecordRuns.logAll(handle, "SELECT id FROM temp.here WHERE fresh = 1 ORDER BY id");
        }
        return added;
    }

    private static String insertRecords(String number, String condition) {
        List<String> plain = Travelling.RECORDS.columns().stream()
                .filter(c ->
                        !c.refers() && !c.name().equals("number") && !c.name().equals("raw"))
                .map(Column::name)
                .toList();
        return "INSERT INTO record (id, import_id, " + String.join(", ", plain) + ") SELECT " + number
                + ", (SELECT f.id FROM import_file f WHERE f.uuid = i.\"import\"), "
                + plain.stream().map(c -> "i." + c).collect(Collectors.joining(", "))
                + " FROM temp.in_records i WHERE i.uuid NOT IN (SELECT uuid FROM temp.here) " + condition
                + " ORDER BY i.number";
    }

    private void searchable() {
        handle.execute("""
                INSERT INTO record_raw (record_id, raw)
                SELECT h.id, i.raw FROM temp.in_records i JOIN temp.here h ON h.uuid = i.uuid WHERE h.fresh = 1""");
        handle.execute("""
                INSERT INTO record_fts (rowid, title, authors, abstract, keywords, journal)
                SELECT id, title, authors, abstract, keywords, journal FROM record
                WHERE id IN (SELECT id FROM temp.here WHERE fresh = 1)""");
        try {
            handle.createQuery(
                            "SELECT <columns> FROM record r WHERE r.id IN (SELECT id FROM temp.here WHERE fresh = 1)")
                    .define("columns", Records.COLUMNS)
                    .map((rs, ctx) -> Records.bib(rs))
                    .forEach(readable -> {});
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UserException(
                    "A record in it holds what no record of a review can hold (" + e.getMessage()
                            + "). Nothing was taken. Ask for the file again.",
                    e);
        }
    }

    private void refuseUnreadableMarks() {
        try {
            handle.createQuery("SELECT mark, quads, page, quote, prefix, suffix FROM temp.in_annotations")
                    .map((rs, ctx) -> {
                        UUID mark = UUID.fromString(rs.getString("mark"));
                        return List.of(mark, Annotations.anchor(rs));
                    })
                    .forEach(readable -> {});
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    "An annotation in it stands nowhere (" + e.getMessage()
                            + "). Nothing was taken. Ask for the file again.",
                    e);
        }
    }

    /** Of a reason, tag or word that both know, the state that was given last; UUIDs decide where times are the same. */
    private int newerStates(Travelling part) {
        List<String> columns = part.columns().stream().map(Column::name).toList();
        List<String> order = new ArrayList<>(List.of("at", "uuid"));
        columns.stream().filter(c -> !order.contains(c)).forEach(order::add);
        return handle.execute("UPDATE " + part.table() + " AS t SET "
                + columns.stream()
                        .map(c -> c + " = coalesce(i." + c + ", t." + c + ")")
                        .collect(Collectors.joining(", "))
                + " FROM temp.in_" + part.key() + " i WHERE " + same(part) + " AND ("
                + order.stream().map(c -> "i." + c).collect(Collectors.joining(", ")) + ") > ("
                + order.stream().map(c -> "t." + c).collect(Collectors.joining(", ")) + ")");
    }

    /** A row that never changes and still says something else was made up. */
    private void refuseOtherContent(Travelling part) {
        if (part == Travelling.RECORDS || part == Travelling.IMPORTS) {
            return;
        }
        String other = part.columns().stream()
                .filter(c -> !c.name().equals("uuid"))
                .map(c -> "t." + c.stored() + " IS NOT " + value(c))
                .collect(Collectors.joining(" OR "));
        long n = handle.createQuery("SELECT count(*) FROM temp.in_" + part.key() + " i JOIN " + part.table()
                        + " t ON t.uuid = i.uuid WHERE " + other)
                .mapTo(Long.class)
                .one();
        if (n > 0) {
            throw new UserException(n + " of the " + part.key()
                    + " in it say something else than this review has under the same number: the file was changed by"
                    + " hand, or one of the two reviews was. Nothing was taken. Ask for the file again.");
        }
    }
}
