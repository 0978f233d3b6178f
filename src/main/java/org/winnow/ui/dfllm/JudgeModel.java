package org.winnow.ui.dfllm;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.judge.GivenAnswer;
import org.winnow.dfllm.judge.Judgements;
import org.winnow.model.Reviewer;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;

/** A run's answers, judged one after another by the person who sits here: properties out, commands in. */
final class JudgeModel {
    private final Review review;
    private final Jobs jobs;
    private final Reviewer person;
    private final PaperDesk desk;
    private final ReadOnlyObjectWrapper<@Nullable Judgements> judgements = new ReadOnlyObjectWrapper<>();

    JudgeModel(Review review, Jobs jobs, Reviewer person, PaperDesk desk) {
        this.review = review;
        this.jobs = jobs;
        this.person = person;
        this.desk = desk;
    }

    /** What has been said of the answers of the run, or null before one was chosen. */
    ReadOnlyObjectProperty<@Nullable Judgements> judgementsProperty() {
        return judgements.getReadOnlyProperty();
    }

    /** Answers that this person has not judged yet. */
    List<GivenAnswer> open() {
        Judgements now = judgements.get();
        return now == null ? List.of() : now.open(person.name());
    }

    /** Takes the answers of a run that was kept in a file. */
    void take(Path run) {
        jobs.latest("judge", p -> Judgements.of(review, GivenAnswer.read(run))).then(judgements::set);
    }

    void say(GivenAnswer answer, Label label) {
        jobs.inOrder(p -> review.write(Judgements.say(answer, person.name(), label)));
    }

    /** Reads anew what has been said. */
    void load() {
        Judgements now = judgements.get();
        if (now != null) {
            jobs.latest("judge", p -> Judgements.of(review, now.answers())).then(judgements::set);
        }
    }

    /** Shows an answer on its page. */
    void show(GivenAnswer answer) {
        desk.show(answer.report(), answer.sha256(), answer.page(), answer.sentence());
    }
}
