package org.winnow.model;

import java.util.Optional;

/**
 * A figure with its 95 % confidence interval.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Estimate(double value, double low, double high) {
    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** The value give or take 1.96 standard errors, within what a coefficient of agreement can be. */
    public static Optional<Estimate> of(double value, double standardError) {
        return Double.isNaN(value)
                ? Optional.empty()
                : Optional.of(new Estimate(
                        value, Math.max(-1, value - Z * standardError), Math.min(1, value + Z * standardError)));
    }

    /**
     * A share, with the score interval of Wilson (1927), Journal of the American Statistical Association 22:209-212: it
     * stays within 0 and 1 and is right for shares near 1.
     */
    public static Estimate share(double share, double n) {
        double z2 = Z * Z;
        double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n);
        return new Estimate(share, Math.clamp(middle - half, 0, share), Math.clamp(middle + half, share, 1));
    }

    /** The same stretched from a share to {@code 2 p - 1}. */
    public Estimate doubled() {
        return new Estimate(2 * value - 1, 2 * low - 1, 2 * high - 1);
    }
}
