package org.winnow.ranking;

import java.util.BitSet;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Records in the order in which they are to be read: unknown ones by falling score, equals by position, every so many one
 * drawn at random in between; behind them the known ones. The same scores, labels and seed give the same order.
 *
 * @param order positions of records
 * @param atRandom which places hold a record that was drawn
 */
record Queue(int[] order, BitSet atRandom) {
    /** Beyond so many places nothing is mixed in: the order is computed again long before anybody is there. */
    private static final int PLACES_MIXED = 200;

    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    /** @param randomEvery every how many records one is drawn, the known ones counted; 0 for never */
    static Queue of(double[] scores, Labels labels, long seed, int randomEvery) {
        int[] sorted = IntStream.range(0, labels.size())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(labels::known)
                        .thenComparing(i -> -scores[i])
                        .thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        BitSet drawn = new BitSet();
        if (randomEvery > 0) {
            int unknown = labels.size() - labels.knownCount();
            for (int place = 0; place < Math.min(unknown, PLACES_MIXED); place++) {
                int nth = labels.knownCount() + place + 1;
                if (nth % randomEvery == 0) {
                    int chosen = place + new SplittableRandom(seed + nth * STRIDE).nextInt(unknown - place);
                    moveUp(sorted, chosen, place);
                    drawn.set(place);
                }
            }
        }
        return new Queue(sorted, drawn);
    }

    private static void moveUp(int[] order, int from, int to) {
        int record = order[from];
        System.arraycopy(order, to, order, to + 1, from - to);
        order[to] = record;
    }
}
