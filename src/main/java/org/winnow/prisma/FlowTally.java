package org.winnow.prisma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Beyond beyond;
    private long sourceless;

    FlowTally(List<Source> sources, List<FlowRow> rows, List<Criterion> reasonOrder, Beyond beyond) {
        this.sources = List.copyOf(sources);
        this.beyond = beyond;
        sources.forEach(s -> byId.put(s.id(), s));
        List<String> labels =
                reasonOrder.stream().map(Criterion::label).map(ArmTally::reason).toList();
        searched = new ArmTally(true, beyond.stopped() != null, labels);
        other = new ArmTally(false, beyond.stopped() != null, labels);
        rows.forEach(this::add);
    }

    FlowCounts counts() {
        Map<String, Long> databases = named(SourceKind.DATABASE);
        Map<String, Long> registers = named(SourceKind.REGISTER);
        Map<String, Long> others =
                named(SourceKind.WEBSITE, SourceKind.ORGANISATION, SourceKind.CITATION, SourceKind.OTHER);
        FlowCounts counted = new FlowCounts(
                boxes(), databases, registers, others, searched.reasons(), other.reasons(), causes(), text());
        return new ByHand(beyond.byHand()).over(counted, searched.included, other.included);
    }

    private FlowText text() {
        Set<String> footnotes = new LinkedHashSet<>();
        if (beyond.stopped() != null && searched.unreadByTool > 0) {
            String rule = beyond.stopped().isEmpty() ? "" : " (" + beyond.stopped() + ")";
            footnotes.add("Records marked as ineligible by automation tools: "
                    + Words.counted(searched.unreadByTool, "record was", "records were")
                    + " left unread when screening in order of predicted relevance was stopped" + rule + ".");
        }
        return new FlowText(Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), Set.of(), footnotes);
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
        boxes.put("excluded_automatic", searched.unreadByTool);
        // Nothing else leaves a review before screening: this one stays for numbers typed in.
        boxes.put("excluded_other", 0L);
        boxes.put("records_screened", searched.screened);
        boxes.put("records_excluded", searched.excludedBefore);
        if (searched.excludedByTool > 0) {
            boxes.put("excluded_by_human", searched.excludedBefore - searched.excludedByTool);
            boxes.put("excluded_by_automation", searched.excludedByTool);
        }
        boxes.put("dbr_sought_reports", searched.sought);
        boxes.put("dbr_notretrieved_reports", searched.notRetrieved);
        boxes.put("dbr_assessed", searched.assessed);
        boxes.put("dbr_excluded", searched.excluded);
        boxes.put("other_sought_reports", other.sought);
        boxes.put("other_notretrieved_reports", other.notRetrieved);
        boxes.put("other_assessed", other.assessed);
        boxes.put("other_excluded", other.excluded);
        long reports = searched.included + other.included;
        // Where reports are not linked to studies, each included report counts as a study of its own.
        boxes.put("new_studies", beyond.newStudies() < 0 ? reports : beyond.newStudies());
        boxes.put("new_reports", reports);
        boxes.putAll(beyond.previous());
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
        List<String> causes = new ArrayList<>(beyond.warnings());
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
