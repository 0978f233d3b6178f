package org.winnow.dfllm.tune;

import java.util.stream.IntStream;

/** How good an order is. */
public final class Precision {
    private Precision() {}

    /** The mean, over the relevant ones, of the share of relevant ones among those from the top to it. */
    public static double average(double[] scores, boolean[] relevant) {
        int[] order = order(scores);
        double sum = 0;
        int found = 0;
        for (int i = 0; i < order.length; i++) {
            if (relevant[order[i]]) {
                found++;
                sum += (double) found / (i + 1);
            }
        }
        return found == 0 ? 0 : sum / found;
    }

    /** The share of the relevant ones that are in a share of all, from the top; at least one is read. */
    public static double recall(double[] scores, boolean[] relevant, double effort) {
        int[] order = order(scores);
        int read = (int) Math.max(1, Math.round(effort * order.length));
        int all = (int) IntStream.of(order).filter(i -> relevant[i]).count();
        long found = IntStream.of(order).limit(read).filter(i -> relevant[i]).count();
        return all == 0 ? 0 : (double) found / all;
    }

    /** The highest first, equals as they came. */
    private static int[] order(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
