package org.winnow.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for people. */
final class Numbers {
    private Numbers() {}

    static String rounded(double value, int digits) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .toPlainString()
                : "–";
    }

    static String percent(double share) {
        return rounded(share * 100, 1) + " %";
    }
}
