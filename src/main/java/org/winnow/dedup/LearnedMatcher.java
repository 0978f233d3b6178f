package org.winnow.dedup;

import static org.winnow.dedup.Agreement.DIFFERENT;
import static org.winnow.dedup.Agreement.NEAR;
import static org.winnow.dedup.Agreement.SAME;

/**
 * Weighs the evidence by what was learned from sets in which people had marked the duplicates, within limits that are
 * fixed. What counts as the same report: one document at one place of publication, however it is described. Not the same,
 * and at most asked about: a preprint and its article, a conference abstract and the paper, versions and updates of a
 * review, parts of a series, errata, comments and replies.
 */
public final class LearnedMatcher implements Matcher {
    private final Forest forest;

    /** With the parameters that the program was built with. */
    public LearnedMatcher() {
        this(Forest.builtIn());
    }

    LearnedMatcher(Forest forest) {
        this.forest = forest;
    }

    @Override
    public Judgement judge(Prepared a, Prepared b) {
        Evidence e = Evidence.of(a, b);
        double p = forest.probability(Feature.of(e));
        Answer answer = answer(e, p);
        double score = answer == Answer.ASK ? forest.whenAsked(p) : p;
        return new Judgement(answer, score, answer != Answer.SAME && contradictory(e), e);
    }

    private Answer answer(Evidence e, double p) {
        if (another(e)) {
            return Answer.DIFFERENT;
        }
        if (p < forest.ask()) {
            return remarkable(e) ? Answer.ASK : Answer.DIFFERENT;
        }
        return p >= forest.same() && !doubtful(e) ? Answer.SAME : Answer.ASK;
    }

    /** Another work, however alike they look: an erratum, a comment or a reply beside what it is about. */
    static boolean another(Evidence e) {
        boolean together = e.samePlace() || e.sameIssue() && e.authors() == SAME;
        return e.title() == TitleRelation.REACTION && !e.sameIdentifier() && !together;
    }

    /** Whether a person would want to see the two, however unlikely it is that they are the same. */
    private static boolean remarkable(Evidence e) {
        boolean written = e.authors() == SAME && e.title().sameWords() && !e.generic();
        boolean preprint = written && e.preprint() && e.yearsApart() <= 3;
        boolean volume = written && e.year() == SAME && e.journal() == SAME && e.volume() == SAME;
        boolean identifier = e.sameIdentifier() && (e.authors() == SAME || e.pages() == SAME);
        boolean title = e.title().sameWords() && !e.generic();
        boolean read = written && e.abstracts() == SAME;
        boolean against = e.otherPlace() || e.authors() == DIFFERENT || !e.yearFits() || e.otherIdentifier();
        return title && !against || preprint || volume && !e.otherIdentifier() || identifier || read;
    }

    /** Whether it takes a person to say that they are the same, however likely it is. */
    static boolean doubtful(Evidence e) {
        return e.preprint()
                || e.pmid() == DIFFERENT
                || e.otherKind() && !e.samePlace() && !e.sameIdentifier()
                || e.otherIdentifier() && !(e.samePlace() && e.title().sameWords())
                || e.authors() == DIFFERENT && !e.sameIdentifier() && e.pages() != SAME && e.abstracts() != SAME
                || doubtfulPlace(e)
                || doubtfulTitle(e);
    }

    private static boolean doubtfulPlace(Evidence e) {
        if (e.pages() == DIFFERENT && (e.volume() == DIFFERENT || e.journal() == DIFFERENT)) {
            return true;
        }
        if (e.sameIdentifier()) {
            return false;
        }
        boolean otherTime = !e.yearFits() && !e.samePlace() && !e.sameIssue();
        boolean told = e.pages() == SAME || e.abstracts() == SAME;
        boolean otherIssue = e.issue() == DIFFERENT && e.pages() != NEAR;
        boolean otherJournal = e.journal() == DIFFERENT || e.journal() == NEAR;
        return otherTime || !told && (otherIssue || otherJournal);
    }

    private static boolean doubtfulTitle(Evidence e) {
        boolean stretch = e.samePlace() && e.range();
        boolean told = stretch || e.sameIdentifier();
        // Short pieces of the same people on one page, as abstracts of a meeting are, may well have such titles.
        boolean slight = e.titles().slight() && e.authors() == SAME;
        return switch (e.title()) {
            case EQUAL, VARIANT ->
                e.generic() && (e.otherPlace() || e.issue() == DIFFERENT || !written(e) && !e.sameIdentifier());
            case SUBTITLE -> !told && (e.generic() || e.pages() == DIFFERENT || !placed(e) && e.abstracts() != SAME);
            case UNKNOWN -> !told;
            case CLOSE -> !told && !(slight && !e.generic() && e.sameIssue() && e.pages() != SAME);
            case NUMBERED -> !e.sameIdentifier();
            case DIFFERENT -> !e.sameIdentifier() || !stretch;
            case REACTION -> true;
        };
    }

    private static boolean placed(Evidence e) {
        return e.pages() == SAME || e.issue() == SAME;
    }

    /** Whether a title that many documents bear is told apart by its authors or its page. */
    private static boolean written(Evidence e) {
        return e.authors() == SAME || e.authors() != DIFFERENT && e.pages() == SAME;
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
}
