package org.winnow.ranking;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Prior knowledge of a simulation: some relevant and as many irrelevant records, drawn at random. */
public final class Priors {
    private Priors() {}

    /**
     * Draws them, relevant ones first. Never so many that nothing is left to find: at least one relevant record stays.
     *
     * @param each how many of either kind
     */
    public static int[] random(boolean[] truth, int each, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] relevant = of(truth, true);
        int[] irrelevant = of(truth, false);
        int[] first = drawn(relevant, Math.min(each, relevant.length - 1), random);
        int[] second = drawn(irrelevant, Math.min(each, irrelevant.length), random);
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }

    private static int[] of(boolean[] truth, boolean kind) {
        return IntStream.range(0, truth.length).filter(i -> truth[i] == kind).toArray();
    }

    private static int[] drawn(int[] from, int n, SplittableRandom random) {
        int[] all = from.clone();
        int count = Math.max(n, 0);
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(all.length - i);
            int chosen = all[j];
            all[j] = all[i];
            all[i] = chosen;
        }
        return Arrays.copyOf(all, count);
    }
}
