package org.winnow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.winnow.model.KeeperClaim;
import org.winnow.model.Source;
import org.winnow.model.SourceId;
import org.winnow.model.SourceKind;
import org.winnow.store.Changes.Kind;

/** The places that were searched. */
public final class Sources {
    private final Review review;

    Sources(Review review) {
        this.review = review;
    }

    public List<Source> all() {
        return review.read(handle -> handle.createQuery(
                        "SELECT id, name, kind, search_date, query, hits FROM source WHERE retired = 0 ORDER BY id")
                .map((rs, ctx) -> source(rs))
                .list());
    }

    /** The name of every source that stays the same wherever the review goes, by its number here. */
    public Map<Long, String> uuids() {
        return review.read(handle -> {
            Map<Long, String> uuids = new HashMap<>();
            handle.createQuery("SELECT id, uuid FROM source")
                    .map((rs, ctx) -> Map.entry(rs.getLong("id"), rs.getString("uuid")))
                    .forEach(e -> uuids.put(e.getKey(), e.getValue()));
            return uuids;
        });
    }

    /** Every source with its numbers of records, in the order in which the sources came. */
    public List<SourceCount> counts() {
        return review.read(handle -> handle.createQuery("""
                        SELECT s.id, s.name, s.kind, s.search_date, s.query, s.hits,
                            count(r.id) AS records, count(d.record_id) AS duplicates
                        FROM source s
                        LEFT JOIN import_file i ON i.source_id = s.id AND i.retired = 0
                        LEFT JOIN record r ON r.import_id = i.id
                        LEFT JOIN duplicate d ON d.record_id = r.id
                        WHERE s.retired = 0
                        GROUP BY s.id ORDER BY s.id
                        """)
                .map((rs, ctx) -> new SourceCount(source(rs), rs.getLong("records"), rs.getLong("duplicates")))
                .list());
    }

    /** The sources in the order in which people want their records to stand for duplicates; unnamed ones are left out. */
    public List<SourceId> preferred() {
        Map<String, Long> ids = new HashMap<>();
        uuids().forEach((id, uuid) -> ids.put(uuid, id));
        return review.read(Sources::preferred).stream()
                .filter(ids::containsKey)
                .map(uuid -> new SourceId(ids.get(uuid)))
                .toList();
    }

    /** Says whose records stand for duplicates from now on, the dearest first; an empty list leaves it to the rule. */
    public Op<Void> prefer(List<SourceId> order) {
        Map<Long, String> uuids = uuids();
        String value =
                order.stream().map(id -> uuids.getOrDefault(id.value(), "")).collect(Collectors.joining("\n"));
        return Statements.state("prefer", "preferred-sources", "order", value, "");
    }

    /** The rank of every source, as {@link KeeperClaim} weighs it. */
    static Map<Long, Integer> ranks(Handle handle) {
        List<String> preferred = preferred(handle);
        Map<Long, Integer> ranks = new HashMap<>();
        handle.createQuery("SELECT id, uuid, kind IN ('database', 'register') AS searched FROM source")
                .map((rs, ctx) -> {
                    int position = preferred.indexOf(rs.getString("uuid"));
                    int other = rs.getBoolean("searched") ? KeeperClaim.DATABASE : KeeperClaim.OTHER_METHOD;
                    return Map.entry(rs.getLong("id"), position < 0 ? other : position);
                })
                .forEach(e -> ranks.put(e.getKey(), e.getValue()));
        return ranks;
    }

    private static List<String> preferred(Handle handle) {
        return handle.createQuery("""
                        SELECT value FROM statement WHERE topic = 'preferred-sources' AND subject = 'order'
                        ORDER BY at DESC, uuid DESC LIMIT 1
                        """)
                .mapTo(String.class)
                .findOne()
                .map(value -> value.lines().toList())
                .orElse(List.of());
    }

    static Source source(ResultSet rs) throws SQLException {
        return new Source(
                new SourceId(rs.getLong("id")),
                rs.getString("name"),
                SourceKind.of(rs.getString("kind")).orElse(SourceKind.OTHER),
                rs.getString("search_date"),
                rs.getString("query"),
                rs.getObject("hits") == null ? null : rs.getInt("hits"));
    }

    /** Corrects what is known of a source; its records stay with it. */
    public static Op<Void> change(SourceId id, NewSource now) {
        return Op.of(
                "source",
                tx -> {
                    tx.handle()
                            .createUpdate("""
                                    UPDATE source SET name = :name, kind = :kind, search_date = :date, query = :query,
                                        hits = :hits
                                    WHERE id = :id
                                    """)
                            .bind("id", id.value())
                            .bind("name", now.name())
                            .bind("kind", now.kind().key())
                            .bind("date", now.searchDate())
                            .bind("query", now.query())
                            .bind("hits", now.hits())
                            .execute();
                    return null;
                },
                Kind.SOURCES);
    }

    /** The source of that name, made if there is none; what was not known of it before is filled in. */
    static long idOf(Tx tx, NewSource source) {
        return tx.handle()
                .createQuery("""
                        INSERT INTO source (uuid, name, kind, search_date, query, hits)
                        VALUES (:uuid, :name, :kind, :date, :query, :hits)
                        ON CONFLICT (name) DO UPDATE SET
                            kind = iif(retired, excluded.kind, kind),
                            search_date = iif(retired OR excluded.search_date <> '', excluded.search_date, search_date),
                            query = iif(retired OR excluded.query <> '', excluded.query, query),
                            hits = iif(retired OR excluded.hits IS NOT NULL, excluded.hits, hits),
                            retired = 0
                        RETURNING id
                        """)
                .bind("uuid", tx.newUuid())
                .bind("name", source.name())
                .bind("kind", source.kind().key())
                .bind("date", source.searchDate())
                .bind("query", source.query())
                .bind("hits", source.hits())
                .mapTo(Long.class)
                .one();
    }
}
