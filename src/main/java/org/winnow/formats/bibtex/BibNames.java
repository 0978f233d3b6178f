package org.winnow.formats.bibtex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.winnow.formats.value.AuthorNames;
import org.winnow.formats.value.PersonName;
import org.winnow.model.Author;

/** The names of a field: divided at {@code and}, each in any of BibTeX's forms; braces make one word or one name. */
final class BibNames {
    private final String names;

    private BibNames(String names) {
        this.names = names;
    }

    /** All names; {@code and others} is no name. */
    static List<Author> of(String names) {
        List<Author> all = new ArrayList<>();
        List<String> parts = new BibNames(names.replaceAll("\\s+", " ")).divided();
        for (String part : parts) {
            String name = part.strip();
            if (!name.isEmpty() && !name.equalsIgnoreCase("others") && !AuthorNames.others(name)) {
                all.add(one(name));
            }
        }
        return all;
    }

    private static Author one(String name) {
        if (whole(name)) {
            return new Author(LatexText.line(name), "");
        }
        if (name.matches("(?i)\\s*(family|given|prefix|suffix)\\s*=.*")) {
            return byParts(name);
        }
        List<List<PersonName.Word>> parts = words(name);
        String plain = LatexText.line(name);
        if (parts.size() == 1 && plain.indexOf(',') < 0) {
            // Smith J, as PubMed writes it, is no Mr J whose first name is Smith
            Author initials = AuthorNames.one(plain);
            if (!initials.given().isEmpty()) {
                return initials;
            }
        }
        if (parts.size() > 1 && parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        return PersonName.of(parts);
    }

    /** Whether one pair of braces holds the whole name. */
    private static boolean whole(String name) {
        if (!name.startsWith("{") || name.startsWith("{\\") && name.indexOf('}') < name.length() - 1) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\') {
                i++;
                continue;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i == name.length() - 1 && name.indexOf(' ') > 0
                        || i == name.length() - 1 && !name.startsWith("{\\");
            }
        }
        return false;
    }

    /** BibLaTeX's own form: {@code family=Smith, given=Ann, prefix=van}. */
    private static Author byParts(String name) {
        String family = "";
        String given = "";
        String suffix = "";
        for (String part : new BibNames(name).divided(',')) {
            int equals = part.indexOf('=');
            String value = LatexText.line(part.substring(equals + 1));
            switch (part.substring(0, Math.max(equals, 0)).strip().toLowerCase(Locale.ROOT)) {
                case "family" -> family = family.isEmpty() ? value : family + " " + value;
                case "prefix" -> family = family.isEmpty() ? value : value + " " + family;
                case "given" -> given = value;
                case "suffix" -> suffix = value;
                default -> {}
            }
        }
        return new Author(family, suffix.isEmpty() ? given : given + ", " + suffix);
    }

    private static List<List<PersonName.Word>> words(String name) {
        List<List<PersonName.Word>> parts = new ArrayList<>();
        for (String part : new BibNames(name).divided(',')) {
            List<PersonName.Word> words = new ArrayList<>();
            for (String word : new BibNames(part.replace("\\ ", " ")).divided(' ')) {
                String text = LatexText.line(word);
                if (!text.isEmpty()) {
                    // a word in braces counts as a name whatever its first letter is (BibTeX, case of words)
                    boolean braced = word.startsWith("{") && !word.startsWith("{\\");
                    words.add(braced ? new PersonName.Word(text, false) : PersonName.Word.of(text));
                }
            }
            parts.add(words);
        }
        return parts;
    }

    private List<String> divided() {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            if (c == '\\') {
                i++;
            } else {
                depth = Math.max(0, depth + (c == '{' ? 1 : c == '}' ? -1 : 0));
                if (depth == 0 && c == ' ' && names.regionMatches(true, i, " and ", 0, 5)) {
                    // and and: the blank between them is taken already
                    parts.add(names.substring(Math.min(from, i), i));
                    from = i + 5;
                    i += 3;
                }
            }
        }
        parts.add(names.substring(from));
        boolean semicolons = parts.size() == 1 && names.indexOf(';') > 0 && names.indexOf('{') < 0;
        return semicolons ? List.of(names.split(";")) : parts;
    }

    /** Divides at a character outside braces; a tie counts as a blank. */
    private List<String> divided(char at) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            if (c == '\\') {
                i++;
                continue;
            }
            depth = Math.max(0, depth + (c == '{' ? 1 : c == '}' ? -1 : 0));
            if (depth == 0 && (c == at || at == ' ' && c == '~')) {
                parts.add(names.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(names.substring(from));
        return parts;
    }
}
