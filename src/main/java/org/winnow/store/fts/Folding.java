package org.winnow.store.fts;

/** What the tokenizer makes of a sign beyond ASCII. */
@FunctionalInterface
public interface Folding {
    /** Between words. */
    int SEPARATOR = -1;

    /** Belongs to the word that it stands in and leaves nothing there, as an accent does; begins no word. */
    int DROPPED = 0;

    /** @return {@link #SEPARATOR}, {@link #DROPPED}, or the code point that stands for it in a word */
    int of(int codePoint);
}
