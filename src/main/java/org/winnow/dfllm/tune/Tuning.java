package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.model.Sha256;
import org.winnow.model.UserException;
import org.winnow.work.Cancelled;

/** Tunes a network and leaves in a folder all that came of it: weights, the whole network, and an account. */
public final class Tuning {
    /** The tuned network as a whole. */
    public static final String NETWORK = "model.onnx";

    /** What cuts texts for it. */
    public static final String TOKENIZER = "tokenizer.json";

    /** The account of the run. */
    public static final String ACCOUNT = "tuning.json";

    static final String CHECKPOINT = "checkpoint.safetensors";

    /** Of the account: whether the network is used. It is there as soon as that is settled. */
    public static final String IN_USE = "inUse";

    private static final String IDENTITY = "identity";
    private static final String HEAD = "head.";
    private static final double SAME = 1e-4;
    private static final int COMPARED = 8;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Base base;
    private final TuneSettings settings;
    private final Path cache;

    /** @param cache where PyTorch's machine code may be unpacked */
    public Tuning(Base base, TuneSettings settings, Path cache) {
        this.base = base;
        this.settings = settings;
        this.cache = cache;
    }

    long seed() {
        return settings.seed();
    }

    /** Whether there is a state in the folder that a run can go on from. */
    public static boolean begun(Path folder) {
        return Files.exists(folder.resolve(ACCOUNT))
                || Files.exists(folder.resolve(CHECKPOINT))
                || Files.exists(folder.resolve(Members.FOLDER + 1));
    }

    /** Whether the network in the folder is tuned and it is settled whether it is used. */
    public static boolean done(Path folder) throws IOException {
        return Files.exists(folder.resolve(ACCOUNT)) && account(folder).containsKey(IN_USE);
    }

    /**
     * Whether there is a run in the folder that can be taken up again.
     *
     * @throws UserException where something else is in it that would be overwritten
     */
    public static boolean unfinished(Path folder, boolean resume) throws IOException {
        boolean begun = begun(folder);
        if (done(folder)) {
            throw new UserException("In " + folder + " there is a tuned network already. Choose another folder.");
        }
        if (begun && !resume) {
            throw new UserException("In " + folder
                    + " there is a run that was broken off. Continue it with --resume, or choose another folder.");
        }
        Files.createDirectories(folder);
        return begun;
    }

    /**
     * Learns to tell relevant records from irrelevant ones.
     *
     * @param beside what there is to learn from beside the verdicts
     * @return the account, as it is written to the folder
     * @throws Cancelled when the watch says so; the run can be taken up again
     */
    public Map<String, Object> screening(
            Screened learn, Screened validate, Beside beside, Path folder, boolean resume, TuneWatch watch)
            throws IOException {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("learn", Map.of("records", learn.size(), "relevant", learn.relevantCount()));
        data.put("validate", Map.of("records", validate.size(), "relevant", validate.relevantCount()));
        data.putAll(beside.said());
        Objective main =
                new ScreeningObjective(learn, validate, settings.batch(), settings.contrast(), settings.seed());
        Objective objective = new Aided(main, beside.aids(settings.batch(), settings.seed()));
        List<long[]> texts = learn.texts().subList(0, Math.min(COMPARED, learn.size()));
        return run(new Job("screening", objective, data, texts, beside::figures), folder, resume, watch);
    }

    /** Learns to find the passage of a question; measures on pairs that are not learnt from, before and after. */
    public Map<String, Object> retrieval(Passages passages, Path folder, boolean resume, TuneWatch watch)
            throws IOException {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("learn", Map.of("pairs", passages.learn().size()));
        data.put("validate", Map.of("pairs", passages.validate().size()));
        data.put("judge", Map.of("pairs", passages.judge().size()));
        Objective objective =
                new PassageObjective(passages.learn(), passages.validate(), settings.batch(), settings.seed());
        List<long[]> texts = passages.learn().stream()
                .limit(COMPARED)
                .map(Passages.Pair::passage)
                .toList();
        return run(
                new Job("retrieval", objective, data, texts, bert -> PassageObjective.figures(bert, passages.judge())),
                folder,
                resume,
                watch);
    }

    /** What a run is about. */
    private record Job(
            String name, Objective objective, Map<String, Object> data, List<long[]> compared, Measure measure) {}

