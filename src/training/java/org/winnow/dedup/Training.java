package org.winnow.dedup;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Learns the parameters of the matcher and checks them: {@code mvn -Pdedup-training verify} with {@code
 * WINNOW_TEST_DATA} naming the folder of the labelled sets. Writes the parameters where the program finds them and the
 * figures to {@code src/training/figures.md}.
 */
final class Training {
    private static final Path MODEL = Path.of("src/main/resources/org/winnow/dedup/duplicates.model");
    private static final Path FIGURES = Path.of("src/training/figures.md");
    private static final Path DISPUTED = Path.of("src/training/disputed-labels.csv");
    private static final double EXPORTS = 4000;
    /** Aimed at: one wrong merge in 2,000 records. Chosen a little below, since other sets are not these. */
    private static final double WRONG_PER_RECORD = 1.0 / 2500;

    private static final double ASKED_PER_RECORD = 1.0 / 125;
    private static final double LOWEST_SAME = 0.6;
    private static final double LOWEST_ASK = 0.02;
    private static final double HIGHEST_ASK = 0.5;

    private final Path root;
    private final List<TrainingSet> sets = new ArrayList<>();
    private final List<Example> exports = new ArrayList<>();

    private Training(Path root, Path data) throws IOException {
        this.root = root;
        Path labelled = data.resolve("dedup/bib-dedupe");
        Path disputed = root.resolve(DISPUTED);
        String[][] names = {
            {"haematology", "haematology"},
            {"cytology_screening", "cytology_screening"},
            {"special_cases", "special_cases"},
            {"exp_mis/baseline", "exp_mis"},
            {"exp_mis/mixed", "exp_mis"},
            {"exp_mis/pdf_only", "exp_mis"},
        };
        for (String[] name : names) {
            sets.add(TrainingSet.of(labelled, name[0], name[1], disputed));
        }
        List<org.winnow.model.BibRecord> records = RealExports.read(data.resolve("end-to-end"));
        exports.addAll(TrainingSet.weighted(RealExports.byIdentifier(records), EXPORTS));
        exports.addAll(TrainingSet.weighted(RealExports.changed(records), EXPORTS));
    }

    public static void main(String[] args) throws IOException {
        String data = System.getenv("WINNOW_TEST_DATA");
        if (data == null) {
            throw new IllegalStateException("WINNOW_TEST_DATA names no folder with the labelled sets");
        }
        Training training = new Training(Path.of(args[0]), Path.of(data));
        training.write(training.check());
    }

    /** Each fold by a model that has seen none of it, in thresholds neither. */
    private Calibration check() throws IOException {
        Evaluation evaluation = new Evaluation();
        for (String fold : folds()) {
            List<TrainingSet> others =
                    sets.stream().filter(s -> !s.fold().equals(fold)).toList();
            Forest forest = learn(others);
            for (TrainingSet set : sets) {
                if (set.fold().equals(fold)) {
                    evaluation.add(set, forest);
                }
            }
        }
        Files.createDirectories(root.resolve(FIGURES).getParent());
        Files.writeString(root.resolve(FIGURES), evaluation.table());
        return Calibration.of(evaluation.asked());
    }

    private void write(Calibration calibration) throws IOException {
        String header = """
                # How likely two records are the same report, learned by `mvn -Pdedup-training verify`; not edited by hand.
                # From pairs of labelled sets (%s)
                # and of search exports, changed as databases change records. Figures: src/training/figures.md.
                """.formatted(
                        String.join(", ", sets.stream().map(TrainingSet::name).toList()));
        Files.writeString(root.resolve(MODEL), header + calibration.line() + text(sets));
    }

    private Set<String> folds() {
        Set<String> folds = new LinkedHashSet<>();
        sets.forEach(s -> folds.add(s.fold()));
        return folds;
    }

    private Forest learn(List<TrainingSet> some) throws IOException {
        return Forest.read(new StringReader(text(some)));
    }

    /** Trees from all these sets, thresholds from what models say of each fold that have not seen it. */
    private String text(List<TrainingSet> some) throws IOException {
        List<Told> told = new ArrayList<>();
        double records = 0;
        for (String fold : folds()) {
            List<TrainingSet> held =
                    some.stream().filter(s -> s.fold().equals(fold)).toList();
            List<TrainingSet> rest =
                    some.stream().filter(s -> !s.fold().equals(fold)).toList();
            if (held.isEmpty()) {
                continue;
            }
            Forest forest = Forest.read(new StringReader(trees(rest)));
            for (TrainingSet set : held) {
                records += set.set().records().size();
                set.examples()
                        .forEach(e -> told.add(new Told(forest.probability(e.features()), e.same(), e.doubtful())));
            }
        }
        told.sort(Comparator.comparingDouble(Told::p).reversed());
        double same =
                Math.max(LOWEST_SAME, lowest(told, records * WRONG_PER_RECORD, t -> !t.same() && !t.doubtful(), 1));
        double ask = Math.clamp(
                lowest(told, records * ASKED_PER_RECORD, t -> t.p() < same || t.doubtful(), 1),
                LOWEST_ASK,
                HIGHEST_ASK);
        return String.format(Locale.ROOT, "same %.4f%nask %.4f%n", same, ask) + trees(some);
    }

    private record Told(double p, boolean same, boolean doubtful) {}

    /** The lowest probability above which no more than so many are of the kind. */
    private static double lowest(List<Told> told, double most, java.util.function.Predicate<Told> kind, double start) {
        int n = 0;
        double p = start;
        for (Told t : told) {
            n += kind.test(t) ? 1 : 0;
            if (n > most) {
                return p;
            }
            p = Math.min(p, t.p());
        }
        return p;
    }

    private String trees(List<TrainingSet> some) {
        List<Example> examples = new ArrayList<>(exports);
        some.forEach(s -> examples.addAll(s.examples()));
        return String.join("\n", Boosting.learn(examples)) + "\n";
    }
}
