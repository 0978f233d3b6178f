package org.winnow.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;

/**
 * References in the style of Vancouver (ICMJE, after the NLM's "Citing Medicine"), with the first six authors. What a
 * record lacks is left out. For any other style the report holds the records as CSL-JSON.
 */
final class Vancouver {
    private static final int MOST_AUTHORS = 6;

    private Vancouver() {}

    static String cite(BibRecord r) {
        StringBuilder text = new StringBuilder();
        sentence(text, authors(r.authors()));
        sentence(text, r.title());
        String journal = r.journalShort().isEmpty() ? r.journal() : r.journalShort();
        sentence(text, journal);
        StringBuilder where = new StringBuilder();
        if (r.year() != null) {
            where.append(r.year());
        }
        if (!r.volume().isEmpty()) {
            where.append(where.isEmpty() ? "" : ";").append(r.volume());
        }
        if (!r.issue().isEmpty()) {
            where.append("(").append(r.issue()).append(")");
        }
        if (!r.pages().isEmpty()) {
            where.append(":").append(r.pages());
        }
        sentence(text, where.toString());
        if (r.doi() != null) {
            text.append(" doi:").append(r.doi().value());
        } else if (!r.pmid().isEmpty()) {
            text.append(" PMID: ").append(r.pmid());
        }
        return text.toString().strip();
    }

    private static void sentence(StringBuilder text, String words) {
        if (!words.isBlank()) {
            text.append(text.isEmpty() ? "" : " ").append(words.strip());
            if (!words.strip().matches("(?s).*[.?!]")) {
                text.append('.');
            }
        }
    }

    private static String authors(List<Author> authors) {
        String first = authors.stream().limit(MOST_AUTHORS).map(Vancouver::name).collect(Collectors.joining(", "));
        return authors.size() > MOST_AUTHORS ? first + ", et al" : first;
    }

    private static String name(Author author) {
        String initials = Stream.of(author.given().split("[\\s.\\-]+"))
                .filter(n -> !n.isEmpty())
                .map(n -> n.equals(n.toUpperCase(Locale.ROOT)) && n.length() <= 3
                        ? n
                        : new String(Character.toChars(Character.toUpperCase(n.codePointAt(0)))))
                .collect(Collectors.joining());
        return initials.isEmpty() ? author.family() : author.family() + " " + initials;
    }

    /** "Smith 2020": how a table names a report. */
    static String label(BibRecord r) {
        String who = r.authors().isEmpty() ? "Anonymous" : r.authors().get(0).family();
        return r.year() == null ? who : who + " " + r.year();
    }
}
