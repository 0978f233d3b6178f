package org.winnow.store;

import org.jspecify.annotations.Nullable;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.Verdict;

/**
 * One line of a list of records: small, so that a hundred thousand can be paged through.
 *
 * @param authors {@code Family} names of up to three authors, then "et al."
 * @param mine the asking reviewer's current verdict at the stage asked about, or null
 */
public record RecordRow(
        RecordId id,
        String title,
        String authors,
        @Nullable Integer year,
        String journal,
        String source,
        Outcome titleAbstract,
        Outcome fullText,
        Retrieval retrieval,
        @Nullable Verdict mine,
        boolean duplicate) {}
