package org.winnow.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.store.Changes.Kind;

/** Full texts of records: which file belongs to which, and what the files say. */
public final class Attachments {
    /**
     * A file that a record has.
     *
     * @param sha256 of the file's bytes in hexadecimal, by which it is found beside the review
     * @param fileName as it was called when it came
     * @param how it was matched, in words
     */
    public record Attachment(RecordId record, String sha256, String fileName, String how, Instant at) {}

    /** A file to be attached, with the text of its pages in order. */
    public record NewDocument(String sha256, long bytes, boolean scanned, List<String> pages) {
        public NewDocument {
            pages = List.copyOf(pages);
        }
    }

    /**
     * What is known of the pages of a file.
     *
     * @param scanned whether they are pictures
     * @param worded whether there are words of them, their own or recognised ones
     */
    public record Scan(boolean scanned, boolean worded) {}

    /**
     * A place in a full text that a search found.
     *
     * @param page from 1
     * @param snippet around the words found, each between U+0002 and U+0003
     */
    public record Hit(RecordId record, String sha256, int page, String snippet) {}

    /** So many places a search gives at most. */
    public static final int MOST_HITS = 100;

    static final String CURRENT = """
            a.present = 1 AND NOT EXISTS (SELECT 1 FROM attachment n
                WHERE n.record_id = a.record_id AND n.sha256 = a.sha256 AND (n.at, n.uuid) > (a.at, a.uuid))""";

    private final Review review;

    Attachments(Review review) {
        this.review = review;
    }

    /** The files of one record, the oldest first. */
    public List<Attachment> of(RecordId record) {
        return review.read(handle -> handle.createQuery("""
                        SELECT a.record_id, a.sha256, a.file_name, a.how, a.at
                        FROM attachment a WHERE a.record_id = :record AND <current> ORDER BY a.at, a.uuid
                        """)
                .define("current", CURRENT)
                .bind("record", record.value())
                .map((rs, ctx) -> new Attachment(
                        new RecordId(rs.getLong("record_id")),
                        rs.getString("sha256"),
                        rs.getString("file_name"),
                        rs.getString("how"),
                        Instant.ofEpochMilli(rs.getLong("at"))))
                .list());
    }

    /** The records that have this file. */
    public List<RecordId> with(String sha256) {
        return review.read(handle -> handle.createQuery(
                        "SELECT a.record_id FROM attachment a WHERE a.sha256 = :sha256 AND <current> ORDER BY a.record_id")
                .define("current", CURRENT)
                .bind("sha256", sha256)
                .map((rs, ctx) -> new RecordId(rs.getLong(1)))
                .list());
    }

    /** The records that have any file. */
    public Set<RecordId> records() {
        return review.read(handle -> handle.createQuery("SELECT DISTINCT a.record_id FROM attachment a WHERE <current>")
                .define("current", CURRENT)
                .map((rs, ctx) -> new RecordId(rs.getLong(1)))
                .collect(Collectors.toSet()));
    }

    /** The records that have any file, or stand for a duplicate that has one. */
    public Set<RecordId> keepers() {
        return review.read(handle -> handle.createQuery("""
                        SELECT DISTINCT coalesce(d.keeper_id, a.record_id)
                        FROM attachment a LEFT JOIN duplicate d ON d.record_id = a.record_id WHERE <current>
                        """)
                .define("current", CURRENT)
                .map((rs, ctx) -> new RecordId(rs.getLong(1)))
                .collect(Collectors.toSet()));
    }

    /** What is known of a file's pages; neither where the file is not known. */
    public Scan scan(String sha256) {
        return review.read(handle -> handle.createQuery("""
                        SELECT d.scanned, EXISTS (SELECT 1 FROM document_page p
                            WHERE p.document_id = d.id AND trim(p.text) <> '') AS worded
                        FROM document d WHERE d.sha256 = :sha256
                        """)
                .bind("sha256", sha256)
                .map((rs, ctx) -> new Scan(rs.getBoolean("scanned"), rs.getBoolean("worded")))
                .findFirst()
                .orElse(new Scan(false, false)));
    }

