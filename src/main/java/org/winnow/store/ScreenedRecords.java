package org.winnow.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.winnow.model.BibRecord;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.ScreenedRecord;

/** Puts records together with everything the review says of them, for files that go out. */
final class ScreenedRecords {
    private final Review review;
    private final boolean merged;

    /** @param merged whether each record comes with what those say that it stands for */
    ScreenedRecords(Review review, boolean merged) {
        this.review = review;
        this.merged = merged;
    }

    List<ScreenedRecord> of(List<RecordId> ids) {
        return review.read(handle -> {
            Map<Long, List<Decision>> decisions = decisions(handle, ids);
            Map<Long, List<String>> tags = tags(handle, ids);
            Map<Long, Map<String, String>> notes = notes(handle, ids);
            Map<Long, String> reasons = Standing.reasons(handle, ids);
            Map<Long, ScreenedRecord> found = new HashMap<>();
            handle.createQuery("""
                            SELECT <columns>, s.name AS source, st.keeper_id, st.title_abstract, st.full_text, w.raw
                            FROM record r
                            JOIN standing st ON st.record_id = r.id
                            JOIN source s ON s.id = st.source_id
                            LEFT JOIN record_raw w ON w.record_id = r.id
                            WHERE r.id IN (<ids>)
                            """)
                    .define("columns", Records.COLUMNS)
                    .defineList("ids", Records.numbers(ids))
                    .map((rs, ctx) -> {
                        long id = rs.getLong("id");
                        return new ScreenedRecord(
                                new RecordId(id),
                                Records.bib(rs),
                                rs.getString("source"),
                                rs.getObject("keeper_id") == null ? null : new RecordId(rs.getLong("keeper_id")),
                                Records.outcome(rs.getString("title_abstract")),
                                Records.outcome(rs.getString("full_text")),
                                decisions.getOrDefault(id, List.of()),
                                reasons.getOrDefault(id, ""),
                                tags.getOrDefault(id, List.of()),
                                notes.getOrDefault(id, Map.of()));
                    })
                    .forEach(r -> found.put(r.id().value(), r));
            if (merged) {
                Map<RecordId, BibRecord> records = new HashMap<>();
                found.values().forEach(r -> records.put(r.id(), r.record()));
                Duplicates.withDuplicates(handle, records)
                        .forEach((id, record) -> found.computeIfPresent(id.value(), (k, r) -> r.with(record)));
            }
            return ids.stream()
                    .filter(id -> found.containsKey(id.value()))
                    .map(id -> found.get(id.value()))
                    .toList();
        });
    }

    private static Map<Long, List<Decision>> decisions(Handle handle, List<RecordId> ids) {
        Map<Long, List<Decision>> byRecord = new HashMap<>();
        Decisions.current(handle, ids)
                .forEach(d -> byRecord.computeIfAbsent(d.record().value(), k -> new ArrayList<>())
                        .add(d));
        return byRecord;
    }

    private static Map<Long, List<String>> tags(Handle handle, List<RecordId> ids) {
        Map<Long, List<String>> byRecord = new HashMap<>();
        handle.createQuery("""
                        SELECT DISTINCT c.record_id, t.name FROM current_tag c JOIN tag t ON t.id = c.tag_id
                        WHERE c.record_id IN (<ids>) ORDER BY t.name
                        """)
                .defineList("ids", Records.numbers(ids))
                .map((rs, ctx) -> Map.entry(rs.getLong(1), rs.getString(2)))
                .forEach(e -> byRecord.computeIfAbsent(e.getKey(), k -> new ArrayList<>())
                        .add(e.getValue()));
        return byRecord;
    }

    private static Map<Long, Map<String, String>> notes(Handle handle, List<RecordId> ids) {
        Map<Long, Map<String, String>> byRecord = new HashMap<>();
        Notes.current(handle, ids)
                .forEach(n -> byRecord.computeIfAbsent(n.record().value(), k -> new LinkedHashMap<>())
                        .put(n.reviewer().name(), n.text()));
        return byRecord;
    }
}
