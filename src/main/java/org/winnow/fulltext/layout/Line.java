package org.winnow.fulltext.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words that stand on one baseline in one column, in reading order. */
public final class Line {
    private final int page;
    private final List<Word> words;
    private final String text;
    private final Box box;
    private final float size;
    private final boolean bold;
    private final String face;

    /**
     * @param page from 1
     * @param words at least one
     */
    public Line(int page, List<Word> words) {
        this.page = page;
        this.words = List.copyOf(words);
        StringBuilder joined = new StringBuilder();
        Box around = words.get(0).box();
        Map<Float, Integer> letters = new TreeMap<>();
        Map<String, Integer> faces = new HashMap<>();
        int boldLetters = 0;
        for (Word word : words) {
            joined.append(joined.isEmpty() ? "" : " ").append(word.text());
            around = around.with(word.box());
            letters.merge(word.size(), word.text().length(), Integer::sum);
            faces.merge(word.face(), word.text().length(), Integer::sum);
            boldLetters += word.bold() ? word.text().length() : 0;
        }
        this.text = joined.toString();
        this.box = around;
        this.bold = boldLetters * 2 > text.length();
        this.size = most(letters);
        this.face = most(faces);
    }

    private static <T> T most(Map<T, Integer> letters) {
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    public int page() {
        return page;
    }

    public List<Word> words() {
        return words;
    }

    public String text() {
        return text;
    }

    public Box box() {
        return box;
    }

    /** The size of type that most of its letters have, in points. */
    public float size() {
        return size;
    }

    /** Whether most of its letters are bold. */
    public boolean bold() {
        return bold;
    }

    /** The name of the font that most of its letters have. */
    public String face() {
        return face;
    }

    @Override
    public String toString() {
        return text;
    }
}
