package org.winnow.store.fts;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Divides texts into words as FTS5's tokenizer {@code unicode61} does: letters, numbers and signs of private use, in
 * small letters, without accents.
 */
final class Words {
    /** Bytes of a word that FTS5 keeps; what follows them does not tell words apart. */
    static final int LONGEST = 32768;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final byte[] ASCII = new byte[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = Character.isLetterOrDigit(c) ? (byte) Character.toLowerCase(c) : 0;
        }
    }

    /** Where a word goes. */
    interface Sink {
        /**
         * @param word the bytes up to {@code length} are the word in UTF-8; eight zeros follow it
         * @param place which word of its text it is, from 0
         */
        void word(byte[] word, int length, int place);
    }

    private final Folding folding;
    private final byte[] word = new byte[LONGEST + Long.BYTES];
    private char[] text = new char[1 << 12];
    private int length;

    Words(Folding folding) {
        this.folding = folding;
    }

    /** @return how many words there are */
    int each(String from, Sink sink) {
        int end = from.length();
        if (end > text.length) {
            text = new char[end + end / 2];
        }
        from.getChars(0, end, text, 0);
        int place = 0;
        boolean inside = false;
        int i = 0;
        while (i < end) {
            char c = text[i];
            boolean more;
            if (c >= ASCII.length) {
                int sign = Character.codePointAt(text, i, end);
                i += Character.charCount(sign);
                more = folded(sign, inside);
            } else {
                int begin = i;
                i = letters(begin, end);
                more = i > begin;
                i += more ? 0 : 1;
            }
            if (inside && !more) {
                hand(sink, place++);
            }
            inside = more;
        }
        if (inside) {
            hand(sink, place++);
        }
        return place;
    }

    /** Takes letters and digits of ASCII as long as they last. */
    private int letters(int from, int end) {
        char[] signs = text;
        int i = from;
        int n = length;
        while (i < end) {
            char c = signs[i];
            byte letter = c < ASCII.length ? ASCII[c] : 0;
            if (letter == 0) {
                break;
            }
            word[n] = letter;
            n = Math.min(n + 1, LONGEST);
            i++;
        }
        length = n;
        return i;
    }

    private void hand(Sink sink, int place) {
        EIGHT.set(word, length, 0L);
        sink.word(word, length, place);
        length = 0;
    }

    /** @return whether the sign belongs to a word */
    private boolean folded(int sign, boolean inside) {
        int folded = folding.of(sign);
        if (folded <= Folding.DROPPED) {
            return folded == Folding.DROPPED && inside;
        }
        if (folded < 0x80) {
            put(folded);
        } else if (folded < 0x800) {
            put(0xC0 | folded >> 6);
            put(0x80 | folded & 0x3F);
        } else if (folded < 0x10000) {
            put(0xE0 | folded >> 12);
            put(0x80 | folded >> 6 & 0x3F);
            put(0x80 | folded & 0x3F);
        } else {
            put(0xF0 | folded >> 18);
            put(0x80 | folded >> 12 & 0x3F);
            put(0x80 | folded >> 6 & 0x3F);
            put(0x80 | folded & 0x3F);
        }
        return true;
    }

    private void put(int value) {
        if (length < LONGEST) {
            word[length++] = (byte) value;
        }
    }
}
