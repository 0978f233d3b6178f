package org.winnow.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.model.RecordId;
import org.winnow.model.SourceId;
import org.winnow.store.Changes.Kind;

/** Which studies the reports are about. A report may hold several studies, and a study may have several reports. */
public final class Studies {
    /**
     * A report that is included now.
     *
     * @param studies names of the studies in it; none where it is a study of its own
     * @param settledBefore whether it, or a record that it stands for, was settled when the newest version was frozen
     */
    public record IncludedReport(RecordId record, SourceId source, List<String> studies, boolean settledBefore) {}

    /** The studies of a report, one a line, as SQL; the alias {@code r} is the record. */
    static final String CURRENT = """
            coalesce((SELECT n.studies FROM study_naming n WHERE n.record_id = r.id
                ORDER BY n.at DESC, n.uuid DESC LIMIT 1), '')""";

    private final Review review;

    Studies(Review review) {
        this.review = review;
    }

    /** Every report that is included now, in the order of import. */
    public List<IncludedReport> included() {
        return review.read(handle -> handle.createQuery("""
                        SELECT r.id, st.source_id, <studies> AS studies, EXISTS (
                            SELECT 1 FROM version_record v
                            WHERE v.version_id = (SELECT max(id) FROM version WHERE retired = 0)
                                AND v.fate <> 'duplicate' AND (v.record_id = r.id OR v.record_id IN (
                                    SELECT d.record_id FROM duplicate d WHERE d.keeper_id = r.id))) AS settled
                        FROM record r JOIN standing st ON st.record_id = r.id
                        WHERE st.keeper_id IS NULL AND st.full_text = 'include'
                            AND (st.title_abstract IN ('include', 'maybe')
                                OR NOT st.searched AND st.title_abstract <> 'exclude')
                        ORDER BY r.id
                        """)
                .define("studies", CURRENT)
                .map((rs, ctx) -> new IncludedReport(
                        new RecordId(rs.getLong("id")),
                        new SourceId(rs.getLong("source_id")),
                        names(rs.getString("studies")),
                        rs.getBoolean("settled")))
                .list());
    }

    /** The studies of every report that somebody has named some for. */
    public Map<RecordId, List<String>> named() {
        return review.read(handle -> {
            Map<RecordId, List<String>> named = new HashMap<>();
            handle.createQuery("SELECT record_id, studies FROM study_naming ORDER BY at, uuid")
                    .map((rs, ctx) -> Map.entry(new RecordId(rs.getLong(1)), names(rs.getString(2))))
                    .forEach(e -> named.put(e.getKey(), e.getValue()));
            return named;
        });
    }

    /** The studies that a report is said to be about. */
    public List<String> of(RecordId record) {
        Optional<String> lines =
                review.read(handle -> handle.createQuery("SELECT <studies> FROM record r WHERE r.id = :id")
                        .define("studies", CURRENT)
                        .bind("id", record.value())
                        .mapTo(String.class)
                        .findOne());
        return lines.map(Studies::names).orElse(List.of());
    }

    /** Says which studies a report is about; an empty list makes it a study of its own again. */
    public static Op<Void> name(RecordId record, List<String> studies) {
        return Op.<Void>of(
                        "study",
                        tx -> {
                            tx.handle()
                                    .createUpdate("""
                                            INSERT INTO study_naming (uuid, record_id, studies, at)
                                            VALUES (:uuid, :record, :studies, :now)
                                            """)
                                    .bind("uuid", tx.newUuid())
                                    .bind("record", record.value())
                                    .bind("studies", String.join("\n", names(String.join("\n", studies))))
                                    .bind("now", tx.now())
                                    .execute();
                            return null;
                        },
                        Kind.REPORT)
                .about(record);
    }

    static List<String> names(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .distinct()
                .toList();
    }
}
