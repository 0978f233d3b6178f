package org.winnow.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.winnow.model.UserException;
import org.winnow.work.Progress;

/** Replaying a set whose answer is known. */
class SimulationTest {
    private static final String[] RELEVANT = {"exercise", "back", "pain", "trial", "random", "therapy"};
    private static final String[] OTHER = {"cell", "protein", "mouse", "gene", "binding", "membrane", "pain"};

    private record Set(List<Document> documents, boolean[] truth) {}

    private static Replay replay(Model model, int priors, long seed, @Nullable StoppingRule rule) {
        Model.Prepared features = model.prepare(set().documents(), Models.network(), Progress.NONE);
        return Replay.of(features, set().truth(), priors, seed, rule, Progress.NONE);
    }

    /** 200 short texts, 20 of them about something of their own. */
    private static Set set() {
        SplittableRandom random = new SplittableRandom(7);
        List<Document> documents = new ArrayList<>();
        boolean[] truth = new boolean[200];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = i % 10 == 3;
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < 12; w++) {
                String[] words = random.nextInt(10) < (truth[i] ? 5 : 1) ? RELEVANT : OTHER;
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            documents.add(new Document("Record " + i, text.toString()));
        }
        return new Set(documents, truth);
    }

    @Test
    void everyModelFindsASubjectOfItsOwnSoonAndTheSameWayEachTime() {
        for (Model model : Models.all()) {
            Replay first = replay(model, 1, 5, null);
            Replay again = replay(model, 1, 5, null);
            assertThat(first.order()).as(model.name()).isEqualTo(again.order());
            assertThat(first.priors()).isEqualTo(again.priors()).hasSize(2);
            assertThat(first.screening().relevant()).isEqualTo(19);
            assertThat(Metrics.loss(first.screening())).as(model.name()).isLessThan(0.1);
            assertThat(first.refits()).isEqualTo(first.screening().read());
        }
    }

    @Test
    void priorKnowledgeIsNeverReadAgainAndNothingTwice() {
        Replay run = replay(Models.standard(), 3, 1, null);
        List<Integer> all = new ArrayList<>();
        for (int prior : run.priors()) {
            all.add(prior);
        }
        for (int record : run.order()) {
            all.add(record);
        }
        assertThat(all).doesNotHaveDuplicates();
        assertThat(run.screening().relevant()).isEqualTo(17);
    }

    @Test
    void withoutPriorKnowledgeRecordsComeInTheirOrderUntilThereAreBothKinds() {
        Replay run = replay(Models.named("u4").orElseThrow(), 0, 1, null);
        assertThat(run.order()).startsWith(0, 1, 2, 3);
        assertThat(run.refits()).isEqualTo(run.screening().read() - 4);
    }

    @Test
    void aRuleIsFollowedBeyondTheLastRelevantRecord() {
        StoppingRule rule = StoppingRule.of("excludes:60").orElseThrow();
        Replay run = replay(Models.named("u4").orElseThrow(), 1, 1, rule);
        Replay.Stopped stopped = run.stopped();
        assertThat(stopped).isNotNull();
        assertThat(stopped.recall()).isEqualTo(1);
        assertThat(stopped.read()).isEqualTo(run.screening().read() + 60);
    }

    @Test
    void aSetOfOneKindIsRefusedInWords() {
        Model.Prepared features = Models.standard().prepare(set().documents(), Models.network(), Progress.NONE);
        assertThatThrownBy(() -> Replay.of(features, new boolean[200], 1, 1, null, Progress.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("relevant and irrelevant");
    }
}
