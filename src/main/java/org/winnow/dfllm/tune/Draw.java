package org.winnow.dfllm.tune;

import java.util.SplittableRandom;

/**
 * An endless draw from some examples: all of them in an order of chance, then all again in another. Where it stands
 * follows from the number of the draw alone, so that a run that was broken off goes on as if it had not been.
 */
record Draw(int size, long seed) {
    /** The example at a place of the endless row. */
    int at(long place) {
        return order(place / size)[(int) (place % size)];
    }

    private int[] order(long round) {
        int[] order = new int[size];
        SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * round);
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
