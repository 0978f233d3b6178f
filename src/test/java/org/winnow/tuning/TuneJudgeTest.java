package org.winnow.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.dfllm.tune.Screened;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.Vector;
import org.winnow.ranking.Document;
import org.winnow.work.Progress;

/** By what a tuned network is judged. */
class TuneJudgeTest {
    /** A network that knows what is relevant, or one that does not, by a component of its own. */
    private record Knowing(boolean knows, boolean[] relevant) implements Embedding {
        @Override
        public String name() {
            return "knowing";
        }

        @Override
        public List<Vector> of(List<String> texts, Progress progress) {
            List<Vector> vectors = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                float[] components = new float[32];
                components[1 + i % 31] = 1;
                components[0] = knows && relevant[i] ? 2 : 0;
                vectors.add(Vector.of(components));
            }
            return vectors;
        }
    }

    @Test
    void aNetworkIsUsedOnlyWhereItOrdersBetterWhatItHasNotLearnt() {
        boolean[] relevant = new boolean[150];
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < relevant.length; i++) {
            relevant[i] = i % 5 == 0;
            documents.add(new Document("title" + i * 7 % 13 + " word" + i * 11 % 17 + " other" + i * 5 % 23, ""));
        }
        Screened.Parts parts = Screened.parts(relevant, 0.2, 0.2, 1);
        TuneJudge judge = new TuneJudge(documents, relevant, parts);
        Embedding good = new Knowing(true, relevant);
        Embedding bad = new Knowing(false, relevant);
        TuneJudge.Judgement up = judge.judged(bad, good, 1, Progress.NONE);
        assertThat(up.better()).isTrue();
        assertThat(up.records()).isEqualTo(30);
        assertThat(up.relevant()).isEqualTo(6);
        assertThat(up.tuned().averagePrecision()).isGreaterThan(up.standard().averagePrecision());
        assertThat(judge.judged(good, bad, 1, Progress.NONE).better()).isFalse();
        TuneJudge.Judgement same = judge.judged(bad, bad, 1, Progress.NONE);
        assertThat(same.better()).isFalse();
        assertThat(same.probability()).isEqualTo(0.5);
        assertThat(same.words())
                .endsWith("In 50.0 % of 1000 bootstrap samples of these records the tuned one had the higher average"
                        + " precision (paired comparison, ties counting half); it is used from 90 % on.");
    }
}
