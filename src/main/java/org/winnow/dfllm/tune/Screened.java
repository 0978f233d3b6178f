package org.winnow.dfllm.tune;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.winnow.model.Sha256;

/**
 * Records with verdicts.
 *
 * @param texts title and abstract as pieces of words
 * @param relevant as many
 */
public record Screened(List<long[]> texts, boolean[] relevant) {
    /** Records in three parts: to learn from, to stop by, and to judge with, which is never learnt from. */
    public record Parts(int[] learn, int[] validate, int[] judge) {}

    int size() {
        return relevant.length;
    }

    int relevantCount() {
        int n = 0;
        for (boolean r : relevant) {
            n += r ? 1 : 0;
        }
        return n;
    }

    public Screened only(int[] which) {
        boolean[] some = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            some[i] = relevant[which[i]];
        }
        return new Screened(Arrays.stream(which).mapToObj(texts::get).toList(), some);
    }

    /** The places of one kind. */
    int[] places(boolean kind) {
        return IntStream.range(0, size()).filter(i -> relevant[i] == kind).toArray();
    }

    /**
     * Each kind is shared out by itself, so that all parts have as many of it as they can.
     *
     * @param validate share to stop by
     * @param judge share to judge with
     */
    public static Parts parts(boolean[] relevant, double validate, double judge, long seed) {
        List<Integer> learn = new ArrayList<>();
        List<Integer> stop = new ArrayList<>();
        List<Integer> hold = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (boolean kind : new boolean[] {true, false}) {
            int[] places = IntStream.range(0, relevant.length)
                    .filter(i -> relevant[i] == kind)
                    .toArray();
            int[] order = random.ints(places.length).toArray();
            List<Integer> mixed = IntStream.range(0, places.length)
                    .boxed()
                    .sorted((a, b) -> Integer.compare(order[a], order[b]))
                    .map(i -> places[i])
                    .toList();
            int held = (int) Math.round(judge * mixed.size());
            int stopped = (int) Math.round(validate * mixed.size());
            hold.addAll(mixed.subList(0, held));
            stop.addAll(mixed.subList(held, held + stopped));
            learn.addAll(mixed.subList(held + stopped, mixed.size()));
        }
        return new Parts(sorted(learn), sorted(stop), sorted(hold));
    }

    private static int[] sorted(List<Integer> places) {
        return places.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** Identifies them, in their order. */
    String hash() {
        MessageDigest digest = Sha256.digest();
        for (int i = 0; i < relevant.length; i++) {
            digest.update((byte) (relevant[i] ? 1 : 0));
            Hashes.add(digest, texts.get(i));
        }
        return Sha256.hex(digest);
    }
}
