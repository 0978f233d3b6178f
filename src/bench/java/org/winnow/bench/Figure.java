package org.winnow.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param name what was measured
 * @param value the number itself; the median where there are several samples
 * @param p99 what 99 of 100 samples stay below or at, where there are samples enough
 * @param yardstick the simplest thing that does comparable work, measured in the same run
 * @param ratio value divided by the yardstick's value
 * @param goal what the number should be, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        String name,
        double value,
        String unit,
        @Nullable Integer samples,
        @Nullable Double p99,
        @Nullable Yardstick yardstick,
        @Nullable Double ratio,
        @Nullable String goal) {
    /** What a figure is compared with, in the same unit. */
    public record Yardstick(String name, double value) {}

    public static Figure of(String name, double value, String unit) {
        return new Figure(name, rounded(value), unit, null, null, null, null, null);
    }

    /** Median and, from 50 samples on, the 99th percentile. */
    public static Figure of(String name, Samples samples, String unit) {
        Double p99 = samples.count() >= 50 ? rounded(samples.quantile(0.99)) : null;
        return new Figure(name, rounded(samples.median()), unit, samples.count(), p99, null, null, null);
    }

    public Figure against(String what, double measured) {
        double ratio = rounded(value / measured);
        return new Figure(name, value, unit, samples, p99, new Yardstick(what, rounded(measured)), ratio, goal);
    }

    public Figure withGoal(String words) {
        return new Figure(name, value, unit, samples, p99, yardstick, ratio, words);
    }

    /** Four digits say all that a clock on a shared machine can. */
    private static double rounded(double value) {
        return value == 0 || !Double.isFinite(value)
                ? value
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(4))
                        .doubleValue();
    }
}
