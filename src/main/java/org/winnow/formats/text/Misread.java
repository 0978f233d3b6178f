package org.winnow.formats.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A code page that UTF-8 was read as: each byte became a character of its own, and each such character tells its byte. */
final class Misread {
    /**
     * First bytes of the letters that people write: Latin, what windows-1252 makes of Latin, combining accents, Greek,
     * Cyrillic, Hebrew, Arabic. Others give phonetic signs, and are the É before a closing quotation mark far more
     * often.
     */
    private static final int[] WINDOWS_LEADS = {
        0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xCB, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1, 0xD7, 0xD8, 0xD9
    };

    /** Those of Latin and Greek alone: what MacRoman makes of the others are its dashes, which stand beside anything. */
    private static final int[] MAC_LEADS = {0xC2, 0xC3, 0xC4, 0xC5, 0xCB, 0xCE, 0xCF};

    /** Those that MacRoman makes of three bytes and that stand beside nothing else in earnest: punctuation, ligatures. */
    private static final int[] MAC_LONG_LEADS = {0xE2, 0xEF};

    private static final int FIRST_OF_CYRILLIC = 0xD0;

    /** Windows-1252 or Latin-1 first: they are met far more often. */
    static final List<Misread> ALL =
            Stream.of(windows(), mac()).filter(page -> page != null).toList();

    private final int[] byteOf = new int[0x2300];
    private final boolean[] leads = new boolean[0x100];
    private final boolean mac;

    private Misread(Charset charset, boolean mac) {
        this.mac = mac;
        for (int b = 0x80; b <= 0xFF; b++) {
            if (!mac) {
                // Programs that read as Latin-1, or find no character for a byte, leave its number as a control
                // character.
                byteOf[b] = b;
            }
            char c = new String(new byte[] {(byte) b}, charset).charAt(0);
            if (c < byteOf.length) {
                byteOf[c] = b;
            }
        }
    }

    private static Misread windows() {
        Misread page = new Misread(Encoding.WINDOWS_1252, false);
        page.lead(WINDOWS_LEADS);
        for (int b = 0xE0; b <= 0xF4; b++) {
            page.leads[b] = true;
        }
        return page;
    }

    private static @Nullable Misread mac() {
        Charset charset = LatinText.mac();
        if (charset == null) {
            return null;
        }
        Misread page = new Misread(charset, true);
        page.lead(MAC_LEADS);
        page.lead(MAC_LONG_LEADS);
        return page;
    }

    private void lead(int... bytes) {
        for (int b : bytes) {
            leads[b] = true;
        }
    }

    /** How many characters from here are the bytes of one UTF-8 character; 0 where they are none. */
    int sequence(String text, int at) {
        int length = bytes(text, at);
        return length > 0 && (byteOf(text.charAt(at)) < FIRST_OF_CYRILLIC || length > 2 || inWord(text, at))
                ? length
                : 0;
    }

    private int bytes(String text, int at) {
        int lead = byteOf(text.charAt(at));
        if (!leads[lead]) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + length > text.length()) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((byteOf(text.charAt(at + i)) & 0xC0) != 0x80) {
                return 0;
            }
        }
        return decoded(text, at, length).isEmpty() ? 0 : length;
    }

    /** A lone letter of a far script is far more often a multiplication sign before a blank that does not break. */
    private boolean inWord(String text, int at) {
        int next = beside(text, at + 2, 1);
        int before = beside(text, at - 1, -1);
        return near(text, at, next) || near(text, at, before - 1);
    }

    /** The next place, that way, of what is no blank or punctuation. */
    private static int beside(String text, int from, int step) {
        int at = from;
        while (at >= 0 && at < text.length() && text.charAt(at) < 0x80 && !Character.isLetterOrDigit(text.charAt(at))) {
            at += step;
        }
        return at;
    }

    private boolean near(String text, int at, int other) {
        return other >= 0
                && other < text.length() - 1
                && bytes(text, other) == 2
                && Character.UnicodeScript.of(decoded(text, at, 2).codePointAt(0))
                        == Character.UnicodeScript.of(decoded(text, other, 2).codePointAt(0));
    }

    /** How far these characters tell of garbled text: 2 certainly, 1 where there are more of them, 0 not at all. */
    int weight(String text, int at, int length) {
        int lead = byteOf(text.charAt(at));
        if (!mac) {
            return lead == 0xC3 || lead == 0xC2 || lead == 0xE2 || lead == 0xEF || lead == 0xF0 ? 2 : 1;
        }
        if (lead == 0xE2) {
            return 2;
        }
        // a root or likeness before a sign is mathematics, inside a word it was a letter
        boolean inWord = letter(text, at - 1) || letter(text, at + length);
        return !inWord ? 0 : lead == 0xC3 ? 2 : 1;
    }

    private static boolean letter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    String decoded(String text, int at, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) byteOf(text.charAt(at + i));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noCharacter) {
            return "";
        }
    }

    private int byteOf(char c) {
        return c < byteOf.length ? byteOf[c] : 0;
    }
}
