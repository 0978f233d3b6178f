package org.winnow.store;

import java.util.List;

/**
 * What a new review starts with.
 *
 * @param reviewers names of those who will decide; more can join later
 * @param screenersPerRecord how many verdicts settle a record once that many people screen
 */
public record NewReview(String title, List<String> reviewers, int screenersPerRecord) {
    public NewReview {
        reviewers = List.copyOf(reviewers);
        if (screenersPerRecord < 1) {
            throw new IllegalArgumentException("screeners per record must be at least 1");
        }
    }
}
