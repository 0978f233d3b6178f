package org.winnow.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Our solver finds liblinear's solution, however it got there. */
class LinearSvmLawsTest {
    private static final int RECORDS = 40;

    @Property(tries = 60)
    void theSolutionIsLiblinears(
            @ForAll Random random,
            @ForAll @IntRange(min = 2, max = 30) int labelled,
            @ForAll @IntRange(min = 1, max = 25) int columns,
            @ForAll @DoubleRange(min = 0.01, max = 20) double relevantCost,
            @ForAll @DoubleRange(min = 0.01, max = 2) double irrelevantCost) {
        DenseMatrix rows = rows(random, columns);
        Labels labels = labels(random, labelled);
        LinearSvm pairs = trained(new LinearSvm(rows, 1e-8), labels, relevantCost, irrelevantCost);
        LinearSvm byRows = trained(new LinearSvm(rows, 1e-8, 0), labels, relevantCost, irrelevantCost);
        Model model = liblinear(rows, labels, relevantCost, irrelevantCost);
        for (int i = 0; i < RECORDS; i++) {
            double theirs = theirs(model, rows, i);
            assertThat(pairs.score(i)).isCloseTo(theirs, within(2e-3 * (1 + Math.abs(theirs))));
            assertThat(byRows.score(i)).isCloseTo(pairs.score(i), within(1e-5 * (1 + Math.abs(theirs))));
        }
    }

    @Property(tries = 60)
    void itDoesNotMatterInWhichOrderLabelsCameOrWhetherSomeWereTakenBack(@ForAll Random random) {
        DenseMatrix rows = rows(random, 12);
        Labels labels = labels(random, 20);
        LinearSvm atOnce = trained(new LinearSvm(rows, 1e-8), labels, 3, 0.5);
        LinearSvm stepwise = new LinearSvm(rows, 1e-8, random.nextInt(25));
        Labels growing = new Labels(RECORDS);
        for (int step = 0; step < 25; step++) {
            int i = random.nextInt(RECORDS);
            growing.set(i, random.nextBoolean());
            if (random.nextInt(4) == 0) {
                growing.clear(random.nextInt(RECORDS));
            }
            if (growing.bothKinds()) {
                trained(stepwise, growing, 1 + step, 0.3);
            }
        }
        trained(stepwise, labels, 3, 0.5);
        for (int i = 0; i < RECORDS; i++) {
            assertThat(stepwise.score(i)).isCloseTo(atOnce.score(i), within(1e-5));
        }
    }

    private static LinearSvm trained(LinearSvm svm, Labels labels, double relevant, double irrelevant) {
        svm.train(labels, i -> labels.relevant(i) ? relevant : irrelevant);
        return svm;
    }

    private static DenseMatrix rows(Random random, int columns) {
        float[][] values = new float[RECORDS][columns];
        for (float[] row : values) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextInt(3) == 0 ? (float) random.nextGaussian() : 0;
            }
        }
        return new DenseMatrix(values, columns);
    }

    private static Labels labels(Random random, int number) {
        Labels labels = new Labels(RECORDS);
        labels.set(0, true);
        labels.set(1, false);
        while (labels.knownCount() < number) {
            labels.set(random.nextInt(RECORDS), random.nextInt(3) == 0);
        }
        if (!labels.bothKinds()) {
            labels.set(0, true);
            labels.set(1, false);
        }
        return labels;
    }

    private static Model liblinear(DenseMatrix rows, Labels labels, double relevantCost, double irrelevantCost) {
        Linear.setDebugOutput(new PrintStream(OutputStream.nullOutputStream()));
        Problem problem = new Problem();
        int[] known = labels.known();
        problem.l = known.length;
        problem.n = rows.columns() + 1;
        problem.bias = 1;
        problem.x = new Feature[known.length][];
        problem.y = new double[known.length];
        for (int k = 0; k < known.length; k++) {
            problem.x[k] = features(rows, known[k]);
            problem.y[k] = labels.relevant(known[k]) ? 1 : -1;
        }
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, 1, 1_000_000, 1e-8);
        parameter.setWeights(new double[] {relevantCost, irrelevantCost}, new int[] {1, -1});
        return Linear.train(problem, parameter);
    }

    private static Feature[] features(DenseMatrix rows, int row) {
        List<Feature> all = new ArrayList<>();
        double[] unit = new double[rows.columns()];
        for (int c = 0; c < unit.length; c++) {
            unit[c] = 1;
            all.add(new FeatureNode(c + 1, rows.dot(row, unit)));
            unit[c] = 0;
        }
        all.add(new FeatureNode(rows.columns() + 1, 1));
        return all.toArray(Feature[]::new);
    }

    private static double theirs(Model model, DenseMatrix rows, int row) {
        double[] values = new double[1];
        Linear.predictValues(model, features(rows, row), values);
        return model.getLabels()[0] == 1 ? values[0] : -values[0];
    }
}
