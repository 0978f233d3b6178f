package org.winnow.ui.screening;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Outcome;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.StageProgress;
import org.winnow.ui.kit.Jobs;

/** How far a stage is, and how much of it waits for one reviewer. */
final class StageCounts {
    /** Counting a large review takes longer than deciding: it waits until the keys rest. */
    private static final long COUNTED_AFTER_MILLIS = 150;

    private record Counts(StageProgress progress, long left, long again) {}

    private final Review review;
    private final Jobs jobs;
    private final Stage stage;
    private final RecordQuery undecided;
    private final Reviewer reviewer;
    private final ReadOnlyObjectWrapper<@Nullable StageProgress> progress = new ReadOnlyObjectWrapper<>();
    private final RecordQuery toLookAt;
    private long left;
    private final ReadOnlyLongWrapper again = new ReadOnlyLongWrapper();

    StageCounts(Review review, Jobs jobs, Stage stage, Reviewer reviewer) {
        this.review = review;
        this.jobs = jobs;
        this.stage = stage;
        this.toLookAt = RecordQuery.at(stage).withMine(reviewer.id(), RecordQuery.Mine.AGAIN);
        this.reviewer = reviewer;
        this.undecided = RecordQuery.at(stage).withMine(reviewer.id(), RecordQuery.Mine.UNDECIDED);
    }

    ReadOnlyObjectProperty<@Nullable StageProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** How many records wait for the reviewer, as far as is known. */
    long left() {
        return left;
    }

    /** How many of the reviewer's decisions are to be looked at again. */
    ReadOnlyLongProperty againProperty() {
        return again.getReadOnlyProperty();
    }

    /** How many records were the reviewer's so far: those that they have decided, and those that wait for them. */
    long mine() {
        StageProgress now = progress.get();
        return left + (now == null ? 0 : now.decidedBy().getOrDefault(reviewer, 0L));
    }

    long conflicts() {
        StageProgress now = progress.get();
        return now == null ? 0 : now.of(Outcome.CONFLICT);
    }

    void load() {
        load(0);
    }

    void loadWhenTheKeysRest() {
        load(COUNTED_AFTER_MILLIS);
    }

    private void load(long millis) {
        jobs.settled(
                        "progress-" + stage.key(),
                        millis,
                        p -> new Counts(
                                review.standing().at(stage),
                                review.records().count(review.team().mine(undecided, reviewer.id())),
                                review.records().count(toLookAt)))
                .then(counts -> {
                    left = counts.left();
                    progress.set(counts.progress());
                    again.set(counts.again());
                });
    }
}
