package org.winnow.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Decision;
import org.winnow.model.FlowRow;
import org.winnow.model.RecordId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.Source;
import org.winnow.model.SourceId;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.Versions.Settled;
import org.winnow.store.Versions.Version;

/** Every record of the review in one row, with all that the flow diagram asks of it, and every decision in another. */
final class RecordsTable {
    private static final List<String> COLUMNS = List.of(
            "record",
            "source",
            "source_kind",
            "duplicate",
            "duplicate_of",
            "title_abstract",
            "retrieval",
            "full_text",
            "reason",
            "excluded_by_tool",
            "in_previous_version",
            "studies_in_previous_version",
            "studies",
            "type",
            "title",
            "authors",
            "year",
            "journal",
            "volume",
            "issue",
            "pages",
            "doi",
            "pmid",
            "language",
            "url");

    private final List<List<String>> records = new ArrayList<>();
    private final List<List<String>> decisions = new ArrayList<>();

    RecordsTable(Review review) {
        Map<SourceId, Source> sources = new HashMap<>();
        review.sources().all().forEach(s -> sources.put(s.id(), s));
        Map<RecordId, List<String>> named = review.studies().named();
        @Nullable Version version = review.versions().latest().orElse(null);
        Map<RecordId, FlowRow> all = review.standing().flowRecords(null);
        Map<RecordId, FlowRow> fresh = version == null ? all : review.standing().flowRecords(version);
        Map<RecordId, Settled> settled = new HashMap<>();
        if (version != null) {
            for (Settled s : review.versions().settled(version)) {
                settled.put(s.record(), s);
            }
        }
        try (Stream<ScreenedRecord> screened =
                review.records().screened(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL))) {
            screened.forEach(r -> {
                FlowRow row = fresh.getOrDefault(r.id(), all.get(r.id()));
                if (row != null) {
                    add(r, row, sources.get(row.source()), settled.get(r.id()), named.getOrDefault(r.id(), List.of()));
                }
            });
        }
    }

    private void add(
            ScreenedRecord r, FlowRow row, @Nullable Source source, @Nullable Settled settled, List<String> studies) {
        BibRecord b = r.record();
        String id = Long.toString(r.id().value());
        RecordId keeper = r.duplicateOf();
        records.add(List.of(
                id,
                r.source(),
                source == null ? "" : source.kind().key(),
                row.duplicate() ? "yes" : "no",
                keeper == null ? "" : Long.toString(keeper.value()),
                row.titleAbstract().key(),
                row.retrieval().key(),
                row.fullText().key(),
                row.reason(),
                row.byTool() ? "yes" : "no",
                settled == null ? "" : settled.fate(),
                settled == null ? "" : String.join("; ", settled.studies()),
                String.join("; ", studies),
                b.type().name().toLowerCase(Locale.ROOT),
                b.title(),
                b.authors().stream().map(Author::display).collect(Collectors.joining("; ")),
                b.year() == null ? "" : b.year().toString(),
                b.journal(),
                b.volume(),
                b.issue(),
                b.pages(),
                b.doi() == null ? "" : b.doi().value(),
                b.pmid(),
                b.language(),
                b.url()));
        decided(id, r.decisions());
    }

    private void decided(String id, List<Decision> current) {
        for (Decision d : current) {
            decisions.add(List.of(
                    id,
                    d.stage().key(),
                    d.reviewer().name(),
                    d.verdict() == null ? "" : d.verdict().key(),
                    d.reason() == null ? "" : d.reason().label(),
                    d.resolution() ? "yes" : "no",
                    d.at().toString()));
        }
    }

    Table records() {
        return table(COLUMNS, records);
    }

    /** Current decisions, those that settled conflicts marked. */
    Table decisions() {
        return table(List.of("record", "stage", "reviewer", "decision", "reason", "resolution", "time"), decisions);
    }

    static Table table(List<String> columns, List<List<String>> rows) {
        return Table.plain("", columns.stream().map(c -> new Column(c, 1)).toList(), rows);
    }
}
