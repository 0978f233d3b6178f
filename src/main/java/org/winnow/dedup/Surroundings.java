package org.winnow.dedup;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands before and after the title on a page and gets into it: the heading of a section, the authors. */
final class Surroundings {
    private static final Pattern HEADING = Pattern.compile(
            "(?:guest |invited )?editorial(?: introduction| note| comments?)?|editors? (?:comments?|notes?|introduction)"
                    + "|(?:\\w+ ){0,4}papers?|(?:\\w+ )?paper competition");
    private static final Pattern OWN_HEADING =
            Pattern.compile("(?:guest |invited )?editorial|editors? (?:comments?|notes?)");
    private static final Pattern FOOTNOTE = Pattern.compile("(?:(?:[1-9il]|11) )+");
    private static final int ENOUGH_LETTERS = 20;

    private Surroundings() {}

    /** Whether the longer title is the shorter one and what stood around it. */
    static boolean only(Prepared a, Prepared b) {
        String one = a.title().words();
        String other = b.title().words();
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        int more = longer.length() - shorter.length() - 1;
        if (more < 1) {
            return false;
        }
        if (longer.charAt(more) == ' ' && longer.endsWith(shorter)) {
            return shorter.length() >= ENOUGH_LETTERS
                    && HEADING.matcher(longer.substring(0, more)).matches();
        }
        if (!longer.startsWith(shorter) || longer.charAt(shorter.length()) != ' ') {
            return false;
        }
        return OWN_HEADING.matcher(shorter).matches()
                || shorter.length() >= ENOUGH_LETTERS
                        && byline(longer.substring(shorter.length() + 1), a.authors() + ";" + b.authors());
    }

    /** {@code 1 Sunil Mithas}, {@code by Anitesh Barua, Center for …}, {@code Adeli K, Lewis G F}. */
    private static boolean byline(String rest, String authors) {
        Set<String> names = new HashSet<>(Arrays.asList(authors.split("[ ,;]+")));
        String line = FOOTNOTE.matcher(rest + " ").replaceFirst("").strip();
        boolean footnote = line.length() < rest.length();
        boolean by = line.startsWith("by ");
        String[] words = (by ? line.substring(3) : line).split(" ");
        int known = 0;
        int others = 0;
        for (String word : words) {
            known += word.length() > 2 && names.contains(word) ? 1 : 0;
            others += word.length() > 1 && !names.contains(word) ? 1 : 0;
        }
        return known > 0 && (others == 0 || footnote && (by || others <= 2 * known));
    }
}
