package org.winnow.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The metrics by their definitions. */
class MetricsLawsTest {
    @Test
    void figuresOfASmallScreeningByHand() {
        Screening s = Screening.of(true, false, true, false, false, false, false, true, false, false);
        assertThat(Metrics.recallAt(s, 0.3)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(Metrics.rrf10(s)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(Metrics.readAt(s, 0.95)).isEqualTo(8);
        assertThat(Metrics.wss(s, 0.95)).isCloseTo(0.2 - 0.05, within(1e-12));
        assertThat(Metrics.wss(s, 1)).isCloseTo(0.2, within(1e-12));
        assertThat(Metrics.atd(s)).isCloseTo((1 + 3 + 8) / 30.0, within(1e-12));
        // Σ found(k) = 1+1+2+2+2+2+2+3+3+3 = 21; (3·(10 − 1) − 21) / (3·7)
        assertThat(Metrics.loss(s)).isCloseTo(6 / 21.0, within(1e-12));
    }

    @Property
    void theBestOrderLosesNothingAndTheWorstEverything(@ForAll @Size(min = 2, max = 60) List<Boolean> labels) {
        Assume.that(labels.contains(true) && labels.contains(false));
        List<Boolean> best = new ArrayList<>(labels);
        best.sort(Collections.reverseOrder());
        List<Boolean> worst = new ArrayList<>(labels);
        Collections.sort(worst);
        assertThat(Metrics.loss(of(best))).isCloseTo(0, within(1e-9));
        assertThat(Metrics.loss(of(worst))).isCloseTo(1, within(1e-9));
        assertThat(Metrics.loss(of(labels))).isBetween(-1e-9, 1 + 1e-9);
    }

    @Property
    void findingOneRelevantRecordSoonerLowersLossAndTime(@ForAll @Size(min = 2, max = 60) List<Boolean> labels) {
        int at = Collections.indexOfSubList(labels, List.of(false, true));
        Assume.that(at >= 0);
        List<Boolean> sooner = new ArrayList<>(labels);
        Collections.swap(sooner, at, at + 1);
        assertThat(Metrics.loss(of(sooner))).isLessThan(Metrics.loss(of(labels)));
        assertThat(Metrics.atd(of(sooner))).isLessThan(Metrics.atd(of(labels)));
        assertThat(Metrics.wss(of(sooner), 0.95)).isGreaterThanOrEqualTo(Metrics.wss(of(labels), 0.95));
    }

    @Property
    void whatIsUnreadBehindTheLastRelevantRecordChangesNothing(@ForAll @Size(min = 2, max = 60) List<Boolean> labels) {
        Assume.that(labels.contains(true) && labels.contains(false));
        Screening whole = of(labels);
        Screening upToTheLast = whole.until(Metrics.readAt(whole, 1));
        assertThat(Metrics.loss(upToTheLast)).isCloseTo(Metrics.loss(whole), within(1e-12));
        assertThat(Metrics.atd(upToTheLast)).isCloseTo(Metrics.atd(whole), within(1e-12));
        assertThat(Metrics.wss(upToTheLast, 0.95)).isCloseTo(Metrics.wss(whole, 0.95), within(1e-12));
    }

    private static Screening of(List<Boolean> labels) {
        boolean[] all = new boolean[labels.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = labels.get(i);
        }
        return Screening.of(all);
    }
}
