package org.winnow.store.fts;

import java.util.Arrays;

/** The words of a batch of records in memory: one after another as they came, sorted once the batch is whole. */
final class Postings implements Words.Sink {
    private static final byte OTHER_COLUMN = 1;

    /** A column is kept in the highest bits of the place. */
    private static final int COLUMN_SHIFT = 28;

    private static final int PLACE = (1 << COLUMN_SHIFT) - 1;

    private final Vocabulary vocabulary = new Vocabulary();
    private int[] words = new int[1 << 12];
    private int[] places = new int[1 << 12];
    private int count;

    /** Where the words of each record begin. */
    private int[] begins = new int[1 << 8];

    private long[] records = new long[1 << 8];
    private int recordCount;
    private int column;

    /** The record whose words are told next; records come in the order of their numbers. */
    void record(long number) {
        if (recordCount == records.length) {
            records = Arrays.copyOf(records, recordCount * 2);
            begins = Arrays.copyOf(begins, recordCount * 2);
        }
        begins[recordCount] = count;
        records[recordCount++] = number;
    }

    /** The column whose words are told next. */
    void column(int number) {
        column = number << COLUMN_SHIFT;
    }

    @Override
    public void word(byte[] word, int length, int place) {
        if (count == words.length) {
            words = Arrays.copyOf(words, count * 2);
            places = Arrays.copyOf(places, count * 2);
        }
        words[count] = vocabulary.number(word, length);
        places[count++] = column | place;
    }

    /** How many words were told. */
    int size() {
        return count;
    }

    /** Everything as a segment; nothing is left. */
    Pages take() {
        int[] ends = new int[vocabulary.count()];
        long[] sorted = sorted(ends);
        Segment segment = new Segment();
        RecordList list = new RecordList(records);
        for (int word : vocabulary.inOrder()) {
            vocabulary.writeTo(segment, word);
            list.write(sorted, word == 0 ? 0 : ends[word - 1], ends[word], segment);
        }
        vocabulary.clear();
        count = 0;
        recordCount = 0;
        return segment.finish();
    }

    /**
     * Every place with its record before it, by word and then in order.
     *
     * @param ends is filled with where each word's places end
     */
    private long[] sorted(int[] ends) {
        for (int i = 0; i < count; i++) {
            ends[words[i]]++;
        }
        int sum = 0;
        for (int w = 0; w < ends.length; w++) {
            int own = ends[w];
            ends[w] = sum;
            sum += own;
        }
        long[] sorted = new long[count];
        for (int r = 0; r < recordCount; r++) {
            int end = r + 1 < recordCount ? begins[r + 1] : count;
            for (int i = begins[r]; i < end; i++) {
                sorted[ends[words[i]]++] = (long) r << Integer.SIZE | places[i];
            }
        }
        return sorted;
    }

    /** Writes the records of one word as FTS5 does. */
    private static final class RecordList {
        private final long[] records;
        private byte[] bytes = new byte[1 << 12];

        RecordList(long[] records) {
            this.records = records;
        }

        /**
         * For each record the step from the one before, twice the length of what follows, and the steps from place to
         * place, two added; a one and a number begin another column.
         */
        void write(long[] sorted, int from, int to, Segment segment) {
            int at = 0;
            long before = 0;
            int i = from;
            while (i < to) {
                int record = (int) (sorted[i] >>> Integer.SIZE);
                at = Varint.put(bytes, at, records[record] - before);
                before = records[record];
                int sizeAt = at++;
                int columnNow = 0;
                int placeBefore = 0;
                for (; i < to && (int) (sorted[i] >>> Integer.SIZE) == record; i++) {
                    if (at + 4 * Varint.LONGEST > bytes.length) {
                        bytes = Arrays.copyOf(bytes, bytes.length * 2);
                    }
                    int place = (int) sorted[i] & PLACE;
                    int columnOf = (int) sorted[i] >>> COLUMN_SHIFT;
                    if (columnOf != columnNow) {
                        bytes[at++] = OTHER_COLUMN;
                        bytes[at++] = (byte) columnOf;
                        columnNow = columnOf;
                        placeBefore = 0;
                    }
                    at = Varint.put(bytes, at, place - placeBefore + 2L);
                    placeBefore = place;
                }
                at = sized(sizeAt, at);
            }
            segment.records(bytes, 0, at);
        }

        private int sized(int sizeAt, int at) {
            long size = (at - sizeAt - 1) * 2L;
            int more = Varint.length(size) - 1;
            if (more > 0) {
                System.arraycopy(bytes, sizeAt + 1, bytes, sizeAt + 1 + more, at - sizeAt - 1);
            }
            Varint.put(bytes, sizeAt, size);
            return at + more;
        }
    }
}
