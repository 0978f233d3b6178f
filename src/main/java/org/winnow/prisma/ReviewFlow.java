package org.winnow.prisma;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.model.FlowRow;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.Source;
import org.winnow.model.SourceId;
import org.winnow.model.UserException;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;
import org.winnow.store.Studies.IncludedReport;
import org.winnow.store.Versions;
import org.winnow.store.Versions.Settled;
import org.winnow.store.Versions.Version;

/** The flow of an open review: its numbers for a template, and the statements that go into them. */
public final class ReviewFlow {
    private static final String BY_HAND = "flow";
    private static final String STOPPED = "stopped";
    private static final String KIND = "review-kind";
    private static final String UNREAD = "title-abstract";
    private static final Set<String> LISTS =
            Set.of("database_specific_results", "register_specific_results", "dbr_excluded", "other_excluded");

    private final Review review;

    public ReviewFlow(Review review) {
        this.review = review;
    }

    /** The template that shows everything: other methods where there are such sources, a previous version likewise. */
    public Template fitting() {
        boolean updated = review.versions().latest().isPresent()
                || review.statements().on(BY_HAND).keySet().stream().anyMatch(k -> k.startsWith("previous_"));
        return Template.with(updated, Template.fitting(review.sources().all()).otherMethods());
    }

    /** Counts the review for a template: an updated one counts what came after the newest frozen version. */
    public FlowCounts counts(Template template) {
        return kind().of(counted(template), template);
    }

    private FlowCounts counted(Template template) {
        @Nullable
        Version since = template.updated() ? review.versions().latest().orElse(null) : null;
        List<FlowRow> rows = review.standing().flowRows(since);
        return new FlowTally(
                        since == null ? review.sources().all() : searchedSince(rows),
                        rows,
                        review.criteria().all(),
                        beyond(template, since))
                .counts();
    }

    /** The sources that gave something new; what the older ones reported then says nothing of the update. */
    private List<Source> searchedSince(List<FlowRow> fresh) {
        Map<SourceId, Long> all = records(review.standing().flowRows());
        Map<SourceId, Long> now = records(fresh);
        List<Source> sources = new ArrayList<>();
        for (Source s : review.sources().all()) {
            long before = all.getOrDefault(s.id(), 0L) - now.getOrDefault(s.id(), 0L);
            if (before == 0) {
                sources.add(s);
            } else if (now.containsKey(s.id())) {
                sources.add(new Source(s.id(), s.name(), s.kind(), s.searchDate(), s.query(), null));
            }
        }
        return sources;
    }

    private static Map<SourceId, Long> records(List<FlowRow> rows) {
        Map<SourceId, Long> records = new HashMap<>();
        rows.forEach(r -> records.merge(r.source(), r.records(), Long::sum));
        return records;
    }

    private Beyond beyond(Template template, @Nullable Version since) {
        List<IncludedReport> included = review.studies().included();
        List<IncludedReport> fresh = since == null
                ? included
                : included.stream().filter(r -> !r.settledBefore()).toList();
        Set<String> before = new HashSet<>();
        Map<String, Long> previous = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        if (since != null) {
            List<Settled> settled = review.versions().settled(since).stream()
                    .filter(s -> s.fate().equals("included"))
                    .toList();
            settled.forEach(s -> before.addAll(studies(s.studies(), s.record())));
            previous.put("previous_studies", (long) before.size());
            previous.put("previous_reports", (long) settled.size());
            flips(settled, included, warnings);
        } else if (template.updated()) {
            previous.put("previous_studies", 0L);
            previous.put("previous_reports", 0L);
        }
        Set<String> found = studies(fresh);
        found.removeAll(before);
        Map<String, Statement> byHand = byHand(template);
        if (template.updated()) {
            totals(previous, byHand, included, since, fresh.size(), found.size());
        }
        Statement stop = review.statements().on(STOPPED).get(UNREAD);
        return new Beyond(found.size(), previous, stop == null ? null : stop.note(), byHand, warnings);
    }

    /** Totals as a union over the frozen version; without one, the numbers typed in for it are added. */
    private static void totals(
            Map<String, Long> previous,
            Map<String, Statement> byHand,
            List<IncludedReport> included,
            @Nullable Version since,
            long newReports,
            long newStudies) {
        if (since != null) {
            previous.put("total_studies", (long) studies(included).size());
            previous.put("total_reports", (long) included.size());
        } else {
            previous.put(
                    "total_studies", typed(byHand, "previous_studies", 0) + typed(byHand, "new_studies", newStudies));
            previous.put(
                    "total_reports", typed(byHand, "previous_reports", 0) + typed(byHand, "new_reports", newReports));
        }
    }

    private static long typed(Map<String, Statement> byHand, String box, long counted) {
        Statement statement = byHand.get(box);
        return statement == null ? counted : ByHand.number(statement.value());
    }

