package org.winnow.dedup;

import static org.winnow.dedup.Agreement.DIFFERENT;
import static org.winnow.dedup.Agreement.NEAR;
import static org.winnow.dedup.Agreement.SAME;
import static org.winnow.dedup.Agreement.UNKNOWN;

/**
 * Decides by rules that can be read. What it takes for the same report: one document at one place of publication,
 * however it is described. Not the same, and at most asked about: a preprint and its article, a conference abstract and
 * the paper, versions and updates of a review, parts of a series, errata, comments and replies, and whatever bears
 * another DOI or PMID. A missing field is never taken for agreement.
 */
public final class RuleMatcher implements Matcher {
    @Override
    public Judgement judge(Prepared a, Prepared b) {
        Evidence e = Evidence.of(a, b);
        Answer answer = decide(e);
        return new Judgement(answer, score(e, answer), contradictory(e), EvidenceWords.of(e));
    }

    private static Answer decide(Evidence e) {
        if (e.sameIdentifier()) {
            return byIdentifier(e);
        }
        return switch (e.title()) {
            case EQUAL, VARIANT -> byTitle(e);
            case SUBTITLE, CLOSE -> byLikeTitle(e);
            case NUMBERED, REACTION -> related(e);
            case UNKNOWN, DIFFERENT -> withoutTitle(e);
        };
    }

    private static Answer byIdentifier(Evidence e) {
        boolean elsewhere = e.pages() == DIFFERENT && e.volume() == DIFFERENT;
        if (e.otherIdentifier() || e.authors() == DIFFERENT || elsewhere) {
            return Answer.ASK;
        }
        return switch (e.title()) {
            case EQUAL, VARIANT -> e.generic() && e.pages() == DIFFERENT ? Answer.ASK : Answer.SAME;
            case SUBTITLE, CLOSE ->
                e.otherKind() || e.pages() == DIFFERENT || !e.yearFits() || e.authors() == UNKNOWN
                        ? Answer.ASK
                        : Answer.SAME;
            case UNKNOWN -> e.authors() == SAME && e.yearFits() || e.pages() == SAME ? Answer.SAME : Answer.ASK;
            // A title in another language: everything else is the same.
            case DIFFERENT ->
                e.samePlace() && e.range() && e.authors() == SAME && e.yearFits() ? Answer.SAME : Answer.ASK;
            case NUMBERED, REACTION -> Answer.ASK;
        };
    }

    private static Answer byTitle(Evidence e) {
        if (e.otherIdentifier()) {
            boolean ahead = e.authors() == SAME && e.yearsApart() <= 3 && e.journal() == SAME && !e.generic();
            boolean near = e.authors() != DIFFERENT && e.yearFits() && !(e.generic() && e.otherPlace());
            return ahead || near ? Answer.ASK : Answer.DIFFERENT;
        }
        boolean placed = e.samePlace() && e.range() && (e.year() == SAME || e.authors() == SAME);
        // One database's wrong year does not outweigh journal, volume and issue.
        boolean issued = e.sameIssue() && e.authors() == SAME && !e.yearFits() && !e.generic();
        if (placed || issued) {
            return e.preprint() ? Answer.ASK : Answer.SAME;
        }
        if (e.generic()) {
            return byGenericTitle(e);
        }
        if (e.authors() == DIFFERENT || !e.yearFits()) {
            boolean perhaps = e.authors() != DIFFERENT && (!e.otherPlace() || e.pages() == SAME)
                    || e.yearFits() && (e.pages() == SAME || e.abstracts() == SAME || e.sameIssue());
            return perhaps ? Answer.ASK : Answer.DIFFERENT;
        }
        if (e.otherPlace()) {
            return elsewhere(e);
        }
        boolean there = e.samePlace() && e.authors() == SAME && e.year() == SAME && !e.preprint();
        return e.otherKind() && !there ? Answer.ASK : fitting(e);
    }

    /** The same title and nothing against it; is there enough for it? */
    private static Answer fitting(Evidence e) {
        boolean placed = e.pages() == SAME && (e.volume() == SAME || e.year() == SAME || e.journal() == SAME)
                || e.sameIssue() && (e.authors() == SAME || e.year() == SAME)
                || e.volume() == SAME && e.journal() == SAME && e.year() == SAME;
        if (e.issue() == DIFFERENT && e.pages() != SAME && e.pages() != NEAR) {
            return Answer.ASK;
        }
        boolean written = e.authors() == SAME || e.authors() == NEAR;
        if (e.abstracts() == DIFFERENT && e.pages() != SAME && !(e.sameIssue() && e.year() == SAME)) {
            return Answer.ASK;
        }
        if (placed || e.abstracts() == SAME && (written || e.year() == SAME || e.year() == UNKNOWN)) {
            return Answer.SAME;
        }
        boolean journalFits = e.journal() == SAME || e.journal() == UNKNOWN;
        if (e.authors() == SAME && journalFits && (e.year() == SAME || e.year() == NEAR && e.journal() == SAME)) {
            return Answer.SAME;
        }
        return Answer.ASK;
    }

    /** The same title, but pages, volume or journal are others: a slip in one field, or the paper of an abstract. */
    private static Answer elsewhere(Evidence e) {
        boolean pages = e.pages() == SAME && e.range() && e.authors() == SAME && e.year() == SAME;
        boolean journalOnly = e.samePlace() && e.authors() != UNKNOWN && e.yearFits();
        if (!e.otherKind() && (pages || journalOnly)) {
            return Answer.SAME;
        }
        boolean somewhere = e.pages() == DIFFERENT && e.volume() == DIFFERENT && e.journal() == DIFFERENT;
        return somewhere && e.authors() != SAME ? Answer.DIFFERENT : Answer.ASK;
    }

