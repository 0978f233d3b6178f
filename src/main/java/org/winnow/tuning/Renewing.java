package org.winnow.tuning;

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
import org.winnow.dfllm.ask.AnswerChanges;
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
import org.winnow.dfllm.tune.TuneSettings;
import org.winnow.dfllm.tune.TuneWatch;
import org.winnow.dfllm.tune.Tuning;
import org.winnow.embedding.TunedNetwork;
import org.winnow.embedding.WordPieces;
import org.winnow.model.UserException;
import org.winnow.papers.Shelves;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements.Statement;
import org.winnow.store.Versions.Version;
import org.winnow.work.Progress;
import org.winnow.work.WholeFile;

/**
 * Brings the network that finds passages up to date with a living review: it is tuned on what the dataset has for it, and
 * used from then on where it answers the questions of the test no worse than the one in use.
 *
 * @param cache where this computer keeps what can be computed again
 */
public record Renewing(Review review, Path cache) {
    /** The account, in the folder that it was brought up to date in. */
    public static final String ACCOUNT = "renewal.json";

    /** The network, below that folder. */
    public static final String NETWORK = "network";

    /** Fewer questions with passages teach nothing. */
    private static final int FEWEST = 8;

    /**
     * How it is done.
     *
     * @param replay share of old questions in what is learnt from
     * @param retrain whether to begin with the network that the program brings
     * @param settings of the run
     */
    public record Wish(double replay, boolean retrain, TuneSettings settings) {}

    /** Tunes a network in a folder; gives the account of it. */
    public interface Tunes {
        Map<String, Object> run(Base base, Path folder, boolean resume, Members.Run run) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param account as it is kept
     * @param changes of the answers to the questions of the test, by the network in use before and by the new one
     */
    public record Outcome(Map<String, Object> account, Renewal renewal, AnswerChanges changes) {}

    private record Compared(Renewal renewal, AnswerChanges changes) {}

    /**
     * Whether a run in the folder goes on: one that was broken off while it learnt, or before it was compared.
     *
     * @throws UserException where something else is in it
     */
    public static boolean goesOn(Path out, boolean resume) throws IOException {
        if (Files.exists(out.resolve(ACCOUNT))) {
            throw new UserException("The renewal in " + out + " is done, and each has a folder of its own: choose"
                    + " another. What is learnt goes on from the network in use, whatever folder that is in.");
        }
        return Tuning.unfinished(out.resolve(NETWORK), resume);
    }

    /**
     * Tunes, compares, keeps all of it on record, and uses the new network where it may.
     *
     * @param out gets dataset, network and account
     * @param resume whether a run in it goes on
     */
    public Outcome run(
            RenewData data, Wish wish, Tunes tunes, Path out, boolean resume, TuneWatch watch, Progress progress)
            throws IOException {
        Path folder = Files.createDirectories(out.resolve("dataset"));
        data.files().forEach((name, bytes) -> WholeFile.write(folder.resolve(name), bytes));
        Statement inUse = TunedNetwork.stated(review, TunedNetwork.RETRIEVAL).orElse(null);
        boolean further = inUse != null && !inUse.value().isEmpty() && !wish.retrain();
        Base base = further ? Base.of(Path.of(inUse.note()), inUse.value()) : Base.miniLm();
        List<Pair> learn = mixture(data, wish, further);
        Path network = out.resolve(NETWORK);
        Map<String, Object> tuned = tune(base, data, learn, wish.settings(), tunes, network, resume, watch);
        watch.judging();
        Compared compared = compared(data, network, tuned, progress);
        Map<String, Object> account = account(data, learn, base, tuned, wish, compared.renewal());
        keep(data, network, tuned, out, compared.renewal(), account);
        return new Outcome(account, compared.renewal(), compared.changes());
    }

