package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.tune.Base;
import org.winnow.dfllm.tune.Passages;
import org.winnow.dfllm.tune.TuneSettings;
import org.winnow.dfllm.tune.Tuning;
import org.winnow.embedding.TunedNetwork;
import org.winnow.embedding.WordPieces;
import org.winnow.model.ReviewerId;
import org.winnow.model.UserException;
import org.winnow.store.Review;
import org.winnow.tuning.ScreeningTuning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "tune",
        description = "Tune the network that reads texts for their meaning to this review, on this computer, and use it"
                + " where it is better. Nothing is sent anywhere.",
        mixinStandardHelpOptions = true)
final class TuneCommand extends ReviewCommand {
    private static final double VALIDATE = 0.2;
    private static final double JUDGE = 0.2;
    private static final int FEWEST_PAIRS = 20;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "gets the learnt weights, the whole network (model.onnx) and the account (tuning.json)")
    private @Nullable Path out;

    @Option(
            names = "--objective",
            defaultValue = TunedNetwork.SCREENING,
            paramLabel = "NAME",
            description = "screening (tell relevant records from others, by verdicts) or retrieval (find the passage"
                    + " of a question); ${DEFAULT-VALUE} otherwise")
    private String objective;

    @Option(
            names = "--reviewer",
            paramLabel = "NAME",
            description = "learn from this person's verdicts; otherwise from what is settled")
    private @Nullable String reviewer;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            defaultValue = "title-abstract",
            description = "whose verdicts (${DEFAULT-VALUE})")
    private String stage;

    @Option(
            names = "--pairs",
            paramLabel = "FILE.jsonl",
            description = "for retrieval: a line for each question with its passage; otherwise the titles of the"
                    + " review's records with their abstracts")
    private @Nullable Path pairs;

    @Option(names = "--resume", description = "go on with the run in the folder that was broken off")
    private boolean resume;

    @Option(names = "--forget", description = "take the tuned networks of this review out of use; no files are removed")
    private boolean forget;

    @Mixin
    private TuneOptions options;

    @Mixin
    private TuneHelp help;

    TuneCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        if (forget) {
            return writing(this::forgotten);
        }
        if (out == null) {
            throw new UserException("Say where the tuned network goes: --out FOLDER.");
        }
        Path folder = out;
        TuneSettings settings = options.settings();
        boolean goOn = Tuning.unfinished(folder, resume);
        return writing(whole -> {
            refuseOne(whole);
            Review review = SeenBy.of(whole, console, null);
            Map<String, Object> account =
                    switch (objective) {
                        case TunedNetwork.SCREENING -> screening(review, settings, folder, goOn);
                        case TunedNetwork.RETRIEVAL -> retrieval(review, settings, folder, goOn);
                        default ->
                            throw new UserException(
                                    "There is no objective \"" + objective + "\": write screening or retrieval.");
                    };
            Tuning.rewrite(folder, account);
            tell(review, account, folder);
            return Failure.DONE;
        });
    }

    /** What one person decided would order what the others read. */
    private void refuseOne(Review review) {
        if (reviewer != null && review.team().rights().hides()) {
            throw new UserException(
                    "The team is blinded: a network that learns from one person's verdicts would order"
                            + " the records of the others by them. Leave --reviewer out; then it learns from what is finished.");
        }
    }

    private int forgotten(Review review) {
        for (String use : List.of(TunedNetwork.SCREENING, TunedNetwork.RETRIEVAL)) {
            if (TunedNetwork.stated(review, use).isPresent()) {
                review.write(TunedNetwork.use(use, "", Path.of("")));
            }
        }
        console.say("This review uses no tuned network now.");
        return Failure.DONE;
    }

    private Map<String, Object> screening(Review review, TuneSettings settings, Path folder, boolean goOn)
            throws IOException {
        ReviewerId who = reviewer == null ? null : reviewer(review, reviewer).id();
        return new ScreeningTuning(review, cache())
                .run(
                        help.lesson(Words.stage(stage), who),
                        settings,
                        options.members(Base.miniLm(), cache()),
                        folder,
                        goOn,
                        new TuneLines(console),
                        console.progress("Reading records for their meaning"));
    }

    private Map<String, Object> retrieval(Review review, TuneSettings settings, Path folder, boolean goOn)
            throws IOException {
        List<TunePairs> all = pairs == null ? TunePairs.of(review) : TunePairs.read(pairs);
        if (all.size() < FEWEST_PAIRS) {
            throw new UserException("Tuning for retrieval needs " + FEWEST_PAIRS
                    + " questions with their passages; there are " + all.size() + ". Add some with --pairs.");
        }
        Base base = Base.miniLm();
        WordPieces pieces = base.pieces(settings.pieces());
        Passages parts = Passages.of(
                all.stream()
                        .map(p -> Passages.Pair.of(pieces, p.question(), p.passage()))
                        .toList(),
                VALIDATE,
                JUDGE,
                settings.seed());
        Map<String, Object> account = options.members(base, cache())
                .run(folder, goOn, (tuning, to, on) -> tuning.retrieval(parts, to, on, new TuneLines(console)));
        account.put("inUse", false);
        return account;
    }

    private void tell(Review review, Map<String, Object> account, Path folder) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>(account);
            document.put("folder", folder.toString());
            console.json(document);
            return;
        }
        if (account.get("members") instanceof List<?> members) {
            console.say(members.size() + " members were tuned and joined by their " + account.get("join") + ". In "
                    + folder + ".");
        } else {
            console.say("Tuned in " + account.get("steps") + " steps; best after " + account.get("bestStep") + ". In "
                    + folder + ".");
        }
        if (account.get("judgement") instanceof Map<?, ?> judgement) {
            console.say(String.valueOf(judgement.get("words")));
            console.say(
                    Boolean.TRUE.equals(account.get("inUse"))
                            ? "The tuned network is better there; this review uses it from now on."
                            : "The tuned network is not shown to be better there; this review goes on without it.");
        } else {
            if (account.containsKey("tuned")) {
                console.say("On questions that were not learnt from: untuned " + account.get("untuned") + ", tuned "
                        + account.get("tuned") + ".");
            }
            console.say("Whether it finds passages better than ask does without it: winnow evaluate REVIEW --questions"
                    + " FILE.jsonl --tuned " + folder + ".");
        }
    }
}