    private static Answer byGenericTitle(Evidence e) {
        if (e.pages() == SAME && e.journal() != DIFFERENT && e.yearFits()) {
            boolean two = e.volume() == SAME && (e.authors() == SAME || e.authors() == UNKNOWN && e.year() == SAME);
            return two
                    ? Answer.SAME
                    : e.volume() == DIFFERENT || e.authors() == DIFFERENT ? Answer.DIFFERENT : Answer.ASK;
        }
        boolean fits = !e.otherPlace() && e.authors() == SAME;
        if (fits && (e.abstracts() == SAME && e.yearFits() || e.sameIssue() && e.year() == SAME)) {
            return Answer.SAME;
        }
        boolean written = e.authors() == SAME && e.yearFits() && !e.otherPlace() && e.issue() != DIFFERENT;
        return written || e.sameIssue() && e.authors() != DIFFERENT ? Answer.ASK : Answer.DIFFERENT;
    }

    private static Answer byLikeTitle(Evidence e) {
        boolean written = e.authors() == SAME || e.authors() == NEAR;
        boolean other = e.otherIdentifier() || e.otherKind() || !e.yearFits();
        if (!other && written && !e.generic() && e.journal() != DIFFERENT) {
            boolean stretch = e.samePlace() && e.range();
            boolean said = e.abstracts() == SAME && e.authors() == SAME && !e.otherPlace();
            boolean part = e.title() == TitleRelation.SUBTITLE
                    && e.authors() == SAME
                    && (e.samePlace() || e.sameIssue() || e.pages() == SAME && e.year() == SAME);
            if (stretch || said || part) {
                return Answer.SAME;
            }
        }
        boolean perhaps = e.pages() == SAME
                || e.abstracts() == SAME
                || e.sameIssue() && e.title() == TitleRelation.SUBTITLE
                || e.sameIssue() && written
                || e.authors() == SAME && e.yearFits() && !e.otherPlace() && e.abstracts() != DIFFERENT;
        return perhaps && !(e.generic() && e.otherPlace()) && e.authors() != DIFFERENT ? Answer.ASK : Answer.DIFFERENT;
    }

    private static Answer related(Evidence e) {
        boolean together = e.samePlace() || e.sameIssue() && e.authors() == SAME;
        boolean samePages = together && e.authors() != DIFFERENT && e.yearFits();
        boolean sameText = e.abstracts() == SAME && e.authors() == SAME && e.pages() != DIFFERENT && e.yearFits();
        return (samePages || sameText) && !e.otherIdentifier() ? Answer.ASK : Answer.DIFFERENT;
    }

    private static Answer withoutTitle(Evidence e) {
        boolean place = e.samePlace() && e.authors() == SAME && e.yearFits() && e.journal() != DIFFERENT;
        if (e.otherIdentifier()) {
            return Answer.DIFFERENT;
        }
        if (e.title() == TitleRelation.UNKNOWN) {
            if (place && e.range() && e.year() == SAME) {
                return Answer.SAME;
            }
            return place || e.sameIssue() && e.authors() == SAME || e.abstracts() == SAME
                    ? Answer.ASK
                    : Answer.DIFFERENT;
        }
        // The same pages under another title: a translated title, or two short pieces on one page.
        boolean translated = place && e.range() && e.year() == SAME && e.abstracts() != DIFFERENT;
        boolean sameText = e.abstracts() == SAME && e.authors() == SAME && e.yearFits() && e.pages() != DIFFERENT;
        return translated || sameText ? Answer.ASK : Answer.DIFFERENT;
    }

    private static boolean contradictory(Evidence e) {
        boolean otherWork = e.title() == TitleRelation.NUMBERED
                || e.title() == TitleRelation.REACTION
                || e.title() == TitleRelation.DIFFERENT;
        boolean elsewhere = e.pages() == DIFFERENT && (e.volume() == DIFFERENT || e.journal() == DIFFERENT);
        return e.otherIdentifier()
                || otherWork && !e.sameIdentifier()
                || e.preprint() && !e.sameIdentifier()
                || !e.yearFits() && !e.samePlace() && !e.sameIssue()
                || elsewhere;
    }

    /** A weighted sum of what agrees and what does not, pressed into the band of the answer. */
    private static double score(Evidence e, Answer answer) {
        double sum =
                switch (e.title()) {
                    case EQUAL -> e.generic() ? 0.5 : 3;
                    case VARIANT -> e.generic() ? 0.5 : 2.5;
                    case SUBTITLE -> 1;
                    case CLOSE -> 0.5;
                    case UNKNOWN -> 0;
                    case NUMBERED, REACTION -> -1.5;
                    case DIFFERENT -> -2.5;
                };
        sum += 3 * sign(e.doi()) + 3 * sign(e.pmid()) + 1.5 * sign(e.authors()) + sign(e.year());
        sum += 0.7 * sign(e.journal()) + sign(e.volume()) + 0.5 * sign(e.issue()) + 2 * sign(e.pages());
        sum += 2 * sign(e.abstracts()) - (e.otherKind() ? 1 : 0);
        double alike = 1 / (1 + Math.exp(-(sum - 2) / 2));
        return switch (answer) {
            case SAME -> 0.9 + 0.1 * alike;
            case ASK -> 0.3 + 0.59 * alike;
            case DIFFERENT -> 0.29 * alike;
        };
    }

    private static double sign(Agreement agreement) {
        return switch (agreement) {
            case SAME -> 1;
            case NEAR -> 0.3;
            case UNKNOWN -> 0;
            case DIFFERENT -> -1;
        };
    }
}
