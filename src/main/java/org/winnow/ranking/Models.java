package org.winnow.ranking;

import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.SmallE5;
import org.winnow.work.Progress;

/** The models there are. */
public final class Models {
    private static final double TOLERANCE = 1e-4;
    private static final double COST = 0.11;
    private static final double OUR_COST = 0.05;
    private static final double RATIO = 9.8;
    /** How heavy meanings are beside words where they stand together. */
    private static final double MEANING = 0.6;

    private static final TfIdf PAIRS = new TfIdf(true, 0.95, true, Set.of(), true);

    /**
     * Ours: u4 and a second learner of its kind, stiffer than it, of words and what they mean. How it was chosen and
     * what it gains stands in src/training/ranking.md.
     */
    private static final Model WINNOW = new Known(
            "winnow",
            "4",
            "two linear SVMs: TF-IDF of words and pairs of words, with and without sentence meanings (e5-small-v2)",
            (records, embedding, progress) -> wordsAndMeanings(records, embedding, MEANING, progress));

    /** ASReview 2's default: parameters as in asreview/models/models.py @516290b. */
    private static final Model U4 = new Known(
            "elas-u4",
            "1",
            "TF-IDF of words and pairs of words, linear SVM: the default of ASReview 2",
            (records, embedding, progress) -> {
                TfIdf.Features words = PAIRS.of(words(records), progress);
                return () -> new SvmRanker(words, COST, new Balance(RATIO), TOLERANCE);
            });

    /** ASReview's model of the years before: parameters as in asreview/models/models.py @516290b. */
    private static final Model U3 = new Known(
            "elas-u3",
            "1",
            "TF-IDF of words, multinomial naive Bayes: as ASReview 1 ranked",
            (records, embedding, progress) -> {
                SparseMatrix words = new TfIdf(false, 1, false, StopWords.english(), false)
                        .of(words(records), progress)
                        .matrix();
                return () -> new BayesRanker(words, 3.822, new Balance(1.2));
            });

    private Models() {}

    /** All of them, the program's own first. */
    public static List<Model> all() {
        return List.of(WINNOW, U4, U3);
    }

    /** The network by which the program's own model knows what texts mean; nothing of it is loaded before the first text. */
    public static Embedding network() {
        return new SmallE5();
    }

    /** The program's own. */
    public static Model standard() {
        return all().getFirst();
    }

    /** The model of that name; {@code default} is the program's own, {@code u4} stands for {@code elas-u4}. */
    public static Optional<Model> named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        if (plain.equals("default")) {
            return Optional.of(standard());
        }
        return all().stream()
                .filter(m -> m.name().equals(plain) || m.name().equals("elas-" + plain))
                .findFirst();
    }

    /** @param meaning how heavy meanings are beside words */
    static Model.Prepared wordsAndMeanings(
            List<Document> records, Embedding embedding, double meaning, Progress progress) {
        TfIdf.Features words = PAIRS.of(words(records), progress);
        List<String> sentences = records.stream().map(Document::sentence).toList();
        Joined rows = new Joined(words.matrix(), embedding.of(sentences, progress), meaning);
        return () -> new Blend(
                new SvmRanker(words, COST, new Balance(RATIO), TOLERANCE),
                new SvmRanker(words, rows, OUR_COST, new Balance(RATIO), TOLERANCE));
    }

    /** Cut anew whenever they are asked for: kept, the words of a large review would fill the memory. */
    static List<List<String>> words(List<Document> records) {
        return new AbstractList<>() {
            @Override
            public List<String> get(int index) {
                return Words.of(records.get(index).text());
            }

            @Override
            public int size() {
                return records.size();
            }
        };
    }

    private interface Start {
        Model.Prepared on(List<Document> records, Embedding embedding, Progress progress);
    }

    private record Known(String name, String version, String description, Start start) implements Model {
        @Override
        public Prepared prepare(List<Document> records, Embedding embedding, Progress progress) {
            return start.on(records, embedding, progress);
        }
    }
}
