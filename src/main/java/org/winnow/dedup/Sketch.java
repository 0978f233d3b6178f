package org.winnow.dedup;

import java.util.Arrays;

/**
 * The smallest hashes of an abstract's four-word sequences (bottom-k sketch; Broder 1997): enough to estimate how much
 * two abstracts share, in a hundred bytes.
 */
final class Sketch {
    private static final int SIZE = 24;
    private static final int SEQUENCE = 4;
    private static final int FEWEST_WORDS = 20;
    private static final int[] NONE = {};

    private Sketch() {}

    /** Sorted, distinct; empty where the abstract is too short to tell. */
    static int[] of(String words) {
        int[] hashes = wordHashes(words);
        if (hashes.length < FEWEST_WORDS) {
            return NONE;
        }
        int[] all = new int[hashes.length - SEQUENCE + 1];
        for (int i = 0; i < all.length; i++) {
            long h = 0;
            for (int j = 0; j < SEQUENCE; j++) {
                h = h * 0x100000001b3L + hashes[i + j];
            }
            all[i] = (int) Fold.mixed(h);
        }
        Arrays.sort(all);
        int kept = 0;
        for (int i = 0; i < all.length && kept < SIZE; i++) {
            if (kept == 0 || all[i] != all[kept - 1]) {
                all[kept++] = all[i];
            }
        }
        return Arrays.copyOf(all, kept);
    }

    private static int[] wordHashes(String words) {
        int[] hashes = new int[words.length() / 2 + 1];
        int n = 0;
        int h = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ') {
                hashes[n++] = h;
                h = 0;
            } else {
                h = h * 31 + c;
            }
        }
        if (!words.isEmpty()) {
            hashes[n++] = h;
        }
        return Arrays.copyOf(hashes, n);
    }

    /** An estimate of the share of word sequences that both have, 0 to 1; -1 where one has no abstract. */
    static double likeness(int[] a, int[] b) {
        return a.length == 0 || b.length == 0 ? -1 : share(a, b);
    }

    static Agreement agreement(double share) {
        if (share < 0) {
            return Agreement.UNKNOWN;
        }
        if (share >= 0.4) {
            return Agreement.SAME;
        }
        return share > 0.05 ? Agreement.NEAR : Agreement.DIFFERENT;
    }

    /** Estimates the Jaccard similarity from the smallest hashes of the union. */
    private static double share(int[] a, int[] b) {
        int i = 0;
        int j = 0;
        int seen = 0;
        int both = 0;
        while (seen < SIZE && (i < a.length || j < b.length)) {
            if (j == b.length || i < a.length && a[i] < b[j]) {
                i++;
            } else if (i == a.length || b[j] < a[i]) {
                j++;
            } else {
                both++;
                i++;
                j++;
            }
            seen++;
        }
        return seen == 0 ? 0 : (double) both / seen;
    }
}
