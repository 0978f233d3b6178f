package org.winnow.screening;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.Suggestion;
import org.winnow.model.UserException;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Discussions;
import org.winnow.store.Op;
import org.winnow.store.Retrievals;
import org.winnow.store.Review;

/**
 * Deciding on records. A call that returns has put the decision on the disk. At full text an exclusion needs a reason
 * (PRISMA 2020, item 16b), at title and abstract it may have one.
 */
public final class Screening {
    private final Review review;

    public Screening(Review review) {
        this.review = review;
    }

    /** @throws UserException when a full text is excluded without a reason */
    public void decide(
            RecordId record, Stage stage, ReviewerId reviewer, Verdict verdict, @Nullable CriterionId reason) {
        decide(record, stage, reviewer, verdict, reason, null);
    }

    /**
     * Decides on a record that a model has put in front of the reviewer, and writes that down with the decision.
     *
     * @throws UserException when a full text is excluded without a reason
     */
    public void decide(
            RecordId record,
            Stage stage,
            ReviewerId reviewer,
            Verdict verdict,
            @Nullable CriterionId reason,
            @Nullable Suggestion broughtUpBy) {
        review.write(decision(record, stage, reviewer, verdict, reason, false, broughtUpBy));
    }

    /**
     * Decides on a record, and writes what speaks for it in the same operation.
     *
     * @throws UserException when a full text is excluded without a reason
     */
    public void decideWith(
            RecordId record,
            Stage stage,
            ReviewerId reviewer,
            Verdict verdict,
            @Nullable CriterionId reason,
            List<Op<?>> support) {
        List<Op<?>> all = new ArrayList<>(support);
        all.add(decision(record, stage, reviewer, verdict, reason, false, null));
        review.write(Op.together(verdict.key(), all));
    }

    /** Takes the reviewer's verdict back: the record is undecided for them again. */
    public void withdraw(RecordId record, Stage stage, ReviewerId reviewer) {
        review.write(Decisions.decide(new NewDecision(record, stage, reviewer, null, null, false)));
    }

    /** Gives many records the same verdict in one operation, which one undo takes back. */
    public void decideAll(
            List<RecordId> records, Stage stage, ReviewerId reviewer, Verdict verdict, @Nullable CriterionId reason) {
        review.write(Decisions.decideAll(
                "decide-list",
                records.stream()
                        .map(r -> newDecision(r, stage, reviewer, verdict, reason, false, null))
                        .toList()));
    }

    /** Settles a conflict for everybody; the reviewers' own verdicts stay as they were given. */
    public void resolve(
            RecordId record, Stage stage, ReviewerId reviewer, Verdict verdict, @Nullable CriterionId reason) {
        resolve(record, stage, reviewer, verdict, reason, "");
    }

    /**
     * The same with a remark in the discussion of the record.
     *
     * @param why the remark, or blank for none
     */
    public void resolve(
            RecordId record,
            Stage stage,
            ReviewerId reviewer,
            Verdict verdict,
            @Nullable CriterionId reason,
            String why) {
        review.write(Discussions.settle(newDecision(record, stage, reviewer, verdict, reason, true, null), why));
    }

    /** Says that the full report could, or could not, be had. */
    public void mark(RecordId record, ReviewerId reviewer, Retrieval state) {
        review.write(Retrievals.mark(record, reviewer, state));
    }

    static Op<Void> decision(
            RecordId record,
            Stage stage,
            ReviewerId reviewer,
            Verdict verdict,
            @Nullable CriterionId reason,
            boolean resolution,
            @Nullable Suggestion broughtUpBy) {
        return Decisions.decide(newDecision(record, stage, reviewer, verdict, reason, resolution, broughtUpBy));
    }

    private static NewDecision newDecision(
            RecordId record,
            Stage stage,
            ReviewerId reviewer,
            Verdict verdict,
            @Nullable CriterionId reason,
            boolean resolution,
            @Nullable Suggestion broughtUpBy) {
        if (stage == Stage.FULL_TEXT && verdict == Verdict.EXCLUDE && reason == null) {
            throw new UserException("A report excluded at full text needs a reason. Choose one from the list.");
        }
        CriterionId kept = verdict == Verdict.EXCLUDE ? reason : null;
        return new NewDecision(record, stage, reviewer, verdict, kept, resolution, broughtUpBy);
    }
}
