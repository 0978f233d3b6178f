package org.winnow.dfllm.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScreenedTest {
    @Test
    void partsShareOutEachKindAndNothingTwice() {
        boolean[] relevant = new boolean[100];
        Arrays.fill(relevant, 0, 20, true);
        Screened.Parts parts = Screened.parts(relevant, 0.2, 0.3, 7);
        assertThat(counts(parts.learn(), relevant)).containsExactly(50, 10);
        assertThat(counts(parts.validate(), relevant)).containsExactly(20, 4);
        assertThat(counts(parts.judge(), relevant)).containsExactly(30, 6);
        assertThat(Stream.of(parts.learn(), parts.validate(), parts.judge())
                        .flatMapToInt(IntStream::of)
                        .sorted()
                        .toArray())
                .containsExactly(IntStream.range(0, 100).toArray());
    }

    private static int[] counts(int[] part, boolean[] relevant) {
        return new int[] {
            part.length, (int) IntStream.of(part).filter(i -> relevant[i]).count()
        };
    }

    @Test
    void aDrawGivesEveryExampleOnceARound() {
        Draw draw = new Draw(7, 3);
        for (int round = 0; round < 3; round++) {
            int from = 7 * round;
            assertThat(IntStream.range(from, from + 7).map(draw::at).sorted().toArray())
                    .containsExactly(0, 1, 2, 3, 4, 5, 6);
        }
        assertThat(IntStream.range(0, 7).map(draw::at).toArray())
                .isNotEqualTo(IntStream.range(7, 14).map(draw::at).toArray());
    }

    @Test
    void anOrderIsAsGoodAsItsRelevantOnesAreHigh() {
        boolean[] relevant = {true, false, true, false};
        assertThat(Precision.average(new double[] {4, 3, 2, 1}, relevant)).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
        assertThat(Precision.average(new double[] {4, 1, 3, 2}, relevant)).isEqualTo(1);
        assertThat(Precision.recall(new double[] {4, 3, 2, 1}, relevant, 0.5)).isEqualTo(0.5);
    }

    @Test
    void theRateRisesAndFallsToNothing() {
        TuneSettings settings = new TuneSettings(new Method.LastLayers(1, 0), 100, 8, 1, 0.1, 0, 10, 1, 1, 64, 0, 1, 1);
        assertThat(settings.rate(0)).isCloseTo(1 / 11.0, within(1e-9));
        assertThat(settings.rate(10)).isEqualTo(1);
        assertThat(settings.rate(55)).isEqualTo(0.5);
        assertThat(settings.rate(99)).isCloseTo(1 / 90.0, within(1e-9));
    }
}
