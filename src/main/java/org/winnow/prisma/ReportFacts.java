package org.winnow.prisma;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.winnow.model.Criterion;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.store.Duplicates;
import org.winnow.store.Op;
import org.winnow.store.PlanChange;
import org.winnow.store.Rankings.Use;
import org.winnow.store.Review;
import org.winnow.store.ReviewInfo;
import org.winnow.store.StageProgress;
import org.winnow.store.Standing.Depth;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;
import org.winnow.store.Versions.Version;

/**
 * Everything that the texts of a report draw on, read from the review once.
 *
 * @param depth by stage: how many people decided how many records, and how many conflicts were settled
 * @param planChanges what was changed when people had begun to screen
 * @param open how many records somebody is still to read or to settle
 * @param rankings which models led to how many decisions
 * @param about what people wrote of the review itself: registration, protocol, amendments, support, interests,
 *     availability, contacts
 * @param model what is on record of a model that was made from the included papers, by the items of PRISMA-DFLLM
 */
public record ReportFacts(
        ReviewInfo info,
        String program,
        Template template,
        FlowCounts counts,
        List<SearchRecord> searches,
        Map<Stage, StageProgress> progress,
        Map<Stage, Depth> depth,
        List<AgreementFigures> agreement,
        List<Criterion> criteria,
        long automaticDuplicates,
        long otherDuplicates,
        List<Version> versions,
        List<PlanChange> planChanges,
        Optional<String> stopped,
        long open,
        List<Use> rankings,
        Map<String, String> about,
        Map<String, String> model) {
    /** What can be said of the review itself, in the order in which it is asked for. */
    public static final List<String> ABOUT =
            List.of("registration", "protocol", "amendments", "support", "interests", "availability", "contacts");

    /**
     * Reads the review.
     *
     * @param program name and version of this program
     * @param model what is on record of a model, by the items of PRISMA-DFLLM
     */
    public static ReportFacts of(
            Review review,
            Template template,
            List<AgreementFigures> agreement,
            String program,
            Map<String, String> model) {
        ReviewFlow flow = new ReviewFlow(review);
        Map<Stage, StageProgress> progress = new LinkedHashMap<>();
        Map<Stage, Depth> depth = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            progress.put(stage, review.standing().at(stage));
            depth.put(stage, review.standing().depth(stage));
        }
        List<Duplicates.Duplicate> duplicates = review.duplicates().all();
        long automatic =
                duplicates.stream().filter(Duplicates.Duplicate::automatic).count();
        return new ReportFacts(
                review.setup().info(),
                program,
                template,
                flow.counts(template),
                SearchRecord.all(review),
                progress,
                depth,
                List.copyOf(agreement),
                review.criteria().all(),
                automatic,
                duplicates.size() - automatic,
                review.versions().all(),
                PlanChange.all(review),
                flow.stopped(),
                flow.open(),
                review.rankings().uses(),
                about(review),
                Map.copyOf(model));
    }

    private static Map<String, String> about(Review review) {
        return review.statements().on("about").values().stream()
                .collect(Collectors.toMap(Statement::subject, Statement::value));
    }

    /** Writes something down about the review itself; nothing takes it back. */
    public static Op<Void> say(String subject, String words) {
        return Statements.state("about", "about", subject, words, "");
    }

    /** The people who decided at a stage, by name. */
    List<String> people(Stage stage) {
        return progress.get(stage).decidedBy().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> e.getKey())
                .map(Reviewer::name)
                .sorted()
                .toList();
    }
}
