package org.winnow.dfllm.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.model.RecordId;

/** Statements held against the sentence that fits best. */
class VerificationTest {
    private static Answer found(String sentence) {
        return new Answer("", 0.6, 0.4, List.of(new Said(new RecordId(1), "", "", sentence, List.of(), 0.6)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fifteen patients took part. | Focus groups were held with 15 participants. | SUPPORTED",
                "Forty-one patients took part. | Focus groups were held with participants. | SUPPORTED",
                "12 patients took part. | Focus groups were held with 15 participants. | REFUTED",
                "Demographics did not play a role. | Demographics played a role in the results. | REFUTED",
                "Confidence decreased in the group. | Exercise increased confidence. | REFUTED",
                "The patterns made the system slower. | The system became faster with the patterns. | REFUTED",
                "1,200 records were screened. | In all 1200 records were screened. | SUPPORTED"
            })
    void otherNumbersNegationsAndOppositesRefute(String claim, String sentence, Label label) {
        assertThat(Verification.of(claim, found(sentence))).isEqualTo(label);
    }

    @Test
    void whatNoSentenceFitsIsNotKnown() {
        assertThat(Verification.of("Roses are pruned.", new Answer("", 0.1, 0.4, List.of())))
                .isEqualTo(Label.NOT_ENOUGH);
    }
}
