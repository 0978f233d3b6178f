package org.winnow.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.winnow.model.Reviewer;
import org.winnow.settings.SettingsFile;
import org.winnow.store.Review;
import org.winnow.store.Reviewers;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command on a review has: the file, and whether to answer in JSON. */
abstract class ReviewCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "REVIEW", description = "the review file, NAME.winnow")
    Path file;

    @Option(names = "--json", description = "print one JSON document")
    boolean json;

    final Console console;

    ReviewCommand(Console console) {
        this.console = console;
    }

    /** What the command does with the open review; gives the exit status. */
    interface Body {
        int on(Review review) throws Exception;
    }

    static Review opened(Path file, boolean toWrite) {
        return toWrite ? Review.open(file, Clock.systemUTC()) : Review.openReadOnly(file);
    }

    int writing(Body body) throws Exception {
        try (Review review = Review.open(file, Clock.systemUTC())) {
            return body.on(review);
        }
    }

    int reading(Body body) throws Exception {
        try (Review review = Review.openReadOnly(file)) {
            return body.on(review);
        }
    }

    /** Where this computer keeps what can be computed again. */
    static Path cache() {
        return SettingsFile.cache(System.getenv());
    }

    static Reviewer reviewer(Review review, String name) {
        return review.reviewers().named(name).orElseGet(() -> review.write(Reviewers.join(name)));
    }
}
