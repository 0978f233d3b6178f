package org.winnow.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.work.Progress;

/**
 * Finds the pairs worth comparing: records that share at least one key. The work grows with the records, not with
 * their pairs; in a block that is too big each record meets only its neighbours in two orders.
 */
final class Blocking {
    private static final int BIGGEST = 40;
    private static final int NEIGHBOURS = 8;
    private static final int PREFIX = 22;
    private static final Comparator<Prepared> BY_PLACE = Comparator.comparing(Prepared::authors)
            .thenComparing(Prepared::year)
            .thenComparing(Prepared::volume)
            .thenComparing(p -> p.pages().first())
            .thenComparing(p -> p.title().words())
            .thenComparing(p -> p.id().value());
    private static final Comparator<Prepared> BY_TITLE = Comparator.<Prepared, String>comparing(
                    p -> p.title().words())
            .thenComparing(Prepared::year)
            .thenComparing(Prepared::volume)
            .thenComparing(p -> p.pages().first())
            .thenComparing(Prepared::authors)
            .thenComparing(p -> p.id().value());

    /** A key of one kind for a record, or null where the record lacks what it is made of. */
    @FunctionalInterface
    private interface Key {
        @Nullable
        String of(Prepared p);
    }

    private static final List<Key> KEYS = List.of(
            p -> p.doi().isEmpty() ? null : p.doi(),
            p -> p.pmid().isEmpty() ? null : p.pmid(),
            p -> p.title().words().isEmpty() ? null : Fold.joined(p.title().words()),
            p -> beginning(Fold.joined(p.title().words())),
            p -> ending(Fold.joined(p.title().words())),
            p -> p.authors().isEmpty() || p.year() == 0 || !p.pages().known()
                    ? null
                    : Names.first(p.authors()) + "|" + p.year() + "|"
                            + p.pages().first(),
            p -> p.volume().isEmpty() || p.year() == 0 || !p.pages().known()
                    ? null
                    : p.volume() + "|" + p.year() + "|" + p.pages().first(),
            p -> p.volume().isEmpty() || p.authors().isEmpty() || !p.pages().known()
                    ? null
                    : p.volume() + "|" + Names.first(p.authors()) + "|"
                            + p.pages().first(),
            p -> !p.pages().range() || p.authors().isEmpty()
                    ? null
                    : Names.first(p.authors()) + "|" + p.pages().first() + "|"
                            + p.pages().last(),
            p -> p.authors().isEmpty() || p.volume().isEmpty() || p.issue().isEmpty()
                    ? null
                    : Names.first(p.authors()) + "|" + p.volume() + "|" + p.issue(),
            p -> p.authors().isEmpty() || p.title().words().isEmpty()
                    ? null
                    : Names.first(p.authors()) + "|" + longestWord(p.title().words()),
            p -> p.sketch().length == 0 ? null : Integer.toString(p.sketch()[0]),
            p -> p.sketch().length < 2 ? null : Integer.toString(p.sketch()[1]));

    private final List<Prepared> records;
    private final LongList pairs = new LongList();

    Blocking(List<Prepared> records) {
        this.records = records;
    }

    /** Positions in the list of records, the lower one in the upper half; each pair once, in order. */
    long[] pairs(Progress progress) {
        for (Key key : KEYS) {
            progress.check();
            block(key);
        }
        return pairs.sortedDistinct();
    }

    private void block(Key key) {
        long[] hashes = new long[records.size()];
        int[] at = new int[records.size()];
        int n = 0;
        for (int i = 0; i < records.size(); i++) {
            String text = key.of(records.get(i));
            if (text != null) {
                hashes[n] = Fold.hash(text);
                at[n++] = i;
            }
        }
        for (int[] block : runs(hashes, at, n)) {
            meet(block);
        }
    }

    /** Positions that share a hash, in groups of two and more. */
    private static List<int[]> runs(long[] hashes, int[] at, int n) {
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.<Integer>comparingLong(i -> hashes[i]).thenComparingInt(i -> at[i]));
        List<int[]> runs = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= n; to++) {
            if (to == n || hashes[order[to]] != hashes[order[from]]) {
                if (to - from > 1) {
                    runs.add(Arrays.stream(order, from, to).mapToInt(i -> at[i]).toArray());
                }
                from = to;
            }
        }
        return runs;
    }

    private void meet(int[] block) {
        if (block.length <= BIGGEST) {
            everybody(block, block.length);
        } else {
            everybody(sorted(block, BY_PLACE), NEIGHBOURS);
            everybody(sorted(block, BY_TITLE), NEIGHBOURS);
        }
    }

    private void everybody(int[] block, int reach) {
        for (int i = 0; i < block.length; i++) {
            for (int j = i + 1; j < block.length && j <= i + reach; j++) {
                long low = Math.min(block[i], block[j]);
                pairs.add(low << 32 | Math.max(block[i], block[j]));
            }
        }
    }

    private int[] sorted(int[] block, Comparator<Prepared> order) {
        return Arrays.stream(block)
                .boxed()
                .sorted(Comparator.comparing(records::get, order))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static @Nullable String beginning(String letters) {
        return letters.length() < PREFIX ? null : letters.substring(0, PREFIX);
    }

    private static @Nullable String ending(String letters) {
        return letters.length() < PREFIX ? null : letters.substring(letters.length() - PREFIX);
    }

    private static String longestWord(String words) {
        String longest = "";
        for (String word : words.split(" ")) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest;
    }
}
