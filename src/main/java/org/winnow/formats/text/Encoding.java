package org.winnow.formats.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How the characters of a file are coded, as its first bytes show.
 *
 * @param name what to tell the person: {@code UTF-8}, {@code UTF-8 with BOM}, {@code UTF-16LE}, {@code windows-1252}
 * @param bom length of the byte order mark to skip
 * @param proven whether characters beyond ASCII were seen that fit
 */
public record Encoding(Charset charset, String name, int bom, boolean proven) {
    /** The usual coding of text from Windows programs that is not Unicode. */
    public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What a file is that was taken for UTF-8 until the first byte beyond ASCII. */
    public static final Encoding LEGACY = new Encoding(WINDOWS_1252, "windows-1252", 0, true);

    private static final int ZEROS_SEEN_IN = 4096;
    private static final int FAR_MORE = 4;

    /** Judges from the first bytes of a file; cut sequences at the end of {@code head} are no fault. */
    public static Encoding sniff(byte[] head) {
        Encoding marked = byMark(head);
        if (marked != null) {
            return marked;
        }
        Encoding wide = byZeros(head);
        if (wide != null) {
            return wide;
        }
        return judged(head, 0, head.length);
    }

    /** Judges bytes of a file that has no byte order mark and is not in two or four bytes a character. */
    static Encoding judged(byte[] b, int from, int to) {
        Utf8Count count = Utf8Count.of(b, from, to);
        Encoding utf8 = new Encoding(StandardCharsets.UTF_8, "UTF-8", 0, count.multibyte() > 0);
        if (count.invalid() == 0) {
            return LegacyText.escaped(b, from, to).orElse(utf8);
        }
        // A damaged file has a few misfits; one pasted together is UTF-8 here and windows-1252 there.
        return count.multibyte() >= FAR_MORE * count.invalid()
                ? utf8
                : LegacyText.of(b, from, to, count.multibyte() > 0);
    }

    /** The coding that the person asked for; a byte order mark is skipped all the same. */
    public static Encoding of(Charset charset, byte[] head) {
        Encoding marked = byMark(head);
        boolean same = marked != null
                && charset.name().startsWith(marked.charset().name().substring(0, 5));
        return same ? marked : new Encoding(charset, charset.name(), 0, true);
    }

    private static @Nullable Encoding byMark(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, "UTF-8 with BOM", 3, true);
        }
        if (starts(b, 0xFF, 0xFE, 0, 0)) {
            return new Encoding(StandardCharsets.UTF_32LE, "UTF-32LE", 4, true);
        }
        if (starts(b, 0, 0, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_32BE, "UTF-32BE", 4, true);
        }
        if (starts(b, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, "UTF-16LE", 2, true);
        }
        return starts(b, 0xFE, 0xFF) ? new Encoding(StandardCharsets.UTF_16BE, "UTF-16BE", 2, true) : null;
    }

    /** Text in two or four bytes a character has zeros where 8-bit text never has any. */
    private static @Nullable Encoding byZeros(byte[] b) {
        int seen = Math.min(b.length, ZEROS_SEEN_IN);
        if (seen >= 8 && quadsAre(b, seen, 3, 2)) {
            return new Encoding(Charset.forName("UTF-32LE"), "UTF-32LE", 0, true);
        }
        if (seen >= 8 && quadsAre(b, seen, 0, 1)) {
            return new Encoding(Charset.forName("UTF-32BE"), "UTF-32BE", 0, true);
        }
        int pairs = seen / 2;
        int high = 0;
        int low = 0;
        for (int i = 0; i < pairs; i++) {
            high += b[2 * i] == 0 ? 1 : 0;
            low += b[2 * i + 1] == 0 ? 1 : 0;
        }
        // One in ten is enough: the tags of a record in Chinese. Zeros in both places are a damaged file.
        if (Math.max(high, low) * 10 < pairs || Math.min(high, low) * 4 > Math.max(high, low)) {
            return null;
        }
        return high > low
                ? new Encoding(StandardCharsets.UTF_16BE, "UTF-16BE", 0, true)
                : new Encoding(StandardCharsets.UTF_16LE, "UTF-16LE", 0, true);
    }

    /** Whether every four bytes are one character of Unicode, which ends at U+10FFFF. */
    private static boolean quadsAre(byte[] b, int seen, int zero, int plane) {
        for (int i = 0; i + 4 <= seen; i += 4) {
            if (b[i + zero] != 0 || b[i + plane] < 0 || b[i + plane] > 0x10) {
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] b, int... mark) {
        if (b.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((b[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
