package org.winnow.formats.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.winnow.model.Author;

/**
 * Divides a person's name as BibTeX does: {@code First von Last}, {@code von Last, First} or {@code von Last, Jr, First}
 * (Patashnik, BibTeXing, section 4). What belongs to the family name begins at the first word in lower case.
 */
public final class PersonName {
    /**
     * One word of a name.
     *
     * @param lower whether it begins in lower case, as {@code von} does
     */
    public record Word(String text, boolean lower) {
        /** A word whose own first letter tells. */
        public static Word of(String text) {
            int letter =
                    text.codePoints().filter(Character::isLetter).findFirst().orElse('X');
            return new Word(text, Character.isLowerCase(letter));
        }
    }

    private PersonName() {}

    /** The name in a text of words divided by blanks. */
    public static Author of(String name) {
        List<List<Word>> parts = new ArrayList<>();
        for (String part : name.split(",", -1)) {
            List<Word> words = new ArrayList<>();
            for (String word : part.strip().split("\\s+")) {
                if (!word.isEmpty()) {
                    words.add(Word.of(word));
                }
            }
            parts.add(words);
        }
        return of(parts);
    }

    /** @param parts the words of the name, divided at its commas */
    public static Author of(List<List<Word>> parts) {
        List<Word> first = parts.getFirst();
        if (parts.size() == 1) {
            int cut = beforeFamily(first);
            return new Author(joined(first.subList(cut, first.size())), joined(first.subList(0, cut)));
        }
        if (parts.size() == 2) {
            return new Author(joined(first), joined(parts.get(1)));
        }
        String given = parts.subList(2, parts.size()).stream()
                .map(PersonName::joined)
                .filter(p -> !p.isEmpty())
                .collect(Collectors.joining(", "));
        String suffix = joined(parts.get(1));
        return new Author(joined(first), given.isEmpty() || suffix.isEmpty() ? given + suffix : given + ", " + suffix);
    }

    /** Where the family name begins in {@code First von Last}. */
    private static int beforeFamily(List<Word> words) {
        // a name all in lower case has no von: its last word is the family name
        boolean lower = !words.isEmpty() && words.getLast().lower();
        for (int i = 0; i < words.size() - 1 && !lower; i++) {
            if (words.get(i).lower()) {
                return i;
            }
        }
        return Math.max(0, words.size() - 1);
    }

    private static String joined(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
