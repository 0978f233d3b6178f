package org.winnow.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The figures of the ranking as a page.
 *
 * @param weights of meanings beside words; the first is 0, which is u4
 * @param own which of them is the program's
 */
record RankingFigures(double[] weights, int own) {
    /**
     * One set.
     *
     * @param means mean loss by weight
     * @param spreads standard deviation of the loss over the seeds, by weight
     */
    record Row(String name, int records, int relevant, double[] means, double[] spreads, List<Stops> stops) {}

    /** Where a rule stopped, one value a seed. */
    record Stops(String rule, double[] recall, double[] read) {}

    private static final double TARGET = 0.95;

    String of(List<Row> rows) {
        StringBuilder page = new StringBuilder("""
                # Ranking: figures

                Written by `mvn -Pranking-training verify`. Each set is replayed with seeds 1 to 5, one relevant and one irrelevant record known at the start, learning again after every record. *Loss* as ASReview defines it: 0 perfect, 1 worst; mean over the seeds and its standard deviation. Columns: u4, and the program's own model with meanings of that weight beside the words of its second learner. *Chosen elsewhere*: the loss with the weight that is best on all other sets, so that no set has a say in its own figure.

                """);
        page.append("| set | records | relevant | u4 |");
        for (int w = 1; w < weights.length; w++) {
            page.append(' ').append(weights[w]).append(w == own ? " (winnow) |" : " |");
        }
        page.append(" chosen elsewhere | winnow to u4 |\n| --- |")
                .append(" ---: |".repeat(weights.length + 4))
                .append('\n');
        rows.forEach(row -> page.append(line(row, rows)));
        page.append(mean(rows)).append('\n').append(stopping(rows));
        return page.toString();
    }

    private String line(Row row, List<Row> rows) {
        StringBuilder line =
                new StringBuilder("| " + row.name() + " | " + row.records() + " | " + row.relevant() + " |");
        for (int w = 0; w < weights.length; w++) {
            line.append(String.format(Locale.ROOT, " %.4f ± %.4f |", row.means()[w], row.spreads()[w]));
        }
        return line.append(String.format(
                        Locale.ROOT,
                        " %.4f | %+.1f %% |%n",
                        row.means()[best(rows, row)],
                        100 * (row.means()[own] / row.means()[0] - 1)))
                .toString();
    }

    /** The weight with the lowest mean of losses as shares of u4's, over all sets but one. */
    private int best(List<Row> rows, Row without) {
        return IntStream.range(0, weights.length)
                .boxed()
                .min(java.util.Comparator.comparingDouble(w -> rows.stream()
                        .filter(r -> r != without || rows.size() == 1)
                        .mapToDouble(r -> r.means()[w] / r.means()[0])
                        .sum()))
                .orElseThrow();
    }

    private String mean(List<Row> rows) {
        StringBuilder line = new StringBuilder("| mean | | |");
        for (int w = 0; w < weights.length; w++) {
            int weight = w;
            line.append(String.format(
                    Locale.ROOT,
                    " %.4f |",
                    average(rows.stream().mapToDouble(r -> r.means()[weight]).toArray())));
        }
        double chosen =
                average(rows.stream().mapToDouble(r -> r.means()[best(rows, r)]).toArray());
        double u4 = average(rows.stream().mapToDouble(r -> r.means()[0]).toArray());
        double winnow = average(rows.stream().mapToDouble(r -> r.means()[own]).toArray());
        return line.append(String.format(Locale.ROOT, " %.4f | %+.1f %% |%n", chosen, 100 * (winnow / u4 - 1)))
                .toString();
    }

    private static double average(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private String stopping(List<Row> rows) {
        StringBuilder page = new StringBuilder("""

                ## Stopping

                Where each rule would have stopped the program's own model, over all sets and seeds. *Held*: the share of runs in which at least 95 % of the relevant records had been found by then. *Read*: the mean share of all records read by then. A run in which a rule never spoke before the last relevant record counts as read to the end.

                | rule | runs | held | mean recall | lowest recall | read |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """);
        for (int r = 0; r < rows.getFirst().stops().size(); r++) {
            int rule = r;
            double[] recall = rows.stream()
                    .flatMapToDouble(row -> Arrays.stream(row.stops().get(rule).recall()))
                    .toArray();
            double[] read = rows.stream()
                    .flatMapToDouble(row -> Arrays.stream(row.stops().get(rule).read()))
                    .toArray();
            double held = Arrays.stream(recall)
                    .map(x -> x >= TARGET - 1e-9 ? 1 : 0)
                    .average()
                    .orElse(0);
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f %% | %.3f | %.3f | %.1f %% |%n",
                    rows.getFirst().stops().get(rule).rule(),
                    recall.length,
                    100 * held,
                    average(recall),
                    Arrays.stream(recall).min().orElse(0),
                    100 * average(read)));
        }
        return page.toString();
    }
}
