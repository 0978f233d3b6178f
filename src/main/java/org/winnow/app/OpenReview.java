package org.winnow.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.settings.SettingsFile;
import org.winnow.store.Changes;
import org.winnow.store.Review;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Screen;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.shell.Shell;

/** A review in the window: its screens, its undo, and who decides. A page that is thrown away when it is closed. */
final class OpenReview implements AutoCloseable {
    private final Review review;
    /** As far as the team lets this person see. */
    private final Review seen;

    private final Reviewer reviewer;
    private final Jobs jobs;
    private final Texts texts;
    private final Shell shell;
    private final ReadOnlyStringWrapper undoText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoText = new ReadOnlyStringWrapper("");
    private final Consumer<Changes> listener = changes -> Platform.runLater(() -> changed(changes));

    /** @param visited hears which screen is in front */
    OpenReview(
            Review review,
            String title,
            Reviewer reviewer,
            Jobs jobs,
            Texts texts,
            Dialogs dialogs,
            SettingsFile settings,
            Clock clock,
            Consumer<String> visited) {
        this.review = review;
        this.seen = review.seenBy(reviewer.id());
        this.reviewer = reviewer;
        this.jobs = jobs;
        this.texts = texts;
        Navigation navigation = new Navigation();
        List<Screen> screens = Wiring.screens(
                seen,
                reviewer,
                jobs,
                texts,
                dialogs,
                navigation,
                settings,
                new SessionService(review, seen, clock),
                new AuditFiles(review, reviewer));
        this.shell = new Shell(
                title,
                String.valueOf(review.file().getFileName()),
                screens,
                section -> texts.get("rail." + section.name().toLowerCase(texts.locale())),
                visited);
        navigation.shell = Optional.of(shell);
        review.addListener(listener);
        screens.forEach(Screen::opened);
        loadUndo();
    }

    /** Lets screens lead to each other before the shell that holds them exists. */
    private static final class Navigation implements Navigator {
        private Optional<Shell> shell = Optional.empty();

        @Override
        public void go(String screen) {
            shell.ifPresent(s -> s.go(screen));
        }

        @Override
        public void alone(boolean now) {
            shell.ifPresent(s -> s.alone(now));
        }
    }

    Review review() {
        return review;
    }

    /** The review as the person who decides may see it. */
    Review seen() {
        return seen;
    }

    Reviewer reviewer() {
        return reviewer;
    }

    /** Whether nothing is being read or written for the screens. */
    boolean idle() {
        return jobs.idle();
    }

    Shell shell() {
        return shell;
    }

    ReadOnlyStringProperty undoText() {
        return undoText.getReadOnlyProperty();
    }

    ReadOnlyStringProperty redoText() {
        return redoText.getReadOnlyProperty();
    }

    void undo() {
        jobs.inOrder(p -> seen.undo()).then(this::back);
    }

    void redo() {
        jobs.inOrder(p -> seen.redo()).then(this::back);
    }

    private void back(Optional<Changes> changes) {
        RecordId focus = changes.map(Changes::focus).orElse(null);
        if (focus != null) {
            shell.returnTo(focus);
        }
    }

    private void changed(Changes changes) {
        shell.refresh(changes);
        loadUndo();
    }

    private record Names(String undo, String redo) {}

    private void loadUndo() {
        jobs.latest("undo-names", p -> new Names(name(seen.undoName()), name(seen.redoName())))
                .then(names -> {
                    undoText.set(names.undo());
                    redoText.set(names.redo());
                });
    }

    private String name(Optional<String> op) {
        return op.map(n -> texts.getOr("op." + n, n)).orElse("");
    }

    /** Takes the screens away; what they still have to write is given to the jobs. On the FX thread. */
    void leave() {
        review.removeListener(listener);
        shell.screens().forEach(Screen::hidden);
        jobs.refuse();
    }

    /** Waits until what was to be written is on the disk; beside the FX thread, after {@link #leave}. */
    Review finish() {
        jobs.close();
        shell.screens().forEach(Screen::closed);
        seen.close();
        return review;
    }

    /** Finishes and closes the review; beside the FX thread, after {@link #leave}. */
    @Override
    public void close() {
        finish().close();
    }
}
