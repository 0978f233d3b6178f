package org.winnow.store.fts;

import java.util.Arrays;

/**
 * On which pages the records of a long list begin, so that a search for two words can pass over pages. FTS5 reads the
 * list without it where there is none; so it is left out where it would need more than one page itself.
 */
final class PageStarts {
    /** Pages without a word from which on a list is worth having. */
    private static final int WORTH = 4;

    /** Bit of the number under which FTS5 looks for the list that belongs to a page. */
    private static final long LIST = 1L << 36;

    private final byte[] bytes;
    private final int most;
    private int length;
    private long last;
    private int pagesWithoutWord;

    PageStarts(int most) {
        this.most = most;
        this.bytes = new byte[most + 2 * Varint.LONGEST + 1];
    }

    /** The first record that begins on a page, where no word begins before it. */
    void record(int page, long record) {
        if (length == 0) {
            bytes[length++] = 0;
            length = Varint.put(bytes, length, page);
            length = Varint.put(bytes, length, record);
        } else if (length < most) {
            length = Varint.put(bytes, length, record - last);
        }
        last = record;
    }

    void pageWithoutWord(boolean withoutRecord) {
        pagesWithoutWord++;
        if (withoutRecord && length > 0 && length < most) {
            bytes[length++] = 0;
        }
    }

    /**
     * The list has come to its end.
     *
     * @param page on which its word stands
     * @return whether it was worth keeping
     */
    boolean end(Pages out, int page) {
        boolean listed = length > 0 && length < most && pagesWithoutWord >= WORTH;
        if (listed) {
            out.add(new Pages.Page(LIST | page, Arrays.copyOf(bytes, length)));
        }
        length = 0;
        pagesWithoutWord = 0;
        return listed;
    }
}
