package org.winnow.formats.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.winnow.formats.text.Chars;
import org.winnow.model.Author;

/** Reads one author's name; tells initials from words, never turns names around. */
public final class AuthorNames {
    private static final Set<String> GROUP_WORDS = Set.of(
            "group",
            "team",
            "consortium",
            "network",
            "study",
            "trial",
            "committee",
            "collaboration",
            "investigators",
            "institute",
            "center",
            "centre",
            "university",
            "society",
            "association",
            "phase",
            "part");

    private AuthorNames() {}

    /**
     * Reads {@code Family, Given}, {@code Family I.J.} or a name left whole. A comma at the very end marks a group, as
     * EndNote writes it, and two commas stand for one within its name.
     */
    public static Author one(String name) {
        String n = Chars.trimmed(name);
        int two = n.indexOf(",,");
        if (two > 0 && two < n.length() - 2) {
            return new Author(n.substring(0, two) + n.substring(two + 1), "");
        }
        if (n.indexOf(',') >= 0) {
            boolean group = n.indexOf(',') == n.length() - 1;
            return group ? new Author(n.substring(0, n.length() - 1), "") : Author.of(n);
        }
        int cut = beforeInitials(n);
        return cut < 0 ? new Author(n, "") : new Author(n.substring(0, cut), n.substring(cut + 1));
    }

    /** The names of a field that should hold one but may hold several, divided by semicolons or {@code and}. */
    public static List<Author> several(String field) {
        if (field.indexOf(';') >= 0) {
            List<Author> all = new ArrayList<>();
            for (String part : field.split(";")) {
                String p = Chars.trimmed(part);
                if (!p.isEmpty() && !others(p)) {
                    all.add(one(p));
                }
            }
            return all;
        }
        String[] parts = field.indexOf(" and ") > 0 ? field.split(" and ") : new String[0];
        boolean names = parts.length > 1;
        for (String part : parts) {
            names &= part.indexOf(',') > 0;
        }
        return names
                ? Arrays.stream(parts).map(AuthorNames::one).toList()
                : others(field) ? List.of() : List.of(one(field));
    }

    /** Whether a name only says that there are more. */
    public static boolean others(String name) {
        String n = name.toLowerCase(Locale.ROOT);
        return n.equals("et al.") || n.equals("et al") || n.equals("...") || n.equals("…");
    }

    /** How the name goes into a field that {@link #one} reads. */
    public static String written(Author author) {
        if (!author.given().isEmpty() || author.family().isEmpty()) {
            return author.display();
        }
        int comma = author.family().indexOf(',');
        if (comma >= 0) {
            return author.family().substring(0, comma) + "," + author.family().substring(comma);
        }
        return beforeInitials(author.family()) >= 0 ? author.family() + "," : author.family();
    }

    /** How the name goes into a file that EndNote reads, which turns round whatever has no comma. */
    public static String forEndNote(Author author) {
        String name = written(author);
        return name.indexOf(',') < 0 && name.indexOf(' ') > 0 ? name + "," : name;
    }

    /**
     * Where the blank before trailing initials is, else -1. With full stops ({@code D.G.}) they are certain; without
     * ({@code SM}) only after a word in mixed case, so that the names of groups stay whole.
     */
    static int beforeInitials(String name) {
        int blank = name.lastIndexOf(' ');
        if (blank <= 0 || blank == name.length() - 1) {
            return -1;
        }
        String last = name.substring(blank + 1);
        int letters = 0;
        boolean stops = false;
        for (int i = 0; i < last.length(); i++) {
            char c = last.charAt(i);
            if (c == '.') {
                stops |= letters > 0;
            } else if (Character.isUpperCase(c)) {
                letters++;
            } else if (c != '-') {
                return -1;
            }
        }
        boolean initials = letters > 0 && letters <= 4 && (stops ? dotted(last) : letters <= 3 && mixed(name, blank));
        if (!initials) {
            return -1;
        }
        int earlier = name.lastIndexOf(' ', blank - 1);
        boolean more = stops && earlier > 0 && dotted(name.substring(earlier + 1, blank));
        return more ? beforeInitials(name.substring(0, blank)) : blank;
    }

    private static boolean dotted(String token) {
        for (int i = 0; i < token.length(); i++) {
            boolean letter = Character.isUpperCase(token.charAt(i));
            if (letter && i + 1 < token.length() && Character.isLetter(token.charAt(i + 1))) {
                return false;
            }
        }
        return token.length() > 1 && token.charAt(token.length() - 1) == '.' && Character.isUpperCase(token.charAt(0));
    }

    private static boolean mixed(String name, int end) {
        String last = name.substring(end + 1);
        if (last.equals("II") || last.equals("III") || last.equals("IV")) {
            return false;
        }
        int from = name.lastIndexOf(' ', end - 1) + 1;
        String word = name.substring(from, end);
        String low = word.toLowerCase(Locale.ROOT);
        boolean group = GROUP_WORDS.contains(low);
        return !group && !word.toUpperCase(Locale.ROOT).equals(word);
    }
}
