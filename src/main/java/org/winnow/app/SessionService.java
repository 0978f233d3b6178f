package org.winnow.app;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.PdfFolder;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.session.FullTexts;
import org.winnow.session.Merging;
import org.winnow.session.Pack;
import org.winnow.session.Packing;
import org.winnow.store.Merged;
import org.winnow.store.Review;
import org.winnow.ui.team.SessionDesk;
import org.winnow.work.Progress;

/** Sessions of the open review, with its full texts. */
final class SessionService implements SessionDesk {
    private final Review review;
    private final Review seen;
    private final FullTexts fullTexts;
    private final Clock clock;

    /** @param seen the same review as the person at the window may see it */
    SessionService(Review review, Review seen, Clock clock) {
        this.review = review;
        this.seen = seen;
        this.fullTexts = fullTexts(review.file());
        this.clock = clock;
    }

    private static FullTexts fullTexts(Path review) {
        PdfFolder folder = new PdfFolder(review);
        return new FullTexts(folder::path, hash -> PdfFolder.words(folder.path(hash)), folder::keep);
    }

    /** A review that was made of a session, and who is to work in it. */
    record Opened(Review review, String reviewer) {}

    /** Makes a review file of a session. */
    static Opened open(Path session, String password, Path file, Clock clock) {
        try (Pack pack = Pack.open(session, secret(password), Progress.NONE)) {
            Review review = Merging.open(pack, file, clock);
            new Merging(review, review, fullTexts(file), clock).keepFullTexts(pack);
            return new Opened(review, pack.reviewer());
        }
    }

    @Override
    public long pack(Order order, Path target, Progress progress) {
        Packing.Request request = new Packing.Request(
                order.reviewer(), order.stage(), order.words(), true, order.fullTexts(), order.assigned(), null, null);
        return new Packing(review, fullTexts, clock)
                .pack(request, target, secret(order.password()), progress)
                .records();
    }

    @Override
    public boolean followsAssignment(Reviewer reviewer, @Nullable Stage stage) {
        return Packing.followsAssignment(review, reviewer, stage);
    }

    @Override
    public boolean isLocked(Path file) {
        return Pack.isLocked(file);
    }

    @Override
    public Plan plan(Path file, String password, Progress progress) {
        try (Pack pack = Pack.open(file, secret(password), progress)) {
            Merged merged = new Merging(review, seen, fullTexts, clock).plan(pack);
            return new Plan(file, password, pack.reviewer(), pack.packedAt(), merged);
        }
    }

    @Override
    public Merged take(Plan plan, Progress progress) {
        try (Pack pack = Pack.open(plan.file(), secret(plan.password()), progress)) {
            return new Merging(review, seen, fullTexts, clock).take(pack);
        }
    }

    /** What another file of the same review would bring. */
    Merged planCopy(Path file) {
        try (Review copy = Review.openReadOnly(file)) {
            return new Merging(review, seen, fullTexts, clock).plan(copy);
        }
    }

    Merged takeCopy(Path file) {
        try (Review copy = Review.openReadOnly(file)) {
            return new Merging(review, seen, fullTexts, clock).take(copy);
        }
    }

    private static char @Nullable [] secret(String password) {
        return password.isEmpty() ? null : password.toCharArray();
    }
}
