package org.winnow.dedup;

import java.util.List;

/**
 * What a search for duplicates found.
 *
 * @param groups what can be merged without asking, by lowest keeper
 * @param toReview what a person has to look at, the most alike first; at most one pair between two groups
 */
public record Result(List<Group> groups, List<Pair> toReview) {
    public Result {
        groups = List.copyOf(groups);
        toReview = List.copyOf(toReview);
    }
}
