package org.winnow.ui.ranking;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.ranking.QualityCheck;
import org.winnow.ranking.SoFar;
import org.winnow.ranking.StoppingRule;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.ScreenModel;

/** Whether screening of titles and abstracts may stop: properties out, commands in. */
public final class StoppingModel implements ScreenModel {
    /**
     * What the rules say.
     *
     * @param p of the test that the target is not reached
     * @param atLeast the recall that is reached at least, with the confidence asked for
     * @param likely the recall that is as likely too high as too low
     * @param knee whether the knee rule says stop
     * @param budget whether the budget rule says stop
     * @param stopped the rule by which screening was stopped, where it was
     * @param check the random sample that was drawn last, where one was
     * @param undecided how many records nobody has decided on
     * @param needed how many of them a sample needs to show the target, were none of it relevant
     * @param ticked the steps of SAFE that somebody has said are done
     */
    record Advice(
            SoFar soFar,
            int target,
            int confidence,
            double p,
            double atLeast,
            double likely,
            boolean knee,
            boolean budget,
            Optional<String> stopped,
            Optional<QualityCheck> check,
            int undecided,
            int needed,
            Set<SafeStep> ticked) {
        /** Whether the target is reached with that confidence. */
        boolean reached() {
            return p < 1 - confidence / PERCENT;
        }
    }

    /** What of SAFE only a person can say. */
    enum SafeStep {
        KEY_PAPERS,
        SECOND_LOOK;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final double PERCENT = 100;
    private static final String SAFE = "safe";
    private static final long COUNTED_AFTER_MILLIS = 150;
    /** So few that a seed can be read aloud. */
    private static final long SEEDS = 1_000_000;

    private final Review review;
    private final Jobs jobs;
    private final StopDesk desk;
    private final ReviewerId reviewer;
    private final IntegerProperty target = new SimpleIntegerProperty(95);
    private final IntegerProperty confidence = new SimpleIntegerProperty(95);
    private final ReadOnlyObjectWrapper<@Nullable Advice> advice = new ReadOnlyObjectWrapper<>();
    private boolean visible;

    public StoppingModel(Review review, Jobs jobs, StopDesk desk, ReviewerId reviewer) {
        this.review = review;
        this.jobs = jobs;
        this.desk = desk;
        this.reviewer = reviewer;
        target.subscribe(this::ask);
        confidence.subscribe(this::ask);
    }

    /** The share of the relevant records to be found, in percent. */
    IntegerProperty targetProperty() {
        return target;
    }

    /** In percent. */
    IntegerProperty confidenceProperty() {
        return confidence;
    }

    ReadOnlyObjectProperty<@Nullable Advice> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    @Override
    public void show(boolean now) {
        visible = now;
        ask();
    }

    private void ask() {
        if (visible) {
            askAfter(0);
        }
    }

    private void askAfter(long millis) {
        int asked = target.get();
        int sure = confidence.get();
        jobs.settled("stopping", millis, p -> advice(asked, sure)).then(advice::set);
    }

    private Advice advice(int asked, int sure) {
        SoFar soFar = SoFar.of(review, Stage.TITLE_ABSTRACT);
        int undecided = QualityCheck.unread(review);
        return new Advice(
                soFar,
                asked,
                sure,
                soFar.p(asked / PERCENT),
                soFar.recallAtLeast(sure / PERCENT),
                soFar.recallLikely(),
                new StoppingRule.Knee().stops(soFar.screening()),
                new StoppingRule.Budget().stops(soFar.screening()),
                desk.stopped(),
                QualityCheck.last(review),
                undecided,
                QualityCheck.needed(undecided, soFar.found(), asked / PERCENT, sure / PERCENT),
                ticked());
    }

    private Set<SafeStep> ticked() {
        Set<String> said = review.statements().on(SAFE).keySet();
        return Arrays.stream(SafeStep.values())
                .filter(s -> said.contains(s.key()))
                .collect(Collectors.toSet());
    }

    /** Says that a step of SAFE is done, or is not after all. */
    void tick(SafeStep step, boolean done) {
        jobs.inOrder(p -> {
            review.write(Statements.state(SAFE, SAFE, step.key(), done ? "yes" : "", ""));
            return true;
        });
    }

    /** Draws a random sample of so many unread records. */
    void draw(int size) {
        jobs.inOrder(p -> {
            long seed = Math.floorMod(new SecureRandom().nextLong(), SEEDS);
            review.write(QualityCheck.draw(review, reviewer, size, seed));
            return true;
        });
    }

    /** @param rule the rule with its numbers and parameters, as the report will say it */
    void stop(String rule) {
        jobs.inOrder(p -> {
            desk.stop(rule);
            return true;
        });
    }

    void goOn() {
        jobs.inOrder(p -> {
            desk.goOn();
            return true;
        });
    }

    @Override
    public void refresh(Changes changes) {
        if (visible
                && changes.touch(Kind.DECISIONS, Kind.RECORDS, Kind.DUPLICATES, Kind.SOURCES, Kind.REPORT, Kind.TAGS)) {
            askAfter(COUNTED_AFTER_MILLIS);
        }
    }
}
