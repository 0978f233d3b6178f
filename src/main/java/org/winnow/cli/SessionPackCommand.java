package org.winnow.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Reviewer;
import org.winnow.model.UserException;
import org.winnow.session.Packing;
import org.winnow.session.Packing.Packed;
import org.winnow.store.Review;
import org.winnow.store.Share;
import org.winnow.store.Travelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "pack",
        description = "Pack records, criteria, tags and the reviewer's own decisions into one file for a colleague,"
                + " or to send a session back.",
        mixinStandardHelpOptions = true)
final class SessionPackCommand extends ReviewCommand {
    @Option(names = "--reviewer", required = true, paramLabel = "NAME", description = "who gets it, or sends it back")
    private String reviewer;

    @Option(names = "--out", required = true, paramLabel = "FILE.winnow-session")
    private Path out;

    @Option(names = "--stage", paramLabel = "STAGE", description = "only records that this stage is for")
    private @Nullable String stage;

    @Option(names = "--records", paramLabel = "WORDS", defaultValue = "", description = "only records with these words")
    private String query;

    @Option(
            names = "--share",
            paramLabel = "I/N",
            description = "only the Ith of N shares of the records, which are random and the same for everybody")
    private @Nullable String share;

    @Option(
            names = "--overlap",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "how many records in a hundred are in every share")
    private int overlap;

    @Option(names = "--unblinded", description = "take along what everybody has decided, noted and tagged")
    private boolean unblinded;

    @Option(names = "--with-pdfs", description = "take the full texts along")
    private boolean withPdfs;

    @Mixin
    private PasswordOption password;

    SessionPackCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        Share part = share();
        if (!isKnown()) {
            // Whoever gets a pack screens the review from now on, as whoever decides does.
            writing(review -> {
                reviewer(review, reviewer);
                return Failure.DONE;
            });
        }
        return reading(review -> {
            Reviewer who = review.reviewers().named(reviewer).orElseThrow();
            Packing.Request request = new Packing.Request(
                    who, stage == null ? null : Words.stage(stage), query, !unblinded, withPdfs, part);
            Packed packed = new Packing(review, SessionCommand.fullTexts(file), Clock.systemUTC())
                    .pack(request, out, password.password(), console.progress("Pack"));
            tell(who, packed);
            return Failure.DONE;
        });
    }

    private boolean isKnown() {
        try (Review review = Review.openReadOnly(file)) {
            return review.reviewers().named(reviewer).isPresent();
        }
    }

    private @Nullable Share share() {
        String words = share;
        return words == null
                ? null
                : Share.of(words, overlap)
                        .orElseThrow(() -> new UserException("\"" + words + "\" with " + overlap
                                + " % in all is no share: write 2/3 for the second of three, and an overlap from 0 to"
                                + " 100."));
    }

    private void tell(Reviewer who, Packed packed) {
        long decisions = packed.rows().getOrDefault(Travelling.DECISIONS, 0L);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", out.toString());
            document.put("records", packed.records());
            document.put("decisions", decisions);
            document.put("bytes", packed.bytes());
            console.json(document);
        } else {
            console.say(packed.records() + " records and " + decisions + " decisions of " + who.name() + " packed into "
                    + out + ".");
        }
    }
}
