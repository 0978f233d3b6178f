package org.winnow.store.fts;

import java.io.ByteArrayOutputStream;

/** How many records an index has, and how many words each of its columns. */
public final class Totals {
    private final long[] numbers;

    /** @param stored as FTS5 keeps them: nothing while there are no records */
    public Totals(byte[] stored, int columns) {
        numbers = new long[1 + columns];
        int at = 0;
        for (int i = 0; at < stored.length; i++) {
            numbers[i] = Varint.get(stored, at);
            at += Varint.lengthAt(stored, at);
        }
    }

    /** One more record, with the words of each column as {@link WordIndex#add} gives them. */
    public void add(byte[] sizes) {
        numbers[0]++;
        int at = 0;
        for (int i = 1; i < numbers.length; i++) {
            numbers[i] += Varint.get(sizes, at);
            at += Varint.lengthAt(sizes, at);
        }
    }

    public byte[] stored() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (long number : numbers) {
            Varint.put(out, number);
        }
        return out.toByteArray();
    }
}
