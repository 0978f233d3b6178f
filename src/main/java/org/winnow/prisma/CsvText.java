package org.winnow.prisma;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.winnow.formats.text.Encoding;

/**
 * The text of a CSV file without its byte order mark.
 *
 * @param charset in which it is coded
 * @param mark the byte order mark; empty where it has none
 */
record CsvText(String text, Charset charset, byte[] mark) {
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static CsvText of(byte[] bytes) {
        Encoding coded = Encoding.sniff(bytes);
        return new CsvText(
                new String(bytes, coded.bom(), bytes.length - coded.bom(), coded.charset()),
                coded.charset(),
                Arrays.copyOf(bytes, coded.bom()));
    }

    /** Another text in the same coding; in UTF-8 where that has no place for all of its characters. */
    byte[] coded(String other) {
        boolean fits = charset.newEncoder().canEncode(other);
        byte[] start = fits ? mark : UTF_8_MARK;
        byte[] body = other.getBytes(fits ? charset : StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
