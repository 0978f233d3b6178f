package org.winnow.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Cursor;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.Exporting;
import org.winnow.model.Reviewer;
import org.winnow.sample.Sample;
import org.winnow.settings.SettingsFile;
import org.winnow.store.NewReview;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.Rotation;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Dialogs.FileKind;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.shell.ReviewActions;
import org.winnow.ui.shell.StatusBar;
import org.winnow.ui.start.StartView;
import org.winnow.ui.start.StartView.StartActions;

/** What is in the window: the start page or an open review; and what opens and closes reviews. */
final class MainWindow implements ReviewActions, StartActions {
    private final Stage stage;
    private final SettingsFile settings;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Jobs.Failures failures;
    private final Jobs jobs;
    private final Clock clock;
    private final BorderPane root = new BorderPane();
    private final StartView start;
    private final ReadOnlyStringWrapper undoText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoText = new ReadOnlyStringWrapper("");
    private Consumers consumers = shell -> {};
    private @Nullable OpenReview open;

    /** Hears which review is in the window, or null for none. */
    interface Consumers {
        void shown(@Nullable OpenReview review);
    }

    MainWindow(Stage stage, SettingsFile settings, Texts texts, Dialogs dialogs, Jobs.Failures failures, Clock clock) {
        this.stage = stage;
        this.settings = settings;
        this.texts = texts;
        this.dialogs = dialogs;
        this.failures = failures;
        this.jobs = new Jobs(failures);
        this.clock = clock;
        this.start = new StartView(this, texts);
    }

    BorderPane root() {
        return root;
    }

    void onShown(Consumers listener) {
        consumers = listener;
    }

    void showStart() {
        start.showRecent(settings.get().recent().stream().map(Path::of).toList());
        root.setCenter(start);
        root.setBottom(null);
        stage.setTitle(texts.get("app.name"));
        consumers.shown(null);
    }

    @Override
    public void newReview() {
        NewReviewForm form = new NewReviewForm(texts, settings.get().reviewer());
        if (!dialogs.form(texts.get("new.headline"), form.content(), texts.get("new.verb"))) {
            return;
        }
        NewReview spec = form.spec();
        dialogs.chooseTarget(texts.get("new.where"), form.fileName(), reviewFiles())
                .ifPresent(chosen -> {
                    Path file = chosen.toString().endsWith(".winnow")
                            ? chosen
                            : chosen.resolveSibling(chosen.getFileName() + ".winnow");
                    String name = spec.reviewers().get(0);
                    settings.change(s -> s.withReviewer(name));
                    opening(file, () -> {
                        Review review = Review.create(file, spec, clock);
                        return new Opened(review, Admission.reviewer(review, name));
                    });
                });
    }

    @Override
    public void openReview() {
        FileKind both = new FileKind(texts.get("open.session.kind"), List.of("winnow", "winnow-session"));
        dialogs.chooseFile(texts.get("open.title"), both).ifPresent(this::open);
    }

    private FileKind reviewFiles() {
        return new FileKind(texts.get("open.kind"), List.of("winnow"));
    }

    @Override
    public void open(Path file) {
        if (file.toString().endsWith(".winnow-session")) {
            openSession(file);
            return;
        }
        opening(file, () -> {
            Review review = Review.open(file, clock);
            return new Opened(review, whoDecides(review));
        });
    }

    /** A session that a colleague sent becomes a review file of one's own. */
    private void openSession(Path session) {
        Optional<String> password = new SessionForm(dialogs, texts).password(session);
        String name = session.getFileName().toString().replaceFirst("\\.winnow-session$", ".winnow");
        password.ifPresent(secret -> dialogs.chooseTarget(texts.get("open.session.where"), name, reviewFiles())
                .ifPresent(file -> openSession(session, secret, file)));
    }

    void openSession(Path session, String password, Path file) {
        opening(file, () -> {
            SessionService.Opened made = SessionService.open(session, password, file, clock);
            return new Opened(made.review(), Admission.reviewer(made.review(), made.reviewer()), "title-abstract");
        });
    }

    @Override
    public void sample() {
        sample(SettingsFile.folder(System.getenv()).resolve("sample"));
    }

    /** Opens the sample review of a folder, building it there first if it is not there yet. */
    void sample(Path folder) {
        Sample sample = new Sample(folder, clock, step -> {});
        opening(sample.file(), () -> {
            Path file = Files.exists(sample.file()) ? sample.file() : sample.build();
            Review review = Review.open(file, clock);
            return new Opened(review, whoDecides(review), "flow");
        });
    }

    /** @param firstScreen where to begin, unless another screen was open the last time */
    private record Opened(Review review, Reviewer reviewer, String title, String firstScreen) {
        Opened(Review review, Reviewer reviewer, String firstScreen) {
            this(review, reviewer, review.setup().info().title(), firstScreen);
        }

        Opened to(Reviewer person) {
            return new Opened(review, person, title, firstScreen);
        }

        Opened(Review review, Reviewer reviewer) {
            this(review, reviewer, review.imports().all().isEmpty() ? "import" : "title-abstract");
        }
    }

    private interface Opener {
        Opened open();
    }

    /** Opens one review at a time: asked again while it is at it, it goes on with the first. */
    private void opening(Path file, Opener opener) {
        if (start.busy()) {
            return;
        }
        closeReview();
        start.busyWith(texts.get("start.opening", file.getFileName()));
        root.setCursor(Cursor.WAIT);
        // In order: the same review may be on its way out.
        jobs.inOrder(p -> opener.open()).then(this::admit).atEnd(() -> {
            root.setCursor(null);
            start.ready();
        });
    }

