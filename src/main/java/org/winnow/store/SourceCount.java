package org.winnow.store;

import org.winnow.model.Source;

/** A source with the records that came from it, duplicates included, and how many of them are duplicates. */
public record SourceCount(Source source, long records, long duplicates) {}
