package org.winnow.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.winnow.prisma.ReviewFlow;
import org.winnow.store.Review;
import org.winnow.tuning.RenewData;
import org.winnow.tuning.Renewing;
import org.winnow.tuning.Renewing.Outcome;
import org.winnow.work.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "renew",
        description = "Bring corpus, dataset and tuned network up to date with a living review: what came in since goes"
                + " in, the network is tuned further with old questions mixed among the new ones, and takes the place of"
                + " the one in use where the questions of the version before are not answered worse. Nothing is sent"
                + " anywhere.",
        mixinStandardHelpOptions = true)
final class RenewCommand extends ReviewCommand {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "gets dataset, network, renewal.json, the account, and answers.svg, how answers changed")
    private Path out = Path.of("");

    @Option(
            names = "--replay",
            defaultValue = "0.5",
            paramLabel = "SHARE",
            description = "of old questions in what is learnt from (${DEFAULT-VALUE})")
    private double replay;

    @Option(names = "--retrain", description = "begin with the network that the program brings, and learn all anew")
    private boolean retrain;

    @Option(names = "--freeze", paramLabel = "NAME", description = "freeze the review as a version of this name first")
    private @Nullable String freeze;

    @Option(names = "--resume", description = "go on with the run in the folder that was broken off")
    private boolean resume;

    @Mixin
    private TuneOptions options;

    @Mixin
    private SeenBy seenBy = new SeenBy();

    RenewCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        boolean goOn = Renewing.goesOn(out, resume);
        return writing(whole -> {
            seenBy.toRecord(whole);
            Review review = seenBy.of(whole, console);
            if (freeze != null) {
                review.write(new ReviewFlow(review).freeze(freeze, ""));
            }
            RenewData data = RenewData.of(review, cache(), console.progress("Reading full texts"));
            if (data.nothingNew()) {
                console.say("Nothing has come in since the corpus and the dataset were put on record.");
                return Failure.FOUND;
            }
            Outcome outcome = new Renewing(review, cache())
                    .run(
                            data,
                            new Renewing.Wish(replay, retrain, options.settings()),
                            (base, to, on, learn) ->
                                    options.members(base, cache()).run(to, on, learn),
                            out,
                            goOn,
                            new TuneLines(console),
                            console.progress("Asking"));
            WholeFile.write(out.resolve("answers.svg"), outcome.changes().picture());
            tell(data, outcome);
            return Failure.DONE;
        });
    }

    private void tell(RenewData data, Outcome outcome) {
        if (json) {
            console.json(outcome.account());
            return;
        }
        console.say(Renewing.words(data, outcome));
        console.say(
                outcome.renewal().accepted()
                        ? "The new network takes the place of the one before."
                        : "The new network is not shown to be as good; the one before stays in use.");
    }
}
