package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.model.CohensKappa;
import org.winnow.model.Estimate;
import org.winnow.model.Verdict;
import org.winnow.store.Standing.DecidedTwice;

class AgreementTest {
    /**
     * The first line is the example of Gwet (2008), table 2, with a kappa of -0.0234 and an AC1 of 0.9408. All figures
     * and intervals were computed a second time from the shares of the four cells, with standard errors by the delta
     * method and numerical derivatives.
     */
    @ParameterizedTest
    @CsvSource({
        "118, 5, 2, 0, 0.944, 0.888912156, 0.972611774, -0.023391813, -0.047473413, 0.000689788, 0.888, 0.940776338, 0.895585518, 0.985967157",
        "20, 5, 10, 15, 0.7, 0.562496495, 0.808964465, 0.4, 0.15109229, 0.64890771, 0.4, 0.405940594, 0.148258075, 0.663623113",
        "25, 12, 8, 955, 0.98, 0.969309995, 0.987016317, 0.70395808, 0.580613002, 0.827303159, 0.96, 0.978551129, 0.969055463, 0.988046795",
        "40, 10, 5, 45, 0.85, 0.767164404, 0.906940147, 0.7, 0.56073218, 0.83926782, 0.7, 0.70074813, 0.560196642, 0.841299618"
    })
    void twoReviewersAsComputedElsewhere(
            long a,
            long b,
            long c,
            long d,
            double observed,
            double observedLow,
            double observedHigh,
            double kappa,
            double kappaLow,
            double kappaHigh,
            double pabak,
            double ac1,
            double ac1Low,
            double ac1High) {
        Agreement agreement = Agreement.of(pairs(a, b, c, d));

        same(agreement.observed(), observed, observedLow, observedHigh);
        same(agreement.kappa(), kappa, kappaLow, kappaHigh);
        same(agreement.pabak(), pabak, 2 * observedLow - 1, 2 * observedHigh - 1);
        same(agreement.ac1(), ac1, ac1Low, ac1High);
    }

    private static void same(Optional<Estimate> found, double value, double low, double high) {
        Estimate estimate = found.orElseThrow();
        assertThat(estimate.value()).isEqualTo(value, within(1e-8));
        assertThat(estimate.low()).isEqualTo(low, within(1e-7));
        assertThat(estimate.high()).isEqualTo(high, within(1e-7));
    }

    /** Fleiss, Cohen and Everitt (1969): 200 subjects, three categories, kappa 0.429 with a variance of 0.002885. */
    @Test
    void theStandardErrorOfKappaIsThatOfItsAuthors() {
        double[][] shares = {{.53, .05, .02}, {.11, .14, .05}, {.01, .06, .03}};

        same(CohensKappa.of(shares, 200), .428571429, .428571429 - 1.959963985 * .053711005, .533843064);
    }

    /** Ten subjects, fourteen raters, five categories: the worked example by which Fleiss' kappa is taught, 0.210. */
    @Test
    void fleissKappaOfManyRaters() {
        Map<List<Integer>, Long> subjects = new HashMap<>();
        for (List<Integer> row : List.of(
                List.of(0, 0, 0, 0, 14),
                List.of(0, 2, 6, 4, 2),
                List.of(0, 0, 3, 5, 6),
                List.of(0, 3, 9, 2, 0),
                List.of(2, 2, 8, 1, 1),
                List.of(7, 7, 0, 0, 0),
                List.of(3, 2, 6, 3, 0),
                List.of(2, 5, 3, 2, 2),
                List.of(6, 5, 2, 1, 0),
                List.of(0, 2, 2, 3, 7))) {
            subjects.merge(row, 1L, Long::sum);
        }

        TeamAgreement agreement = TeamAgreement.of(subjects);

        assertThat(agreement.records()).isEqualTo(10);
        same(agreement.fleiss(), .209930704, .028886652, .390974756);
        same(agreement.ac1(), .225614151, .042702326, .408525976);
    }

    @Test
    void notEverybodyHasToHaveDecidedOnEveryRecord() {
        TeamAgreement agreement = TeamAgreement.of(Map.of(
                List.of(3, 0), 10L,
                List.of(0, 3), 60L,
                List.of(2, 1), 5L,
                List.of(1, 2), 7L,
                List.of(2, 0), 4L,
                List.of(0, 2), 12L,
                List.of(1, 1), 2L,
                List.of(1, 0), 99L));

        assertThat(agreement.records()).isEqualTo(100);
        same(agreement.fleiss(), .695039306, .546830805, .843247807);
        same(agreement.ac1(), .851210157, .769969562, .932450753);
    }

    @Test
    void kappaIsNotDefinedWhereChanceAloneAgreesFully() {
        Agreement agreement = Agreement.of(pairs(0, 0, 0, 10));

        assertThat(agreement.kappa()).isEmpty();
        assertThat(agreement.observed().orElseThrow().value()).isEqualTo(1);
        assertThat(agreement.ac1().orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void withoutCommonRecordsThereIsNoAgreement() {
        assertThat(Agreement.of(Map.of()))
                .isEqualTo(new Agreement(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(TeamAgreement.of(Map.of(List.of(1, 0), 3L)).records()).isZero();
        assertThat(AgreementOverTime.of(List.of())).isEmpty();
    }

    @Test
    void maybeIsReadAsInclude() {
        assertThat(Agreement.of(Map.of(
                                List.of(Verdict.MAYBE, Verdict.INCLUDE), 3L,
                                List.of(Verdict.EXCLUDE, Verdict.MAYBE), 1L))
                        .observed()
                        .orElseThrow()
                        .value())
                .isEqualTo(.75);
    }

    @Property(tries = 200)
    void nobodyIsFirstAndEveryIntervalHoldsItsValue(
            @ForAll @IntRange(max = 60) int a,
            @ForAll @IntRange(max = 60) int b,
            @ForAll @IntRange(max = 60) int c,
            @ForAll @IntRange(max = 60) int d) {
        Agreement one = Agreement.of(pairs(a, b, c, d));
        Agreement other = Agreement.of(pairs(a, c, b, d));

        one.kappa().ifPresent(k -> same(other.kappa(), k.value(), k.low(), k.high()));
        for (Optional<Estimate> e : List.of(one.observed(), one.kappa(), one.pabak(), one.ac1())) {
            e.ifPresent(x -> assertThat(x.value()).isBetween(x.low(), x.high()));
        }
    }

    @Property(tries = 50)
    void theBlocksHoldEveryRecordOnce(@ForAll @IntRange(min = 1, max = 700) int n) {
        List<DecidedTwice> records = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            records.add(new DecidedTwice(Instant.ofEpochMilli(i), Verdict.INCLUDE, Verdict.EXCLUDE));
        }

        List<AgreementOverTime.Block> blocks = AgreementOverTime.of(records);

        assertThat(blocks).hasSizeBetween(1, 12);
        assertThat(blocks.stream().mapToLong(b -> b.agreement().records()).sum())
                .isEqualTo(n);
        assertThat(blocks.getLast().until()).isEqualTo(Instant.ofEpochMilli(n - 1));
    }

    private static Map<List<Verdict>, Long> pairs(long a, long b, long c, long d) {
        return Map.of(
                List.of(Verdict.INCLUDE, Verdict.INCLUDE), a,
                List.of(Verdict.INCLUDE, Verdict.EXCLUDE), b,
                List.of(Verdict.EXCLUDE, Verdict.INCLUDE), c,
                List.of(Verdict.EXCLUDE, Verdict.EXCLUDE), d);
    }
}
