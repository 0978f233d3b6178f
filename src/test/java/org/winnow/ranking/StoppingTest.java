package org.winnow.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Stopping rules against published figures and against counting in whole numbers. */
class StoppingTest {
    private static Screening screening(int records, int relevantFirst, int irrelevantThen) {
        BitSet hits = new BitSet();
        hits.set(0, relevantFirst);
        return new Screening(records, relevantFirst, relevantFirst + irrelevantThen, hits);
    }

    @Test
    void theRecallTestHasTheExactProbabilities() {
        assertThat(RecallTest.p(screening(200, 20, 80), 0.95)).isCloseTo(0.307263, within(5e-7));
        assertThat(RecallTest.p(screening(500, 20, 80), 0.95)).isCloseTo(0.694154, within(5e-7));
        assertThat(RecallTest.p(screening(1000, 20, 80), 0.95)).isCloseTo(0.843322, within(5e-7));
        assertThat(RecallTest.p(screening(1000, 95, 100), 0.95)).isCloseTo(0.494294, within(5e-7));
        assertThat(RecallTest.p(screening(300, 95, 100), 0.95)).isCloseTo(0.016808, within(5e-7));
        assertThat(RecallTest.p(screening(1000, 95, 400), 0.95)).isCloseTo(0.029794, within(5e-7));
        assertThat(RecallTest.p(screening(150, 5, 95), 0.95)).isCloseTo(0.344828, within(5e-7));
        assertThat(RecallTest.p(screening(200, 0, 50), 0.95)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void theRuleStopsWhereTheTestRejects() {
        StoppingRule rule = StoppingRule.of("recall:0.95:0.95").orElseThrow();
        assertThat(rule.stops(screening(1000, 95, 400))).isTrue();
        assertThat(rule.stops(screening(1000, 95, 100))).isFalse();
        assertThat(rule.stops(screening(200, 0, 50))).isFalse();
    }

    @Property(tries = 300)
    void theRecallTestIsTheSmallestOverAllWindowsCountedInWholeNumbers(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 40) int read,
            @ForAll @IntRange(max = 40) int unread) {
        BitSet hits = new BitSet();
        for (int k = 0; k < read; k++) {
            hits.set(k, random.nextInt(1 + k / 4) == 0);
        }
        int found = hits.cardinality();
        Screening s = new Screening(read + unread, found, read, hits);
        double smallest = 1;
        for (int i = 1; i <= read; i++) {
            int x = hits.get(read - i, read).cardinality();
            int marked = (int) RecallTest.relevantIfMissed(found, 0.95) - (found - x);
            int urn = read + unread - (read - i);
            smallest = Math.min(smallest, marked > urn ? 0 : exactly(x, urn, marked, i));
        }
        assertThat(RecallTest.p(s, 0.95)).isCloseTo(smallest, within(1e-10));
    }

    @Property(tries = 300)
    void drawingWithoutPuttingBackIsCountedExactly(
            @ForAll @IntRange(min = 1, max = 900) int urn, @ForAll Random random) {
        int marked = random.nextInt(urn + 1);
        int draws = random.nextInt(urn + 1);
        int x = random.nextInt(draws + 1);
        double exact = exactly(x, urn, marked, draws);
        assertThat(Hypergeometric.atMost(x, urn, marked, draws)).isCloseTo(exact, within(1e-9 * Math.max(exact, 1e-6)));
    }

    @Test
    void theLogarithmOfAFactorialHasNoSeam() {
        for (int n = 250; n < 262; n++) {
            assertThat(Hypergeometric.logFactorial(n) - Hypergeometric.logFactorial(n - 1))
                    .isCloseTo(Math.log(n), within(1e-12));
        }
    }

    @Test
    void theLowerBoundIsTheHighestRecallThatTheTestAccepts() {
        Screening s = screening(1000, 95, 400);
        double bound = RecallTest.lowerBound(s, 0.95);
        assertThat(bound).isGreaterThanOrEqualTo(0.95);
        assertThat(RecallTest.p(s, bound - 1e-6)).isLessThan(0.05);
        assertThat(RecallTest.p(s, bound + 1e-4)).isGreaterThan(0.05);
        assertThat(RecallTest.lowerBound(screening(495, 95, 400), 0.95)).isEqualTo(1);
        assertThat(RecallTest.lowerBound(screening(500, 0, 100), 0.95)).isZero();
    }

    @Property(tries = 200)
    void aSampleBoundsWhatIsUnread(@ForAll @IntRange(min = 1, max = 400) int unread, @ForAll Random random) {
        int sampled = random.nextInt(unread + 1);
        int relevant = sampled == 0 ? 0 : random.nextInt(Math.min(sampled, 8) + 1);
        UnreadSample sample = new UnreadSample(unread, sampled, relevant);
        int most = sample.atMost(0.95);
        assertThat(most).isBetween(relevant, unread - sampled + relevant);
        assertThat(exactly(relevant, unread, most, sampled)).isGreaterThan(0.05 - 1e-9);
        if (most < unread - sampled + relevant) {
            assertThat(exactly(relevant, unread, most + 1, sampled)).isLessThanOrEqualTo(0.05 + 1e-9);
        }
        assertThat(sample.atLeast(0.95)).isBetween(relevant, most);
    }

    @Test
    void aWholeSampleLeavesNoDoubt() {
        assertThat(new UnreadSample(40, 40, 3).recall(57, 0.95)).isEqualTo(new UnreadSample.Estimate(1, 1, 1));
        UnreadSample.Estimate none = new UnreadSample(1000, 300, 0).recall(50, 0.95);
        assertThat(none.value()).isEqualTo(1);
        assertThat(none.low()).isBetween(0.8, 0.9);
    }

    @Test
    void simplerRulesStopWhereTheySay() {
        assertThat(StoppingRule.of("excludes:50").orElseThrow().stops(screening(500, 5, 50)))
                .isTrue();
        assertThat(StoppingRule.of("excludes:50").orElseThrow().stops(screening(500, 5, 49)))
                .isFalse();
        assertThat(StoppingRule.of("share:0.5").orElseThrow().stops(screening(200, 5, 95)))
                .isTrue();
        // 10 found in 10, then 90 without: (10/10) / (1/90) = 90 < 146; 150 without: 150 ≥ 146.
        assertThat(StoppingRule.of("knee").orElseThrow().stops(screening(500, 10, 90)))
                .isFalse();
        assertThat(StoppingRule.of("knee").orElseThrow().stops(screening(500, 10, 150)))
                .isTrue();
        assertThat(StoppingRule.of("budget").orElseThrow().stops(screening(500, 10, 366)))
                .isTrue();
        assertThat(StoppingRule.of("budget").orElseThrow().stops(screening(500, 10, 364)))
                .isFalse();
    }

    @Test
    void wordsThatAreNoRuleAreRefused() {
        assertThat(StoppingRule.of("excludes:none")).isEmpty();
        assertThat(StoppingRule.of("excludes:0")).isEmpty();
        assertThat(StoppingRule.of("recall:95")).isEmpty();
        assertThat(StoppingRule.of("enough")).isEmpty();
        assertThat(StoppingRule.of("recall").map(StoppingRule::key)).contains("recall:0.95:0.95");
    }

    private static double exactly(int x, int urn, int marked, int draws) {
        BigInteger sum = BigInteger.ZERO;
        for (int j = 0; j <= x; j++) {
            sum = sum.add(choose(marked, j).multiply(choose(urn - marked, draws - j)));
        }
        return new BigDecimal(sum)
                .divide(new BigDecimal(choose(urn, draws)), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigInteger choose(int n, int k) {
        if (k < 0 || k > n) {
            return BigInteger.ZERO;
        }
        BigInteger all = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            all = all.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        return all;
    }
}
