package org.winnow.formats.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text that was UTF-8 and was read as windows-1252, Latin-1 or MacRoman on its way, once or more ({@code Ã©} for {@code é},
 * {@code â€™} or {@code ‚Äô} for {@code ’}): each byte became a character of its own, which can be turned back.
 */
public final class Mojibake {
    private static final int MOST_TIMES = 3;

    private Mojibake() {}

    /** Whether the text has characters that are garbled so; a lone chance likeness in capitals and quotes is none. */
    public static boolean in(String text) {
        if (ascii(text)) {
            return false;
        }
        int weight = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            Misread page = misread(text, i);
            if (page != null) {
                int length = page.sequence(text, i);
                weight += page.weight(text, i, length);
                if (weight > 1) {
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
            if (misread(text, i) != null) {
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
            Misread page = misread(text, i);
            if (page == null) {
                out.append(text.charAt(i++));
            } else {
                int length = page.sequence(text, i);
                out.append(page.decoded(text, i, length));
                i += length;
            }
        }
        return out.toString();
    }

    /** The code page by which the characters from here are the bytes of one UTF-8 character. */
    private static @Nullable Misread misread(String text, int at) {
        if (text.charAt(at) < 0x80) {
            return null;
        }
        for (Misread page : Misread.ALL) {
            if (page.sequence(text, at) > 0) {
                return page;
            }
        }
        return null;
    }
}
