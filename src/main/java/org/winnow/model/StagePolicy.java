package org.winnow.model;

/**
 * How the team screens at one stage.
 *
 * @param screeners how many people decide on a record, 1 to 9
 * @param share the part of the records, in a hundred, on which so many decide; on the others one person does
 * @param seed from which follows which records these are, 0 to 99,999,999
 * @param blinded whether nobody is shown what others decided before they have decided themselves
 * @param settlersOnly whether only settlers and leads settle conflicts, rather than anybody
 */
public record StagePolicy(int screeners, int share, long seed, boolean blinded, boolean settlersOnly) {
    public static final int MOST_SCREENERS = 9;
    public static final int HUNDRED = 100;
    public static final long MOST_SEED = 99_999_999;

    public StagePolicy {
        if (screeners < 1
                || screeners > MOST_SCREENERS
                || share < 0
                || share > HUNDRED
                || seed < 0
                || seed > MOST_SEED) {
            throw new IllegalArgumentException(
                    "no policy: " + screeners + " screeners for " + share + " %, seed " + seed);
        }
    }

    public StagePolicy withScreeners(int value) {
        return new StagePolicy(value, share, seed, blinded, settlersOnly);
    }

    public StagePolicy withShare(int value) {
        return new StagePolicy(screeners, value, seed, blinded, settlersOnly);
    }

    public StagePolicy withSeed(long value) {
        return new StagePolicy(screeners, share, value, blinded, settlersOnly);
    }

    public StagePolicy withBlinded(boolean value) {
        return new StagePolicy(screeners, share, seed, value, settlersOnly);
    }

    public StagePolicy withSettlersOnly(boolean value) {
        return new StagePolicy(screeners, share, seed, blinded, value);
    }
}
