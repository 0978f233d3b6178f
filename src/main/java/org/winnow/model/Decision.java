package org.winnow.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact: this reviewer said this of this record at this stage and time. Facts are never overwritten; the newest of a
 * (record, stage, reviewer) is current.
 *
 * @param verdict what was said, or null where the reviewer took an earlier verdict back
 * @param reason the reason for exclusion, or null
 * @param resolution whether it settles a conflict rather than being the reviewer's own first reading
 */
public record Decision(
        UUID uuid,
        RecordId record,
        Stage stage,
        Reviewer reviewer,
        @Nullable Verdict verdict,
        @Nullable Criterion reason,
        boolean resolution,
        Instant at) {}
