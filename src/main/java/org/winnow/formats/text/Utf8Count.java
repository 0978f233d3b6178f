package org.winnow.formats.text;

/**
 * How well a run of bytes fits UTF-8 (RFC 3629).
 *
 * @param multibyte well-formed sequences of two to four bytes
 * @param invalid bytes that belong to no well-formed sequence
 */
record Utf8Count(int multibyte, int invalid) {
    /** Counts between {@code from} and {@code to}; a sequence that {@code to} cuts off counts as neither. */
    static Utf8Count of(byte[] b, int from, int to) {
        int multibyte = 0;
        int invalid = 0;
        int i = from;
        while (i < to) {
            if (b[i] >= 0) {
                i++;
                continue;
            }
            int length = length(b[i] & 0xFF);
            int seen = length == 0 ? 0 : followers(b, i, Math.min(to, i + length));
            if (length > 0 && seen == length - 1) {
                multibyte++;
                i += length;
            } else if (length > 0 && i + 1 + seen == to) {
                i = to;
            } else {
                invalid++;
                i++;
            }
        }
        return new Utf8Count(multibyte, invalid);
    }

    private static int length(int lead) {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 2;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return 3;
        }
        return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    }

    private static int followers(byte[] b, int lead, int to) {
        int n = 0;
        while (lead + 1 + n < to && (b[lead + 1 + n] & 0xC0) == 0x80) {
            n++;
        }
        return n;
    }
}
