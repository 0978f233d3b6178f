package org.winnow.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.model.Author;

/**
 * Authors in a compact line, {@code le quintrec,m,;zuber,j,julien}: family words, initials, given names. The line is
 * what a record keeps; it is taken apart only when two lines differ.
 */
final class Names {
    private static final int AT_MOST = 12;
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin",
            "ten", "ter", "jr", "sr", "st", "and", "et", "the", "md", "phd");
    private static final Pattern NOBODY = Pattern.compile("(?:no authors? .*|anon(?:ymous)?|unknown|na|none|et al)?");
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{1,3}");
    private static final Pattern BREAKS = Pattern.compile("[\\s.\\-‐‑]+");

    private static final Pattern ONE_OF_MANY = Pattern.compile("(\\p{Lu}[\\p{L}'’ -]*\\p{L}) ((?:\\p{Lu}\\.[ -]?)+)");
    private static final Pattern STRUNG = Pattern.compile("(?:" + ONE_OF_MANY.pattern() + "){2,}");

    private Names() {}

    static String line(List<Author> authors) {
        StringBuilder line = new StringBuilder();
        int taken = 0;
        for (Author author : apart(authors)) {
            String name = name(author);
            if (!name.isEmpty() && taken++ < AT_MOST) {
                line.append(line.isEmpty() ? "" : ";").append(name);
            }
        }
        return line.toString();
    }

    /** Takes lists apart that came in one piece: {@code Tan A.Schulze A.O'Donnell C. P.}. */
    private static List<Author> apart(List<Author> authors) {
        if (authors.size() != 1 || !STRUNG.matcher(authors.get(0).family()).matches()) {
            return authors;
        }
        List<Author> all = new ArrayList<>();
        Matcher m = ONE_OF_MANY.matcher(authors.get(0).family());
        while (m.find()) {
            all.add(new Author(m.group(1), m.group(2)));
        }
        return all;
    }

    /** The longest family word of the first author, or an empty text. */
    static String first(String line) {
        String family = line.substring(0, Math.max(0, line.indexOf(',')));
        String longest = "";
        for (String word : family.split(" ")) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest;
    }

    /**
     * How two lists of authors compare.
     *
     * @param first whether the first author is the same
     * @param share of the shorter list that the longer one has too; 0.5 where one is missing
     */
    record Likeness(Agreement agreement, boolean first, double share) {}

    private static final Likeness MISSING = new Likeness(Agreement.UNKNOWN, false, 0.5);
    private static final Likeness EQUAL = new Likeness(Agreement.SAME, true, 1);

    static Likeness compare(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return MISSING;
        }
        if (a.equals(b)) {
            return EQUAL;
        }
        String[] x = a.split(";");
        String[] y = b.split(";");
        String[] shorter = x.length <= y.length ? x : y;
        String[] longer = x.length <= y.length ? y : x;
        boolean first = same(x[0], y[0]);
        int found = 0;
        for (String name : shorter) {
            found += in(longer, name) ? 1 : 0;
        }
        double share = (double) found / shorter.length;
        boolean same = first && share >= 0.5 || share >= 0.8 && found >= 2;
        boolean some = first || found > 0;
        return new Likeness(same ? Agreement.SAME : some ? Agreement.NEAR : Agreement.DIFFERENT, first, share);
    }

    private static boolean in(String[] names, String name) {
        for (String other : names) {
            if (same(name, other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two names can be one person's: a family word in common and no other initials. */
    static boolean same(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        String[] x = a.split(",", -1);
        String[] y = b.split(",", -1);
        if (family(x[0], y[0])) {
            return x[1].isEmpty() || y[1].isEmpty() || x[1].chars().anyMatch(c -> y[1].indexOf(c) >= 0);
        }
        return swapped(x, y) || swapped(y, x);
    }

    /** {@code Lee, Young} for {@code Young, Lee}: the family of the one is a given name of the other and the reverse. */
    private static boolean swapped(String[] x, String[] y) {
        return share(x[0], y[2])
                && Arrays.asList((x[0] + " " + x[2]).split(" ")).containsAll(Arrays.asList(y[0].split(" ")));
    }

    private static boolean family(String a, String b) {
        return share(a, b) || Edits.sameWord(Fold.joined(a), Fold.joined(b));
    }

    private static boolean share(String some, String others) {
        for (String word : some.split(" ")) {
            if (word.length() < 2 || PARTICLES.contains(word)) {
                continue;
            }
            for (String other : others.split(" ")) {
                if (word.equals(other) || Edits.sameWord(word, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String name(Author author) {
        List<String> family = new ArrayList<>();
        List<String> given = new ArrayList<>();
        StringBuilder initials = new StringBuilder();
        if (author.given().isEmpty()) {
            whole(author.family(), family, initials);
        } else {
            family.add(Fold.words(author.family()));
            given(author.given(), given, initials);
        }
        String words = String.join(" ", family).strip();
        return NOBODY.matcher(words).matches() ? "" : words + "," + initials + "," + String.join(" ", given);
    }

    /** Names that came in one piece: {@code B. Abrahao}, {@code Zuber J}, {@code ALTS Group}. */
    private static void whole(String name, List<String> family, StringBuilder initials) {
        for (String part : BREAKS.split(name.strip())) {
            if (INITIALS.matcher(part).matches() && name.length() > part.length() + 1) {
                initials.append(Fold.words(part));
            } else {
                family.add(Fold.words(part));
            }
        }
        if (family.isEmpty()) {
            family.add(Fold.words(name));
        }
    }

    private static void given(String names, List<String> given, StringBuilder initials) {
        for (String part : BREAKS.split(names.strip())) {
            String word = Fold.words(part);
            if (word.isEmpty() || PARTICLES.contains(word)) {
                continue;
            }
            if (INITIALS.matcher(part).matches()) {
                initials.append(Fold.joined(word));
            } else {
                initials.append(word.charAt(0));
                given.add(word);
            }
        }
    }
}
