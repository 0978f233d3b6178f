package org.winnow.dedup;

import java.util.Set;
import org.winnow.model.ReferenceType;

/**
 * How two records compare, field by field.
 *
 * @param year NEAR is one year apart, as between online and print
 * @param yearsApart 0 where one is unknown
 * @param range whether both give more than one page
 * @param otherKind whether one is another kind of document: a preprint, a registry entry, a conference paper
 */
record Evidence(
        TitleRelation title,
        boolean generic,
        Agreement authors,
        Agreement year,
        int yearsApart,
        Agreement journal,
        Agreement volume,
        Agreement issue,
        Agreement pages,
        boolean range,
        Agreement doi,
        Agreement pmid,
        Agreement abstracts,
        boolean preprint,
        boolean otherKind) {

    /** Types under which databases file the same thing: an article may come back as "other" or "web page". */
    private static final Set<ReferenceType> VAGUE =
            Set.of(ReferenceType.OTHER, ReferenceType.WEB_PAGE, ReferenceType.REPORT, ReferenceType.NEWS);

    static Evidence of(Prepared a, Prepared b) {
        return new Evidence(
                TitleComparison.compare(a.title(), b.title()),
                a.title().generic() || b.title().generic(),
                Names.compare(a.authors(), b.authors()),
                year(a.year(), b.year()),
                a.year() == 0 || b.year() == 0 ? 0 : Math.abs(a.year() - b.year()),
                journal(a, b),
                text(a.volume(), b.volume()),
                text(a.issue(), b.issue()),
                a.pages().compare(b.pages()),
                a.pages().range() && b.pages().range(),
                doi(a.doi(), b.doi()),
                text(a.pmid(), b.pmid()),
                Sketch.compare(a.sketch(), b.sketch()),
                a.preprint() != b.preprint(),
                otherKind(a, b));
    }

    boolean sameIdentifier() {
        return doi == Agreement.SAME || pmid == Agreement.SAME;
    }

    boolean otherIdentifier() {
        return doi == Agreement.DIFFERENT || pmid == Agreement.DIFFERENT;
    }

    /** The same stretch of the same volume. */
    boolean samePlace() {
        return pages == Agreement.SAME && volume == Agreement.SAME;
    }

    /** The same issue of the same journal, and nothing against it in the pages. */
    boolean sameIssue() {
        return volume == Agreement.SAME
                && issue == Agreement.SAME
                && journal == Agreement.SAME
                && pages != Agreement.DIFFERENT;
    }

    boolean otherPlace() {
        return pages == Agreement.DIFFERENT || volume == Agreement.DIFFERENT || journal == Agreement.DIFFERENT;
    }

    /** At most a year apart, or not known. */
    boolean yearFits() {
        return yearsApart <= 1;
    }

    private static Agreement year(int a, int b) {
        if (a == 0 || b == 0) {
            return Agreement.UNKNOWN;
        }
        int apart = Math.abs(a - b);
        return apart == 0 ? Agreement.SAME : apart == 1 ? Agreement.NEAR : Agreement.DIFFERENT;
    }

    private static Agreement journal(Prepared a, Prepared b) {
        if (!a.issn().isEmpty() && !b.issn().isEmpty()) {
            for (String issn : a.issn().split(" ")) {
                if (b.issn().contains(issn)) {
                    return Agreement.SAME;
                }
            }
        }
        Agreement best = Journals.compare(a.journal(), b.journal());
        best = better(best, Journals.compare(a.journalShort(), b.journalShort()));
        best = better(best, Journals.compare(a.journal(), b.journalShort()));
        return better(best, Journals.compare(a.journalShort(), b.journal()));
    }

    private static Agreement better(Agreement a, Agreement b) {
        if (a == Agreement.UNKNOWN || b == Agreement.UNKNOWN) {
            return a == Agreement.UNKNOWN ? b : a;
        }
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Agreement text(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        return a.equals(b) ? Agreement.SAME : Agreement.DIFFERENT;
    }

    /** A DOI that was cut off, {@code 10.1016/j.aohep.} or {@code 10.1016/j.aohep}, says nothing against the whole one. */
    private static Agreement doi(String a, String b) {
        if (a.isEmpty() || b.isEmpty() || a.equals(b)) {
            return text(a, b);
        }
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        boolean cut = longer.startsWith(shorter)
                && (!Character.isLetterOrDigit(shorter.charAt(shorter.length() - 1))
                        || ".-_/(".indexOf(longer.charAt(shorter.length())) >= 0
                                && !longer.substring(shorter.length()).startsWith(".pub"));
        return cut ? Agreement.UNKNOWN : Agreement.DIFFERENT;
    }

    private static boolean otherKind(Prepared a, Prepared b) {
        return a.preprint() != b.preprint()
                || a.type() != b.type() && !VAGUE.contains(a.type()) && !VAGUE.contains(b.type());
    }
}
