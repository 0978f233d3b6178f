package org.winnow.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.winnow.store.NewReview;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "new", description = "Make an empty review.", mixinStandardHelpOptions = true)
final class NewCommand extends ReviewCommand {
    @Option(names = "--title", required = true, paramLabel = "TITLE")
    private String title;

    @Option(names = "--reviewer", paramLabel = "NAME", description = "somebody who will decide; may be repeated")
    private List<String> reviewers = new ArrayList<>();

    @Option(
            names = "--screeners-per-record",
            paramLabel = "N",
            defaultValue = "2",
            description = "how many verdicts settle a record once that many people screen (default: ${DEFAULT-VALUE})")
    private int screeners;

    NewCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (screeners < 1) {
            console.note("winnow: --screeners-per-record must be at least 1.");
            return Failure.USAGE;
        }
        if (title.isBlank()) {
            console.note("winnow: --title needs words: what the review is about.");
            return Failure.USAGE;
        }
        try (Review review = Review.create(file, new NewReview(title, reviewers, screeners), Clock.systemUTC())) {
            String id = review.setup().info().uuid().toString();
            if (json) {
                console.json(Map.of("review", file.toString(), "id", id));
            } else {
                console.say("Made " + file + ". Next: winnow import \"" + file + "\" FILE...");
            }
        }
        return Failure.DONE;
    }
}
