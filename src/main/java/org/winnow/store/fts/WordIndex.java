package org.winnow.store.fts;

import java.util.Arrays;

/** Gathers the words of records, in the order of their numbers, until there are enough for a segment. */
public final class WordIndex {
    /** Words of a batch, for which 16 bytes each are needed at most. */
    private static final int ENOUGH = 4_000_000;

    private final Words words;
    private final Postings postings = new Postings();

    private final int enough;

    public WordIndex(Folding folding) {
        this(folding, ENOUGH);
    }

    /** @param enough words for a segment */
    public WordIndex(Folding folding, int enough) {
        this.words = new Words(folding);
        this.enough = enough;
    }

    /**
     * Takes a record in.
     *
     * @param texts one for each column
     * @return how many words each column has, as FTS5 keeps it
     */
    public byte[] add(long record, String... texts) {
        byte[] sizes = new byte[texts.length * Varint.LONGEST];
        int length = 0;
        postings.record(record);
        for (int column = 0; column < texts.length; column++) {
            postings.column(column);
            length = Varint.put(sizes, length, words.each(texts[column], postings));
        }
        return Arrays.copyOf(sizes, length);
    }

    public boolean isFull() {
        return postings.size() >= enough;
    }

    public boolean isEmpty() {
        return postings.size() == 0;
    }

    /** What was gathered, as a segment; the next one begins with nothing. */
    public Pages take() {
        return postings.take();
    }
}
