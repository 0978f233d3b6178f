package org.winnow.ranking;

/**
 * The test of Callaghan and Müller-Hansen (Systematic Reviews 9:273, 2020): had less than the target been found, how likely
 * would so few relevant records among the last ones read be, were those drawn at random from what was unread before them?
 * The smallest such probability over all windows of last records read is compared with one minus the confidence. Screening
 * by rank finds relevant records sooner than chance does, which makes the test cautious; taking the smallest of many is
 * the authors' own quick form, and a random sample of the unread is the stricter check (see {@link UnreadSample}).
 */
public final class RecallTest {
    private static final long PARTS = 1_000_000;

    private RecallTest() {}

    /**
     * The smallest probability over all windows; 1 while nothing relevant was found or nothing was read.
     *
     * @param target the share of the relevant to be found, between 0 and 1
     */
    public static double p(Screening s, double target) {
        int found = s.found(s.read());
        if (found == 0) {
            return s.read() == s.records() ? 0 : atLeastOne(s);
        }
        double p = 1;
        // Of the windows with the same relevant records the longest says most: each begins behind a relevant record.
        int start = 0;
        for (int before = 0; before <= found; before++) {
            p = Math.min(p, window(s, start, found - before, found, target));
            start = before == found ? start : s.nextHit(start) + 1;
        }
        return p;
    }

    /** With nothing found, one relevant record would miss any target. */
    private static double atLeastOne(Screening s) {
        return s.read() == 0 ? 1 : Hypergeometric.atMost(0, s.records(), 1, s.read());
    }

    private static double window(Screening s, int start, int inWindow, int found, double target) {
        int drawn = s.read() - start;
        if (drawn == 0) {
            return 1;
        }
        int urn = s.records() - start;
        long missed = relevantIfMissed(found, target) - (found - inWindow);
        return missed > urn ? 0 : Hypergeometric.atMost(inWindow, urn, (int) missed, drawn);
    }

    /** The fewest relevant records there must be for the target not to have been reached: ⌊found/target + 1⌋. */
    static long relevantIfMissed(int found, double target) {
        long parts = Math.round(target * PARTS);
        return found * PARTS / parts + 1;
    }

    /**
     * The largest recall, in steps of one relevant record, of which one can be so confident; 0 where of none.
     *
     * @param confidence between 0 and 1
     */
    public static double lowerBound(Screening s, double confidence) {
        int found = s.found(s.read());
        if (found == 0 || s.read() == s.records()) {
            return found == 0 ? 0 : 1;
        }
        int low = found;
        int high = found + s.records() - s.read();
        // The least number in all that the test rejects; with more in all it rejects all the more.
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rejects(s, found, middle + 1, 1 - confidence)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return (double) found / low;
    }

    private static boolean rejects(Screening s, int found, int relevant, double alpha) {
        int start = 0;
        for (int before = 0; before <= found; before++) {
            int drawn = s.read() - start;
            int urn = s.records() - start;
            int left = relevant - before;
            if (drawn > 0 && (left > urn || Hypergeometric.atMost(found - before, urn, left, drawn) < alpha)) {
                return true;
            }
            start = before == found ? start : s.nextHit(start) + 1;
        }
        return false;
    }
}
