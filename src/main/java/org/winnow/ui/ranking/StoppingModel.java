package org.winnow.ui.ranking;

import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Stage;
import org.winnow.ranking.SoFar;
import org.winnow.ranking.StoppingRule;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;

/** Whether screening of titles and abstracts may stop: properties out, commands in. */
public final class StoppingModel {
    /**
     * What the rules say.
     *
     * @param p of the test that the target is not reached
     * @param atLeast the recall that is reached at least, with the confidence asked for
     * @param likely the recall that is as likely too high as too low
     * @param knee whether the knee rule says stop
     * @param budget whether the budget rule says stop
     * @param stopped the rule by which screening was stopped, where it was
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
            Optional<String> stopped) {
        /** Whether the target is reached with that confidence. */
        boolean reached() {
            return p < 1 - confidence / PERCENT;
        }
    }

    private static final double PERCENT = 100;
    private static final long COUNTED_AFTER_MILLIS = 150;

    private final Review review;
    private final Jobs jobs;
    private final StopDesk desk;
    private final IntegerProperty target = new SimpleIntegerProperty(95);
    private final IntegerProperty confidence = new SimpleIntegerProperty(95);
    private final ReadOnlyObjectWrapper<@Nullable Advice> advice = new ReadOnlyObjectWrapper<>();
    private boolean visible;

    public StoppingModel(Review review, Jobs jobs, StopDesk desk) {
        this.review = review;
        this.jobs = jobs;
        this.desk = desk;
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

    void shown() {
        visible = true;
        ask();
    }

    void hidden() {
        visible = false;
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
        return new Advice(
                soFar,
                asked,
                sure,
                soFar.p(asked / PERCENT),
                soFar.recallAtLeast(sure / PERCENT),
                soFar.recallLikely(),
                new StoppingRule.Knee().stops(soFar.screening()),
                new StoppingRule.Budget().stops(soFar.screening()),
                desk.stopped());
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

    void refresh(Changes changes) {
        if (visible && changes.touch(Kind.DECISIONS, Kind.RECORDS, Kind.DUPLICATES, Kind.SOURCES, Kind.REPORT)) {
            askAfter(COUNTED_AFTER_MILLIS);
        }
    }
}
