package org.winnow.fulltext.jpeg2000;

/** A part of a file, read number by number; numbers have their highest byte first. */
final class Bytes {
    private final byte[] all;
    private final int end;
    private int at;

    Bytes(byte[] all, int from, int to) throws Damaged {
        if (from < 0 || to < from || to > all.length) {
            throw new Damaged("ends in the middle");
        }
        this.all = all;
        this.at = from;
        this.end = to;
    }

    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    void skip(int count) throws Damaged {
        if (count < 0 || count > left()) {
            throw new Damaged("ends in the middle");
        }
        at += count;
    }

    int one() throws Damaged {
        skip(1);
        return all[at - 1] & 0xFF;
    }

    int two() throws Damaged {
        return one() << 8 | one();
    }

    long four() throws Damaged {
        return (long) two() << 16 | two();
    }

    /** A number that must be one of a length or a place. */
    int length() throws Damaged {
        long value = four();
        if (value > Integer.MAX_VALUE) {
            throw new Damaged("is larger than any picture");
        }
        return (int) value;
    }

    /** The next bytes as a part of their own. */
    Bytes part(int length) throws Damaged {
        Bytes part = new Bytes(all, at, at + Math.max(0, length));
        skip(length);
        return part;
    }

    /** Whether these two bytes are next. */
    boolean next(int marker) {
        return left() >= 2 && (all[at] & 0xFF) == marker >> 8 && (all[at + 1] & 0xFF) == (marker & 0xFF);
    }

    /** The next bytes; fewer where the part ends before. */
    byte[] copy(int length) throws Damaged {
        byte[] copy = new byte[Math.min(Math.max(0, length), left())];
        System.arraycopy(all, at, copy, 0, copy.length);
        skip(copy.length);
        return copy;
    }
}
