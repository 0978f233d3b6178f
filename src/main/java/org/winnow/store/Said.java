package org.winnow.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;

/**
 * What somebody said of a record before it came into this review, under names; the import writes it down with the
 * record. Whoever or whatever has no such name in the review yet is added to it.
 *
 * @param record place among the records of the file that went in, from 0
 * @param verdict null where there is none, but a note or tags
 * @param stage the stage of the verdict; null only without one
 * @param reason for an exclusion, empty where there is none
 * @param resolution whether it settled a conflict for everybody
 */
public record Said(
        long record,
        String reviewer,
        @Nullable Stage stage,
        @Nullable Verdict verdict,
        String reason,
        boolean resolution,
        String note,
        List<String> tags) {
    public Said {
        tags = List.copyOf(tags);
    }

    /** @param first number of the first record of the file; the others follow it one by one */
    static void write(Tx tx, long first, List<Said> all) {
        Names names = new Names(tx);
        List<NewDecision> decisions = new ArrayList<>();
        for (Said said : all) {
            RecordId id = new RecordId(first + said.record());
            ReviewerId who = names.reviewer(said.reviewer());
            if (said.verdict() != null && said.stage() != null) {
                decisions.add(new NewDecision(
                        id, said.stage(), who, said.verdict(), names.reason(said.reason()), said.resolution()));
            }
            if (!said.note().isEmpty()) {
                Notes.write(id, who, said.note()).work().in(tx);
            }
            said.tags().forEach(tag -> Tags.put(id, who, tag).work().in(tx));
        }
        if (!decisions.isEmpty()) {
            // What was settled elsewhere was settled by whoever was allowed to there.
            Decisions.insert(tx, decisions);
        }
    }

    /** Looks every name up once. */
    private static final class Names {
        private final Tx tx;
        private final Map<String, ReviewerId> reviewers = new HashMap<>();
        private final Map<String, CriterionId> reasons = new HashMap<>();

        Names(Tx tx) {
            this.tx = tx;
        }

        ReviewerId reviewer(String name) {
            return reviewers.computeIfAbsent(name, n -> Reviewers.idOf(tx, n));
        }

        @Nullable
        CriterionId reason(String label) {
            return label.isEmpty()
                    ? null
                    : reasons.computeIfAbsent(
                            label.toLowerCase(Locale.ROOT),
                            k -> Criteria.given(label).work().in(tx));
        }
    }
}
