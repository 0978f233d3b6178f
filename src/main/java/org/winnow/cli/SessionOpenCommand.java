package org.winnow.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.winnow.session.Merging;
import org.winnow.session.Pack;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "open",
        description = "Make a review file of a session, to work in without the others.",
        mixinStandardHelpOptions = true)
final class SessionOpenCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE.winnow-session")
    private Path file;

    @Option(names = "--out", required = true, paramLabel = "REVIEW", description = "the review file to make")
    private Path out;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Mixin
    private PasswordOption password;

    private final Console console;

    SessionOpenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Pack pack = Pack.open(file, password.password(), console.progress("Open"));
                Review review = Merging.open(pack, out, Clock.systemUTC())) {
            new Merging(review, review, SessionCommand.fullTexts(out), Clock.systemUTC()).keepFullTexts(pack);
            long records = review.records().count(RecordQuery.everything());
            if (json) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("review", out.toString());
                document.put("id", pack.review().uuid().toString());
                document.put("reviewer", pack.reviewer());
                document.put("records", records);
                console.json(document);
            } else {
                console.say(out + " holds " + records + " records of \""
                        + pack.review().title() + "\" for "
                        + pack.reviewer() + ". Send the work back with: winnow session pack " + out + " --reviewer \""
                        + pack.reviewer() + "\" --out FILE.winnow-session");
            }
            return Failure.DONE;
        }
    }
}
