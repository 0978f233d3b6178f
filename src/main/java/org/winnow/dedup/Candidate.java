package org.winnow.dedup;

import org.winnow.model.BibRecord;
import org.winnow.model.KeeperClaim;
import org.winnow.model.RecordId;

/**
 * One record as the matcher sees it.
 *
 * @param rank of its source, as {@link KeeperClaim} weighs it
 * @param compared whether it was compared before with all others that were
 */
public record Candidate(RecordId id, BibRecord record, int rank, boolean compared) {
    /** A new record from a database. */
    public static Candidate of(RecordId id, BibRecord record) {
        return new Candidate(id, record, KeeperClaim.DATABASE, false);
    }
}
