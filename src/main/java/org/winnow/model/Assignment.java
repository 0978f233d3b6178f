package org.winnow.model;

import java.util.List;

/**
 * Who is to screen which records of a stage.
 *
 * @param people who share the records, by name; empty where everybody takes all of them
 * @param each how many of them take each record; 0 for as many as the stage asks for
 * @param overlap how many records in a hundred all of them take
 * @param calibration up to which lot records belong to the calibration round, which everybody takes first; 0 for none
 * @param seed from which follows whose a record is, what is in the round, and the random order
 */
public record Assignment(List<String> people, int each, int overlap, long calibration, long seed) {
    /** Every lot is below this number. */
    public static final long LOTS = 1L << 28;

    public static final Assignment EVERYBODY_ALL = new Assignment(List.of(), 0, 0, 0, 0);

    public Assignment {
        people = people.stream().map(String::strip).distinct().toList();
        if (each < 0
                || overlap < 0
                || overlap > StagePolicy.HUNDRED
                || calibration < 0
                || calibration > LOTS
                || seed < 0
                || seed > StagePolicy.MOST_SEED) {
            throw new IllegalArgumentException(
                    "no assignment: " + each + " each, " + overlap + " % in all, seed " + seed);
        }
    }

    /** Whether everybody takes every record. */
    public boolean isForAll() {
        return people.isEmpty();
    }
}
