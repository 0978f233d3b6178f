package org.winnow.dfllm.ask;

/**
 * So many of so many, with the 95 % score interval of Wilson (1927), Journal of the American Statistical Association
 * 22:209-212.
 */
public record Share(int of, int all) {
    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959963984540054;

    public double value() {
        return all == 0 ? 0 : (double) of / all;
    }

    public double low() {
        return all == 0 ? 0 : Math.max(0, middle() - half());
    }

    public double high() {
        return all == 0 ? 1 : Math.min(1, middle() + half());
    }

    private double middle() {
        return (value() + Z * Z / (2 * all)) / (1 + Z * Z / all);
    }

    private double half() {
        return Z * Math.sqrt(value() * (1 - value()) / all + Z * Z / (4.0 * all * all)) / (1 + Z * Z / all);
    }
}
