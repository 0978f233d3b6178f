package org.winnow.formats.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.winnow.formats.text.Chars;
import org.winnow.formats.value.AuthorNames;
import org.winnow.formats.value.PersonName;
import org.winnow.model.Author;

/** Divides a cell that names all authors, in each of the ways that exports write such lists. */
final class AuthorLists {
    private static final Set<String> PARTICLES = Set.of(
            "de", "van", "von", "der", "den", "la", "le", "di", "da", "dos", "del", "al", "el", "bin", "ten", "ter",
            "du", "st", "st.", "san", "mac", "abu", "ben");

    private final String separator;
    private final NameOrder order;

    /** @param separator what divides the names, empty to find out for each cell */
    AuthorLists(String separator, NameOrder order) {
        this.separator = separator;
        this.order = order;
    }

    List<Author> of(String cell) {
        if (!separator.isEmpty()) {
            return names(List.of(cell.split(Pattern.quote(separator))));
        }
        String text = Chars.oneLine(cell);
        if (text.startsWith("[No author")) {
            return List.of();
        }
        if (text.startsWith("['") || text.startsWith("[\"")) {
            return names(Literals.list(text));
        }
        if (text.indexOf(';') >= 0) {
            return names(List.of(text.split(";")));
        }
        if (text.indexOf('|') >= 0) {
            return names(List.of(text.split("\\|")));
        }
        String[] joined = text.split("\\s+(?:and|AND|&)\\s+");
        if (joined.length > 1 && !commaList(joined)) {
            return names(List.of(joined));
        }
        return byCommas(text.replaceAll(",?\\s+(?:and|AND|&)\\s+", ", "));
    }

    /** {@code A B, C D and E F}: the word stands before the last name only and commas divide the others. */
    private static boolean commaList(String[] joined) {
        if (joined.length != 2 || joined[1].indexOf(',') >= 0) {
            return false;
        }
        String[] parts = joined[0].split(",");
        return parts.length > 1 && Chars.trimmed(parts[1]).indexOf(' ') > 0;
    }

    private List<Author> byCommas(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!Chars.trimmed(part).isEmpty()) {
                parts.add(Chars.trimmed(part));
            }
        }
        if (parts.size() < 2) {
            return names(parts);
        }
        if (alternating(parts)) {
            return pairs(parts);
        }
        return divided(parts) ? names(withoutFinalStop(parts)) : names(List.of(text));
    }

    /** {@code Xu, L., Sanders, L.}: every second part is nothing but initials. */
    private static boolean alternating(List<String> parts) {
        if (parts.size() % 2 != 0 || parts.size() < 4) {
            return false;
        }
        for (int i = 1; i < parts.size(); i += 2) {
            if (!initials(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Author> pairs(List<String> parts) {
        List<Author> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += 2) {
            all.add(new Author(parts.get(i), parts.get(i + 1)));
        }
        return all;
    }

    /** Whether each part is a whole name: {@code Lim SM, Shiau CWC} or {@code John Smith, Jane Doe}. */
    private static boolean divided(List<String> parts) {
        int whole = 0;
        for (String part : parts) {
            whole += part.indexOf(' ') > 0 ? 1 : 0;
        }
        if (parts.size() > 2) {
            return whole * 3 >= parts.size() * 2;
        }
        String first = parts.getFirst();
        if (initials(first.substring(first.lastIndexOf(' ') + 1)) && first.indexOf(' ') > 0) {
            return true;
        }
        int blank = first.indexOf(' ');
        boolean particle =
                blank > 0 && PARTICLES.contains(first.substring(0, blank).toLowerCase(Locale.ROOT));
        return whole == 2 && !particle;
    }

    /** PubMed ends its list with a full stop that belongs to nobody's initials. */
    private static List<String> withoutFinalStop(List<String> parts) {
        String last = parts.getLast();
        boolean stop = last.endsWith(".")
                && parts.subList(0, parts.size() - 1).stream().noneMatch(p -> p.endsWith("."));
        if (!stop) {
            return parts;
        }
        List<String> all = new ArrayList<>(parts);
        all.set(all.size() - 1, last.substring(0, last.length() - 1));
        return all;
    }

    private static boolean initials(String s) {
        if (s.isEmpty() || s.length() > 10) {
            return false;
        }
        int letters = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            letters += Character.isUpperCase(c) ? 1 : 0;
            if (!Character.isUpperCase(c) && c != '.' && c != '-' && c != ' ') {
                return false;
            }
        }
        return letters > 0 && letters <= 4;
    }

    private List<Author> names(List<String> parts) {
        List<Author> all = new ArrayList<>();
        for (String part : parts) {
            String name = Chars.trimmed(Chars.oneLine(part));
            if (!name.isEmpty() && !AuthorNames.others(name)) {
                all.add(one(name));
            }
        }
        return all;
    }

    private Author one(String name) {
        boolean divided = name.indexOf(',') >= 0;
        if (divided || order == NameOrder.AS_WRITTEN) {
            return AuthorNames.one(name);
        }
        if (order == NameOrder.GIVEN_FIRST) {
            return PersonName.of(name);
        }
        int blank = name.indexOf(' ');
        return blank < 0 ? new Author(name, "") : new Author(name.substring(0, blank), name.substring(blank + 1));
    }
}
