package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.SmallE5;
import org.winnow.embedding.Vector;
import org.winnow.embedding.WordPieces;
import org.winnow.exchange.LabelledRecords;
import org.winnow.ranking.Document;
import org.winnow.ranking.Labels;
import org.winnow.ranking.Models;
import org.winnow.work.Progress;

/**
 * Whether tuning pays: a few records of a labelled set are known, and what is left is ordered by the program's own model
 * with its usual network, with the untuned and with the tuned one in its place, and by the classifier on top of the tuned
 * one alone. {@code mvn -Ptune-training verify -Dtune.sets=cohen2006/NSAIDS -Dtune.seeds=5}; a line for each run is added
 * to {@code target/tuning.csv}.
 */
final class TuneTraining {
    private static final int[] KNOWN = Arrays.stream(
                    System.getProperty("tune.known", "20,50,100,200").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final int FEWEST = 5;
    private static final int PIECES = Integer.getInteger("tune.pieces", 96);
    private static final int STEPS = Integer.getInteger("tune.steps", 100);
    private static final int BATCH = Integer.getInteger("tune.batch", 16);
    private static final double VALIDATE = 0.2;
    private static final String NAME = System.getProperty("tune.method", "lora");
    private static final Method METHOD =
            switch (NAME) {
                case "ladder" -> new Method.Ladder(48, 0.1, 2);
                case "layers" -> new Method.LastLayers(2, 0.1);
                default -> new Method.Lora(8, 16, 0.1, Method.Lora.TARGETS.keySet(), 2);
            };
    private static final double RATE = METHOD instanceof Method.LastLayers ? 5e-5 : 1e-3;
    /** How much the program's own model, told of the known records, counts as a teacher of the others. */
    private static final double TEACHER = Double.parseDouble(System.getProperty("tune.teacher", "0"));

    private final Base base = Base.miniLm();
    private final OnnxBert file = OnnxBert.of(base.onnx());
    private final Map<String, Tensor> weights = file.weights();
    private final NDManager manager;
    private final Path csv;
    private final Path checkpoint;

    private TuneTraining(Path target) {
        this.manager = Torch.manager(target.resolve("torch"), Integer.getInteger("tune.threads", 1));
        this.csv = target.resolve("tuning.csv");
        this.checkpoint = target.resolve("tuning.checkpoint");
    }

    public static void main(String[] args) throws IOException {
        Path data = Path.of(System.getenv("WINNOW_TEST_DATA"), "screening");
        TuneTraining training = new TuneTraining(Path.of(args[0]));
        for (String set : args[1].split(",")) {
            training.run(set, data.resolve(set + ".csv"), Integer.parseInt(args[2]));
        }
    }

    private void run(String set, Path csvFile, int seeds) throws IOException {
        List<Document> documents = new ArrayList<>();
        List<LabelledRecords.Labelled> read =
                LabelledRecords.read(csvFile, Progress.NONE).records();
        boolean[] truth = new boolean[read.size()];
        for (int i = 0; i < truth.length; i++) {
            documents.add(new Document(
                    read.get(i).record().title(), read.get(i).record().abstractText()));
            truth[i] = read.get(i).relevant();
        }
        WordPieces pieces = base.pieces(PIECES);
        Screened all = new Screened(
                documents.stream().map(d -> pieces.of(d.sentence())).toList(), truth);
        List<Vector> usual =
                new SmallE5().of(documents.stream().map(Document::sentence).toList(), Progress.NONE);
        Map<String, Tensor> head = Map.of(
                ScreeningObjective.DIRECTION,
                Tensor.zeros(1, file.shape().width()),
                ScreeningObjective.OFFSET,
                Tensor.zeros(1));
        try (Bert bert = new Bert(manager.newSubManager(), file.shape(), weights, METHOD, 1, head)) {
            Map<String, Tensor> untuned = bert.values();
            Networks networks = new Networks(usual, bert.meanings(all.texts()));
            for (long seed = 1; seed <= seeds; seed++) {
                for (int known : KNOWN) {
                    if (known < truth.length / 2) {
                        bert.take(untuned);
                        line(set, bert, all, documents, new Known(known, seed), networks);
                    }
                }
            }
        }
    }

    private record Known(int count, long seed) {}

    /** The meanings of all records by the program's usual network and by the untuned one. */
    private record Networks(List<Vector> usual, List<float[]> untuned) {}

    private static List<Vector> vectors(List<float[]> meanings) {
        return meanings.stream().map(Vector::of).toList();
    }

    private void line(String set, Bert bert, Screened all, List<Document> documents, Known known, Networks networks)
            throws IOException {
        int[] drawn = drawn(all.relevant(), known);
        Screened shown = all.only(drawn);
        Screened.Parts parts = Screened.parts(shown.relevant(), VALIDATE, 0, known.seed);
        TuneSettings settings = new TuneSettings(
                METHOD,
                STEPS,
                BATCH,
                RATE,
                0.1,
                0.01,
                20,
                3,
                1,
                PIECES,
                1,
                known.seed,
                Integer.getInteger("tune.threads", 1));
        Function<List<Vector>, double[]> model = vectors -> scores(documents, all.relevant(), drawn, vectors);
        double[] usual = model.apply(networks.usual);
        boolean[] left = new boolean[all.size()];
        Arrays.fill(left, true);
        Arrays.stream(drawn).forEach(i -> left[i] = false);
        Objective main =
                new ScreeningObjective(shown.only(parts.learn()), shown.only(parts.validate()), BATCH, 1, known.seed);
        Objective objective = new Aided(main, TEACHER > 0 ? List.of(teacher(all, usual, left, known.seed)) : List.of());
        Map<String, Tensor> start = new LinkedHashMap<>(bert.values());
        start.putAll(METHOD.start(file.shape(), weights, known.seed));
        start.putAll(objective.start(bert, TuneWatch.NONE));
        bert.take(start);
        double[] prototype = ScreeningObjective.scored(bert, networks.untuned);
        RunState state = new Training(bert, objective, settings, checkpoint, "", TuneWatch.NONE)
                .run(false)
                .state();
        List<float[]> tuned = bert.meanings(all.texts());
        double[] classifier = ScreeningObjective.scored(bert, tuned);
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%s,%s,%.2f,%d,%d,%d,%d,%.0f",
                set,
                NAME,
                TEACHER,
                known.count,
                known.seed,
                shown.relevantCount(),
                state.bestStep(),
                state.pieces() / state.seconds()));
        for (double[] scores : List.of(
                usual, model.apply(vectors(networks.untuned)), model.apply(vectors(tuned)), prototype, classifier)) {
            line.append(figures(scores, all.relevant(), left));
        }
        System.out.println(line);
        Files.writeString(csv, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Aid teacher(Screened all, double[] scores, boolean[] left, long seed) {
        int[] asked = IntStream.range(0, left.length).filter(i -> left[i]).toArray();
        double[] opinions = Arrays.stream(asked).mapToDouble(i -> scores[i]).toArray();
        return new Taught(all.only(asked).texts(), opinions, "winnow", TEACHER).aid(BATCH, seed);
    }

    /** As many as known of a random row, but a few relevant ones at least: without them nobody tunes. */
    private static int[] drawn(boolean[] truth, Known known) {
        SplittableRandom random = new SplittableRandom(known.seed);
        double[] keys = random.doubles(truth.length).toArray();
        List<Integer> order = IntStream.range(0, truth.length)
                .boxed()
                .sorted((a, b) -> Double.compare(keys[a], keys[b]))
                .toList();
        List<Integer> relevant =
                order.stream().filter(i -> truth[i]).limit(FEWEST).toList();
        List<Integer> all = new ArrayList<>(relevant);
        order.stream()
                .filter(i -> !relevant.contains(i))
                .limit(known.count - relevant.size())
                .forEach(all::add);
        return all.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static double[] scores(List<Document> documents, boolean[] truth, int[] drawn, List<Vector> vectors) {
        Labels labels = new Labels(truth.length);
        Arrays.stream(drawn).forEach(i -> labels.set(i, truth[i]));
        return Models.standard()
                .prepare(documents, new Made(vectors), Progress.NONE)
                .ranker()
                .scores(labels);
    }

    private record Made(List<Vector> vectors) implements Embedding {
        @Override
        public String name() {
            return "made";
        }

        @Override
        public List<Vector> of(List<String> texts, Progress progress) {
            return vectors;
        }
    }

    /** Recall after a tenth and a fifth of what is left, and average precision. */
    private static String figures(double[] scores, boolean[] truth, boolean[] left) {
        int[] which = IntStream.range(0, truth.length).filter(i -> left[i]).toArray();
        double[] some = Arrays.stream(which).mapToDouble(i -> scores[i]).toArray();
        boolean[] kinds = new boolean[which.length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = truth[which[i]];
        }
        return String.format(
                Locale.ROOT,
                ",%.4f,%.4f,%.4f",
                Precision.recall(some, kinds, 0.1),
                Precision.recall(some, kinds, 0.2),
                Precision.average(some, kinds));
    }
}
