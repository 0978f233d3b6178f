package org.winnow.dedup;

import java.util.Set;
import org.winnow.model.ReferenceType;

/**
 * How two records compare, field by field.
 *
 * @param year NEAR is one year apart, as between online and print
 * @param yearsApart 0 where one is unknown
 * @param range whether both give more than one page
 * @param doi NEAR where one character differs
 * @param isbn of two books
 * @param abstractShare estimated share of word sequences that both abstracts have; -1 where one is missing
 * @param preprint whether exactly one stands on a preprint server
 * @param supplement whether exactly one stands in a supplement or in the book of a meeting, and not on the same pages
 * @param otherKind whether one is another kind of document: a preprint, a registry entry, a conference paper
 */
record Evidence(
        TitleLikeness titles,
        boolean generic,
        Names.Likeness people,
        Agreement year,
        int yearsApart,
        Agreement journal,
        Agreement volume,
        Agreement issue,
        Agreement pages,
        boolean range,
        Agreement doi,
        Agreement pmid,
        Agreement isbn,
        double abstractShare,
        boolean preprint,
        boolean supplement,
        boolean otherKind) {

    /** Types under which databases file the same thing: an article may come back as "other" or "web page". */
    private static final Set<ReferenceType> VAGUE =
            Set.of(ReferenceType.OTHER, ReferenceType.WEB_PAGE, ReferenceType.REPORT, ReferenceType.NEWS);

    static Evidence of(Prepared a, Prepared b) {
        return new Evidence(
                TitleLikeness.of(a, b),
                a.title().generic() || b.title().generic(),
                Names.compare(a.authors(), b.authors()),
                year(a.year(), b.year()),
                a.year() == 0 || b.year() == 0 ? 0 : Math.abs(a.year() - b.year()),
                journal(a, b),
                volume(a, b),
                text(a.issue(), b.issue()),
                a.pages().compare(b.pages()),
                a.pages().range() && b.pages().range(),
                doi(a.doi(), b.doi()),
                text(a.pmid(), b.pmid()),
                numbers(a.isbn(), b.isbn()),
                Sketch.likeness(a.sketch(), b.sketch()),
                a.preprint() != b.preprint(),
                supplement(a, b),
                otherKind(a, b));
    }

    TitleRelation title() {
        return titles.relation();
    }

    Agreement authors() {
        return people.agreement();
    }

    Agreement abstracts() {
        return Sketch.agreement(abstractShare);
    }

    boolean sameIdentifier() {
        return doi == Agreement.SAME || pmid == Agreement.SAME || isbn == Agreement.SAME;
    }

    boolean otherIdentifier() {
        return doi == Agreement.DIFFERENT
                || doi == Agreement.NEAR
                || pmid == Agreement.DIFFERENT
                || isbn == Agreement.DIFFERENT;
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
        if (numbers(a.issn(), b.issn()) == Agreement.SAME) {
            return Agreement.SAME;
        }
        Agreement best = Journals.compare(a.journal(), b.journal());
        best = better(best, Journals.compare(a.journalShort(), b.journalShort()));
        best = better(best, Journals.compare(a.journal(), b.journalShort()));
        return better(best, Journals.compare(a.journalShort(), b.journal()));
    }

    /** Journals that are online alone have the year for a volume in one database and a number in another. */
    private static Agreement volume(Prepared a, Prepared b) {
        Agreement volume = text(a.volume(), b.volume());
        boolean year = a.volume().equals(String.valueOf(a.year())) || b.volume().equals(String.valueOf(b.year()));
        return volume == Agreement.DIFFERENT && year ? Agreement.UNKNOWN : volume;
    }

    /** Whether two lists of numbers, with blanks between, have one in common. */
    private static Agreement numbers(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        for (String number : a.split(" ")) {
            if (b.contains(number)) {
                return Agreement.SAME;
            }
        }
        return Agreement.DIFFERENT;
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
        if (cut) {
            return Agreement.UNKNOWN;
        }
        return shorter.length() > 12 && Edits.distance(a, b, 1) == 1 ? Agreement.NEAR : Agreement.DIFFERENT;
    }

    private static boolean supplement(Prepared a, Prepared b) {
        boolean there =
                a.pages().compare(b.pages()) == Agreement.SAME && a.volume().equals(b.volume());
        return a.supplement() != b.supplement() && !there;
    }

    private static boolean otherKind(Prepared a, Prepared b) {
        return a.preprint() != b.preprint()
                || a.type() != b.type() && !VAGUE.contains(a.type()) && !VAGUE.contains(b.type());
    }
}
