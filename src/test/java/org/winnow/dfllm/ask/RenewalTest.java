package org.winnow.dfllm.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.winnow.dfllm.ask.Evaluation.Tried;
import org.winnow.model.RecordId;

/** A network that forgets is not taken. */
class RenewalTest {
    private static final Set<Question> OLD =
            IntStream.range(0, 25).mapToObj(RenewalTest::question).collect(Collectors.toSet());

    private static Question question(int number) {
        return new Question("Question " + number, new RecordId(1), "quote " + number, "section", "", null);
    }

    /** Twenty-five old questions and fifteen new ones, with the place of their passage. */
    private static Evaluation found(int old, int fresh) {
        List<Tried> tried = IntStream.range(0, 40)
                .mapToObj(i ->
                        new Tried(question(i), Map.of(Method.BOTH, i < 25 ? old : fresh), 0.5, null, true, true, 0.1))
                .toList();
        return new Evaluation(List.of(), 0.37, tried, List.of());
    }

    @Test
    void whatFindsOldQuestionsWorseIsNotTakenHoweverWellItFindsTheNewOnes() {
        Renewal forgot = Renewal.of(found(2, 9), found(3, 1), OLD, true);

        assertThat(forgot.old().questions()).isEqualTo(25);
        assertThat(forgot.fresh().questions()).isEqualTo(15);
        assertThat(forgot.all().better()).isTrue();
        assertThat(forgot.accepted()).isFalse();
        assertThat(forgot.words()).contains("of 25", "0.500, now 0.333", "of 15", "no lower");
    }

    @Test
    void inPlaceOfATunedOneItIsTakenWhereNothingGetsWorseInPlaceOfTheUsualOneWhereItIsBetter() {
        assertThat(Renewal.of(found(2, 9), found(2, 9), OLD, true).accepted()).isTrue();
        Renewal same = Renewal.of(found(2, 9), found(2, 9), OLD, false);
        assertThat(same.accepted()).isFalse();
        assertThat(same.words()).contains("In 50.0 % of 1000 bootstrap samples", "from 90 % on, with 20 questions");
        assertThat(Renewal.of(found(2, 9), found(2, 1), OLD, false).accepted()).isTrue();
    }
}
