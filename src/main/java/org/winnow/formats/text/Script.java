package org.winnow.formats.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.BitSet;

/**
 * How much some bytes look like text when they are read in one coding: the judge for a name or a title, too short for
 * statistics of a language. What counts is whether each character beyond ASCII stands where one of its kind would.
 */
enum Script {
    /** GB 2312's first level: the 3,755 signs of nearly all Chinese text, by pronunciation. */
    CHINESE("GB18030", "GB18030", 0xB0, 0xD7),
    /** Big5's first level: the 5,401 signs in common use. */
    TAIWANESE("Big5", "Big5", 0xA4, 0xC6),
    /** JIS X 0208's first level, 2,965 signs, as Shift_JIS has them. */
    JAPANESE("windows-31j", "Shift_JIS", 0x88, 0x97),
    JAPANESE_UNIX("EUC-JP", "EUC-JP", 0xB0, 0xCF),
    /** KS X 1001's 2,350 syllables. */
    KOREAN("x-windows-949", "EUC-KR", 0xB0, 0xC8),
    CYRILLIC("windows-1251", "windows-1251", 0, 0),
    CYRILLIC_UNIX("KOI8-R", "KOI8-R", 0, 0),
    GREEK("windows-1253", "windows-1253", 0, 0),
    /** Polish, Czech and their neighbours. */
    CENTRAL_EUROPEAN("windows-1250", "windows-1250", 0, 0);

    private static final int BEST = 3;
    private static final int MALFORMED = -12;
    private static final String CENTRAL =
            "\u0105\u0107\u0119\u0142\u0144\u00F3\u015B\u017A\u017C\u00E1\u010D\u010F\u00E9\u011B\u00ED\u0148\u0159"
                    + "\u0161\u0165\u016F\u00FA\u00FD\u017E\u0151\u0171\u00F6\u00FC\u00E4\u0111";

    private final String charset;
    private final String called;
    private final int firstCommon;
    private final int lastCommon;

    Script(String charset, String called, int firstCommon, int lastCommon) {
        this.charset = charset;
        this.called = called;
        this.firstCommon = firstCommon;
        this.lastCommon = lastCommon;
    }

    /** The coding, where this Java knows it. */
    boolean supported() {
        return Charset.isSupported(charset);
    }

    Encoding encoding() {
        return new Encoding(Charset.forName(charset), called, 0, true);
    }

    /** The mean over all characters beyond ASCII: 3 where all of them are at their place, negative where few are. */
    double score(byte[] sample) {
        String text = decoded(sample);
        BitSet common = firstCommon > 0 ? common() : new BitSet();
        int sum = 0;
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                char before = i == 0 ? ' ' : text.charAt(i - 1);
                char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
                sum += at(c, before, after, common);
                seen++;
            }
        }
        return seen == 0 ? MALFORMED : (double) sum / seen;
    }

    private int at(char c, char before, char after, BitSet common) {
        if (c == '\uFFFD' || c < 0xA0 || Character.getType(c) == Character.PRIVATE_USE) {
            return MALFORMED;
        }
        return firstCommon > 0 ? eastern(c, before, after, common) : alphabetic(c, before, after);
    }

    private int eastern(char c, char before, char after, BitSet common) {
        boolean insideWord = latin(before) && latin(after) || Character.isLowerCase(before);
        if (common.get(c)) {
            return insideWord ? -BEST : BEST;
        }
        if (kana(c)) {
            return this == JAPANESE || this == JAPANESE_UNIX ? BEST : -BEST;
        }
        boolean punctuation = c >= 0x3000 && c < 0x3040 || c >= 0xFF00 && c < 0xFF5F || c == '\u00B7' || c == '\u30FB';
        return punctuation ? 2 : c >= 0xFF61 && c < 0xFFA0 ? -BEST : -1;
    }

    /** Hiragana and katakana with the sign for a long vowel. */
    private static boolean kana(char c) {
        return c >= 0x3041 && c <= 0x30FE && c != '\u30FB';
    }

    private static boolean latin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private int alphabetic(char c, char before, char after) {
        if (this == CENTRAL_EUROPEAN) {
            return central(c, before, after);
        }
        if (!Character.isLetter(c)) {
            return latin(before) && latin(after) ? -BEST : 0;
        }
        if (latin(before) || latin(after) || !own(c)) {
            return -4;
        }
        boolean amidWord = Character.isUpperCase(c) && Character.isLowerCase(before);
        boolean alone = !Character.isLetter(before) && !Character.isLetter(after);
        return amidWord ? -4 : alone ? 0 : BEST;
    }

    /** The letters of the languages most written: Russian and its neighbours, Greek. */
    private boolean own(char c) {
        return this == GREEK
                ? c >= 0x386 && c <= 0x3CE
                : c >= 0x410 && c <= 0x44F || "\u0401\u0451\u0404\u0454\u0406\u0456\u0407\u0457".indexOf(c) >= 0;
    }

    private static int central(char c, char before, char after) {
        boolean beside = Character.isLetter(before) || Character.isLetter(after);
        if (CENTRAL.indexOf(Character.toLowerCase(c)) >= 0) {
            return Character.isUpperCase(c) && Character.isLowerCase(before) ? -4 : beside ? 2 : -1;
        }
        return Character.isLetter(c) || latin(before) && latin(after) ? -4 : 0;
    }

    private String decoded(byte[] sample) {
        CharBuffer out = CharBuffer.allocate(sample.length + 1);
        Charset.forName(charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(sample), out, true);
        return out.flip().toString();
    }

    /** The characters of the rows that most text is made of. */
    private BitSet common() {
        BitSet common = new BitSet();
        for (int lead = firstCommon; lead <= lastCommon; lead++) {
            for (int trail = 0x40; trail < 0xFF; trail++) {
                boolean high = trail > 0xA0 || this == TAIWANESE || this == JAPANESE;
                String pair = high ? decoded(new byte[] {(byte) lead, (byte) trail}) : "";
                if (pair.length() == 1 && pair.charAt(0) != '\uFFFD') {
                    common.set(pair.charAt(0));
                }
            }
        }
        return common;
    }
}