    private interface Measure {
        Map<String, Object> of(Bert bert);
    }

    private Map<String, Object> run(Job job, Path folder, boolean resume, TuneWatch watch) throws IOException {
        String identity = Sha256.of(settings + job.objective.hash() + Sha256.of(base.onnx()));
        if (resume && Files.exists(folder.resolve(ACCOUNT))) {
            return tuned(folder, identity);
        }
        OnnxBert file = OnnxBert.of(base.onnx());
        Map<String, Tensor> weights = file.weights();
        try (NDManager manager = Torch.manager(cache, settings.threads())) {
            Map<String, Tensor> more;
            try (Bert untuned = bert(manager, file.shape(), weights, Map.of())) {
                more = job.objective.start(untuned, watch);
            }
            Bert bert = bert(manager, file.shape(), weights, more);
            // Every way of tuning begins with the network as it was.
            Map<String, Object> before = job.measure.of(bert);
            Training.Result result = new Training(
                            bert, job.objective, settings, folder.resolve(CHECKPOINT), identity, watch)
                    .run(resume);
            byte[] onnx = file.tuned(settings.method(), weights, bert.values());
            double parity = parity(bert, onnx, job.compared);
            Map<String, Object> account = new LinkedHashMap<>(TuneAccount.of(base, settings, job.name, result));
            job.data.put("sha256", job.objective.hash());
            account.put("data", job.data);
            account.put(IDENTITY, identity);
            account.put("parity", parity);
            if (!before.isEmpty()) {
                account.put("untuned", before);
                account.put("tuned", job.measure.of(bert));
            }
            write(folder, onnx, bert.values(), account);
            return account;
        }
    }

    /** What was tuned before the program was ended, and only has to be judged. */
    private static Map<String, Object> tuned(Path folder, String identity) throws IOException {
        Map<String, Object> account = account(folder);
        if (!identity.equals(account.get(IDENTITY))) {
            throw new OtherRun(folder.resolve(ACCOUNT));
        }
        return account;
    }

    private Bert bert(NDManager manager, BertShape shape, Map<String, Tensor> weights, Map<String, Tensor> more) {
        return new Bert(manager.newSubManager(), shape, weights, settings.method(), settings.seed(), more);
    }

    /** What leaves this program must be what was tuned. */
    private double parity(Bert bert, byte[] onnx, List<long[]> texts) {
        try {
            double difference = Parity.difference(bert, onnx, settings.threads(), texts);
            if (!(difference <= SAME)) {
                throw new IllegalStateException(
                        "the network that was written differs from the tuned one by " + difference);
            }
            return difference;
        } catch (OrtException e) {
            throw new IllegalStateException("the network that was written does not run", e);
        }
    }

    private void write(Path folder, byte[] onnx, Map<String, Tensor> values, Map<String, Object> account)
            throws IOException {
        Map<String, Tensor> head = new LinkedHashMap<>(values);
        head.keySet().removeIf(name -> !name.startsWith(HEAD));
        Map<String, Tensor> own = new LinkedHashMap<>(values);
        own.keySet().removeAll(head.keySet());
        Map<String, byte[]> files = new LinkedHashMap<>(Peft.files(base, settings.method(), own));
        if (!head.isEmpty()) {
            files.put("head.safetensors", new Safetensors(head, Map.of("format", "pt")).bytes());
        }
        files.put(NETWORK, onnx);
        files.put(TOKENIZER, base.tokenizer());
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            put(folder.resolve(file.getKey()), file.getValue());
            hashes.put(file.getKey(), Sha256.of(file.getValue()));
        }
        account.put("files", hashes);
        account.put("network", hashes.get(NETWORK));
        rewrite(folder, account);
        Files.deleteIfExists(folder.resolve(CHECKPOINT));
    }

    /** The account of a run that is done. */
    static Map<String, Object> account(Path folder) throws IOException {
        return JSON.readValue(folder.resolve(ACCOUNT).toFile(), new TypeReference<>() {});
    }

    /** Writes the account, last of all: where it is, the rest is too. */
    public static void rewrite(Path folder, Map<String, Object> account) throws IOException {
        put(folder.resolve(ACCOUNT), JSON.writeValueAsBytes(account));
    }

    static void put(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
