package org.winnow.dedup;

import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;

/**
 * One record as the matcher sees it.
 *
 * @param databaseOrRegister whether it came from a database or register, which keeps it before other sources
 */
public record Candidate(RecordId id, BibRecord record, boolean databaseOrRegister) {}
