package org.winnow.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.winnow.exchange.LabelledRecords;
import org.winnow.work.Progress;

/**
 * Replays every labelled set below {@code WINNOW_TEST_DATA/screening} with u4 and with meanings of several weights beside
 * its words, and each stopping rule on what the program's own model reads: {@code mvn -Pranking-training verify}. Writes
 * {@code src/training/ranking.md}. Vectors are kept in {@code target/vectors} from one run to the next.
 */
final class RankingTraining {
    private static final double[] WEIGHTS = {0, 0.15, 0.3, 0.6};
    private static final int OWN = 3;
    private static final int SEEDS = 5;
    private static final List<StoppingRule> RULES = Stream.of(
                    "recall:0.95:0.95", "excludes:50", "excludes:200", "share:0.5", "knee", "budget")
            .map(r -> StoppingRule.of(r).orElseThrow())
            .toList();

    /** One set: the losses by weight and seed, and where each rule stopped by seed. */
    private record Line(String name, int records, int relevant, double[][] losses, Stop[][] stops) {
        double mean(int weight) {
            return Arrays.stream(losses[weight]).average().orElseThrow();
        }

        double spread(int weight) {
            double mean = mean(weight);
            double sum = Arrays.stream(losses[weight])
                    .map(l -> (l - mean) * (l - mean))
                    .sum();
            return Math.sqrt(sum / (SEEDS - 1));
        }
    }

    private record Stop(double recall, double read) {}

    private final Path root;
    private final Path data;

    private RankingTraining(Path root, Path data) {
        this.root = root;
        this.data = data;
    }

    public static void main(String[] args) throws IOException {
        String data = System.getenv("WINNOW_TEST_DATA");
        if (data == null) {
            throw new IllegalStateException("WINNOW_TEST_DATA names no folder with the labelled sets");
        }
        new RankingTraining(Path.of(args[0]), Path.of(data, "screening")).run();
    }

    private void run() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(data)) {
            files = all.filter(f -> f.toString().endsWith(".csv"))
                    .sorted(Comparator.comparingLong(f -> f.toFile().length()))
                    .toList();
        }
        List<Line> lines = new ArrayList<>();
        for (Path file : files) {
            Line line = line(file);
            lines.add(line);
            System.out.println(row(line));
            Files.writeString(
                    root.resolve("src/training/ranking.md"), new RankingFigures(WEIGHTS, OWN).of(table(lines)));
        }
    }

    private Line line(Path file) throws IOException {
        List<LabelledRecords.Labelled> read =
                LabelledRecords.read(file, Progress.NONE).records();
        List<Document> documents = new ArrayList<>();
        boolean[] truth = new boolean[read.size()];
        int relevant = 0;
        for (int i = 0; i < truth.length; i++) {
            documents.add(new Document(
                    read.get(i).record().title(), read.get(i).record().abstractText()));
            truth[i] = read.get(i).relevant();
            relevant += truth[i] ? 1 : 0;
        }
        FiledEmbedding embedding = new FiledEmbedding(Models.network(), root.resolve("target/vectors"));
        double[][] losses = new double[WEIGHTS.length][SEEDS];
        Stop[][] stops = new Stop[RULES.size()][SEEDS];
        for (int w = 0; w < WEIGHTS.length; w++) {
            Model.Prepared features = WEIGHTS[w] == 0
                    ? Models.named("u4").orElseThrow().prepare(documents, embedding, Progress.NONE)
                    : Models.wordsAndMeanings(documents, embedding, WEIGHTS[w], Progress.NONE);
            for (int seed = 1; seed <= SEEDS; seed++) {
                Screening whole = replay(features, truth, seed, w == OWN);
                losses[w][seed - 1] = Metrics.loss(whole);
                for (int r = 0; w == OWN && r < RULES.size(); r++) {
                    stops[r][seed - 1] = stop(RULES.get(r), whole);
                }
            }
        }
        String name = data.relativize(file).toString().replace(".csv", "");
        return new Line(name, truth.length, relevant, losses, stops);
    }

    /** Until the last relevant record is found and, where rules are asked about, the slowest of those that count. */
    private static Screening replay(Model.Prepared features, boolean[] truth, int seed, boolean rules) {
        int[] priors = Priors.random(truth, 1, seed);
        boolean[] enough = {!rules};
        return Simulation.run(features.ranker(), truth, priors, Progress.NONE, s -> {
                    enough[0] = enough[0] || RULES.getFirst().stops(s);
                    return enough[0];
                })
                .screening();
    }

    private static Stop stop(StoppingRule rule, Screening whole) {
        for (int k = 1; k <= whole.read(); k++) {
            if (rule.stops(whole.until(k))) {
                return new Stop((double) whole.found(k) / whole.relevant(), (double) k / whole.records());
            }
        }
        // All is found by then: reading on changes nothing but the work, which counts as all of it.
        return new Stop(1, 1);
    }

    private static List<RankingFigures.Row> table(List<Line> lines) {
        List<RankingFigures.Row> rows = new ArrayList<>();
        for (Line line : lines) {
            double[] means = new double[WEIGHTS.length];
            double[] spreads = new double[WEIGHTS.length];
            for (int w = 0; w < WEIGHTS.length; w++) {
                means[w] = line.mean(w);
                spreads[w] = line.spread(w);
            }
            List<RankingFigures.Stops> stops = new ArrayList<>();
            for (int r = 0; r < RULES.size(); r++) {
                stops.add(new RankingFigures.Stops(
                        RULES.get(r).key(),
                        Arrays.stream(line.stops()[r]).mapToDouble(Stop::recall).toArray(),
                        Arrays.stream(line.stops()[r]).mapToDouble(Stop::read).toArray()));
            }
            rows.add(new RankingFigures.Row(line.name(), line.records(), line.relevant(), means, spreads, stops));
        }
        return rows;
    }

    private static String row(Line line) {
        StringBuilder text = new StringBuilder(line.name());
        for (int w = 0; w < WEIGHTS.length; w++) {
            text.append(String.format(Locale.ROOT, "  %.4f", line.mean(w)));
        }
        for (int r = 0; r < RULES.size(); r++) {
            text.append("  ").append(RULES.get(r).key()).append(' ').append(Arrays.toString(line.stops()[r]));
        }
        return text.toString();
    }
}
