package org.winnow.prisma;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a box before it is laid out.
 *
 * @param words the words, broken where needed
 * @param count the count, kept in one piece where it fits at all; empty for none
 * @param indent how far it is set in, points
 * @param key the number that it shows; empty for none
 */
record Paragraph(String words, String count, double indent, String key) {
    /** How much further the second and later lines are set in, points. */
    private static final double HANGING = 7;

    /** A line set at some distance from the left. */
    record Line(double indent, String text) {}

    Paragraph {
        words = clean(words);
    }

    Paragraph(String words, String count, double indent) {
        this(words, count, indent, "");
    }

    /** Breaks the paragraph to a width in points; even a word without a space fits. */
    List<Line> lines(TextMeasure measure, double size, double width) {
        List<Line> lines = new ArrayList<>();
        String line = "";
        for (String word : split()) {
            double room = width - setIn(lines);
            String longer = line.isEmpty() ? word : line + " " + word;
            if (measure.width(longer, size) <= room) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(new Line(setIn(lines), line));
            }
            line = word;
            while (measure.width(line, size) > width - setIn(lines)) {
                int cut = cut(line, measure, size, width - setIn(lines));
                if (cut == line.length()) {
                    break;
                }
                lines.add(new Line(setIn(lines), line.substring(0, cut)));
                line = line.substring(cut);
            }
        }
        lines.add(new Line(setIn(lines), line));
        return lines;
    }

    private List<String> split() {
        List<String> words = new ArrayList<>();
        if (!this.words.isEmpty()) {
            words.addAll(List.of(this.words.split(" ")));
        }
        if (!count.isEmpty()) {
            words.add(count);
        }
        return words;
    }

    private double setIn(List<Line> before) {
        return indent > 0 && !before.isEmpty() ? indent + HANGING : indent;
    }

    /** Where to break a word that is too wide: after as many whole characters as fit, and at least one. */
    private static int cut(String word, TextMeasure measure, double size, double room) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(word);
        characters.first();
        int cut = characters.next();
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            if (measure.width(word.substring(0, next), size) > room) {
                return cut;
            }
            cut = next;
        }
        return cut;
    }

    /** One line of characters that every file format can hold. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().map(c -> printable(c) ? c : ' ').forEach(clean::appendCodePoint);
        return clean.toString().strip().replaceAll(" +", " ");
    }

    private static boolean printable(int c) {
        int type = Character.getType(c);
        boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
        boolean noncharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return !space && !noncharacter && type != Character.CONTROL && type != Character.SURROGATE;
    }
}
