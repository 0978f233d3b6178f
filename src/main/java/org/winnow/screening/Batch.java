package org.winnow.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.model.Verdict;
import org.winnow.store.Criteria;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Notes;
import org.winnow.store.Op;
import org.winnow.store.Retrievals;
import org.winnow.store.Review;
import org.winnow.store.Tags;

/**
 * Takes the decisions of a file: every line that can be understood is applied, in one operation that one undo takes
 * back; every other line is named with its reason.
 */
public final class Batch {
    /** A line that was not applied. */
    public record Rejected(long line, String record, String reason) {}

    /** What became of a file's lines. */
    public record Result(long applied, List<Rejected> rejected) {
        public Result {
            rejected = List.copyOf(rejected);
        }
    }

    private final Review review;
    private final Stage stage;
    private final ReviewerId reviewer;
    private final boolean resolution;
    private final Map<String, CriterionId> reasons = new HashMap<>();

    /** @param resolution whether the lines settle conflicts rather than being the reviewer's own verdicts */
    public Batch(Review review, Stage stage, ReviewerId reviewer, boolean resolution) {
        this.review = review;
        this.stage = stage;
        this.reviewer = reviewer;
        this.resolution = resolution;
    }

    /** @throws UserException where the lines settle conflicts and the team does not let the reviewer do so */
    public Result apply(List<DecisionLine> lines) {
        if (resolution) {
            // Before anything is written: the reasons that the lines name join the list one by one.
            review.team().rights().settling(reviewer, stage);
        }
        RecordKeys.Lookup keys = RecordKeys.of(review, lines.size());
        List<NewDecision> decisions = new ArrayList<>();
        List<Op<?>> ops = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (DecisionLine line : lines) {
            String trouble = understand(line, keys, decisions, ops);
            if (trouble != null) {
                rejected.add(new Rejected(line.line(), line.record(), trouble));
            }
        }
        if (!decisions.isEmpty()) {
            // All in one: each operation alone would compile its statement anew.
            ops.add(0, Decisions.decideAll(decisions));
        }
        if (!ops.isEmpty()) {
            review.write(Op.together(resolution ? "resolve-all" : "decide-all", ops));
        }
        return new Result(lines.size() - rejected.size(), rejected);
    }

    /** Adds what the line asks for, or says why it cannot be done. */
    private @Nullable String understand(
            DecisionLine line, RecordKeys.Lookup keys, List<NewDecision> decisions, List<Op<?>> ops) {
        if (line.record().isEmpty()) {
            return "The record is missing: give its id, DOI or PubMed id.";
        }
        List<RecordId> found = keys.find(line.record());
        if (found.isEmpty()) {
            return "No record of this review has that id, DOI or PubMed id.";
        }
        if (found.size() > 1) {
            return "Several records match: "
                    + found.stream().map(RecordId::toString).collect(Collectors.joining(", "))
                    + ". Name one by its id, or settle first whether they are duplicates.";
        }
        RecordId record = found.get(0);
        String trouble = verdictOrRetrieval(line, record, decisions, ops);
        if (trouble == null) {
            if (!line.note().isEmpty()) {
                ops.add(Notes.write(record, reviewer, line.note()));
            }
            line.tags().forEach(tag -> ops.add(Tags.put(record, reviewer, tag)));
        }
        return trouble;
    }

    private @Nullable String verdictOrRetrieval(
            DecisionLine line, RecordId record, List<NewDecision> decisions, List<Op<?>> ops) {
        String word = line.decision().replace(' ', '-').replace('_', '-');
        if (stage == Stage.FULL_TEXT && (word.equals("not-retrieved") || word.equals("retrieved"))) {
            Retrieval state = word.equals("retrieved") ? Retrieval.RETRIEVED : Retrieval.NOT_RETRIEVED;
            ops.add(Retrievals.mark(record, reviewer, state));
            return null;
        }
        Verdict verdict = verdict(word);
        if (verdict == null) {
            return "\"" + line.decision() + "\" is no decision: write include, exclude or maybe"
                    + (stage == Stage.FULL_TEXT ? ", or not-retrieved." : ".");
        }
        if (stage == Stage.FULL_TEXT
                && verdict == Verdict.EXCLUDE
                && line.reason().isEmpty()) {
            return "A report excluded at full text needs a reason in the column reason.";
        }
        CriterionId reason = verdict == Verdict.EXCLUDE && !line.reason().isEmpty() ? reason(line.reason()) : null;
        decisions.add(new NewDecision(record, stage, reviewer, verdict, reason, resolution));
        return null;
    }

    private static @Nullable Verdict verdict(String word) {
        return switch (word) {
            case "include", "included", "i", "yes", "1" -> Verdict.INCLUDE;
            case "exclude", "excluded", "e", "no", "0" -> Verdict.EXCLUDE;
            case "maybe", "unsure", "m" -> Verdict.MAYBE;
            default -> null;
        };
    }

    private CriterionId reason(String label) {
        return reasons.computeIfAbsent(label.toLowerCase(Locale.ROOT), k -> review.write(Criteria.given(label)));
    }
}
