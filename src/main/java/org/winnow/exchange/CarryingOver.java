package org.winnow.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.decision.Carried;
import org.winnow.formats.decision.CarriedDecisions;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Criteria;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Notes;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Reviewers;
import org.winnow.store.Tags;
import org.winnow.work.Progress;

/**
 * Makes decisions that came with an imported file decisions of this review, if a person says so: one operation for a
 * file, taken back by one undo.
 */
public final class CarryingOver {
    /** The reason of a report that was excluded at full text without one, which this review would not allow. */
    static final String NO_REASON = "No reason given";

    /**
     * Whose decisions they become.
     *
     * @param names from the file's names to the review's; an empty name leaves that person's decisions out, a name that
     *     is missing stays as it is
     * @param nameless whose those are that name nobody; empty leaves them out
     * @param stage the stage of those that name none
     */
    public record As(Map<String, String> names, String nameless, Stage stage) {
        public As {
            names = Map.copyOf(names);
        }

        /** Everything that one person said, whatever the file calls them. */
        public static As one(String reviewer, Stage stage) {
            return new As(Map.of(), reviewer, stage);
        }

        String of(String name) {
            return name.isEmpty() ? nameless : names.getOrDefault(name, name).strip();
        }
    }

    private final Review review;
    private final Map<String, ReviewerId> reviewers = new HashMap<>();
    private final Map<String, CriterionId> reasons = new HashMap<>();
    private final List<NewDecision> decisions = new ArrayList<>();
    private final List<Op<?>> words = new ArrayList<>();

    public CarryingOver(Review review) {
        this.review = review;
    }

    /**
     * Takes over what the records of one imported file carry.
     *
     * @param fileName the file's name without folders
     * @return how many decisions that were
     */
    public long run(long importId, String fileName, As as, Progress progress) {
        List<RecordId> records = review.imports().records(importId);
        long done = 0;
        for (RecordId id : records) {
            progress.check();
            progress.at(done++, records.size());
            review.records().bib(id).ifPresent(bib -> take(id, CarriedDecisions.of(bib, fileName), as));
        }
        List<Op<?>> all = new ArrayList<>(words);
        if (!decisions.isEmpty()) {
            // All in one: each operation alone would compile its statement anew.
            all.add(0, Decisions.decideAll(decisions));
        }
        if (!all.isEmpty()) {
            review.write(Op.together("carry-over", all));
        }
        return decisions.size();
    }

    /** Whose decisions the records of one imported file carry. */
    public Voices.Found found(long importId, String fileName) {
        Voices voices = new Voices(fileName);
        review.imports()
                .records(importId)
                .forEach(id -> review.records().bib(id).ifPresent(voices::hear));
        return voices.found();
    }

    private void take(RecordId id, List<Carried> said, As as) {
        ReviewerId somebody = null;
        for (Carried c : said) {
            String name = as.of(c.reviewer());
            // Tags belong to nobody in some programs: whoever decided on the record puts them on.
            ReviewerId who = name.isEmpty() ? somebody : reviewer(name);
            if (who == null) {
                continue;
            }
            Verdict verdict = c.verdict();
            if (verdict != null && !name.isEmpty()) {
                Stage stage = c.stage() == null ? as.stage() : c.stage();
                CriterionId reason = verdict == Verdict.EXCLUDE ? reason(c.reason(), stage) : null;
                decisions.add(new NewDecision(id, stage, who, verdict, reason, c.resolution()));
                somebody = somebody == null ? who : somebody;
            }
            if (!c.note().isEmpty()) {
                words.add(Notes.write(id, who, c.note()));
            }
            c.tags().forEach(tag -> words.add(Tags.put(id, who, tag)));
        }
    }

    private ReviewerId reviewer(String name) {
        return reviewers.computeIfAbsent(name, n -> review.reviewers()
                .named(n)
                .orElseGet(() -> review.write(Reviewers.join(n)))
                .id());
    }

    private @Nullable CriterionId reason(String label, Stage stage) {
        String kept = label.isEmpty() && stage == Stage.FULL_TEXT ? NO_REASON : label;
        return kept.isEmpty()
                ? null
                : reasons.computeIfAbsent(kept.toLowerCase(Locale.ROOT), k -> review.write(Criteria.ensure(kept)));
    }
}
