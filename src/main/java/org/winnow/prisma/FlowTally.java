package org.winnow.prisma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Criterion;
import org.winnow.model.FlowRow;
import org.winnow.model.Source;
import org.winnow.model.SourceId;
import org.winnow.model.SourceKind;

/** Counts one review: every record goes through its arm, every oddity becomes a warning. */
final class FlowTally {
    private final List<Source> sources;
    private final Map<SourceId, Source> byId = new HashMap<>();
    private final Map<SourceId, Long> imported = new HashMap<>();
    private final ArmTally searched;
    private final ArmTally other;
    private long sourceless;

    FlowTally(List<Source> sources, List<FlowRow> rows, List<Criterion> reasonOrder) {
        this.sources = List.copyOf(sources);
        sources.forEach(s -> byId.put(s.id(), s));
        List<String> labels =
                reasonOrder.stream().map(Criterion::label).map(ArmTally::reason).toList();
        searched = new ArmTally(true, labels);
        other = new ArmTally(false, labels);
        rows.forEach(this::add);
    }

    FlowCounts counts() {
        Map<String, Long> databases = named(SourceKind.DATABASE);
        Map<String, Long> registers = named(SourceKind.REGISTER);
        Map<String, Long> others =
                named(SourceKind.WEBSITE, SourceKind.ORGANISATION, SourceKind.CITATION, SourceKind.OTHER);
        Map<String, Long> boxes = boxes();
        Map<String, Long> reasons = searched.reasons();
        Map<String, Long> otherReasons = other.reasons();
        Map<String, Long> checked = new LinkedHashMap<>(boxes);
        checked.put("dbr_included_reports", searched.included);
        checked.put("other_included_reports", other.included);
        List<String> warnings = causes();
        new SumRules(checked, databases, registers, reasons, otherReasons)
                .broken()
                .forEach(b -> warnings.add(b.sentence()));
        return new FlowCounts(boxes, databases, registers, others, reasons, otherReasons, warnings);
    }

    private void add(FlowRow row) {
        @Nullable Source source = byId.get(row.source());
        if (source == null) {
            sourceless += row.records();
            return;
        }
        imported.merge(source.id(), row.records(), Long::sum);
        (source.kind().databaseOrRegister() ? searched : other).add(row);
    }

    private Map<String, Long> boxes() {
        Map<String, Long> boxes = new LinkedHashMap<>();
        boxes.put("database_results", total(SourceKind.DATABASE));
        boxes.put("register_results", total(SourceKind.REGISTER));
        boxes.put("website_results", total(SourceKind.WEBSITE));
        boxes.put("organisation_results", total(SourceKind.ORGANISATION));
        boxes.put("citations_results", total(SourceKind.CITATION));
        boxes.put("other_results", total(SourceKind.OTHER));
        boxes.put("duplicates", searched.duplicates);
        // Nothing leaves a review before screening but duplicates: these two stay for numbers typed in.
        boxes.put("excluded_automatic", 0L);
        boxes.put("excluded_other", 0L);
        boxes.put("records_screened", searched.screened);
        boxes.put("records_excluded", searched.excludedBefore);
        boxes.put("dbr_sought_reports", searched.sought);
        boxes.put("dbr_notretrieved_reports", searched.notRetrieved);
        boxes.put("dbr_assessed", searched.assessed);
        boxes.put("dbr_excluded", searched.excluded);
        boxes.put("other_sought_reports", other.sought);
        boxes.put("other_notretrieved_reports", other.notRetrieved);
        boxes.put("other_assessed", other.assessed);
        boxes.put("other_excluded", other.excluded);
        // Reports are not linked to studies: each included report counts as a study of its own.
        boxes.put("new_studies", searched.included + other.included);
        boxes.put("new_reports", searched.included + other.included);
        return boxes;
    }

    private long total(SourceKind kind) {
        return named(kind).values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> named(SourceKind... kinds) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (SourceKind kind : kinds) {
            sources.stream()
                    .filter(s -> s.kind() == kind)
                    .forEach(s -> named.merge(s.name(), imported.getOrDefault(s.id(), 0L), Long::sum));
        }
        return named;
    }

    private List<String> causes() {
        List<String> causes = new ArrayList<>();
        if (sourceless > 0) {
            causes.add(Words.counted(sourceless, "record belongs", "records belong")
                    + " to no known source, left out of the counts.");
        }
        sources.forEach(s -> hits(s, causes));
        causes.addAll(searched.warnings());
        causes.addAll(other.warnings());
        return causes;
    }

    private void hits(Source source, List<String> causes) {
        long records = imported.getOrDefault(source.id(), 0L);
        @Nullable Integer hits = source.hits();
        if (hits != null && hits != records) {
            causes.add(source.name() + " reported " + Words.counted(hits, "hit", "hits") + ", but "
                    + Words.counted(records, "record was", "records were") + " imported from it.");
        }
    }
}
