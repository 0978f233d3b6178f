package org.winnow.cli;

import org.jspecify.annotations.Nullable;
import org.winnow.model.Reviewer;
import org.winnow.model.UserException;
import org.winnow.store.Review;
import picocli.CommandLine.Option;

/** For whose eyes a command answers. */
final class SeenBy {
    @Option(
            names = "--reviewer",
            paramLabel = "NAME",
            description = "answer only with what this person may see while the team is blinded; without it, with"
                    + " everything, as whoever leads the review sees it")
    private @Nullable String name;

    /** The review as that person may see it. */
    Review of(Review review) {
        String who = name;
        return who == null ? review : review.seenBy(person(review, who).id());
    }

    /** The person named, or null. */
    @Nullable
    Reviewer person(Review review) {
        String who = name;
        return who == null ? null : person(review, who);
    }

    static Reviewer person(Review review, String name) {
        return review.reviewers()
                .named(name)
                .orElseThrow(() -> new UserException(
                        "Nobody is called " + name + " in this review. winnow status lists its reviewers."));
    }
}
