package org.winnow.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts text into the pieces of words that BERT's uncased networks know (Devlin et al., 2019): lower case without accents,
 * every sign and every Chinese character by itself, words by the longest known beginnings. In Java because the library
 * for it brings 19 MB of machine code, not for every system, and unpacks it into the home folder.
 */
public final class WordPieces {
    private static final String CONTINUED = "##";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final int begin;
    private final int end;
    private final int unknown;
    private final int most;

    /**
     * @param tokenizer a {@code tokenizer.json} as Hugging Face's libraries write it
     * @param most how many pieces of a text are taken, its beginning and end marks included
     */
    public WordPieces(InputStream tokenizer, int most) throws IOException {
        JsonNode words = new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
        words.properties().forEach(e -> vocabulary.put(e.getKey(), e.getValue().asInt()));
        begin = vocabulary.get("[CLS]");
        end = vocabulary.get("[SEP]");
        unknown = vocabulary.get("[UNK]");
        this.most = most;
    }

    /** The numbers of a text's pieces between its marks of beginning and end. */
    public long[] of(String text) {
        Pieces pieces = new Pieces();
        int start = -1;
        String plain = plain(text);
        for (int i = 0; i < plain.length() && !pieces.full(); ) {
            int c = plain.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean alone = isSign(c) || isChinese(c);
            if (alone || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                pieces.word(plain, start, i);
                start = -1;
                if (alone) {
                    pieces.word(plain, i, next);
                }
            } else if (start < 0) {
                start = i;
            }
            i = next;
        }
        pieces.word(plain, start, plain.length());
        return pieces.ended();
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(apart.length());
        apart.codePoints().filter(WordPieces::isKept).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isKept(int c) {
        int type = Character.getType(c);
        boolean control = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE;
        return type != Character.NON_SPACING_MARK && c != 0xFFFD && (!control || Character.isWhitespace(c));
    }

    private static boolean isSign(int c) {
        if (c < 128) {
            return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isChinese(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x20000 && c <= 0x2CEAF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0x2F800 && c <= 0x2FA1F;
    }

    /** The pieces so far. */
    private final class Pieces {
        private final long[] numbers = new long[most];
        private int count = 1;

        Pieces() {
            numbers[0] = begin;
        }

        boolean full() {
            return count >= most - 1;
        }

        void word(String text, int from, int to) {
            if (from >= 0 && from < to && !full()) {
                int before = count;
                if (to - from > LONGEST_WORD || !cut(text, from, to)) {
                    count = before;
                    add(unknown);
                }
            }
        }

        /** Whether the word is made of known pieces. */
        private boolean cut(String text, int from, int to) {
            int start = from;
            while (start < to) {
                int stop = to;
                Integer number = null;
                while (stop > start && number == null) {
                    String piece = text.substring(start, stop);
                    number = vocabulary.get(start == from ? piece : CONTINUED + piece);
                    stop -= number == null ? 1 : 0;
                }
                if (number == null) {
                    return false;
                }
                add(number);
                start = stop;
            }
            return true;
        }

        private void add(int number) {
            if (!full()) {
                numbers[count++] = number;
            }
        }

        long[] ended() {
            numbers[count++] = end;
            return Arrays.copyOf(numbers, count);
        }
    }
}
