package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.store.fts.WordIndex;

/** What is built outside SQLite is what FTS5 itself makes of the same texts, word for word and place for place. */
class SearchIndexTest {
    private static final int SIGNS = 2048;
    private static final String COLUMNS = "title, authors, abstract, keywords, journal";

    private Connection connection;
    private Statement sql;

    @BeforeEach
    void twoIndexes() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        sql = connection.createStatement();
        for (String name : List.of("record_fts", "theirs")) {
            sql.execute("CREATE VIRTUAL TABLE " + name + " USING fts5 (" + COLUMNS
                    + ", content = '', tokenize = 'unicode61 remove_diacritics 2')");
        }
        sql.execute("INSERT INTO theirs (theirs, rank) VALUES ('hashsize', 33554432)");
        sql.execute("CREATE VIRTUAL TABLE our_words USING fts5vocab (record_fts, instance)");
        sql.execute("CREATE VIRTUAL TABLE their_words USING fts5vocab (theirs, instance)");
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void everySignOfUnicodeIsTakenAsFts5TakesIt() throws SQLException {
        List<String[]> records = new ArrayList<>();
        for (int first : signs()) {
            records.add(texts(IntStream.range(first, first + SIGNS)
                    .mapToObj(c -> "a" + Character.toString(c) + "b " + Character.toString(c) + " ")
                    .collect(Collectors.joining())));
        }
        both(1, records, Integer.MAX_VALUE);
        connection.commit();
        assertThat(sql("SELECT count(*) FROM record_fts_data")).isEqualTo(sql("SELECT count(*) FROM theirs_data"));
        // All but the list of segments, which counts changes of settings.
        assertThat(sql("""
                SELECT count(*) FROM record_fts_data o JOIN theirs_data t ON t.id = o.id
                WHERE o.block = t.block OR o.id = 10""")).isEqualTo(sql("SELECT count(*) FROM theirs_data"));
    }

    /** The first of each run of signs: all of the first two planes, and the beginning of each other one. */
    private static int[] signs() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> c % SIGNS == 0 && (c < 0x20000 || c % 0x10000 == 0))
                .toArray();
    }

    @Test
    void longListsAndLongWordsGoOverManyPages() throws SQLException {
        List<String[]> records = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            records.add(texts("everywhere and here " + (i % 2 == 0 ? "even" : "odd") + " " + i % 40));
        }
        records.add(texts("everywhere ".repeat(20_000) + "here", "x".repeat(40_000) + " here", "y".repeat(5000)));
        records.add(texts("", "y".repeat(4040) + " " + "y".repeat(4041), "everywhere", "x".repeat(32_768), "here"));
        both(1L << 33, records, Integer.MAX_VALUE);
        assertSame();
        assertThat(sql("SELECT count(*) FROM record_fts WHERE record_fts MATCH 'everywhere AND odd AND 7'"))
                .isEqualTo("150");
        assertThat(sql("SELECT sum(pgno & 1) FROM record_fts_idx"))
                .isEqualTo(sql("SELECT sum(pgno & 1) FROM theirs_idx"));
        assertThat(sql("SELECT count(*) FROM record_fts_data")).isEqualTo(sql("SELECT count(*) FROM theirs_data"));
    }

    @Test
    void manySegmentsAreMergedAndFts5GoesOnFromThem() throws SQLException {
        SplittableRandom random = new SplittableRandom(11);
        both(5, random(random, 1500), 750);
        assertThat(Long.parseLong(sql("SELECT count(DISTINCT segid) FROM record_fts_idx")))
                .isBetween(5L, 40L);
        assertSame();
        List<String[]> later = random(random, 50);
        fts5("record_fts", 9000, later);
        fts5("theirs", 9000, later);
        both(20_000, random(random, 500), 5000);
        assertSame();
        sql.execute("INSERT INTO record_fts (record_fts) VALUES ('optimize')");
        assertSame();
    }

    @Test
    void whatIsTakenBackLeavesNothing() throws SQLException {
        both(1, random(new SplittableRandom(3), 20), 100);
        connection.commit();
        String before = sql("SELECT group_concat(id || hex(block)) FROM record_fts_data");
        ours(100, random(new SplittableRandom(4), 2000), 1000);
        connection.rollback();
        assertThat(sql("SELECT group_concat(id || hex(block)) FROM record_fts_data"))
                .isEqualTo(before);
        both(100, random(new SplittableRandom(5), 20), 100);
        assertSame();
    }

    private static String[] texts(String... first) {
        String[] texts = Arrays.copyOf(first, 5);
        Arrays.fill(texts, first.length, 5, "");
        return texts;
    }

    private static List<String[]> random(SplittableRandom random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, 5)
                        .mapToObj(c -> text(random, random.nextInt(c == 2 ? 60 : 6)))
                        .toArray(String[]::new))
                .toList();
    }

    /** Words from a few to many, some of them with signs that are folded, dropped or broken. */
    private static String text(SplittableRandom random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(Long.toString((long) Math.pow(4000, random.nextDouble()), 36)
                    .repeat(1 + random.nextInt(3)));
            text.append(
                    switch (random.nextInt(12)) {
                        case 0 -> "É\u0301é\u0301";
                        case 1 -> "\uD83D\uDE00";
                        case 2 -> "\uD800";
                        case 3 -> "\0";
                        case 4 -> "試験、";
                        case 5 -> "ǅİıß\uFB01\uD801\uDC00";
                        default -> " ";
                    });
        }
        return text.toString();
    }

    private void both(long first, List<String[]> records, int enough) throws SQLException {
        ours(first, records, enough);
        fts5("theirs", first, records);
    }

    private void ours(long first, List<String[]> records, int enough) throws SQLException {
        try (SearchIndex index = new SearchIndex(connection)) {
            WordIndex words = new WordIndex(new SqliteFolding(), enough);
            long id = first;
            for (String[] texts : records) {
                index.record(id, words.add(id, texts));
                id++;
                if (words.isFull()) {
                    index.add(words.take());
                }
            }
            if (!words.isEmpty()) {
                index.add(words.take());
            }
            index.finish();
        }
    }

    private void fts5(String table, long first, List<String[]> records) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + table + " (rowid, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)")) {
            long id = first;
            for (String[] texts : records) {
                insert.setLong(1, id++);
                for (int i = 0; i < texts.length; i++) {
                    insert.setString(i + 2, texts[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void assertSame() throws SQLException {
        for (String table : List.of("record_fts", "theirs")) {
            sql.execute("INSERT INTO " + table + " (" + table + ") VALUES ('integrity-check')");
        }
        assertThat(sql("SELECT count(*) FROM our_words")).isEqualTo(sql("SELECT count(*) FROM their_words"));
        assertThat(sql("""
                SELECT count(*) FROM (SELECT term, doc, col, "offset" FROM our_words
                EXCEPT SELECT term, doc, col, "offset" FROM their_words)""")).isEqualTo("0");
        assertThat(sql("SELECT group_concat(id || hex(sz)) FROM record_fts_docsize"))
                .isEqualTo(sql("SELECT group_concat(id || hex(sz)) FROM theirs_docsize"));
        assertThat(sql("SELECT hex(block) FROM record_fts_data WHERE id = 1"))
                .isEqualTo(sql("SELECT hex(block) FROM theirs_data WHERE id = 1"));
    }

    private String sql(String query) throws SQLException {
        try (ResultSet rs = sql.executeQuery(query)) {
            rs.next();
            return rs.getString(1);
        }
    }
}
