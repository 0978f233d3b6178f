package org.winnow.ui.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.LookAgain;
import org.winnow.store.LookAgain.About;
import org.winnow.store.LookAgain.Rule;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** Which decisions are to be looked at again when the reasons have changed: properties out, commands in. */
final class AgainModel {
    /** @param mine how many of the reviewer's own decisions it is about */
    record Option(About about, long mine) {}

    /** @param why what has changed, in words */
    record Question(String why, List<Option> options) {}

    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final Reviewer reviewer;
    private final ReadOnlyObjectWrapper<@Nullable Question> question = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Rule>> rules = new ReadOnlyObjectWrapper<>(List.of());

    AgainModel(Review review, Jobs jobs, Texts texts, Reviewer reviewer) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
        this.reviewer = reviewer;
    }

    /** What is asked after a change, or null. */
    ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** What everybody is to look at again. */
    ReadOnlyObjectProperty<List<Rule>> rulesProperty() {
        return rules.getReadOnlyProperty();
    }

    void load() {
        jobs.latest("look-again", p -> review.criteria().lookAgain().rules()).then(rules::set);
    }

    /** What was kept may have to be excluded for the new reason. */
    void added(String label) {
        ask(texts.get("setup.again.added", label), List.of(kept(Stage.TITLE_ABSTRACT), kept(Stage.FULL_TEXT)));
    }

    /** What was excluded for a reason that is gone may have to be kept, or excluded for another. */
    void retired(String label) {
        ask(
                texts.get("setup.again.retired", label),
                List.of(excluded(Stage.TITLE_ABSTRACT, label), excluded(Stage.FULL_TEXT, label)));
    }

    /** What was excluded for a reason that comes later now may have to be excluded for the one that was moved. */
    void movedBefore(String label, String later) {
        ask(texts.get("setup.again.moved", label, later), List.of(excluded(Stage.FULL_TEXT, later)));
    }

    private static About kept(Stage stage) {
        return new About(stage, Set.of(Verdict.INCLUDE, Verdict.MAYBE), "");
    }

    private static About excluded(Stage stage, String reason) {
        return new About(stage, Set.of(Verdict.EXCLUDE), reason);
    }

    private void ask(String why, List<About> all) {
        jobs.latest("look-again-question", p -> {
                    boolean alone = review.reviewers().all().size() < 2;
                    List<Option> options = new ArrayList<>();
                    for (About about : all) {
                        long mine = review.criteria().lookAgain().count(about, reviewer.id());
                        // What the others decided may not be seen: where there are any, it is asked for all of them.
                        if (mine > 0 || !alone) {
                            options.add(new Option(about, mine));
                        }
                    }
                    return new Question(why, options);
                })
                .then(asked -> question.set(asked.options().isEmpty() ? null : asked));
    }

    /** Everybody is to look at these again. */
    void look(List<About> chosen) {
        Question now = question.get();
        question.set(null);
        if (now != null && !chosen.isEmpty()) {
            jobs.inOrder(p -> review.write(LookAgain.ask(chosen, now.why()))).then(written -> load());
        }
    }

    /** Everything stays as it was decided. */
    void leave() {
        question.set(null);
    }

    void enough(Rule rule) {
        jobs.inOrder(p -> review.write(LookAgain.enough(List.of(rule.about())))).then(written -> load());
    }
}
