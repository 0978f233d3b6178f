package org.winnow.fulltext;

import java.util.List;
import org.winnow.model.RecordId;

/**
 * Which record a PDF is the report of.
 *
 * @param candidates the records that it may be, the likeliest first; one where it is certain, none where nothing fits
 * @param certain whether the first candidate can be taken without asking
 */
public record Match(List<Candidate> candidates, boolean certain) {
    /**
     * A record that a PDF may be the report of.
     *
     * @param score 0 to 1
     * @param why in words
     */
    public record Candidate(RecordId record, double score, String why) {}

    static final Match NONE = new Match(List.of(), false);

    public Match {
        candidates = List.copyOf(candidates);
    }

    static Match certain(RecordId record, String why) {
        return new Match(List.of(new Candidate(record, 1, why)), true);
    }
}
