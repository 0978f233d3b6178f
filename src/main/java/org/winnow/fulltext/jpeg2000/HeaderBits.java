package org.winnow.fulltext.jpeg2000;

/** The bits of the head of a packet: behind a byte of ones a bit is left out (B.10.1). */
final class HeaderBits {
    private final Bytes in;
    private int now;
    private int left;

    HeaderBits(Bytes in) {
        this.in = in;
    }

    int bit() throws Damaged {
        if (left == 0) {
            left = now == 0xFF ? 7 : 8;
            now = in.one();
        }
        left--;
        return now >> left & 1;
    }

    int bits(int count) throws Damaged {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** The rest of the byte is filled up. */
    void end() throws Damaged {
        if (now == 0xFF) {
            in.one();
        }
        left = 0;
        now = 0;
    }
}
