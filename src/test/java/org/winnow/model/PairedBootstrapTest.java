package org.winnow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
    @Test
    void whatIsBetterOnEveryCaseIsBetterInEveryDraw() {
        assertThat(of(1, 0.5, 2)).isEqualTo(1);
        assertThat(of(-1, -0.5, -2)).isZero();
    }

    @Test
    void whatIsAsGoodOnEveryCaseIsBetterInHalfOfThem() {
        assertThat(of(0, 0, 0)).isEqualTo(0.5);
        assertThat(of()).as("of no case nothing can be told").isEqualTo(0.5);
    }

    @Test
    void oneGainAgainstOneLossTellsLittle() {
        assertThat(of(1, -1)).isBetween(0.45, 0.55);
        assertThat(of(1, 1, 1, -1)).isBetween(0.75, 0.95);
    }

    private static double of(double... gains) {
        return PairedBootstrap.probability(gains.length, 1, drawn -> IntStream.of(drawn)
                .mapToDouble(i -> gains[i])
                .sum());
    }
}
