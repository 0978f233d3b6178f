package org.winnow.ui.screening;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.screening.advice.AdviceRule;
import org.winnow.store.Advices.OfRecord;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.ModelCalls;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;

/** What a language model suggests of the record in front, as far as the team's rule shows it. */
public final class AdviceModel {
    /** A record on which the reviewer has just decided otherwise than the model suggests. */
    record Differs(RecordId record, String model) {}

    /**
     * A suggestion as it is shown.
     *
     * @param found what the reviewer wrote down of it last: right, wrong or unclear; empty for nothing
     */
    record Seen(OfRecord of, String found) {}

    private final Review review;
    private final Jobs jobs;
    private final Stage stage;
    private final Reviewer reviewer;
    private final ReadOnlyObjectWrapper<List<Seen>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Differs> differs = new ReadOnlyObjectWrapper<>();
    private @Nullable Card front;

    public AdviceModel(Review review, Jobs jobs, Stage stage, Reviewer reviewer) {
        this.review = review;
        this.jobs = jobs;
        this.stage = stage;
        this.reviewer = reviewer;
    }

    /** The suggestions to be shown with the record in front; none where the rule or the record has none. */
    ReadOnlyObjectProperty<List<Seen>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The last decision that differs from what was suggested, once it is taken; else null. */
    ReadOnlyObjectProperty<@Nullable Differs> differsProperty() {
        return differs.getReadOnlyProperty();
    }

    /** A record has come to the front, or none. */
    void inFront(@Nullable Card card) {
        front = card;
        if (card == null) {
            shown.set(List.of());
            return;
        }
        boolean decided = card.mine() != null && card.mine().verdict() != null;
        jobs.latest("advice-" + stage.key(), p -> visible(card.id(), decided).stream()
                        .map(of -> new Seen(of, found(of)))
                        .toList())
                .then(shown::set);
    }

    private String found(OfRecord of) {
        return review.auditTrail().modelCalls().checks(of.call()).stream()
                .filter(c -> c.reviewer().equals(reviewer.name()))
                .map(ModelCalls.Check::found)
                .reduce("", (before, now) -> now);
    }

    /** Writes down what the reviewer finds of a suggestion, for the record of what models were asked. */
    void check(OfRecord of, String found) {
        jobs.inOrder(p -> review.write(ModelCalls.check(of.call(), reviewer.id(), found, "")));
    }

    private List<OfRecord> visible(RecordId record, boolean decided) {
        return AdviceRule.of(review, stage).shows(review, stage, record, decided);
    }

    void refresh(Changes changes) {
        RecordId focus = changes.focus();
        if (changes.touch(Kind.DECISIONS) && focus != null) {
            jobs.latest("advice-differs-" + stage.key(), p -> difference(focus)).then(differs::set);
        }
        if (changes.touch(Kind.RANKING, Kind.REPORT, Kind.DECISIONS)) {
            inFront(front);
        }
    }

    private @Nullable Differs difference(RecordId record) {
        Verdict mine = review.decisions().current(record, stage).stream()
                .filter(d -> !d.resolution() && d.reviewer().id().equals(reviewer.id()))
                .map(Decision::verdict)
                .findFirst()
                .orElse(null);
        if (mine == null) {
            return null;
        }
        return visible(record, true).stream()
                .filter(a -> a.excludes() != (mine == Verdict.EXCLUDE))
                .findFirst()
                .map(a -> new Differs(record, a.model()))
                .orElse(null);
    }
}
