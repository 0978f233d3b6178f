package org.winnow.ui.importing;

/**
 * How far an import is and how fast it goes.
 *
 * @param done records so far, as far as the share of the file that has been read tells
 * @param total records in all files
 * @param perSecond records a second since it began; 0 while it is too early to tell
 * @param secondsLeft at that rate; negative while it is too early to tell
 */
record Pace(long done, long total, long perSecond, long secondsLeft) {
    private static final double SOONEST_SECONDS = 0.5;

    /** @param seconds since it began */
    static Pace of(double done, long total, double seconds) {
        double known = Math.clamp(done, 0, (double) total);
        if (seconds < SOONEST_SECONDS || known < 1) {
            return new Pace(Math.round(known), total, 0, -1);
        }
        double rate = known / seconds;
        return new Pace(Math.round(known), total, Math.round(rate), (long) Math.ceil((total - known) / rate));
    }

    /** From 0 to 1; negative while nobody knows. */
    double share() {
        return total == 0 ? -1 : (double) done / total;
    }
}
