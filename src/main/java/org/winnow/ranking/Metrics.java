package org.winnow.ranking;

/**
 * How good an order was. All are NaN where there is nothing relevant, and those that need the last relevant record where
 * it was not read.
 */
public final class Metrics {
    private Metrics() {}

    /** The share of the relevant that were found after reading a share of all records, which is rounded down. */
    public static double recallAt(Screening s, double effort) {
        return s.relevant() == 0 ? Double.NaN : (double) s.found((int) Math.floor(effort * s.records())) / s.relevant();
    }

    /** Relevant records found after 10 % of all. */
    public static double rrf10(Screening s) {
        return recallAt(s, 0.1);
    }

    /** How many records were read when a share of the relevant was found, or -1 where that was never. */
    public static int readAt(Screening s, double recall) {
        // A hair less, so that 0.95 · 20 asks for 19 and not for 20.
        int needed = (int) Math.ceil(recall * s.relevant() - 1e-9);
        return needed <= 0 ? 0 : s.found(s.read()) < needed ? -1 : s.place(needed);
    }

    /** Work saved over sampling: the share of all left unread at that recall, less what chance would have saved. */
    public static double wss(Screening s, double recall) {
        int read = readAt(s, recall);
        return s.relevant() == 0 || read < 0 ? Double.NaN : (double) (s.records() - read) / s.records() - (1 - recall);
    }

    /** Average time to discovery: the mean place of a relevant record as a share of all. */
    public static double atd(Screening s) {
        if (s.relevant() == 0 || s.found(s.read()) < s.relevant()) {
            return Double.NaN;
        }
        long sum = 0;
        for (int at = s.hits().nextSetBit(0); at >= 0; at = s.hits().nextSetBit(at + 1)) {
            sum += at + 1;
        }
        return (double) sum / s.relevant() / s.records();
    }

    /**
     * The area between the recall curve and the best there can be, as a share of that between the best and the worst: 0
     * perfect, 1 worst, a random order near 0.5 (ASReview's {@code metrics.loss}: {@code (Ny·(Nx − (Ny−1)/2) − Σ found(k)) /
     * (Ny·(Nx − Ny))}). What was never read counts as irrelevant.
     */
    public static double loss(Screening s) {
        double nx = s.records();
        double ny = s.found(s.read());
        if (ny == 0 || ny == nx) {
            return Double.NaN;
        }
        // Σ found(k): a record found at place p counts in all places from p to the end.
        double sum = 0;
        for (int at = s.hits().nextSetBit(0); at >= 0; at = s.hits().nextSetBit(at + 1)) {
            sum += nx - at;
        }
        return (ny * (nx - (ny - 1) / 2) - sum) / (ny * (nx - ny));
    }
}
