package org.winnow.dfllm.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.winnow.dfllm.ask.Evaluation.Tried;
import org.winnow.model.RecordId;

/** A tuned network is used where it is shown to be better, on enough questions. */
class FinderTrialTest {
    private static Evaluation found(int questions, int everyThirdAt, int othersAt) {
        List<Tried> tried = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            Question question = new Question("Question " + i, new RecordId(1), "quote " + i, "section", "", null);
            tried.add(new Tried(
                    question, Map.of(Method.BOTH, i % 3 == 0 ? everyThirdAt : othersAt), 0.5, null, true, true, 0.1));
        }
        return new Evaluation(List.of(), 0.37, tried, List.of());
    }

    @Test
    void itIsBetterWhereItFindsMoreAndNotWhereItFindsTheSameOrLess() {
        FinderTrial better = FinderTrial.of(found(30, 4, 1), found(30, 1, 1), 1);
        assertThat(better.better()).isTrue();
        assertThat(better.probability()).isGreaterThan(0.99);
        assertThat(better.words())
                .contains("30 questions", "In 100.0 % of 1000 bootstrap samples", "it is used from 90 % on.");
        assertThat(FinderTrial.of(found(30, 1, 1), found(30, 4, 1), 1).better()).isFalse();
        FinderTrial same = FinderTrial.of(found(30, 2, 1), found(30, 2, 1), 1);
        assertThat(same.better()).isFalse();
        assertThat(same.probability()).isEqualTo(0.5);
    }

    @Test
    void fewQuestionsTellNothing() {
        FinderTrial few = FinderTrial.of(found(12, 4, 3), found(12, 1, 1), 1);

        assertThat(few.better()).isFalse();
        assertThat(few.words()).endsWith(FinderTrial.FEWEST + " questions or more are needed to tell.");
    }
}