    /** Reports whose eligibility has changed since the version: the totals follow, and it is said. */
    private void flips(List<Settled> before, List<IncludedReport> now, List<String> warnings) {
        Map<RecordId, Set<RecordId>> groups = new HashMap<>();
        now.forEach(r -> groups.put(r.record(), new HashSet<>(Set.of(r.record()))));
        review.duplicates().all().forEach(d -> {
            if (groups.containsKey(d.keeper())) {
                groups.get(d.keeper()).add(d.record());
            }
        });
        Set<RecordId> are = new HashSet<>();
        groups.values().forEach(are::addAll);
        Set<RecordId> were = new HashSet<>();
        before.forEach(s -> were.add(s.record()));
        long out = were.stream().filter(r -> !are.contains(r)).count();
        long in = now.stream()
                .filter(r -> r.settledBefore() && Collections.disjoint(groups.get(r.record()), were))
                .count();
        if (out > 0) {
            warnings.add(Words.counted(out, "report", "reports") + " included in the previous version "
                    + (out == 1 ? "is" : "are") + " not included any more.");
        }
        if (in > 0) {
            warnings.add(Words.counted(in, "report", "reports") + " left out of the previous version "
                    + (in == 1 ? "is" : "are") + " included now.");
        }
    }

    private static Set<String> studies(List<IncludedReport> reports) {
        Set<String> studies = new HashSet<>();
        reports.forEach(r -> studies.addAll(studies(r.studies(), r.record())));
        return studies;
    }

    private static List<String> studies(List<String> names, RecordId report) {
        return names.isEmpty()
                ? List.of("report " + report.value())
                : names.stream().map(n -> "study " + n.toLowerCase(Locale.ROOT)).toList();
    }

    private Map<String, Statement> byHand(Template template) {
        Map<String, Statement> all = new LinkedHashMap<>(review.statements().on(BY_HAND));
        if (!template.updated()) {
            all.keySet()
                    .removeIf(k -> k.startsWith("previous_") || k.equals("total_studies") || k.equals("total_reports"));
        }
        return all;
    }

    /** Numbers that were typed in, by box, with their notes. */
    public Map<String, Statement> byHand() {
        return review.statements().on(BY_HAND);
    }

    /**
     * Puts a number in the place of a counted one.
     *
     * @param box the box's name, or {@code dbr_excluded/REASON} and the like for a number in a list
     * @param n null to count again
     * @param note why; the diagram shows it
     */
    public static Op<Void> override(String box, @Nullable Long n, String note) {
        int slash = box.indexOf('/');
        boolean known = slash < 0
                ? BoxWords.known(box) && !LISTS.contains(box) || isTotal(box)
                : LISTS.contains(box.substring(0, slash)) && slash + 1 < box.length();
        if (!known) {
            throw new UserException("The flow diagram has no number called \"" + box + "\". The names are: "
                    + String.join(", ", BoxWords.names()) + "; and dbr_excluded/REASON for a reason.");
        }
        if (n != null && n < 0) {
            throw new UserException("No count can be below 0: " + box + " cannot be " + n + ".");
        }
        return Statements.state("override", BY_HAND, box, n == null ? "" : Long.toString(n), note);
    }

    private static boolean isTotal(String box) {
        return box.equals("dbr_excluded") || box.equals("other_excluded");
    }

    /** Freezes the review as a version, with the numbers of the diagram that shows everything. */
    public Op<Void> freeze(String name, String note) {
        Template template = fitting();
        byte[] flow = FlowJsonWriter.bytes(counts(template), template);
        return Versions.freeze(name, note, new String(flow, StandardCharsets.UTF_8));
    }

    /** The kind of review in whose words the diagram is drawn. */
    public ReviewKind kind() {
        Statement kind = review.statements().on(KIND).get(KIND);
        return kind == null
                ? ReviewKind.SYSTEMATIC
                : ReviewKind.of(kind.value()).orElse(ReviewKind.SYSTEMATIC);
    }

    public static Op<Void> kind(ReviewKind kind) {
        return Statements.state("kind", KIND, KIND, kind == ReviewKind.SYSTEMATIC ? "" : kind.key(), "");
    }

    /** Says that screening was stopped with records unread, and by which rule; null to take that back. */
    public static Op<Void> stopped(@Nullable String rule) {
        return Statements.state("stopped", STOPPED, UNREAD, rule == null ? "" : "yes", rule == null ? "" : rule);
    }

    /** How many records the review has not done with: somebody is to read them yet, or to settle them. */
    public long open() {
        boolean stopped = stopped().isPresent();
        return review.standing().flowRows().stream()
                .filter(row -> !row.duplicate() && open(row, stopped))
                .mapToLong(FlowRow::records)
                .sum();
    }

    private static boolean open(FlowRow row, boolean stopped) {
        if (row.fullText() == Outcome.UNDECIDED || row.fullText() == Outcome.AWAITING) {
            // A report that could not be had is done with; so is what nobody read where screening was stopped.
            return row.titleAbstract() != Outcome.EXCLUDE
                    && row.retrieval() != Retrieval.NOT_RETRIEVED
                    && !(stopped && row.titleAbstract() == Outcome.UNDECIDED);
        }
        return row.fullText() == Outcome.CONFLICT || row.fullText() == Outcome.MAYBE;
    }

    /** The rule by which screening was stopped, where it was. */
    public Optional<String> stopped() {
        return Optional.ofNullable(review.statements().on(STOPPED).get(UNREAD)).map(Statement::note);
    }
}
