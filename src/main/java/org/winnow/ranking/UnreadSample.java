package org.winnow.ranking;

/**
 * What a random sample of the unread says of all the unread: exact bounds, by the hypergeometric distribution. With the
 * ranking over and done with, this needs no assumption about its order.
 *
 * @param unread how many records were unread when the sample was drawn
 * @param sampled how many of them were drawn and read
 * @param relevant how many of those turned out relevant
 */
public record UnreadSample(int unread, int sampled, int relevant) {
    public UnreadSample {
        if (sampled < 0 || sampled > unread || relevant < 0 || relevant > sampled) {
            throw new IllegalArgumentException(relevant + " of " + sampled + " of " + unread + " cannot be");
        }
    }

    /** The most relevant records there can be among the unread, the sample included, at that confidence (one-sided). */
    public int atMost(double confidence) {
        int low = relevant;
        int high = unread - sampled + relevant;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Hypergeometric.atMost(relevant, unread, middle, sampled) > 1 - confidence) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The fewest relevant records there can be among the unread at that confidence (one-sided). */
    public int atLeast(double confidence) {
        int low = relevant;
        int high = unread - sampled + relevant;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (relevant == 0 || 1 - Hypergeometric.atMost(relevant - 1, unread, middle, sampled) > 1 - confidence) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * The recall of what was found, the sample's finds included.
     *
     * @param found relevant records found before the sample
     * @param confidence of the two-sided interval
     */
    public Estimate recall(int found, double confidence) {
        double each = 1 - (1 - confidence) / 2;
        int all = found + relevant;
        double likely = sampled == 0 ? unread : (double) unread * relevant / sampled;
        return new Estimate(
                share(all, found + atMost(each)), share(all, found + likely), share(all, found + atLeast(each)));
    }

    private static double share(int found, double all) {
        return all == 0 ? 1 : Math.min(1, found / all);
    }

    /** A share with its interval. */
    public record Estimate(double low, double value, double high) {}
}
