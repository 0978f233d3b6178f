package org.winnow.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.KeptEmbedding;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.ranking.Ranker.Reason;
import org.winnow.store.Rankings.Basis;
import org.winnow.store.Rankings.Order;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/**
 * The order of the records of one stage while somebody screens. Features are computed once and kept until the records
 * change; what the learner knows is kept from one order to the next, so that a decision costs a moment.
 *
 * <p>The topic in words is a record of its own, known as relevant. While nothing is known to be irrelevant a few records
 * drawn by the seed stand in for it; while nothing is known to be relevant either, all are in an order drawn by the seed.
 */
public final class LiveRanking {
    private static final int STAND_INS = 20;

    private final Review review;
    private final Stage stage;
    private final @Nullable ReviewerId reviewer;
    private final Embedding embedding;
    private @Nullable Corpus corpus;

    /**
     * @param reviewer whose verdicts it learns from unless the plan says the settled ones; null for those in any case
     * @param network gives the meanings of texts, which are kept in the review
     */
    public LiveRanking(Review review, Stage stage, @Nullable ReviewerId reviewer, Embedding network) {
        this.review = review;
        this.stage = stage;
        this.reviewer = reviewer;
        this.embedding = new KeptEmbedding(review, network);
    }

    /** Records, and what the plan's model made of them; the topic is one more behind the last. */
    private record Corpus(Plan plan, StageRecords records, Ranker ranker) {
        int size() {
            return records.size();
        }

        boolean serves(Plan other) {
            return plan.model() == other.model() && plan.topic().equals(other.topic());
        }
    }

    /** The order after all decisions so far. */
    public synchronized Ranked ranked(Plan plan, Progress progress) {
        Corpus now = corpus(plan, progress);
        ReviewerId learntFrom = plan.settled() ? null : reviewer;
        Labels labels = now.records.labels(review, learntFrom);
        double[] scores = scores(now, labels, plan.seed(), progress);
        Queue queue = Queue.of(scores, labels, plan.seed(), plan.randomEvery());
        long[] records = new long[now.size()];
        double[] sorted = new double[now.size()];
        for (int i = 0; i < records.length; i++) {
            records[i] = now.records.ids()[queue.order()[i]];
            sorted[i] = scores[queue.order()[i]];
        }
        Basis basis = new Basis(
                stage,
                learntFrom,
                plan.model().name(),
                version(plan),
                plan.seed(),
                labels.relevantCount(),
                labels.irrelevantCount());
        return new Ranked(new Order(basis, records, sorted, queue.atRandom(), labels.size() - labels.knownCount()));
    }

    /** A network that is not the model's usual one gives another order, and is named beside the model's version. */
    private String version(Plan plan) {
        boolean usual = plan.model() != Models.standard()
                || embedding.name().equals(Models.network().name());
        return plan.model().version() + (usual ? "" : "+" + embedding.name());
    }

    /** Gets ready, so that the next order of this plan takes a moment. */
    public synchronized void prepare(Plan plan, Progress progress) {
        corpus(plan, progress);
    }

    /** The words that spoke for and against a record in the last order, the strongest first. */
    public synchronized List<Reason> reasons(RecordId record) {
        Corpus now = corpus;
        Integer at = now == null ? null : now.records.positions().get(record.value());
        return now == null || at == null ? List.of() : now.ranker.reasons(at);
    }

    /** Forgets the features: records have changed. */
    public synchronized void forget() {
        corpus = null;
    }

    private Corpus corpus(Plan plan, Progress progress) {
        Corpus known = corpus;
        if (known == null || !known.serves(plan)) {
            known = read(plan, progress);
            corpus = known;
        }
        return known;
    }

    private Corpus read(Plan plan, Progress progress) {
        StageRecords records = StageRecords.of(review, stage, progress);
        List<Document> documents = new ArrayList<>(records.documents());
        if (!plan.topic().isEmpty()) {
            documents.add(new Document(plan.topic(), ""));
        }
        return new Corpus(
                plan,
                records,
                plan.model().prepare(documents, embedding, progress).ranker());
    }

    private static double[] scores(Corpus corpus, Labels labels, long seed, Progress progress) {
        boolean topic = !corpus.plan.topic().isEmpty();
        Labels known = new Labels(corpus.size() + (topic ? 1 : 0));
        for (int i : labels.known()) {
            known.set(i, labels.relevant(i));
        }
        if (topic) {
            known.set(corpus.size(), true);
        }
        SplittableRandom random = new SplittableRandom(seed);
        if (known.relevantCount() > 0 && known.irrelevantCount() == 0) {
            for (int i = 0; i < Math.min(STAND_INS, corpus.size() / 2); i++) {
                int at = random.nextInt(corpus.size());
                if (!known.known(at)) {
                    known.set(at, false);
                }
            }
        }
        progress.check();
        if (corpus.ranker.canRank(known)) {
            return corpus.ranker.scores(known);
        }
        return random.doubles(corpus.size()).toArray();
    }
}
