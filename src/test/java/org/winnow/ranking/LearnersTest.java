package org.winnow.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.Vector;
import org.winnow.work.Progress;

/** Features and learners against figures that scikit-learn 1.2.1 gives for the same five texts. */
class LearnersTest {
    private static final List<Document> TEXTS = List.of(
            new Document("Exercise for low back pain:", "exercise, exercise"),
            new Document("Back pain in the elderly", ""),
            new Document("Surgery of the spine in the elderly", ""),
            new Document("", "Cooking rice"),
            new Document("Rice and the spine of the book", ""));

    /** For models of words alone. */
    private static final Embedding NO_MEANINGS = new Embedding() {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public List<Vector> of(List<String> texts, Progress progress) {
            throw new AssertionError("nobody asked for meanings");
        }
    };

    private static Labels firstFour() {
        Labels labels = new Labels(TEXTS.size());
        labels.set(0, true);
        labels.set(1, true);
        labels.set(2, false);
        labels.set(3, false);
        return labels;
    }

    private static TfIdf.Features features(boolean fold) {
        return new TfIdf(true, 0.95, true, Set.of(), fold).of(Models.words(TEXTS), Progress.NONE);
    }

    @Test
    void featuresWeighAsInScikitLearn() {
        TfIdf.Features features = features(false);
        Map<String, Float> first = new HashMap<>();
        for (int i = 0; i < features.matrix().count(0); i++) {
            first.put(
                    features.names().of(features.matrix().column(0, i)),
                    features.matrix().value(0, i));
        }
        assertThat(features.matrix().columns()).isEqualTo(33);
        assertThat(first.get("exercise")).isCloseTo(0.5742209327303741f, within(1e-6f));
        assertThat(first.get("exercise exercise")).isCloseTo(0.2736193511450393f, within(1e-6f));
        assertThat(first.get("back pain")).isCloseTo(0.22075436965628634f, within(1e-6f));
        assertThat(first.get("low")).isCloseTo(0.2736193511450393f, within(1e-6f));
    }

    @Test
    void featuresOfOneRecordAloneNeedNoColumn() {
        TfIdf.Features all = features(false);
        TfIdf.Features folded = features(true);
        assertThat(folded.matrix().columns()).isLessThan(all.matrix().columns());
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(folded.matrix().squaredLength(i)).isCloseTo(1, within(1e-6));
            assertThat(all.matrix().squaredLength(i)).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void theVectorMachineDecidesAsScikitLearnsDoes() {
        double[] u4 = Models.named("u4")
                .orElseThrow()
                .prepare(TEXTS, NO_MEANINGS, Progress.NONE)
                .ranker()
                .scores(firstFour());
        assertThat(u4[4]).isCloseTo(0.27777453, within(1e-4));
    }

    @Test
    void naiveBayesHasTheOddsOfScikitLearns() {
        double[] u3 = Models.named("u3")
                .orElseThrow()
                .prepare(TEXTS, NO_MEANINGS, Progress.NONE)
                .ranker()
                .scores(firstFour());
        double[] expected = {0.46972627, 0.38690134, 0.04336568, -0.0487447, 0.03090728};
        for (int i = 0; i < expected.length; i++) {
            assertThat(u3[i]).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void theWordsThatSpokeAddUpToTheScore() {
        SvmRanker ranker = new SvmRanker(features(false), 0.11, new Balance(9.8), 1e-9);
        double[] scores = ranker.scores(firstFour());
        double words =
                ranker.reasons(4).stream().mapToDouble(Ranker.Reason::weight).sum();
        double intercept = scores[4] - words;
        assertThat(intercept).isCloseTo(0.28592864, within(1e-5));
        assertThat(ranker.reasons(1).getFirst().words()).isIn("back pain", "pain", "back");
        assertThat(ranker.reasons(1).getFirst().weight()).isPositive();
        assertThat(ranker.reasons(4)).extracting(Ranker.Reason::words).contains("rice", "spine");
    }

    @Test
    void twoRankersInTheMeanCountAlikeWhateverTheirScales() {
        Ranker up = labels -> new double[] {9, 9, 9, 9, 1, 2, 3};
        Ranker down = labels -> new double[] {0, 0, 0, 0, 300, 200, 100};
        Labels labels = new Labels(7);
        for (int i = 0; i < 4; i++) {
            labels.set(i, i % 2 == 0);
        }
        double[] same = new Blend(up, labelled -> new double[] {0, 0, 0, 0, 100, 200, 300}).scores(labels);
        double[] opposed = new Blend(up, down).scores(labels);
        double[] level = new Blend(up, labelled -> new double[7]).scores(labels);
        for (int i = 4; i < 7; i++) {
            assertThat(same[i]).isCloseTo((i - 5) * 2 * Math.sqrt(1.5), within(1e-9));
            assertThat(opposed[i]).isCloseTo(0, within(1e-9));
            assertThat(level[i]).isCloseTo((i - 5) * Math.sqrt(1.5), within(1e-9));
        }
        assertThat(new Blend(up, down).reasons(4)).isEqualTo(up.reasons(4));
    }
}
