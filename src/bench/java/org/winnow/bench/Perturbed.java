package org.winnow.bench;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;

/** Records of which every fourth is an earlier one as another database would describe it. */
final class Perturbed {
    private static final long SEED = 7;

    private final Corpus corpus = new Corpus();

    /** Hands over the first so many, one after another; a million at once would not fit in memory. */
    void forEach(int count, Consumer<? super BibRecord> taker) {
        for (int i = 0; i < count; i++) {
            taker.accept(record(i));
        }
    }

    private BibRecord record(long number) {
        if (number % 4 != 3) {
            return corpus.record(number);
        }
        RandomGenerator random = new SplittableRandom(new SplittableRandom(SEED + number).nextLong());
        long original = random.nextLong(number);
        return changed(corpus.record(original % 4 == 3 ? original - 1 : original), random);
    }

    private static BibRecord changed(BibRecord record, RandomGenerator random) {
        BibRecord.Builder copy = record.toBuilder();
        if (random.nextBoolean()) {
            copy.doi(null);
        }
        if (random.nextInt(3) == 0) {
            copy.title(mistyped(record.title(), random));
        }
        if (random.nextInt(3) == 0) {
            copy.authors(record.authors().stream()
                    .map(a -> new Author(a.family(), a.given().substring(0, 1)))
                    .toList());
        }
        if (random.nextInt(4) == 0) {
            copy.pages(record.pages().replaceAll("-.*", ""));
        }
        if (random.nextInt(4) == 0) {
            copy.abstractText("");
        }
        return copy.build();
    }

    /** Two neighbouring letters swapped. */
    private static String mistyped(String text, RandomGenerator random) {
        int at = random.nextInt(text.length() - 1);
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }
}
