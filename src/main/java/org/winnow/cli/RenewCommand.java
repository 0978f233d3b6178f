package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Evaluation;
import org.winnow.dfllm.ask.Question;
import org.winnow.dfllm.ask.Renewal;
import org.winnow.dfllm.card.ModelVersions;
import org.winnow.dfllm.card.Runs;
import org.winnow.dfllm.corpus.CorpusJson;
import org.winnow.dfllm.dataset.PassageLines.Asked;
import org.winnow.dfllm.dataset.PassageLines.Pair;
import org.winnow.dfllm.dataset.Replay;
import org.winnow.dfllm.dataset.Split;
import org.winnow.dfllm.tune.Base;
import org.winnow.dfllm.tune.Members;
import org.winnow.dfllm.tune.Passages;
import org.winnow.dfllm.tune.Tuning;
import org.winnow.embedding.TunedNetwork;
import org.winnow.embedding.WordPieces;
import org.winnow.model.UserException;
import org.winnow.papers.Shelves;
import org.winnow.prisma.ReviewFlow;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements.Statement;
import org.winnow.store.Versions.Version;
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
    /** Fewer questions with passages teach nothing. */
    private static final int FEWEST = 8;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "gets dataset, network and renewal.json, the account")
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

    RenewCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        Path network = out.resolve("network");
        boolean goOn = Tuning.unfinished(network, resume);
        return writing(review -> {
            if (freeze != null) {
                review.write(new ReviewFlow(review).freeze(freeze, ""));
            }
            RenewData data = RenewData.of(review, cache(), console.progress("Reading full texts"));
            if (data.nothingNew()) {
                console.say("Nothing has come in since the corpus and the dataset were put on record.");
                return Failure.FOUND;
            }
            write(data);
            Statement inUse =
                    TunedNetwork.stated(review, TunedNetwork.RETRIEVAL).orElse(null);
            boolean further = inUse != null && !retrain;
            Base base = further ? Base.of(Path.of(inUse.note()), inUse.value()) : Base.miniLm();
            List<Pair> learn = mixture(data, further);
            Map<String, Object> tuned = tune(base, data, learn, network, goOn);
            Renewal renewal = compared(review, data, network, tuned);
            Map<String, Object> account = account(review, data, learn, base, tuned, renewal);
            keep(review, data, network, tuned, renewal, account);
            tell(data, account, renewal);
            return Failure.DONE;
        });
    }

    private void write(RenewData data) throws IOException {
        Path folder = Files.createDirectories(out.resolve("dataset"));
        data.files().forEach((name, bytes) -> WholeFile.write(folder.resolve(name), bytes));
    }

    private List<Pair> mixture(RenewData data, boolean further) {
        Map<Boolean, List<Pair>> parted =
                data.pairs(Split.TRAIN).stream().collect(Collectors.partitioningBy(data::isKnown));
        List<Pair> old = parted.getOrDefault(true, List.of());
        List<Pair> fresh = parted.getOrDefault(false, List.of());
        try {
            Replay mixed = new Replay(replay, options.settings().seed());
            List<Pair> learn = further ? mixed.of(fresh, old) : data.pairs(Split.TRAIN);
            if (learn.size() < FEWEST) {
                throw new UserException("There are " + learn.size() + " questions with their passages to learn from,"
                        + " and at least " + FEWEST + " are needed. Write more beside the reports (Q in the reader, or"
                        + " dataset add --quote), accept drafts, or begin anew with --retrain.");
            }
            return learn;
        } catch (IllegalArgumentException e) {
            throw new UserException("--replay: " + e.getMessage() + ".", e);
        }
    }

    private Map<String, Object> tune(Base base, RenewData data, List<Pair> learn, Path network, boolean goOn)
            throws IOException {
        WordPieces pieces = base.pieces(options.settings().pieces());
        Passages passages = new Passages(
                pieces(pieces, learn),
                pieces(pieces, data.pairs(Split.VALIDATION)),
                pieces(pieces, data.pairs(Split.TEST)));
        return options.members(base, cache())
                .run(network, goOn, (tuning, to, on) -> tuning.retrieval(passages, to, on, new TuneLines(console)));
    }

    private static List<Passages.Pair> pieces(WordPieces pieces, List<Pair> pairs) {
        return pairs.stream()
                .map(p -> Passages.Pair.of(pieces, p.question(), p.passage()))
                .toList();
    }

    /** The network in use and the new one, asked the same of the papers as they are now. */
    private Renewal compared(Review review, RenewData data, Path network, Map<String, Object> tuned) {
        List<Asked> asked = data.questions();
        List<Question> questions = asked.stream().map(Asked::question).toList();
        Set<Question> known = asked.stream()
                .filter(a -> data.known().contains(a.item()))
                .map(Asked::question)
                .collect(Collectors.toSet());
        try (Asking now = Shelves.of(review, cache(), console.progress("Reading full texts"));
                Asking then = now.foundBy(
                        Shelves.finder(new TunedNetwork(network, Members.network(tuned)), cache()),
                        console.progress("Reading passages"))) {
            return Renewal.of(
                    Evaluation.of(now, questions, Asking.THRESHOLD, console.progress("Asking")),
                    Evaluation.of(then, questions, Asking.THRESHOLD, console.progress("Asking")),
                    known,
                    now.tuned());
        }
    }

    private Map<String, Object> account(
            Review review, RenewData data, List<Pair> learn, Base base, Map<String, Object> tuned, Renewal renewal) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("format", "winnow-renewal/1");
        account.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        Optional<Version> version = review.versions().latest();
        account.put("review_version", version.map(Version::name).orElse(""));
        account.put("review_version_number", version.map(Version::number).orElse(0));
        account.put("reports", data.corpus().reports());
        account.put(
                "papers_sha256",
                data.corpus().papers().stream().map(p -> p.sha256()).sorted().toList());
        account.put("grown", data.growth() == null ? Map.of() : data.growth().json());
        account.put("dataset_files_sha256", data.account().getOrDefault("files_sha256", Map.of()));
        account.put("base", base.name());
        account.put("network", Members.network(tuned));
        account.put("learnt_from", learn.size());
        account.put("of_them_old", learn.stream().filter(data::isKnown).count());
        account.put("replay_share", replay);
        account.put("seed", options.settings().seed());
        account.put("questions", renewal.json());
        account.put("in_use", renewal.accepted());
        return account;
    }

    private void keep(
            Review review,
            RenewData data,
            Path network,
            Map<String, Object> tuned,
            Renewal renewal,
            Map<String, Object> account)
            throws IOException {
        byte[] bytes = CorpusJson.file(account);
        WholeFile.write(out.resolve("renewal.json"), bytes);
        List<Op<Void>> records = new ArrayList<>(data.records());
        records.add(Runs.record(Runs.TUNING, tuned));
        records.add(ModelVersions.add(Members.network(tuned), account));
        if (renewal.accepted()) {
            records.add(TunedNetwork.use(TunedNetwork.RETRIEVAL, Members.network(tuned), network));
        }
        review.write(Op.together("model-run", records));
    }

    private void tell(RenewData data, Map<String, Object> account, Renewal renewal) {
        if (json) {
            console.json(account);
            return;
        }
        if (data.growth() != null) {
            console.say(data.growth().words());
        }
        console.say("Learnt from " + account.get("learnt_from") + " questions, " + account.get("of_them_old")
                + " of them old ones.");
        console.say(renewal.words());
        console.say(
                renewal.accepted()
                        ? "The new network takes the place of the one before."
                        : "The new network is not shown to be as good; the one before stays in use.");
    }
}