    /** This user where the review knows them by name, else its first reviewer, else somebody new. */
    private Reviewer whoDecides(Review review) {
        String name = settings.get().reviewer();
        Optional<Reviewer> known = review.reviewers().named(name);
        if (known.isPresent()) {
            return known.get();
        }
        return review.reviewers().all().stream()
                .findFirst()
                .orElseGet(() -> Admission.reviewer(review, name.isBlank() ? System.getProperty("user.name") : name));
    }

    @Override
    public void decideAs() {
        OpenReview now = open;
        if (now != null) {
            new Admission(dialogs, texts, jobs)
                    .choose(now.review(), now.reviewer(), person -> decideAs(now, person), () -> {});
        }
    }

    private void decideAs(OpenReview now, Reviewer person) {
        settings.change(s -> s.withReviewer(person.name()));
        leave(now);
        jobs.inOrder(p -> new Opened(now.finish(), person)).then(this::show);
    }

    /** Shows what was opened to the person who decides, or to whom they say they are. */
    private void admit(Opened opened) {
        Review review = opened.review();
        new Admission(dialogs, texts, jobs).admit(review, opened.reviewer(), person -> show(opened.to(person)), () -> {
            jobs.inOrder(p -> {
                review.close();
                return null;
            });
            showStart();
        });
    }

    private void show(Opened opened) {
        Path file = opened.review().file();
        settings.change(s -> s.withRecent(file));
        Jobs own = new Jobs(failures);
        OpenReview now = new OpenReview(
                opened.review(),
                opened.title(),
                opened.reviewer(),
                own,
                texts,
                dialogs,
                settings,
                clock,
                screen -> settings.change(s -> s.withLastScreen(file, screen)));
        open = now;
        undoText.bind(now.undoText());
        redoText.bind(now.redoText());
        StatusBar status = new StatusBar(own, texts, this::decideAs);
        status.fileProperty().set(file.toString());
        status.reviewerProperty()
                .set(texts.get("status.reviewer", opened.reviewer().name()));
        root.setCenter(now.shell());
        root.setBottom(status);
        stage.setTitle(opened.title() + " – " + texts.get("app.name"));
        consumers.shown(now);
        now.shell()
                .go(settings.get()
                        .lastScreen()
                        .getOrDefault(file.toAbsolutePath().toString(), opened.firstScreen()));
        own.latest("backup", p -> new Rotation(file, clock).keep(opened.review()));
        new CopyOffer(now.review(), now.seen(), own, texts, dialogs, clock).look();
    }

    @Override
    public void forget(Path review) {
        settings.change(s -> s.withoutRecent(review));
        showStart();
    }

    @Override
    public void restore() {
        List<Path> recent = settings.get().recent().stream().map(Path::of).toList();
        jobs.inOrder(p -> RestoreForm.of(recent, clock))
                .then(choices -> new RestoreForm(dialogs, texts).ask(choices).ifPresent(choice -> jobs.inOrder(
                                p -> new Rotation(choice.review(), clock)
                                        .restore(choice.backup().file()))
                        .then(aside -> open(choice.review()))));
    }

    @Override
    public void backUp() {
        OpenReview now = open;
        if (now != null) {
            dialogs.chooseTarget(
                            texts.get("backup.title"),
                            "backup-" + now.review().file().getFileName(),
                            reviewFiles())
                    .ifPresent(target -> jobs.run(texts.get("backup.running"), p -> now.review()
                                    .backupTo(target))
                            .then(bytes -> dialogs.notice(texts.get("backup.done", target.getFileName()))));
        }
    }

    @Override
    public void exportRecords() {
        OpenReview now = open;
        if (now != null) {
            dialogs.chooseTarget(
                            texts.get("export.title"),
                            "records.ris",
                            new FileKind("RIS", List.of("ris")),
                            new FileKind("CSV", List.of("csv")))
                    .ifPresent(target -> jobs.run(texts.get("export.running"), p -> new Exporting(now.seen())
                                    .toFile(RecordQuery.everything(), Exporting.formatOf(target), target))
                            .then(n -> dialogs.notice(texts.get("export.done", n, target.getFileName()))));
        }
    }

    @Override
    public void closeReview() {
        OpenReview now = open;
        if (now != null) {
            leaveForGood(now);
            showStart();
        }
    }

    private void leave(OpenReview now) {
        open = null;
        undoText.unbind();
        redoText.unbind();
        undoText.set("");
        redoText.set("");
        now.leave();
    }

    /** The last write and the closing of the file take their time beside the FX thread. */
    private void leaveForGood(OpenReview now) {
        leave(now);
        jobs.inOrder(p -> {
            now.close();
            return null;
        });
    }

    /** Closes the review that is open. What is left to write is waited for by {@link #finish}. */
    void leaveEverything() {
        OpenReview now = open;
        if (now != null) {
            leaveForGood(now);
        }
        jobs.refuse();
    }

    /** Waits until everything is on the disk; beside the FX thread, after {@link #leaveEverything}. */
    void finish() {
        jobs.close();
    }

    @Override
    public void quit() {
        stage.hide();
    }

    @Override
    public void undo() {
        if (open != null) {
            open.undo();
        }
    }

    @Override
    public void redo() {
        if (open != null) {
            open.redo();
        }
    }

    @Override
    public ReadOnlyStringProperty undoText() {
        return undoText.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty redoText() {
        return redoText.getReadOnlyProperty();
    }

    /** Whether nothing is being opened or written. */
    boolean idle() {
        OpenReview now = open;
        return jobs.idle() && (now == null || now.idle());
    }

    /** The review in the window, or null. */
    @Nullable
    OpenReview openReviewNow() {
        return open;
    }
}
