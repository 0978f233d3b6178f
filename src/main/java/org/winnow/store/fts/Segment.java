package org.winnow.store.fts;

import java.util.Arrays;

/**
 * Writes sorted words, each with its records, onto pages as FTS5 does: words share the beginning of the one before them,
 * a list of records goes on over as many pages as it needs, and every page says where words and records begin on it.
 */
final class Segment {
    /** Bytes of a page, as FTS5 takes them by itself. */
    private static final int FULL = 4050;

    private static final int HEAD = 4;
    private static final int ROOM = 32;

    private final Pages out = new Pages();
    private final PageStarts starts = new PageStarts(FULL);
    private byte[] page = new byte[FULL + ROOM + Words.LONGEST];
    private int length = HEAD;
    private final byte[] places = new byte[FULL + ROOM];
    private int placed;
    private int lastPlace;
    private int number = 1;
    private boolean noWordYet = true;
    private boolean noRecordYet = true;
    private final byte[] last = new byte[1 + Words.LONGEST];
    private int lastLength;
    private byte[] first = new byte[0];
    private int firstOn = 1;

    /** The next word in the order of bytes. */
    void word(byte[] bytes, int from, int wordLength) {
        if (length + placed + wordLength + 2 >= FULL && length > HEAD) {
            endPage();
        }
        placed = Varint.put(places, placed, length - lastPlace);
        lastPlace = length;
        int shared = shared(bytes, from, wordLength);
        if (!noWordYet) {
            length = Varint.put(page, length, shared);
        } else {
            if (number > 1) {
                endFirst();
                first = Arrays.copyOfRange(bytes, from, from + shared + 1);
                firstOn = number;
            }
            shared = 0;
        }
        length = Varint.put(page, length, wordLength - shared);
        append(bytes, from + shared, wordLength - shared);
        System.arraycopy(bytes, from, last, 0, wordLength);
        lastLength = wordLength;
        noWordYet = false;
        noRecordYet = false;
    }

    private int shared(byte[] bytes, int from, int wordLength) {
        int most = Math.min(lastLength, wordLength);
        int n = Arrays.mismatch(last, 0, most, bytes, from, from + most);
        return n < 0 ? most : n;
    }

    /** The records of the word, as {@link Postings} gathers them. */
    void records(byte[] list, int from, int listLength) {
        if (length + placed + listLength + 1 <= FULL) {
            append(list, from, listLength);
            return;
        }
        long record = 0;
        int at = from;
        int end = from + listLength;
        while (at < end) {
            long delta = Varint.get(list, at);
            at += Varint.length(delta);
            record += delta;
            if (noRecordYet) {
                page[0] = (byte) (length >> 8);
                page[1] = (byte) length;
                length = Varint.put(page, length, record);
                noRecordYet = false;
                starts.record(number, record);
            } else {
                length = Varint.put(page, length, delta);
            }
            int size = Varint.lengthAt(list, at) + (int) (Varint.get(list, at) >> 1);
            positions(list, at, size);
            at += size;
        }
    }

    /** Where the word stands in one record; cut between two numbers where the page ends. */
    private void positions(byte[] list, int from, int size) {
        if (size <= FULL - length - placed) {
            append(list, from, size);
            return;
        }
        int at = from;
        int end = from + size;
        while (at < end) {
            int room = FULL - length - placed;
            int n = end - at <= room ? end - at : numbersWithin(list, at, end, room);
            append(list, at, n);
            at += n;
            if (length + placed >= FULL) {
                endPage();
            }
        }
    }

    private static int numbersWithin(byte[] list, int from, int end, int room) {
        int n = Varint.lengthAt(list, from);
        while (from + n < end) {
            int next = Varint.lengthAt(list, from + n);
            if (n + next > room) {
                break;
            }
            n += next;
        }
        return n;
    }

    private void append(byte[] bytes, int from, int count) {
        System.arraycopy(bytes, from, page, length, count);
        length += count;
    }

    private void endPage() {
        page[2] = (byte) (length >> 8);
        page[3] = (byte) length;
        if (noWordYet) {
            starts.pageWithoutWord(noRecordYet);
        }
        byte[] block = Arrays.copyOf(page, length + placed);
        System.arraycopy(places, 0, block, length, placed);
        out.add(new Pages.Page(number++, block));
        Arrays.fill(page, 0, HEAD, (byte) 0);
        length = HEAD;
        placed = 0;
        lastPlace = 0;
        noWordYet = true;
        noRecordYet = true;
    }

    private void endFirst() {
        boolean listed = starts.end(out, firstOn);
        out.add(new Pages.First(first, (long) firstOn << 1 | (listed ? 1 : 0)));
    }

    Pages finish() {
        if (length > HEAD) {
            endPage();
        }
        if (number > 1) {
            endFirst();
        }
        out.leaves(number - 1);
        return out;
    }
}