    /** Pages of attached files in which all the words stand, the best first, at most {@link #MOST_HITS}. */
    public List<Hit> search(String words) {
        String query = QuerySql.match(words);
        if (query.isEmpty()) {
            return List.of();
        }
        return review.read(handle -> handle.createQuery("""
                        SELECT a.record_id, d.sha256, p.page, snippet(document_fts, 0, char(2), char(3), '…', 24) AS snippet
                        FROM document_fts
                        JOIN document_page p ON p.id = document_fts.rowid
                        JOIN document d ON d.id = p.document_id
                        JOIN attachment a ON a.sha256 = d.sha256
                        WHERE document_fts MATCH :query AND <current>
                        ORDER BY document_fts.rank, p.id LIMIT :most
                        """)
                .define("current", CURRENT)
                .bind("query", query)
                .bind("most", MOST_HITS)
                .map((rs, ctx) -> new Hit(
                        new RecordId(rs.getLong("record_id")),
                        rs.getString("sha256"),
                        rs.getInt("page"),
                        rs.getString("snippet")))
                .list());
    }

    /**
     * Attaches a file to a record and keeps its text; the same file may belong to several records.
     *
     * @param by who brings it, for whom the report is retrieved now; null where nobody in particular does
     */
    public static Op<Void> attach(
            RecordId record, String fileName, String how, NewDocument document, @Nullable ReviewerId by) {
        return Op.<Void>of(
                        "attach",
                        tx -> {
                            keep(tx, document);
                            fact(tx, record, document.sha256(), fileName, how, true);
                            if (by != null) {
                                Retrievals.retrieved(tx, record, by);
                            }
                            return null;
                        },
                        Kind.ATTACHMENTS,
                        Kind.RETRIEVAL)
                .about(record)
                .by(by);
    }

    /** Gives a scanned file the words that were recognised on its pages, instead of those that it had. */
    public static Op<Void> recognised(NewDocument document) {
        return Op.<Void>of(
                "recognise",
                tx -> {
                    tx.handle()
                            .createUpdate("""
                                    DELETE FROM document_page
                                    WHERE document_id = (SELECT id FROM document WHERE sha256 = :sha256)
                                    """)
                            .bind("sha256", document.sha256())
                            .execute();
                    tx.handle()
                            .createQuery("UPDATE document SET pages = :pages WHERE sha256 = :sha256 RETURNING id")
                            .bind("pages", document.pages().size())
                            .bind("sha256", document.sha256())
                            .mapTo(Long.class)
                            .list()
                            .forEach(id -> write(tx, id, document.pages()));
                    return null;
                },
                Kind.ATTACHMENTS);
    }

    /** Takes a file off a record; the file itself stays beside the review. */
    public static Op<Void> detach(Attachment attachment) {
        return Op.<Void>of(
                        "detach",
                        tx -> {
                            fact(
                                    tx,
                                    attachment.record(),
                                    attachment.sha256(),
                                    attachment.fileName(),
                                    attachment.how(),
                                    false);
                            return null;
                        },
                        Kind.ATTACHMENTS)
                .about(attachment.record());
    }

    private static void fact(Tx tx, RecordId record, String sha256, String fileName, String how, boolean present) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO attachment (uuid, record_id, sha256, file_name, how, present, at)
                        VALUES (:uuid, :record, :sha256, :name, :how, :present, :now)
                        """)
                .bind("uuid", tx.newUuid())
                .bind("record", record.value())
                .bind("sha256", sha256)
                .bind("name", fileName)
                .bind("how", how)
                .bind("present", present)
                .bind("now", tx.now())
                .execute();
    }

    private static void keep(Tx tx, NewDocument document) {
        List<Long> fresh = tx.handle()
                .createQuery("""
                        INSERT INTO document (sha256, bytes, pages, scanned) VALUES (:sha256, :bytes, :pages, :scanned)
                        ON CONFLICT (sha256) DO NOTHING RETURNING id
                        """)
                .bind("sha256", document.sha256())
                .bind("bytes", document.bytes())
                .bind("pages", document.pages().size())
                .bind("scanned", document.scanned())
                .mapTo(Long.class)
                .list();
        fresh.forEach(id -> write(tx, id, document.pages()));
    }

    private static void write(Tx tx, long document, List<String> pages) {
        for (int i = 0; i < pages.size(); i++) {
            tx.handle()
                    .createUpdate("INSERT INTO document_page (document_id, page, text) VALUES (:id, :page, :text)")
                    .bind("id", document)
                    .bind("page", i + 1)
                    .bind("text", pages.get(i))
                    .execute();
        }
    }
}