    private static List<Pair> mixture(RenewData data, Wish wish, boolean further) {
        Map<Boolean, List<Pair>> parted =
                data.pairs(Split.TRAIN).stream().collect(Collectors.partitioningBy(data::isKnown));
        List<Pair> old = parted.getOrDefault(true, List.of());
        List<Pair> fresh = parted.getOrDefault(false, List.of());
        try {
            Replay mixed = new Replay(wish.replay(), wish.settings().seed());
            List<Pair> learn = further ? mixed.of(fresh, old) : data.pairs(Split.TRAIN);
            if (learn.size() < FEWEST) {
                throw new UserException("There are " + learn.size() + " questions with their passages to learn from,"
                        + " and at least " + FEWEST + " are needed. Write more beside the reports (Q in the reader),"
                        + " accept drafts, or begin anew with the network that the program brings.");
            }
            return learn;
        } catch (IllegalArgumentException e) {
            throw new UserException("The share of old questions: " + e.getMessage() + ".", e);
        }
    }

    private static Map<String, Object> tune(
            Base base,
            RenewData data,
            List<Pair> learn,
            TuneSettings settings,
            Tunes tunes,
            Path network,
            boolean resume,
            TuneWatch watch)
            throws IOException {
        WordPieces pieces = base.pieces(settings.pieces());
        Passages passages = new Passages(
                pieces(pieces, learn),
                pieces(pieces, data.pairs(Split.VALIDATION)),
                pieces(pieces, data.pairs(Split.TEST)));
        return tunes.run(base, network, resume, (tuning, to, on) -> tuning.retrieval(passages, to, on, watch));
    }

    private static List<Passages.Pair> pieces(WordPieces pieces, List<Pair> pairs) {
        return pairs.stream()
                .map(p -> Passages.Pair.of(pieces, p.question(), p.passage()))
                .toList();
    }

    /** The network in use and the new one, asked the same of the papers as they are now. */
    private Compared compared(RenewData data, Path network, Map<String, Object> tuned, Progress progress) {
        List<Asked> asked = data.questions();
        List<Question> questions = asked.stream().map(Asked::question).toList();
        Set<Question> known = asked.stream()
                .filter(a -> data.known().contains(a.item()))
                .map(Asked::question)
                .collect(Collectors.toSet());
        try (Asking now = Shelves.of(review, cache, progress);
                Asking then = now.foundBy(
                        Shelves.finder(new TunedNetwork(network, Members.network(tuned)), cache), progress)) {
            Evaluation before = Evaluation.of(now, questions, Asking.THRESHOLD, progress);
            Evaluation after = Evaluation.of(then, questions, Asking.THRESHOLD, progress);
            return new Compared(Renewal.of(before, after, known, now.tuned()), AnswerChanges.between(before, after));
        }
    }

    private Map<String, Object> account(
            RenewData data, List<Pair> learn, Base base, Map<String, Object> tuned, Wish wish, Renewal renewal) {
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
        account.put("replay_share", wish.replay());
        account.put("seed", wish.settings().seed());
        account.put("questions", renewal.json());
        account.put("in_use", renewal.accepted());
        return account;
    }

    private void keep(
            RenewData data,
            Path network,
            Map<String, Object> tuned,
            Path out,
            Renewal renewal,
            Map<String, Object> account)
            throws IOException {
        byte[] bytes = CorpusJson.file(account);
        WholeFile.write(out.resolve(ACCOUNT), bytes);
        List<Op<Void>> records = new ArrayList<>(data.records());
        records.add(Runs.record(Runs.TUNING, tuned));
        records.add(ModelVersions.add(Members.network(tuned), account));
        if (renewal.accepted()) {
            records.add(TunedNetwork.use(TunedNetwork.RETRIEVAL, Members.network(tuned), network));
        }
        review.write(Op.together("model-run", records));
    }

    /** What came in and what was learnt from, in sentences. */
    public static String words(RenewData data, Outcome outcome) {
        String grown = data.growth() == null ? "" : data.growth().words() + " ";
        return grown + "Learnt from " + outcome.account().get("learnt_from") + " questions, "
                + outcome.account().get("of_them_old") + " of them old ones. "
                + outcome.renewal().words();
    }
}
