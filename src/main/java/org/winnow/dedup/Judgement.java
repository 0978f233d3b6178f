package org.winnow.dedup;

/**
 * What a matcher says of two records.
 *
 * @param score the probability that they are the same, 0 to 1
 * @param contradictory whether something speaks so strongly against their being the same that no third record which
 *     resembles both may bring them into one group
 */
public record Judgement(Answer answer, double score, boolean contradictory, Evidence evidence) {
    /** The reasons in words. */
    public String why() {
        return EvidenceWords.of(evidence);
    }
}
