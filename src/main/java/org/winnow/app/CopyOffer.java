package org.winnow.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.winnow.session.Copies;
import org.winnow.store.Merged;
import org.winnow.store.Review;
import org.winnow.store.Travelling;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Looks beside a review that was opened for other versions of it, and offers to merge those that bring anything. */
final class CopyOffer {
    private static final double WIDTH = 460;

    private record Found(Path file, Merged merged) {}

    private final Review review;
    private final SessionService sessions;
    private final Jobs jobs;
    private final Texts texts;
    private final Dialogs dialogs;

    CopyOffer(Review review, Review seen, Jobs jobs, Texts texts, Dialogs dialogs, Clock clock) {
        this.review = review;
        this.sessions = new SessionService(review, seen, clock);
        this.jobs = jobs;
        this.texts = texts;
        this.dialogs = dialogs;
    }

    void look() {
        jobs.latest("copies", p -> {
                    List<Found> found = new ArrayList<>();
                    for (Path copy : Copies.beside(review)) {
                        Merged merged = sessions.planCopy(copy);
                        if (merged.brings()) {
                            found.add(new Found(copy, merged));
                        }
                    }
                    return found;
                })
                .then(found -> found.forEach(this::offer));
    }

    private void offer(Found found) {
        Form form = new Form();
        form.add(
                Labels.wrapped(texts.get(
                        "copy.sentence",
                        found.file().getFileName(),
                        found.merged().added(Travelling.DECISIONS),
                        found.merged().added(Travelling.RECORDS),
                        found.merged().conflicts().size())),
                0,
                0,
                2,
                1);
        form.setPrefWidth(WIDTH);
        if (dialogs.form(texts.get("copy.headline"), form, texts.get("copy.verb"))) {
            jobs.run(texts.get("team.merging"), p -> sessions.takeCopy(found.file()))
                    .then(merged ->
                            dialogs.notice(texts.get("copy.done", found.file().getFileName())));
        }
    }
}
