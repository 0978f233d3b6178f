package org.winnow.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Compares names of journals and proceedings, in full and abbreviated. */
final class Journals {
    private static final Set<String> SMALL = Set.of(
            "of",
            "the",
            "and",
            "for",
            "in",
            "on",
            "de",
            "la",
            "le",
            "et",
            "und",
            "der",
            "die",
            "fur",
            "a",
            "an",
            "to",
            "des",
            "du",
            "y",
            "del",
            "di",
            "e",
            "i",
            "online",
            "print",
            "electronic",
            "resource",
            "proceedings",
            "proc",
            "annual");

    /** Embase: {@code Pediatric Nephrology.Conference: 44th Annual Scientific Meeting …}. */
    private static final String CONFERENCE = ".Conference";

    private Journals() {}

    /** The meeting of which the journal printed the abstracts, where the name tells; else empty. */
    static String meeting(String name) {
        int at = name.indexOf(CONFERENCE);
        return at < 0 ? "" : name.substring(at + CONFERENCE.length());
    }

    /** The name as it is compared: folded, without the place in brackets or the body it is the organ of. */
    static String words(String name) {
        String s = name;
        int bracket = s.indexOf(" [");
        int paren = s.indexOf(" (");
        int official = s.indexOf(" : ");
        int conference = s.indexOf(CONFERENCE);
        for (int cut : new int[] {bracket, paren, official, conference}) {
            s = cut > 1 && cut < s.length() ? s.substring(0, cut) : s;
        }
        return Fold.words(s);
    }

    static Agreement compare(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        if (a.equals(b)) {
            return Agreement.SAME;
        }
        List<String> x = content(a);
        List<String> y = content(b);
        if (x.isEmpty() || y.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        if (aligned(x, y) || acronym(x, y) || acronym(y, x)) {
            return Agreement.SAME;
        }
        long shared = x.stream()
                .filter(w -> y.stream().anyMatch(v -> abbreviates(w, v)))
                .count();
        return shared * 2 >= Math.min(x.size(), y.size()) ? Agreement.NEAR : Agreement.DIFFERENT;
    }

    private static List<String> content(String words) {
        List<String> rest = new ArrayList<>();
        for (String word : words.split(" ")) {
            if (!SMALL.contains(word) && !word.matches("(19|20)\\d\\d")) {
                rest.add(word);
            }
        }
        return rest;
    }

    /** Word by word one the abbreviation of the other; the longer may go on where three words already agree. */
    private static boolean aligned(List<String> x, List<String> y) {
        int n = Math.min(x.size(), y.size());
        if (x.size() != y.size() && n < 3) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (!abbreviates(x.get(i), y.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean abbreviates(String a, String b) {
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        if (longer.startsWith(shorter)) {
            return true;
        }
        return shorter.length() > 2 && subsequence(shorter, longer) || Edits.sameWord(a, b);
    }

    private static boolean subsequence(String letters, String word) {
        if (letters.charAt(0) != word.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < word.length() && at < letters.length(); i++) {
            at += word.charAt(i) == letters.charAt(at) ? 1 : 0;
        }
        return at == letters.length();
    }

    /** {@code AMCIS} is the Americas Conference on Information Systems. */
    private static boolean acronym(List<String> shorter, List<String> longer) {
        return shorter.size() == 1
                && longer.size() > 2
                && shorter.get(0).length() >= 3
                && spells(shorter.get(0), longer.toArray(String[]::new));
    }

    private static boolean spells(String letters, String[] words) {
        if (words.length == 0) {
            return letters.isEmpty();
        }
        String[] rest = Arrays.copyOfRange(words, 1, words.length);
        for (int n = Math.min(3, letters.length()); n > 0; n--) {
            if (words[0].startsWith(letters.substring(0, n)) && spells(letters.substring(n), rest)) {
                return true;
            }
        }
        return false;
    }
}
