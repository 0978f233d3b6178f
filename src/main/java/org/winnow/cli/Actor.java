package org.winnow.cli;

import org.jspecify.annotations.Nullable;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.store.Review;
import picocli.CommandLine.Option;

/** Who gives a command that not everybody may give. */
final class Actor {
    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "who does it; needed where the team has a lead, since then only leads may")
    private @Nullable String name;

    /** The person named, or null. */
    @Nullable
    ReviewerId in(Review review) {
        Reviewer who = person(review);
        return who == null ? null : who.id();
    }

    @Nullable
    Reviewer person(Review review) {
        String who = name;
        return who == null ? null : SeenBy.person(review, who);
    }
}
