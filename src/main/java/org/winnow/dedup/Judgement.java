package org.winnow.dedup;

/**
 * What a matcher says of two records.
 *
 * @param score how alike they are, 0 to 1, within the band of the answer (see {@link Pair})
 * @param contradictory whether something speaks so strongly against their being the same that no third record which
 *     resembles both may bring them into one group
 * @param why the reasons in words
 */
public record Judgement(Answer answer, double score, boolean contradictory, String why) {}
