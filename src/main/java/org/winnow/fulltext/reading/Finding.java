package org.winnow.fulltext.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.winnow.model.PageSpan;

/**
 * Finds words in the text of a page as people remember them: whatever the case and the accents, over the ends of lines,
 * with or without hyphens, with straight or curly quotation marks.
 */
public final class Finding {
    /** A text without what does not count, and where each of its letters comes from. */
    private record Folded(String text, int[] from) {}

    private final String wanted;

    /** @param words as they follow each other in the text */
    public Finding(String words) {
        wanted = folded(words.strip()).text();
    }

    /** Whether there is nothing to look for. */
    public boolean empty() {
        return wanted.isBlank();
    }

    /** Where a page has the words, in reading order. */
    public List<PageSpan> in(int page, String text) {
        List<PageSpan> found = new ArrayList<>();
        if (empty()) {
            return found;
        }
        Folded folded = folded(text);
        int at = folded.text().indexOf(wanted);
        while (at >= 0) {
            int last = at + wanted.length() - 1;
            found.add(new PageSpan(page, folded.from()[at], folded.from()[last] + 1));
            at = folded.text().indexOf(wanted, at + wanted.length());
        }
        return found;
    }

    private static Folded folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] from = new int[text.length() * 2 + 1];
        for (int i = 0; i < text.length(); i++) {
            for (char c : letters(text.charAt(i)).toCharArray()) {
                boolean blank = Character.isWhitespace(c) || c == '\u00A0';
                boolean again = blank && (folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ');
                boolean mended = blank && dividedBefore(text, i);
                if (!again && !mended) {
                    if (folded.length() == from.length) {
                        from = Arrays.copyOf(from, 2 * from.length);
                    }
                    from[folded.length()] = i;
                    folded.append(blank ? ' ' : c);
                }
            }
        }
        return new Folded(folded.toString(), from);
    }

    /** A word that was divided at the end of its line goes on without a blank. */
    private static boolean dividedBefore(String text, int i) {
        return text.charAt(i) == '\n' && i > 0 && hyphen(text.charAt(i - 1));
    }

    private static boolean hyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011' || c == '\u00AD';
    }

    private static String letters(char c) {
        if (hyphen(c)) {
            return "";
        }
        if (c < 0x80) {
            return String.valueOf(Character.toLowerCase(c));
        }
        return switch (c) {
            case '\u2018', '\u2019', '\u201A' -> "'";
            case '\u201C', '\u201D', '\u201E' -> "\"";
            case '\u2012', '\u2013', '\u2014', '\u2212' -> "";
            default ->
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(java.util.Locale.ROOT);
        };
    }
}
