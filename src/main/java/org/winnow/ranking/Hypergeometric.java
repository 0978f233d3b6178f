package org.winnow.ranking;

/** Drawing without putting back, exactly: an urn of {@code urn} balls of which {@code marked} count, {@code draws} drawn. */
public final class Hypergeometric {
    /** Beyond this Stirling's series with four terms is exact to the last digit. */
    private static final int TABLE = 256;

    private static final double[] LOG_FACTORIALS = logFactorials();

    private Hypergeometric() {}

    /**
     * The probability that at most {@code x} of the drawn count. Zero where more count than there are balls: that cannot
     * be.
     */
    public static double atMost(int x, int urn, int marked, int draws) {
        if (marked > urn) {
            return 0;
        }
        int least = Math.max(0, draws - (urn - marked));
        int most = Math.min(draws, marked);
        if (x < least) {
            return 0;
        }
        if (x >= most) {
            return 1;
        }
        // From the side of the smaller sum, so that nothing is lost by subtraction.
        boolean lower = x < (double) draws * marked / urn;
        return Math.clamp(lower ? down(x, least, urn, marked, draws) : 1 - up(x + 1, most, urn, marked, draws), 0, 1);
    }

    private static double down(int from, int to, int urn, int marked, int draws) {
        double term = Math.exp(log(from, urn, marked, draws));
        double sum = 0;
        for (int j = from; j >= to && term > sum * 1e-17; j--) {
            sum += term;
            term *= (double) j / (marked - j + 1) * (urn - marked - draws + j) / (draws - j + 1);
        }
        return sum;
    }

    private static double up(int from, int to, int urn, int marked, int draws) {
        double term = Math.exp(log(from, urn, marked, draws));
        double sum = 0;
        for (int j = from; j <= to && term > sum * 1e-17; j++) {
            sum += term;
            term *= (double) (marked - j) / (j + 1) * (draws - j) / (urn - marked - draws + j + 1);
        }
        return sum;
    }

    /** The logarithm of the probability that exactly {@code x} of the drawn count. */
    private static double log(int x, int urn, int marked, int draws) {
        return logChoose(marked, x) + logChoose(urn - marked, draws - x) - logChoose(urn, draws);
    }

    private static double logChoose(int n, int k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    static double logFactorial(int n) {
        if (n < TABLE) {
            return LOG_FACTORIALS[n];
        }
        double x = n + 1.0;
        double square = 1 / (x * x);
        double series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / x;
        return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
    }

    private static double[] logFactorials() {
        double[] all = new double[TABLE];
        for (int n = 2; n < TABLE; n++) {
            all[n] = all[n - 1] + Math.log(n);
        }
        return all;
    }
}
