package org.winnow.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.winnow.bench.Figure;
import org.winnow.bench.Samples;
import org.winnow.bench.Workplace;
import org.winnow.fulltext.PdfFolder;
import org.winnow.fulltext.reading.BookFixture;
import org.winnow.model.RecordId;
import org.winnow.model.SourceKind;
import org.winnow.settings.SettingsFile;
import org.winnow.store.Attachments;
import org.winnow.store.Attachments.NewDocument;
import org.winnow.store.NewReview;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

/** How long a frame of the reader takes while pages that are drawn already are scrolled, one step a frame. */
final class ScrollBench {
    private static final int FRAMES = 400;
    private static final int STEP = 24;
    /** Frames in one direction before it goes back, over pages that stay in the cache. */
    private static final int LEG = 50;

    private ScrollBench() {}

    public static void main(String[] args) throws Exception {
        Workplace workplace = new Workplace(Path.of(args[0]));
        Path folder = Files.createDirectories(workplace.folder().resolve("scrolling"));
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        Samples frames = new Samples();
        CountDownLatch done = new CountDownLatch(1);
        Path review = review(folder);
        Platform.runLater(() -> begin(review, folder, frames, done));
        boolean well = done.await(2, TimeUnit.MINUTES);
        workplace
                .report()
                .add(Figure.of("a frame of the reader while cached pages are scrolled", frames, "ms")
                        .withGoal("16.7 ms: 60 frames a second"));
        System.exit(well ? 0 : 1);
    }

    private static Path review(Path folder) throws Exception {
        Path file = folder.resolve("scrolling.winnow");
        Files.deleteIfExists(file);
        try (Review review = Review.create(file, new NewReview("Scrolling", List.of("Ada"), 1), Clock.systemUTC())) {
            TestReview.importTitles(review, "Colleagues", SourceKind.OTHER, "A book");
            String sha256 = new PdfFolder(file).keep(BookFixture.book(folder.resolve("book.pdf"), 100));
            review.write(Attachments.attach(
                    new RecordId(1), "book.pdf", "made", new NewDocument(sha256, 1, false, List.of("")), null));
        }
        return file;
    }

    private static void begin(Path review, Path folder, Samples frames, CountDownLatch done) {
        Stage stage = new Stage();
        MainWindow window = DesktopApp.build(stage, new SettingsFile(folder), Clock.systemUTC());
        stage.setWidth(1280);
        stage.setHeight(820);
        stage.show();
        window.open(review);
        new Frames(window, stage, frames, done).start();
    }

    /** Opens the reader, lets it come to rest, goes once there and back, and then measures. */
    private static final class Frames extends AnimationTimer {
        private final MainWindow window;
        private final Stage stage;
        private final Samples frames;
        private final CountDownLatch done;
        private int count = -2 * LEG;
        private long before;

        Frames(MainWindow window, Stage stage, Samples frames, CountDownLatch done) {
            this.window = window;
            this.stage = stage;
            this.frames = frames;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            OpenReview open = window.openReviewNow();
            Node pages = stage.getScene().lookup("#pages");
            if (open != null && pages == null) {
                open.shell().go("reader");
            } else if (pages != null && stage.getScene().lookup("#page-1 .image-view") != null || count > -2 * LEG) {
                step(pages);
            }
        }

        private void step(Node pages) {
            long at = System.nanoTime();
            if (count > 0) {
                frames.add((at - before) / 1e6);
            }
            before = at;
            int direction = Math.floorMod(count, 2 * LEG) < LEG ? -1 : 1;
            Event.fireEvent(pages, scroll(direction * STEP));
            if (++count > FRAMES) {
                stop();
                done.countDown();
            }
        }

        private static ScrollEvent scroll(double dy) {
            return new ScrollEvent(
                    ScrollEvent.SCROLL,
                    100,
                    100,
                    100,
                    100,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    0,
                    dy,
                    0,
                    dy,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null);
        }
    }
}
