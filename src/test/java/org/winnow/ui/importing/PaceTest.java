package org.winnow.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void rateAndTimeLeftAreThoseSinceTheBeginning() {
        assertThat(Pace.of(30_000, 90_000, 2)).isEqualTo(new Pace(30_000, 90_000, 15_000, 4));
    }

    @Test
    void nothingIsPromisedBeforeThereIsSomethingToGoBy() {
        assertThat(Pace.of(10, 100, 0.1).secondsLeft()).isNegative();
        assertThat(Pace.of(0, 100, 60).secondsLeft()).isNegative();
        assertThat(Pace.of(0, 0, 60).share()).isNegative();
    }

    @Property
    void whatIsDoneAndWhatIsLeftMakeTheWhole(
            @ForAll @LongRange(min = 1, max = 5_000_000) long total,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0.5, max = 36_000) double seconds) {
        Pace pace = Pace.of(share * total, total, seconds);
        assertThat(pace.share()).isBetween(0.0, 1.0);
        if (pace.secondsLeft() >= 0) {
            double whole = seconds / share;
            assertThat((double) pace.secondsLeft())
                    .isBetween(whole - seconds - 1e-6 * whole, whole - seconds + 1.001 + 1e-6 * whole);
        }
    }
}
