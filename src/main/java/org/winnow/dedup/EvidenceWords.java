package org.winnow.dedup;

import java.util.ArrayList;
import java.util.List;

/** Puts evidence into words: what agrees first, then what does not. */
final class EvidenceWords {
    private EvidenceWords() {}

    static String of(Evidence e) {
        List<String> words = new ArrayList<>();
        if (e.doi() == Agreement.SAME) {
            words.add("same DOI");
        }
        if (e.pmid() == Agreement.SAME) {
            words.add("same PMID");
        }
        add(words, e.isbn() == Agreement.SAME, "same ISBN");
        words.add(title(e));
        agreeing(e, words);
        differing(e, words);
        String all = String.join("; ", words);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    private static String title(Evidence e) {
        return switch (e.title()) {
            case EQUAL -> e.generic() ? "same title, but one that many documents bear" : "same title";
            case VARIANT -> "titles differ in spelling only";
            case SUBTITLE -> "one title is part of the other";
            case CLOSE -> "titles differ in some words";
            case NUMBERED -> "titles differ in a number, a part or a version";
            case REACTION -> "one is an erratum, a comment or a reply";
            case UNKNOWN -> "a title is missing";
            case DIFFERENT -> "different titles";
        };
    }

    private static void agreeing(Evidence e, List<String> words) {
        List<String> fields = new ArrayList<>();
        add(fields, e.authors() == Agreement.SAME, "authors");
        add(fields, e.year() == Agreement.SAME, "year");
        add(fields, e.journal() == Agreement.SAME, "journal");
        add(fields, e.volume() == Agreement.SAME, "volume");
        add(fields, e.issue() == Agreement.SAME, "issue");
        add(fields, e.pages() == Agreement.SAME, "pages");
        add(fields, e.abstracts() == Agreement.SAME, "abstract");
        boolean one = fields.size() == 1 && !List.of("authors", "pages").contains(fields.get(0));
        add(words, !fields.isEmpty(), listed(fields) + (one ? " agrees" : " agree"));
    }

    private static void differing(Evidence e, List<String> words) {
        add(words, e.doi() == Agreement.DIFFERENT, "different DOIs");
        add(words, e.doi() == Agreement.NEAR, "DOIs differ in one character");
        add(words, e.pmid() == Agreement.DIFFERENT, "different PMIDs");
        add(words, e.isbn() == Agreement.DIFFERENT, "different ISBNs");
        add(words, e.preprint(), "one is a preprint");
        add(words, e.supplement() && !e.otherKind(), "one is in a supplement or of a meeting");
        add(words, e.otherKind() && !e.preprint(), "different kinds of document");
        add(words, e.authors() == Agreement.NEAR, "some authors differ");
        add(words, e.yearsApart() > 0, e.yearsApart() == 1 ? "years differ by 1" : "years differ by " + e.yearsApart());
        List<String> fields = new ArrayList<>();
        add(fields, e.authors() == Agreement.DIFFERENT, "authors");
        add(fields, e.journal() == Agreement.DIFFERENT || e.journal() == Agreement.NEAR, "journal names");
        add(fields, e.volume() == Agreement.DIFFERENT, "volumes");
        add(fields, e.issue() == Agreement.DIFFERENT, "issues");
        add(fields, e.pages() == Agreement.DIFFERENT || e.pages() == Agreement.NEAR, "pages");
        add(fields, e.abstracts() == Agreement.DIFFERENT, "abstracts");
        add(words, !fields.isEmpty(), listed(fields) + " differ");
    }

    private static void add(List<String> words, boolean holds, String word) {
        if (holds) {
            words.add(word);
        }
    }

    private static String listed(List<String> fields) {
        int last = fields.size() - 1;
        return last < 1
                ? String.join("", fields)
                : String.join(", ", fields.subList(0, last)) + " and " + fields.get(last);
    }
}
