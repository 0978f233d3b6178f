package org.winnow.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
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

    @Option(
            names = "--all",
            description =
                    "all of these records. Without it, whoever shares them with others by winnow assign gets those"
                            + " that are assigned to them; the way back always holds all")
    private boolean all;

    @Option(names = "--assigned", description = "only what is assigned to the reviewer, also where that is nothing")
    private boolean assigned;

    @Mixin
    private Actor by;

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
        if (assigned && (all || part != null)) {
            throw new UserException("--assigned goes neither with --all nor with --share: choose one of them.");
        }
        if (!isKnown()) {
            // Whoever gets a pack screens the review from now on, as whoever decides does.
            writing(review -> {
                reviewer(review, reviewer);
                return Failure.DONE;
            });
        }
        return reading(review -> {
            Reviewer who = review.reviewers().named(reviewer).orElseThrow();
            Stage at = stage == null ? null : Words.stage(stage);
            boolean own = assigned || !all && part == null && Packing.followsAssignment(review, who, at);
            Packing.Request request =
                    new Packing.Request(who, at, query, !unblinded, withPdfs, own, part, by.person(review));
            Packed packed = new Packing(review, SessionCommand.fullTexts(file), Clock.systemUTC())
                    .pack(request, out, password.password(), console.progress("Pack"));
            tell(who, packed, own);
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

    private void tell(Reviewer who, Packed packed, boolean own) {
        long decisions = packed.rows().getOrDefault(Travelling.DECISIONS, 0L);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", out.toString());
            document.put("records", packed.records());
            document.put("assigned", own);
            document.put("decisions", decisions);
            document.put("bytes", packed.bytes());
            console.json(document);
        } else {
            console.say(packed.records() + (own ? " records assigned to " + who.name() + " and " : " records and ")
                    + decisions + " decisions of " + who.name() + " packed into " + out + ".");
        }
    }
}
