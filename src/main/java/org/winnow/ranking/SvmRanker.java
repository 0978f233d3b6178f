package org.winnow.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.winnow.ranking.TfIdf.Features;

/** Orders records by the decision value of a linear SVM over the words of title and abstract. */
final class SvmRanker implements Ranker {
    private final Features features;
    private final LinearSvm svm;
    private final double cost;
    private final Balance balance;

    SvmRanker(Features features, double cost, Balance balance, double tolerance) {
        this(features, features.matrix(), cost, balance, tolerance);
    }

    /** @param rows what it learns from: the features, and whatever stands behind their columns */
    SvmRanker(Features features, Rows rows, double cost, Balance balance, double tolerance) {
        this.features = features;
        this.svm = new LinearSvm(rows, tolerance);
        this.cost = cost;
        this.balance = balance;
    }

    @Override
    public double[] scores(Labels labels) {
        double relevant = cost * balance.relevant(labels);
        double irrelevant = cost * balance.irrelevant(labels);
        svm.train(labels, i -> labels.relevant(i) ? relevant : irrelevant);
        double[] scores = new double[labels.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = svm.score(i);
        }
        return scores;
    }

    @Override
    public List<Reason> reasons(int record) {
        List<Reason> all = new ArrayList<>();
        for (int i = 0; i < features.matrix().count(record); i++) {
            int column = features.matrix().column(record, i);
            double weight = features.matrix().value(record, i) * svm.weight(column);
            if (weight != 0) {
                all.add(new Reason(features.names().of(column), weight));
            }
        }
        all.sort(Comparator.comparingDouble((Reason r) -> -Math.abs(r.weight())).thenComparing(Reason::words));
        return all;
    }
}
