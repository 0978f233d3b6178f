package org.winnow.dedup;

/** Edit distance: insertions, deletions, substitutions, and swaps of neighbours, each counting one. */
final class Edits {
    private Edits() {}

    /**
     * Optimal string alignment distance, or {@code limit + 1} where it is more than the limit.
     *
     * @param limit the largest distance that matters
     */
    static int distance(String a, String b, int limit) {
        int n = a.length();
        int m = b.length();
        if (Math.abs(n - m) > limit) {
            return limit + 1;
        }
        int[] older = new int[m + 1];
        int[] before = new int[m + 1];
        int[] now = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            now[0] = i;
            int best = i;
            for (int j = 1; j <= m; j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int d = Math.min(before[j - 1] + cost, Math.min(before[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d = Math.min(d, older[j - 2] + 1);
                }
                now[j] = d;
                best = Math.min(best, d);
            }
            if (best > limit) {
                return limit + 1;
            }
            int[] free = older;
            older = before;
            before = now;
            now = free;
        }
        return Math.min(before[m], limit + 1);
    }

    /**
     * Whether two words are one word in two spellings: {@code haemolytic} and {@code hemolytic}, {@code tumour} and
     * {@code tumor}, a slip of the pen, {@code Southem} read for {@code Southern}. The first letter must be the same, since it is where words are turned into
     * their opposites ({@code typical}, {@code atypical}); so must the first five where two letters differ ({@code
     * hypo}, {@code hyper}).
     */
    static boolean sameWord(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        int shorter = Math.min(a.length(), b.length());
        if (shorter > 2
                && a.charAt(0) == b.charAt(0)
                && a.length() != b.length()
                && undotted(a).equals(undotted(b))) {
            return true;
        }
        if (shorter < 4) {
            return false;
        }
        String x = american(a);
        String y = american(b);
        if (x.equals(y)) {
            return true;
        }
        if (x.charAt(0) != y.charAt(0) || shorter < 5) {
            return false;
        }
        if (x.replace("rn", "m").equals(y.replace("rn", "m"))) {
            return true;
        }
        int limit = shorter >= 10 && x.regionMatches(0, y, 0, 5) ? 2 : 1;
        return distance(x, y, limit) <= limit;
    }

    /** {@code fuer} and {@code fur} are both {@code für}. */
    private static String undotted(String word) {
        return word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    /** {@code ae} and {@code oe} as American spelling and the umlauts without their dots have them. */
    private static String american(String word) {
        return word.replace("ae", "e").replace("oe", "e");
    }
}
