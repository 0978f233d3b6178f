package org.winnow.dedup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.winnow.work.Progress;

/**
 * Finds the pairs worth comparing: records that share at least one key. The work grows with the records, not with
 * their pairs; in a block that is too big each record meets only its neighbours in two orders.
 */
final class Blocking {
    private static final int BIGGEST = 40;
    private static final int NEIGHBOURS = 8;
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

    private final List<Prepared> records;
    private final int firstNew;
    private final int positionBits;
    private final LongList pairs = new LongList();

    /** @param firstNew pairs of which both stand before this position were compared before and are left out */
    Blocking(List<Prepared> records, int firstNew) {
        this.records = records;
        this.firstNew = firstNew;
        this.positionBits = 64 - Long.numberOfLeadingZeros(Math.max(1, records.size()));
    }

    /** Positions in the list of records, the lower one in the upper half; each pair once, in order. */
    long[] pairs(Progress progress) {
        for (Keys.Kind kind : Keys.KINDS) {
            progress.check();
            block(kind);
        }
        return pairs.sortedDistinct();
    }

    private void block(Keys.Kind kind) {
        // Key and position in one number: sorting it brings equal keys together, in the order of the records. The bits
        // of the key that this costs make a few strangers meet, who are told apart when they are compared.
        LongList keyed = new LongList();
        for (int i = 0; i < records.size(); i++) {
            int position = i;
            kind.of(records.get(i), key -> keyed.add(key << positionBits | position));
        }
        long[] all = keyed.sortedDistinct();
        int from = 0;
        for (int to = 1; to <= all.length; to++) {
            if (to == all.length || all[to] >>> positionBits != all[from] >>> positionBits) {
                if (to - from > 1) {
                    meet(positions(all, from, to));
                }
                from = to;
            }
        }
    }

    private int[] positions(long[] keyed, int from, int to) {
        int[] block = new int[to - from];
        for (int i = from; i < to; i++) {
            block[i - from] = (int) (keyed[i] & (1L << positionBits) - 1);
        }
        return block;
    }

    private void meet(int[] block) {
        if (block[block.length - 1] < firstNew) {
            return;
        }
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
                long high = Math.max(block[i], block[j]);
                if (high >= firstNew) {
                    pairs.add(low << 32 | high);
                }
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
}
