package org.winnow.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.winnow.model.ReviewerId;
import org.winnow.store.Departures;
import org.winnow.store.Lineage;
import org.winnow.store.Merged;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.ReviewInfo;
import org.winnow.store.Sessions;

/** Takes a session into a review: shows first what would come in, keeps a copy, then takes it in one transaction. */
public final class Merging {
    private final Review review;
    private final Review seen;
    private final FullTexts fullTexts;
    private final Clock clock;

    /** @param seen the same review as whoever merges may see it: only conflicts that they may know of are told */
    public Merging(Review review, Review seen, FullTexts fullTexts, Clock clock) {
        this.review = review;
        this.seen = seen;
        this.fullTexts = fullTexts;
        this.clock = clock;
    }

    /**
     * What the session would bring: it is taken in for a moment, and the file is left as it was.
     *
     * @throws UnreadableSession when it belongs to another review
     */
    public Merged plan(Pack pack) {
        refuseOtherReview(pack.file(), pack.review());
        return review.rehearse(seen.sessions().merge(pack, pack.told()));
    }

    /**
     * What another file of the same review would bring, such as the copy that a synchronised folder keeps when two people
     * wrote at the same time.
     *
     * @throws UnreadableSession when it belongs to another review
     */
    public Merged plan(Review copy) {
        refuseOtherReview(copy.file(), copy.setup().info());
        return review.rehearse(seen.sessions().merge(everythingIn(copy), Lineage.Told.NOTHING));
    }

    /**
     * Takes the session in. Where it brings anything, the review is copied first, beside itself.
     *
     * @throws UnreadableSession when it belongs to another review
     */
    public Merged take(Pack pack) {
        keepCopyBefore(plan(pack));
        pack.keepFullTexts(fullTexts);
        return review.write(seen.sessions().merge(pack, pack.told()));
    }

    /** Takes in what another file of the same review holds; that file stays as it is. */
    public Merged take(Review copy) {
        keepCopyBefore(plan(copy));
        return review.write(seen.sessions().merge(everythingIn(copy), Lineage.Told.NOTHING));
    }

    /** Everything that travels. */
    private static Sessions.Rows everythingIn(Review copy) {
        ReviewerId nobody = new ReviewerId(0);
        RecordQuery all = RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL);
        Departures departures =
                copy.sessions().departures(new Departures.Scope(all, nobody, false, null, true, false, null));
        return departures::each;
    }

    private void keepCopyBefore(Merged plan) {
        if (plan.brings()) {
            review.backupTo(copy(review.file(), clock));
        }
    }

    /** Makes a review file of its own from a session, to work in without the others. */
    public static Review open(Pack pack, Path file, Clock clock) {
        return Review.create(file, Sessions.open(pack.review(), pack, pack.told(), pack.reviewer()), clock);
    }

    /** Puts the full texts of an opened session beside it. */
    public void keepFullTexts(Pack pack) {
        pack.keepFullTexts(fullTexts);
    }

    private void refuseOtherReview(Path file, ReviewInfo its) {
        if (!its.uuid().equals(review.setup().info().uuid())) {
            throw new UnreadableSession(file + " belongs to another review, \"" + its.title()
                    + "\". Open that review and merge it there. Nothing was taken.");
        }
    }

    private static Path copy(Path file, Clock clock) {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .format(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()));
        return file.resolveSibling(file.getFileName() + ".before-merge-" + time + ".bak");
    }
}
