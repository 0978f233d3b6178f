package org.winnow.dedup;

import java.util.List;

/**
 * What two records of one report are likely to share, one kind of key after the other. A kind may give a record several
 * keys, or none where the record lacks what the key is made of.
 */
final class Keys {
    private static final int PREFIX = 22;
    private static final int AUTHORS = 4;
    private static final int FEWEST_WORDS = 5;
    private static final long SEED = 0x9e3779b97f4a7c15L;

    /** Takes the keys of a record. */
    interface Taker {
        void take(long key);
    }

    /** Keys of one kind. */
    interface Kind {
        void of(Prepared p, Taker taker);
    }

    static final List<Kind> KINDS = List.of(
            (p, t) -> take(t, p.doi()),
            (p, t) -> take(t, p.pmid()),
            (p, t) -> take(t, p.isbn()),
            (p, t) -> take(t, Fold.joined(p.title().words())),
            (p, t) -> take(t, beginning(Fold.joined(p.title().words()))),
            (p, t) -> take(t, ending(Fold.joined(p.title().words()))),
            Keys::sequences,
            Keys::authorAndWord,
            Keys::authorsAndIssue,
            Keys::authorAndPages,
            (p, t) ->
                    take(t, p.year() == 0 ? "" : p.volume(), p.year(), p.pages().first()),
            (p, t) -> sketch(p, t, 0),
            (p, t) -> sketch(p, t, 1));

    private Keys() {}

    private static void take(Taker taker, String text) {
        if (!text.isEmpty()) {
            taker.take(Fold.hash(text));
        }
    }

    private static void take(Taker taker, String text, long number, long page) {
        if (!text.isEmpty() && page > 0) {
            taker.take(Fold.mixed(Fold.hash(text) * 31 + number * SEED + page));
        }
    }

    private static String beginning(String letters) {
        return letters.length() < PREFIX ? "" : letters.substring(0, PREFIX);
    }

    private static String ending(String letters) {
        return letters.length() < PREFIX ? "" : letters.substring(letters.length() - PREFIX);
    }

    /** The smallest of all runs of three words under two orders: whatever stands before or after does not matter. */
    private static void sequences(Prepared p, Taker taker) {
        String words = p.title().words();
        long before = 0;
        long beforeThat = 0;
        long least = Long.MAX_VALUE;
        long leastOther = Long.MAX_VALUE;
        int count = 0;
        int from = 0;
        for (int to = words.indexOf(' '); from < words.length(); to = words.indexOf(' ', from)) {
            int end = to < 0 ? words.length() : to;
            long word = 0;
            for (int i = from; i < end; i++) {
                word = word * 31 + words.charAt(i);
            }
            if (count++ > 1) {
                long run = Fold.mixed((beforeThat * SEED + before) * SEED + word);
                least = Math.min(least, run);
                leastOther = Math.min(leastOther, Fold.mixed(run ^ SEED));
            }
            beforeThat = before;
            before = word;
            from = end + 1;
        }
        if (count >= FEWEST_WORDS) {
            taker.take(least);
            taker.take(leastOther);
        }
    }

    private static void authorAndWord(Prepared p, Taker taker) {
        if (!p.authors().isEmpty() && !p.title().words().isEmpty()) {
            take(taker, Names.first(p.authors()) + "|" + longestWord(p.title().words()));
        }
    }

    /** Any of the first authors with volume and issue: a list may begin in the middle, or with a place. */
    private static void authorsAndIssue(Prepared p, Taker taker) {
        if (p.volume().isEmpty() || p.issue().isEmpty()) {
            return;
        }
        int taken = 0;
        int from = 0;
        String line = p.authors();
        while (from < line.length() && taken++ < AUTHORS) {
            int end = line.indexOf(';', from);
            end = end < 0 ? line.length() : end;
            take(taker, Names.first(line.substring(from, end)) + "|" + p.volume() + "|" + p.issue());
            from = end + 1;
        }
    }

    private static void authorAndPages(Prepared p, Taker taker) {
        if (p.authors().isEmpty() || !p.pages().known()) {
            return;
        }
        String author = Names.first(p.authors());
        if (p.year() != 0) {
            take(taker, author, p.year(), p.pages().first());
        }
        if (!p.volume().isEmpty()) {
            take(taker, author + "|" + p.volume(), 0, p.pages().first());
        }
        if (p.pages().range()) {
            take(taker, author, -p.pages().last(), p.pages().first());
        }
    }

    private static void sketch(Prepared p, Taker taker, int at) {
        if (p.sketch().length > at) {
            taker.take(Fold.mixed(p.sketch()[at] * SEED));
        }
    }

    private static String longestWord(String words) {
        String longest = "";
        for (String word : words.split(" ")) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest;
    }
}
