package org.winnow.prisma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.FlowRow;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.Source;
import org.winnow.model.SourceId;
import org.winnow.model.SourceKind;
import org.winnow.store.Review;
import org.winnow.store.Versions.Version;

/** The records behind every number of a flow diagram, by the number's name, in the order of import. */
public final class BehindNumbers {
    private final Map<String, List<RecordId>> behind = new LinkedHashMap<>();
    private final boolean stopped;

    private BehindNumbers(boolean stopped) {
        this.stopped = stopped;
    }

    /** Counted numbers only: one that was typed in has no records behind it. */
    public static Map<String, List<RecordId>> of(Review review, Template template) {
        @Nullable
        Version since = template.updated() ? review.versions().latest().orElse(null) : null;
        BehindNumbers numbers =
                new BehindNumbers(new ReviewFlow(review).stopped().isPresent());
        Map<SourceId, Source> sources = new HashMap<>();
        review.sources().all().forEach(s -> sources.put(s.id(), s));
        review.standing().flowRecords(since).forEach((id, row) -> {
            Source source = sources.get(row.source());
            if (source != null) {
                numbers.keys(row, source).forEach(key -> numbers.add(key, id));
            }
        });
        if (template.updated()) {
            if (since != null) {
                review.versions().settled(since).stream()
                        .filter(s -> s.fate().equals("included"))
                        .forEach(s -> numbers.addBoth("previous", s.record()));
            }
            review.studies().included().forEach(r -> numbers.addBoth("total", r.record()));
        }
        return numbers.behind;
    }

    private void addBoth(String which, RecordId id) {
        add(which + "_studies", id);
        add(which + "_reports", id);
    }

    private void add(String key, RecordId id) {
        behind.computeIfAbsent(key, k -> new ArrayList<>()).add(id);
    }

    /** The numbers that a record is counted in. */
    private List<String> keys(FlowRow row, Source source) {
        List<String> keys = new ArrayList<>();
        boolean searched = source.kind().databaseOrRegister();
        keys.add(results(source.kind()));
        if (searched) {
            String list = source.kind() == SourceKind.DATABASE ? "database" : "register";
            keys.add(list + "_specific_results/" + source.name());
        }
        if (row.duplicate()) {
            if (searched) {
                keys.add("duplicates");
            }
            return keys;
        }
        if (searched) {
            screened(row, keys);
        }
        boolean sought = searched ? row.titleAbstract().passes() : row.titleAbstract() != Outcome.EXCLUDE;
        if (sought) {
            read(row, searched ? "dbr" : "other", keys);
        }
        return keys;
    }

    private void screened(FlowRow row, List<String> keys) {
        switch (row.titleAbstract()) {
            case UNDECIDED -> {
                if (stopped) {
                    keys.add("excluded_automatic");
                }
            }
            case AWAITING -> {}
            case EXCLUDE -> {
                keys.add("records_screened");
                keys.add("records_excluded");
                keys.add(row.byTool() ? "excluded_by_automation" : "excluded_by_human");
            }
            default -> keys.add("records_screened");
        }
    }

    private static void read(FlowRow row, String arm, List<String> keys) {
        keys.add(arm + "_sought_reports");
        if (row.fullText() == Outcome.UNDECIDED || row.fullText() == Outcome.AWAITING) {
            if (row.retrieval() == Retrieval.NOT_RETRIEVED) {
                keys.add(arm + "_notretrieved_reports");
            }
            return;
        }
        keys.add(arm + "_assessed");
        if (row.fullText() == Outcome.EXCLUDE) {
            keys.add(arm + "_excluded");
            keys.add(arm + "_excluded/" + ArmTally.reason(row.reason()));
        } else if (row.fullText() == Outcome.INCLUDE) {
            keys.add("new_reports");
            keys.add("new_studies");
        }
    }

    private static String results(SourceKind kind) {
        return switch (kind) {
            case DATABASE -> "database_results";
            case REGISTER -> "register_results";
            case WEBSITE -> "website_results";
            case ORGANISATION -> "organisation_results";
            case CITATION -> "citations_results";
            case OTHER -> "other_results";
        };
    }
}
