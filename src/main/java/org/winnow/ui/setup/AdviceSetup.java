package org.winnow.ui.setup;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.llm.Consent;
import org.winnow.llm.Keys;
import org.winnow.llm.LanguageModel;
import org.winnow.llm.Patience;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.screening.advice.AdviceMeasure;
import org.winnow.screening.advice.AdviceRule;
import org.winnow.screening.advice.Advising;
import org.winnow.screening.advice.ReportTexts;
import org.winnow.screening.advice.Shown;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;
import org.winnow.work.Progress;

/** The team's rule for suggestions of a language model, and its being measured and asked: properties out, commands in. */
final class AdviceSetup {
    private static final long SEED = 1;

    /**
     * How things stand.
     *
     * @param stage of which all this is
     * @param models those that the review lets be sent what the stage needs
     * @param suggested records for which there are suggestions
     * @param mayRule whether the person at the screen may change the rule
     */
    record State(
            Stage stage,
            AdviceRule rule,
            List<Consent> models,
            Optional<AdviceMeasure> measure,
            long suggested,
            boolean mayRule) {}

    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final Reviewer reviewer;
    private final ReportTexts reports;
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.TITLE_ABSTRACT);
    private final ReadOnlyObjectWrapper<@Nullable State> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    AdviceSetup(Review review, Jobs jobs, Texts texts, Reviewer reviewer, ReportTexts reports) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
        this.reviewer = reviewer;
        this.reports = reports;
        stage.addListener((o, before, now) -> load());
    }

    /** Of which stage it is spoken. */
    ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    ReadOnlyObjectProperty<@Nullable State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether a model is being asked. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void load() {
        Stage at = stage.get();
        jobs.latest("advice-setup", p -> {
                    List<Consent> models = Consent.all(review).stream()
                            .filter(c -> c.what().contains(Advising.sends(at)))
                            .toList();
                    return new State(
                            at,
                            AdviceRule.of(review, at),
                            models,
                            models.stream()
                                    .findFirst()
                                    .map(c -> AdviceMeasure.of(
                                            review, at, c.endpoint().model())),
                            review.auditTrail().advices().at(at).stream()
                                    .map(a -> a.record())
                                    .distinct()
                                    .count(),
                            review.team().rights().mayRule(reviewer.id()));
                })
                .then(state::set);
    }

    void rule(Shown shown, int sample) {
        AdviceRule now = new AdviceRule(shown, sample);
        State before = state.get();
        if (before != null && !before.rule().equals(now)) {
            jobs.inOrder(p -> review.write(now.put(before.stage(), reviewer.id())))
                    .then(done -> load());
        }
    }

    /** What would be sent of the first record, word for word; empty where there is none. */
    void example(Consumer<String> then) {
        Stage at = stage.get();
        jobs.latest("advice-example", p -> Advising.example(review, at, reports, p)
                        .map(request -> request.system() + "\n\n" + request.text())
                        .orElse(""))
                .then(then);
    }

    /** Measures the model on as many decided records as the rule wants. */
    void measure() {
        State now = state.get();
        if (now != null) {
            ask(
                    now,
                    (advising, p) -> advising.measure(
                            missing(now),
                            SEED
                                    + now.measure()
                                            .map(m -> m.agreement().records())
                                            .orElse(0L),
                            p));
        }
    }

    private static int missing(State now) {
        long measured = now.measure().map(m -> m.agreement().records()).orElse(0L);
        return (int) Math.max(1, now.rule().sample() - measured);
    }

    /** Asks of the next records that nobody has decided. */
    void next(int most) {
        State now = state.get();
        if (now != null) {
            ask(now, (advising, p) -> advising.next(most, p));
        }
    }

    private interface Work {
        Object on(Advising advising, Progress progress);
    }

    private void ask(State now, Work work) {
        if (now.models().isEmpty() || busy.get()) {
            return;
        }
        Consent consent = now.models().getFirst();
        busy.set(true);
        jobs.run(texts.get("setup.advice.asking", consent.endpoint().model()), p -> {
                    String key = Keys.of(consent.endpoint(), System.getenv());
                    try (LanguageModel model = new LanguageModel(review, consent, key, Patience.USUAL)) {
                        return work.on(new Advising(review, now.stage(), model, reports), p);
                    }
                })
                .atEnd(() -> {
                    busy.set(false);
                    load();
                });
    }
}
