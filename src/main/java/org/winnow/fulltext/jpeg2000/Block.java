package org.winnow.fulltext.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** A code block: samples of a band that are packed together, as far as their packets have been read. */
final class Block {
    /** Passes that are packed without a break. */
    static final class Segment {
        private final int most;
        private final List<byte[]> parts = new ArrayList<>();
        private int passes;
        private int coming;

        Segment(int most) {
            this.most = most;
        }

        int passes() {
            return passes;
        }

        byte[] data() {
            int length = parts.stream().mapToInt(part -> part.length).sum();
            byte[] all = new byte[length];
            int at = 0;
            for (byte[] part : parts) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            return all;
        }
    }

    private static final int ALL_PASSES = 1_000;
    /** Passes before those that are not packed arithmetically may begin (D.6). */
    private static final int BEFORE_RAW = 10;

    private static final int FIRST_LENGTH_BITS = 3;

    final int x0;
    final int y0;
    final int x1;
    final int y1;
    private final List<Segment> segments = new ArrayList<>();
    private int lengthBits = FIRST_LENGTH_BITS;
    private int zeroPlanes;
    private boolean included;

    /** @param x0 its place in the band, as the other three */
    Block(int x0, int y0, int x1, int y1) {
        this.x0 = x0;
        this.y0 = y0;
        this.x1 = x1;
        this.y1 = y1;
    }

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    boolean included() {
        return included;
    }

    void include(int withZeroPlanes) {
        included = true;
        zeroPlanes = withZeroPlanes;
    }

    /** The highest bits that are zero in all of its samples. */
    int zeroPlanes() {
        return zeroPlanes;
    }

    List<Segment> segments() {
        return segments;
    }

    /** Reads how many bytes of it come with a packet (B.10.7). */
    void readLengths(int passes, Coding coding, HeaderBits bits) throws Damaged {
        while (bits.bit() == 1) {
            lengthBits++;
        }
        int left = passes;
        while (left > 0) {
            Segment segment = open(coding);
            int here = Math.min(left, segment.most - segment.passes);
            int width = lengthBits + 31 - Integer.numberOfLeadingZeros(here);
            if (width > 31) {
                throw new Damaged("has a block of no sensible length");
            }
            segment.coming = bits.bits(width);
            segment.passes += here;
            left -= here;
        }
    }

    private Segment open(Coding coding) {
        Segment last = segments.isEmpty() ? null : segments.getLast();
        if (last != null && last.passes < last.most) {
            return last;
        }
        int most = ALL_PASSES;
        if (coding.has(Coding.TERMINATE_ALL)) {
            most = 1;
        } else if (coding.has(Coding.BYPASS)) {
            most = last == null ? BEFORE_RAW : last.most == 1 || last.most == BEFORE_RAW ? 2 : 1;
        }
        Segment next = new Segment(most);
        segments.add(next);
        return next;
    }

    /** Takes the bytes that come with a packet. */
    void readData(Bytes in) throws Damaged {
        for (Segment segment : segments) {
            if (segment.coming > 0) {
                segment.parts.add(in.copy(segment.coming));
                segment.coming = 0;
            }
        }
    }
}
