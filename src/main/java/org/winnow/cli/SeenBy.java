package org.winnow.cli;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.Review;
import org.winnow.store.Rights;
import picocli.CommandLine.Option;

/** For whose eyes a command answers. */
final class SeenBy {
    @Option(
            names = "--reviewer",
            paramLabel = "NAME",
            description = "answer with what this person may see while the team is blinded; without it, with what is"
                    + " finished there: records on which nobody is waited for")
    private @Nullable String name;

    @Option(
            names = "--unblinded",
            description = "everything, also what blinding hides; where there is a lead, for leads only, who say so with"
                    + " --reviewer")
    private boolean unblinded;

    /** The review as it answers the person, or whoever gives no name; then a message says what is left out. */
    Review of(Review review, Console console) {
        return name == null && !unblinded ? unnamed(review, console) : quietly(review);
    }

    /** The same; nothing is said of what is left out. */
    Review quietly(Review review) {
        Reviewer who = person(review);
        return review.team().rights().seen(who == null ? null : who.id(), unblinded);
    }

    /** The review as it answers a person whom a command knows by another option, or nobody. */
    static Review of(Review review, Console console, @Nullable ReviewerId who) {
        return who == null ? unnamed(review, console) : review.team().rights().seen(who, false);
    }

    private static Review unnamed(Review review, Console console) {
        String words = words(review.team().rights());
        if (!words.isEmpty()) {
            console.note(words);
        }
        return review.team().rights().seen(null, false);
    }

    /**
     * Stops a run from being kept on record that was made of more than everybody may see: what is on record is shown to
     * all.
     */
    void toRecord(Review review) {
        if (unblinded && review.team().rights().hides()) {
            throw new UserException("--record and --unblinded do not go together while the team is blinded: what is on"
                    + " record is shown to everybody. Leave one of them out.");
        }
    }

    /** What an answer leaves out that was asked for without a name; empty where nothing is. */
    String leftOut(Review review) {
        return unblinded || name != null ? "" : words(review.team().rights());
    }

    private static String words(Rights rights) {
        Map<Stage, Long> left = rights.leftOut();
        return left.isEmpty()
                ? ""
                : left.entrySet().stream()
                                .map(e -> e.getValue() + (e.getValue() == 1 ? " record" : " records") + " at "
                                        + e.getKey().key())
                                .collect(Collectors.joining(" and "))
                        + (left.values().stream().mapToLong(n -> n).sum() == 1
                                ? " counts as awaiting, and what was decided on it is left out: the team is blinded, and"
                                : " count as awaiting, and what was decided on them is left out: the team is blinded, and")
                        + " somebody is still waited for. --reviewer NAME answers with what that person may see, "
                        + (rights.hasLead() ? "--reviewer LEAD --unblinded" : "--unblinded") + " with everything.";
    }

    /** As it was given, or null. */
    @Nullable
    String name() {
        return name;
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
