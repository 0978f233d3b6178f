package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.winnow.model.Verdict;

class AgreementTest {
    @Test
    void kappaIsThatOfWorkedExamples() {
        assertThat(kappa(25, 12, 8, 955)).isEqualTo(.703958, within(1e-6));
        assertThat(kappa(40, 10, 5, 45)).isEqualTo(.7, within(1e-6));
        assertThat(kappa(0, 5, 5, 990)).isEqualTo(-.005025, within(1e-6));
        assertThat(kappa(20, 5, 10, 15)).isEqualTo(.4, within(1e-6));
    }

    @Test
    void kappaIsNotDefinedWhereChanceAloneAgreesFully() {
        assertThat(Agreement.of(pairs(0, 0, 0, 10))).isEqualTo(new Agreement(10, 1, OptionalDouble.empty()));
    }

    @Test
    void withoutCommonRecordsThereIsNoAgreement() {
        assertThat(Agreement.of(Map.of())).isEqualTo(new Agreement(0, 0, OptionalDouble.empty()));
    }

    @Test
    void maybeIsReadAsInclude() {
        assertThat(Agreement.of(Map.of(
                                List.of(Verdict.MAYBE, Verdict.INCLUDE), 3L,
                                List.of(Verdict.EXCLUDE, Verdict.MAYBE), 1L))
                        .observed())
                .isEqualTo(.75);
    }

    private static double kappa(long a, long b, long c, long d) {
        return Agreement.of(pairs(a, b, c, d)).kappa().orElseThrow();
    }

    private static Map<List<Verdict>, Long> pairs(long a, long b, long c, long d) {
        return Map.of(
                List.of(Verdict.INCLUDE, Verdict.INCLUDE), a,
                List.of(Verdict.INCLUDE, Verdict.EXCLUDE), b,
                List.of(Verdict.EXCLUDE, Verdict.INCLUDE), c,
                List.of(Verdict.EXCLUDE, Verdict.EXCLUDE), d);
    }
}
