package org.winnow.formats.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text that was UTF-8 and was read as windows-1252 or Latin-1 on its way, once or more ({@code Ã©} for {@code é},
 * {@code â€™} for {@code ’}): each byte became a character of its own, which can be turned back.
 */
public final class Mojibake {
    private static final int MOST_TIMES = 3;

    /**
     * First bytes of the letters that people write: Latin, what windows-1252 makes of Latin, combining accents, Greek,
     * Cyrillic, Hebrew, Arabic. Others give phonetic signs, and are the É before a closing quotation mark far more
     * often.
     */
    private static final String LEADS =
            "\u00C2\u00C3\u00C4\u00C5\u00C6\u00CB\u00CC\u00CE\u00CF\u00D0\u00D1\u00D7\u00D8\u00D9";

    /** The byte that each character of windows-1252 beyond ASCII was, 0 for those that it lacks. */
    private static final byte[] BYTE_OF = bytes();

    private Mojibake() {}

    private static byte[] bytes() {
        byte[] of = new byte[0x2200];
        Charset windows = Encoding.WINDOWS_1252;
        for (int b = 0x80; b <= 0xFF; b++) {
            // Programs that read as Latin-1, or find no character for a byte, leave its number as a control character.
            of[b] = (byte) b;
            char c = new String(new byte[] {(byte) b}, windows).charAt(0);
            if (c < of.length) {
                of[c] = (byte) b;
            }
        }
        return of;
    }

    /** Whether the text has characters that are garbled so; a lone chance likeness in capitals and quotes is none. */
    public static boolean in(String text) {
        if (ascii(text)) {
            return false;
        }
        int weak = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            int length = sequence(text, i);
            if (length > 0) {
                if (certain(text.charAt(i)) || ++weak > 1) {
                    return true;
                }
                i += length - 1;
            }
        }
        return false;
    }

    /** Most records are; and Java turns such text into bytes many times faster than a loop looks at its characters. */
    private static boolean ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length == text.length();
    }

    /** The text as it was meant; as it is where nothing is garbled. */
    public static String repaired(String text) {
        return in(text) ? undone(text) : text;
    }

    /** The text as it was meant, where it is known that its record was garbled: a single doubtful sign is one too. */
    static String undone(String text) {
        String now = once(text);
        for (int time = 1; time < MOST_TIMES && in(now); time++) {
            now = once(now);
        }
        return now;
    }

    /** What is garbled, and what it was: one character of the text, as a sentence. */
    public static String example(String text) {
        for (int i = 0; i < text.length() - 1; i++) {
            if (sequence(text, i) > 0) {
                int end = i;
                while (end < text.length() && text.charAt(end) >= 0x80) {
                    end++;
                }
                String seen = text.substring(i, end);
                return "“" + seen + "” stands for “" + undone(seen) + "”.";
            }
        }
        return "";
    }

    private static String once(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int length = sequence(text, i);
            if (length == 0) {
                out.append(text.charAt(i++));
            } else {
                out.append(decoded(text, i, length));
                i += length;
            }
        }
        return out.toString();
    }

    /** Letters that stand before such signs in garbled text only. */
    private static boolean certain(char lead) {
        return lead == '\u00C3' || lead == '\u00C2' || lead == '\u00E2' || lead == '\u00EF' || lead == '\u00F0';
    }

    /** How many characters from here are the bytes of one UTF-8 character; 0 where they are none. */
    private static int sequence(String text, int at) {
        char lead = text.charAt(at);
        if (lead < 0xC2 || lead > 0xF4 || lead < 0xE0 && LEADS.indexOf(lead) < 0) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + length > text.length()) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            char c = text.charAt(at + i);
            if (c >= BYTE_OF.length || (BYTE_OF[c] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return decoded(text, at, length).isEmpty() ? 0 : length;
    }

    private static String decoded(String text, int at, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = BYTE_OF[text.charAt(at + i)];
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
}
