package org.winnow.store;

import java.util.List;
import java.util.Map;
import org.winnow.model.RecordId;
import org.winnow.model.Stage;

/**
 * What a merge brings, or would bring.
 *
 * @param parts how many rows of each part are new here, and how many were known already
 * @param conflicts records whose verdicts differ from now on and did not before
 * @param disputed how many more pairs of duplicates somebody calls different while others bring them together
 * @param clockAheadMillis by how much the newest time in it was ahead of this computer's clock; 0 where it was not
 * @param otherHistory whether the trail of the sender's file is not the one that its sessions told of before
 * @param cutHere whether the sender has heard of an operation of this file that its trail no longer holds
 */
public record Merged(
        Map<Travelling, Count> parts,
        List<Conflict> conflicts,
        long disputed,
        long clockAheadMillis,
        boolean otherHistory,
        boolean cutHere) {
    /** Rows of one part. */
    public record Count(long added, long known) {}

    /** A record at a stage on which people now disagree. */
    public record Conflict(Stage stage, RecordId record, String title) {}

    public Merged {
        parts = Map.copyOf(parts);
        conflicts = List.copyOf(conflicts);
    }

    Merged withHistory(boolean other, boolean cut) {
        return new Merged(parts, conflicts, disputed, clockAheadMillis, other, cut);
    }

    public long added(Travelling part) {
        return parts.getOrDefault(part, new Count(0, 0)).added();
    }

    /** Decisions, notes, tags and whatever else people wrote that is new here. */
    public long added() {
        return parts.entrySet().stream()
                .filter(e -> e.getKey().counted())
                .mapToLong(e -> e.getValue().added())
                .sum();
    }

    /** The same that was here already. */
    public long known() {
        return parts.entrySet().stream()
                .filter(e -> e.getKey().counted())
                .mapToLong(e -> e.getValue().known())
                .sum();
    }

    /** Records in the file, new or known. */
    public long records() {
        Count records = parts.getOrDefault(Travelling.RECORDS, new Count(0, 0));
        return records.added() + records.known();
    }

    /** Whether anything at all is new. */
    public boolean brings() {
        return parts.values().stream().anyMatch(c -> c.added() > 0);
    }
}
