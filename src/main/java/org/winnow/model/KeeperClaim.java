package org.winnow.model;

import java.util.Comparator;

/**
 * What speaks for a record to stand for its duplicates: the smallest claim wins. First the rank of its source, then how
 * much it tells, then the order of import.
 *
 * @param rank of the source, the lower the sooner it is kept; see {@link #DATABASE}
 * @param completeness how many of abstract, DOI, PMID, pages and authors the record has
 */
public record KeeperClaim(int rank, int completeness, RecordId id) implements Comparable<KeeperClaim> {
    /** The rank of databases and registers that nobody has put into an order; those in an order come before. */
    public static final int DATABASE = 1000;

    /** The rank of websites, organisations, citation searches: what databases found too is counted there. */
    public static final int OTHER_METHOD = 2000;

    private static final Comparator<KeeperClaim> ORDER = Comparator.comparingInt(KeeperClaim::rank)
            .thenComparing(Comparator.comparingInt(KeeperClaim::completeness).reversed())
            .thenComparingLong(c -> c.id().value());

    public static KeeperClaim of(RecordId id, BibRecord r, int rank) {
        int n = r.abstractText().isEmpty() ? 0 : 1;
        n += r.doi() == null ? 0 : 1;
        n += r.pmid().isEmpty() ? 0 : 1;
        n += r.pages().isEmpty() ? 0 : 1;
        n += r.authors().isEmpty() ? 0 : 1;
        return new KeeperClaim(rank, n, id);
    }

    @Override
    public int compareTo(KeeperClaim other) {
        return ORDER.compare(this, other);
    }
}
