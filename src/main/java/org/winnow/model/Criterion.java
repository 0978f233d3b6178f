package org.winnow.model;

/**
 * An eligibility criterion, named as the reason for exclusion that failing it gives.
 *
 * @param position its place in the review's order: where several apply, the first is the one that counts
 */
public record Criterion(CriterionId id, String label, int position) {}
