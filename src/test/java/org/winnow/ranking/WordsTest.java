package org.winnow.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What counts as a word; expectations are what Python's {@code re} finds with {@code (?u)\b\w\w+\b}. */
class WordsTest {
    @Test
    void wordsAreRunsOfTwoOrMoreLettersAndDigits() {
        assertThat(Words.of("Naïve β-blockers: CO₂, H2O & x_1; ½ don't ßtraße 10% 𝛼𝛽 中文 a"))
                .containsExactly("naïve", "blockers", "co₂", "h2o", "x_1", "don", "ßtraße", "10", "𝛼𝛽", "中文");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of(" - a . b ")).isEmpty();
    }
}
