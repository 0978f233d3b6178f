package org.winnow.model;

import org.jspecify.annotations.Nullable;

/**
 * A place that was searched.
 *
 * @param name what the report calls it: Embase (Ovid), ClinicalTrials.gov
 * @param searchDate the date of the search as ISO 8601 (yyyy-mm-dd, yyyy-mm or yyyy), empty when not known
 * @param query the full search string, empty when not known
 * @param hits what the place itself reported, or null when not known
 */
public record Source(
        SourceId id,
        String name,
        SourceKind kind,
        String searchDate,
        String query,
        @Nullable Integer hits) {}
