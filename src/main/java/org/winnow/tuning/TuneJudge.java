package org.winnow.tuning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.winnow.dfllm.tune.Precision;
import org.winnow.dfllm.tune.Screened;
import org.winnow.embedding.Embedding;
import org.winnow.model.PairedBootstrap;
import org.winnow.ranking.Document;
import org.winnow.ranking.Labels;
import org.winnow.ranking.Models;
import org.winnow.ranking.Ranker;
import org.winnow.work.Progress;

/**
 * Whether a tuned network orders a review's records better than the program's own model does: on records with verdicts that
 * neither has learnt from.
 *
 * @param documents records with verdicts
 * @param relevant as many
 * @param parts the first two are learnt from, the third is judged with
 */
record TuneJudge(List<Document> documents, boolean[] relevant, Screened.Parts parts) {
    /** Fewer relevant records to judge with say nothing. */
    static final int FEWEST = 5;

    /** So likely it must be that the tuned network is better. */
    static final double SURE = 0.9;

    private static final double EFFORT = 0.2;

    /**
     * What came of it.
     *
     * @param averagePrecision of the records judged with
     * @param recallAtEffort the share of relevant ones among the first fifth
     */
    record Figures(double averagePrecision, double recallAtEffort) {
        String words() {
            return String.format(
                    Locale.ROOT,
                    "%.0f %% of the relevant ones in the first fifth, average precision %.3f",
                    100 * recallAtEffort,
                    averagePrecision);
        }
    }

    /**
     * @param probability that the tuned one is better on other records of this kind, by drawing the judged ones anew
     * @param better whether the tuned one is used
     */
    record Judgement(int records, int relevant, Figures standard, Figures tuned, double probability, boolean better) {
        /** In sentences. */
        String words() {
            return "On " + records + " records that were not learnt from, " + relevant
                    + " of them relevant: with the usual network " + standard.words() + "; with the tuned one "
                    + tuned.words() + ". "
                    + PairedBootstrap.words(probability, "records", "the tuned one had the higher average precision")
                    + String.format(Locale.ROOT, "; it is used from %.0f %% on.", 100 * SURE)
                    + (relevant < FEWEST ? " " + FEWEST + " relevant records or more are needed to tell." : "");
        }

        Map<String, Object> account() {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("model", Models.standard().name());
            said.put("version", Models.standard().version());
            said.put("records", records);
            said.put("relevant", relevant);
            said.put("effort", EFFORT);
            said.put("standard", standard);
            said.put("tuned", tuned);
            said.put("probability", probability);
            said.put("better", better);
            said.put("words", words());
            return said;
        }
    }

    Judgement judged(Embedding standard, Embedding tuned, long seed, Progress progress) {
        int[] judge = parts.judge();
        boolean[] truth = new boolean[judge.length];
        int found = 0;
        for (int i = 0; i < judge.length; i++) {
            truth[i] = relevant[judge[i]];
            found += truth[i] ? 1 : 0;
        }
        double[] before = scores(standard, progress);
        double[] after = scores(tuned, progress);
        double probability = found == 0 ? 0 : probability(before, after, truth, seed);
        boolean better = found >= FEWEST && probability >= SURE;
        return new Judgement(judge.length, found, figures(before, truth), figures(after, truth), probability, better);
    }

    /** What the program's own model with this network says of the records to judge with. */
    private double[] scores(Embedding network, Progress progress) {
        Ranker ranker = Models.standard().prepare(documents, network, progress).ranker();
        Labels labels = new Labels(documents.size());
        IntStream.concat(Arrays.stream(parts.learn()), Arrays.stream(parts.validate()))
                .forEach(i -> labels.set(i, relevant[i]));
        double[] all = ranker.scores(labels);
        return Arrays.stream(parts.judge()).mapToDouble(i -> all[i]).toArray();
    }

    private static Figures figures(double[] scores, boolean[] truth) {
        return new Figures(Precision.average(scores, truth), Precision.recall(scores, truth, EFFORT));
    }

    private static double probability(double[] before, double[] after, boolean[] truth, long seed) {
        return PairedBootstrap.probability(truth.length, seed, drawn -> {
            boolean[] drawnTruth = new boolean[drawn.length];
            for (int i = 0; i < drawn.length; i++) {
                drawnTruth[i] = truth[drawn[i]];
            }
            return Precision.average(drawn(after, drawn), drawnTruth)
                    - Precision.average(drawn(before, drawn), drawnTruth);
        });
    }

    private static double[] drawn(double[] scores, int[] drawn) {
        return Arrays.stream(drawn).mapToDouble(i -> scores[i]).toArray();
    }
}
