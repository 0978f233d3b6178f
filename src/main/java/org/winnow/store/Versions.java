package org.winnow.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.store.Changes.Kind;

/** The versions of a living review that were frozen, usually because they were published. */
public final class Versions {
    /**
     * A frozen version.
     *
     * @param number 1 for the first
     * @param flow its flow diagram's numbers, as JSON
     */
    public record Version(long id, int number, String name, String note, String flow, Instant at) {}

    /**
     * Where a record stood when a version was frozen; records that were still open then have no line.
     *
     * @param fate duplicate, excluded, not-retrieved, excluded-full-text or included
     */
    public record Settled(RecordId record, String fate, String reason, List<String> studies) {}

    private static final String SETTLED = """
            SELECT id, fate, CASE WHEN fate = 'excluded-full-text' THEN coalesce((
                SELECT w.reason FROM (<reason>) w WHERE w.record_id = id), '') ELSE '' END AS reason, studies
            FROM (
                SELECT r.id AS id, <studies> AS studies, CASE
                    WHEN st.keeper_id IS NOT NULL THEN 'duplicate'
                    WHEN st.title_abstract = 'exclude' THEN 'excluded'
                    WHEN st.searched AND st.title_abstract NOT IN ('include', 'maybe') THEN NULL
                    WHEN st.full_text = 'include' THEN 'included'
                    WHEN st.full_text = 'exclude' THEN 'excluded-full-text'
                    WHEN st.full_text IN ('undecided', 'awaiting') AND st.retrieval = 'not-retrieved'
                        THEN 'not-retrieved'
                    END AS fate
                FROM record r JOIN standing st ON st.record_id = r.id)
            WHERE fate IS NOT NULL""";

    private final Review review;

    Versions(Review review) {
        this.review = review;
    }

    /** The frozen versions, oldest first. */
    public List<Version> all() {
        return review.read(handle -> handle.createQuery("""
                        SELECT id, row_number() OVER (ORDER BY id) AS number, name, note, flow, at
                        FROM version WHERE retired = 0 ORDER BY id
                        """)
                .map((rs, ctx) -> new Version(
                        rs.getLong("id"),
                        rs.getInt("number"),
                        rs.getString("name"),
                        rs.getString("note"),
                        rs.getString("flow"),
                        Instant.ofEpochMilli(rs.getLong("at"))))
                .list());
    }

    public Optional<Version> latest() {
        List<Version> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** What was settled in a version; null for what is settled now. */
    public List<Settled> settled(@Nullable Version version) {
        String sql = version == null
                ? SETTLED + " ORDER BY id"
                : "SELECT record_id AS id, fate, reason, studies FROM version_record WHERE version_id = " + version.id()
                        + " ORDER BY record_id";
        return review.read(handle -> handle.createQuery(sql)
                .define("reason", Standing.REASON)
                .define("studies", Studies.CURRENT)
                .map((rs, ctx) -> new Settled(
                        new RecordId(rs.getLong("id")),
                        rs.getString("fate"),
                        rs.getString("reason"),
                        Studies.names(rs.getString("studies"))))
                .list());
    }

    /**
     * Freezes the review as it stands. What is still open stays open, and is counted in the next version.
     *
     * @param flow the numbers of its flow diagram, as JSON
     */
    public static Op<Void> freeze(String name, String note, String flow) {
        return Op.of(
                "freeze",
                tx -> {
                    long id = tx.handle()
                            .createQuery("""
                                    INSERT INTO version (uuid, name, note, flow, at)
                                    VALUES (:uuid, :name, :note, :flow, :now) RETURNING id
                                    """)
                            .bind("uuid", tx.newUuid())
                            .bind("name", name.strip())
                            .bind("note", note.strip())
                            .bind("flow", flow)
                            .bind("now", tx.now())
                            .mapTo(Long.class)
                            .one();
                    tx.handle()
                            .createUpdate("INSERT INTO version_record (version_id, record_id, fate, reason, studies)"
                                    + " SELECT :version, id, fate, reason, studies FROM (" + SETTLED + ")")
                            .define("reason", Standing.REASON)
                            .define("studies", Studies.CURRENT)
                            .bind("version", id)
                            .execute();
                    return null;
                },
                Kind.REPORT);
    }
}
