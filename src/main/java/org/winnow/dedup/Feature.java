package org.winnow.dedup;

import java.util.function.ToDoubleFunction;

/**
 * What the learned matcher sees of two records: one number each, larger the more it speaks for the same report, unless
 * said otherwise. What is unknown stands between agreement and contradiction.
 */
enum Feature {
    TITLE_LETTERS(e -> e.titles().letters()),
    TITLE_WORDS(e -> e.titles().words()),
    TITLE_CONTAINED(e -> e.titles().contained()),
    TITLE_RELATION(Feature::relation),
    /** Short titles are shared by many documents. */
    TITLE_LENGTH(e -> Math.min(120, e.titles().length())),
    /** The more, the less alike. */
    GENERIC(false, e -> e.generic() ? 1 : 0),
    /** The more, the less alike. */
    NUMBERS_APART(false, e -> e.titles().numbers()),
    AUTHORS(e -> switch (e.authors()) {
        case DIFFERENT -> 0;
        case UNKNOWN -> 1;
        case NEAR -> 2;
        case SAME -> 3;
    }),
    AUTHORS_SHARED(e -> e.people().share()),
    FIRST_AUTHOR(e -> e.people().first() ? 2 : e.authors() == Agreement.UNKNOWN ? 1 : 0),
    YEAR(e -> switch (e.year()) {
        case DIFFERENT -> e.yearsApart() > 2 ? 0 : 1;
        case NEAR -> 2;
        case UNKNOWN -> 3;
        case SAME -> 4;
    }),
    JOURNAL(e -> switch (e.journal()) {
        case DIFFERENT -> 0;
        case NEAR -> 1;
        case UNKNOWN -> 2;
        case SAME -> 3;
    }),
    VOLUME(e -> side(e.volume())),
    ISSUE(e -> side(e.issue())),
    PAGES(e -> switch (e.pages()) {
        case DIFFERENT -> 0;
        case UNKNOWN -> 1;
        case NEAR -> 2;
        case SAME -> e.range() ? 4 : 3;
    }),
    DOI(e -> switch (e.doi()) {
        case DIFFERENT -> 0;
        case NEAR -> 1;
        case UNKNOWN -> 2;
        case SAME -> 3;
    }),
    PMID(e -> side(e.pmid())),
    ABSTRACT(e -> switch (e.abstracts()) {
        case DIFFERENT -> 0;
        case UNKNOWN -> 1;
        case NEAR -> 2;
        case SAME -> e.abstractShare() > 0.8 ? 4 : 3;
    }),
    /** The more, the less alike. */
    PREPRINT(false, e -> e.preprint() ? 1 : 0),
    /** The more, the less alike. */
    OTHER_KIND(false, e -> e.otherKind() ? 1 : 0),
    /** The more, the less alike. */
    SUPPLEMENT(false, e -> e.supplement() ? 1 : 0),
    PLACES_AGREEING(e -> places(e, Agreement.SAME)),
    /** The more, the less alike. */
    PLACES_DIFFERING(false, e -> places(e, Agreement.DIFFERENT));

    private final boolean rising;
    private final ToDoubleFunction<Evidence> value;

    Feature(ToDoubleFunction<Evidence> value) {
        this(true, value);
    }

    Feature(boolean rising, ToDoubleFunction<Evidence> value) {
        this.rising = rising;
        this.value = value;
    }

    /** Whether more of it may only speak for the same report; else only against. */
    boolean rising() {
        return rising;
    }

    /** All of them, in order. */
    static double[] of(Evidence e) {
        Feature[] all = values();
        double[] values = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            values[i] = all[i].value.applyAsDouble(e);
        }
        return values;
    }

    private static double relation(Evidence e) {
        return switch (e.title()) {
            case DIFFERENT -> 0;
            case UNKNOWN -> 1;
            case NUMBERED, REACTION -> 2;
            case CLOSE -> 3;
            case SUBTITLE -> 4;
            case VARIANT -> 5;
            case EQUAL -> 6;
        };
    }

    private static double side(Agreement agreement) {
        return switch (agreement) {
            case DIFFERENT -> 0;
            case UNKNOWN, NEAR -> 1;
            case SAME -> 2;
        };
    }

    private static int places(Evidence e, Agreement which) {
        return (e.journal() == which ? 1 : 0)
                + (e.volume() == which ? 1 : 0)
                + (e.issue() == which ? 1 : 0)
                + (e.pages() == which ? 1 : 0);
    }
}
