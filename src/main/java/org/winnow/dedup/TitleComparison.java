package org.winnow.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what the difference between two titles amounts to. */
final class TitleComparison {
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "of", "in", "on", "for", "to", "and", "by", "at", "from", "as", "is", "s", "de", "la",
            "le", "les", "el", "du", "des", "der", "die", "das", "und", "et", "y", "en", "its", "their");
    /** Words that tell one work of a family from another. */
    private static final Set<String> TELLING = Set.of(
            "part",
            "update",
            "updated",
            "protocol",
            "erratum",
            "corrigendum",
            "reply",
            "response",
            "comment",
            "comments",
            "commentary",
            "discussion",
            "rejoinder",
            "follow",
            "followup",
            "extension",
            "rationale",
            "design",
            "volume",
            "chapter",
            "supplement",
            "supplementary",
            "appendix",
            "abstract",
            "poster",
            "summary",
            "editorial",
            "letter",
            "final",
            "interim",
            "preliminary",
            "year",
            "years",
            "month",
            "months",
            "week",
            "weeks",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "edition",
            "phase",
            "subgroup",
            "secondary",
            "secondly",
            "revisited",
            "continued",
            "not",
            "non",
            "without",
            "no");

    private static final Pattern NUMBER = Pattern.compile(".*\\d.*|[ivx]{1,4}");
    private static final Set<String> COUNTED = Set.of(
            "part", "type", "phase", "stage", "grade", "class", "volume", "trial", "chapter", "section", "no",
            "number");
    private static final int ENOUGH_WORDS = 4;
    private static final int ENOUGH_LETTERS = 20;

    private TitleComparison() {}

    /**
     * What the difference amounts to.
     *
     * @param slight whether the words that differ only add to one title, or are slips of the pen and other forms of the
     *     same words: what people rarely do to tell another paper of theirs from this one
     */
    record Difference(TitleRelation relation, boolean slight) {}

    static Difference compare(Prepared one, Prepared other) {
        TitleText a = one.title();
        TitleText b = other.title();
        if (a.words().isEmpty() || b.words().isEmpty()) {
            return new Difference(TitleRelation.UNKNOWN, false);
        }
        Difference words = Surroundings.only(one, other)
                ? new Difference(TitleRelation.SUBTITLE, true)
                : withoutFootnote(a.words(), b.words());
        if (a.mark() != b.mark() && words.relation() != TitleRelation.DIFFERENT) {
            return new Difference(TitleRelation.REACTION, false);
        }
        return words;
    }

    /** Titles read from a PDF end in the number of a footnote: {@code … A FIELD STUDY 1}. */
    private static Difference withoutFootnote(String a, String b) {
        int x = footnote(a);
        int y = footnote(b);
        if ((x == 0) == (y == 0)) {
            return words(a, b);
        }
        Difference words = words(a.substring(0, a.length() - x), b.substring(0, b.length() - y));
        return words.relation().sameWords() ? new Difference(TitleRelation.SUBTITLE, true) : words;
    }

    /** How many characters at the end are single digits, or letters read for the digit 1, that count nothing. */
    private static int footnote(String words) {
        int end = words.length();
        while (end > ENOUGH_LETTERS
                && words.charAt(end - 2) == ' '
                && "123456789il".indexOf(words.charAt(end - 1)) >= 0) {
            end -= 2;
        }
        String before = words.substring(words.lastIndexOf(' ', end - 1) + 1, Math.max(end, 0));
        boolean glued = before.length() > 5
                && before.substring(0, before.length() - 1).chars().allMatch(Character::isLetter)
                && Character.isDigit(before.charAt(before.length() - 1));
        return COUNTED.contains(before) ? 0 : words.length() - end + (glued ? 1 : 0);
    }

    /** 0 the same numbers and telling words in both, 1 one has more, 2 each has some that the other lacks. */
    static int numbersApart(String a, String b) {
        String[] x = a.substring(0, a.length() - footnote(a)).split(" ");
        String[] y = b.substring(0, b.length() - footnote(b)).split(" ");
        boolean some = surplus(x, y).stream().anyMatch(TitleComparison::telling);
        boolean others = surplus(y, x).stream().anyMatch(TitleComparison::telling);
        return (some ? 1 : 0) + (others ? 1 : 0);
    }

    private static Difference words(String a, String b) {
        if (a.equals(b)) {
            return same(TitleRelation.EQUAL);
        }
        String[] x = a.split(" ");
        String[] y = b.split(" ");
        if (cutShort(x, y) || cutShort(y, x)) {
            return new Difference(TitleRelation.SUBTITLE, true);
        }
        List<String> onlyA = surplus(x, y);
        List<String> onlyB = surplus(y, x);
        if (onlyA.isEmpty() && onlyB.isEmpty()) {
            return same(TitleRelation.VARIANT);
        }
        if (onlyA.size() * 2 > x.length + 2 && onlyB.size() * 2 > y.length + 2) {
            return same(Fold.joined(a).equals(Fold.joined(b)) ? TitleRelation.EQUAL : TitleRelation.DIFFERENT);
        }
        if (String.join("", onlyA).equals(String.join("", onlyB))
                || Fold.joined(a).equals(Fold.joined(b))) {
            return same(TitleRelation.EQUAL);
        }
        joinSplit(onlyA, onlyB);
        joinSplit(onlyB, onlyA);
        TitleWords.spellOut(onlyA, onlyB);
        TitleWords.spellOut(onlyB, onlyA);
        pairSpellings(onlyA, onlyB);
        onlyA.removeIf(SMALL::contains);
        onlyB.removeIf(SMALL::contains);
        if (onlyA.isEmpty() && onlyB.isEmpty()) {
            return same(TitleRelation.VARIANT);
        }
        boolean slight = onlyA.isEmpty() || onlyB.isEmpty() || TitleWords.otherForms(onlyA, onlyB);
        return new Difference(remaining(x, y, onlyA, onlyB), slight);
    }

    private static Difference same(TitleRelation relation) {
        return new Difference(relation, false);
    }

    /** Whether a database cut the first title off in the middle of a word. */
    private static boolean cutShort(String[] cut, String[] whole) {
        int last = cut.length - 1;
        return last >= ENOUGH_WORDS
                && last < whole.length
                && !Edits.sameWord(cut[last], whole[last])
                && whole[last].startsWith(cut[last])
                && runs(cut, whole, 0);
    }

    private static TitleRelation remaining(String[] x, String[] y, List<String> onlyA, List<String> onlyB) {
        double alike = alike(x, y, onlyA, onlyB);
        boolean contained = onlyA.isEmpty() || onlyB.isEmpty();
        if (onlyA.stream().anyMatch(TELLING::contains)
                || onlyB.stream().anyMatch(TELLING::contains)
                || !numbers(onlyA, y).equals(numbers(onlyB, x))) {
            return alike >= 0.6 || contained ? TitleRelation.NUMBERED : TitleRelation.DIFFERENT;
        }
        if (contained && atAnEnd(x, y)) {
            return TitleRelation.SUBTITLE;
        }
        boolean opens = contained
                && x.length > 1
                && y.length > 1
                && atAnEndOf(x.length < y.length ? x : y, x.length < y.length ? y : x);
        if (alike >= 0.72 || opens) {
            return TitleRelation.CLOSE;
        }
        return TitleRelation.DIFFERENT;
    }

    /** Words of the first that the second lacks, each as often as it is in excess, in order. */
    private static List<String> surplus(String[] from, String[] other) {
        Map<String, Integer> there = new HashMap<>();
        for (String word : other) {
            there.merge(word, 1, Integer::sum);
        }
        List<String> rest = new ArrayList<>();
        for (String word : from) {
            if (there.merge(word, -1, Integer::sum) < 0) {
                rest.add(word);
            }
        }
        return rest;
    }

    /** Takes away a word of the one that the other writes as two: {@code hpv16} and {@code hpv 16}. */
    private static void joinSplit(List<String> whole, List<String> split) {
        for (int i = split.size() - 2; i >= 0; i--) {
            if (i + 1 < split.size() && whole.remove(split.get(i) + split.get(i + 1))) {
                split.remove(i + 1);
                split.remove(i);
            }
        }
    }

    private static void pairSpellings(List<String> onlyA, List<String> onlyB) {
        for (int i = onlyA.size() - 1; i >= 0; i--) {
            String word = onlyA.get(i);
            for (int j = onlyB.size() - 1; j >= 0; j--) {
                if (!number(word) && !number(onlyB.get(j)) && Edits.sameWord(word, onlyB.get(j))) {
                    onlyA.remove(i);
                    onlyB.remove(j);
                    break;
                }
            }
        }
    }

    private static boolean atAnEnd(String[] x, String[] y) {
        String[] shorter = x.length <= y.length ? x : y;
        String[] longer = x.length <= y.length ? y : x;
        int letters = Arrays.stream(shorter).mapToInt(String::length).sum();
        if (shorter.length < ENOUGH_WORDS && letters < ENOUGH_LETTERS) {
            return false;
        }
        return atAnEndOf(shorter, longer);
    }

    private static boolean atAnEndOf(String[] shorter, String[] longer) {
        return runs(shorter, longer, 0) || runs(shorter, longer, longer.length - shorter.length);
    }

    private static boolean runs(String[] shorter, String[] longer, int from) {
        for (int i = 0; i < shorter.length; i++) {
            boolean cut = i == shorter.length - 1 && longer[from + i].startsWith(shorter[i]);
            if (!cut && !Edits.sameWord(shorter[i], longer[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean telling(String word) {
        return TELLING.contains(word) || number(word);
    }

    /**
     * All numbers that stand in the words, in order of size as text. What the other title has too says nothing: a title
     * in two languages has each number twice.
     */
    private static List<String> numbers(List<String> words, String[] other) {
        List<String> there = Arrays.asList(other);
        return words.stream()
                .filter(w -> number(w) && !there.contains(w))
                .map(w -> w.replaceAll("[^0-9ivx]", ""))
                .sorted()
                .toList();
    }

    private static boolean number(String word) {
        return NUMBER.matcher(word).matches();
    }

    /** The share of letters in words that both have. */
    private static double alike(String[] x, String[] y, List<String> onlyA, List<String> onlyB) {
        double all = letters(Arrays.asList(x)) + letters(Arrays.asList(y));
        return 1 - (letters(onlyA) + letters(onlyB)) / all;
    }

    private static int letters(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }
}
