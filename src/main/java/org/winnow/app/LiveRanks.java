package org.winnow.app;

import java.util.List;
import java.util.Optional;
import org.winnow.embedding.TunedNetwork;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.Suggestion;
import org.winnow.ranking.LiveRanking;
import org.winnow.ranking.Models;
import org.winnow.ranking.Plan;
import org.winnow.ranking.Ranked;
import org.winnow.store.Review;
import org.winnow.ui.screening.Ranks;
import org.winnow.work.Progress;

/** The ranking of one stage as its screening room asks for it. */
final class LiveRanks implements Ranks {
    /** The order is computed again long before anybody is there; a large one would make a decision wait. */
    private static final int PLACES_KEPT = 5_000;

    private final Review review;
    private final Stage stage;
    private final Reviewer reviewer;
    private final LiveRanking ranking;

    LiveRanks(Review review, Stage stage, Reviewer reviewer) {
        this.review = review;
        this.stage = stage;
        this.reviewer = reviewer;
        this.ranking = new LiveRanking(
                review, stage, reviewer.id(), TunedNetwork.of(review, TunedNetwork.SCREENING, Models.network()));
    }

    private record ByModel(Ranked ranked) implements Order {
        @Override
        public int place(long record) {
            return ranked.place(record);
        }

        @Override
        public Optional<Suggestion> of(RecordId record) {
            return ranked.of(record);
        }
    }

    @Override
    public void prepare(Progress progress) {
        ranking.prepare(Plan.of(review), progress);
    }

    @Override
    public Order now(Progress progress) {
        return new ByModel(ranking.ranked(Plan.of(review), progress));
    }

    @Override
    public Optional<Order> kept() {
        boolean settled = Plan.of(review).settled();
        return review.rankings().kept(stage, settled ? null : reviewer.id()).map(o -> new ByModel(new Ranked(o)));
    }

    @Override
    public void keep(Order order) {
        review.write(((ByModel) order).ranked().keep(PLACES_KEPT));
    }

    @Override
    public List<Word> words(RecordId record) {
        return ranking.reasons(record).stream()
                .map(r -> new Word(r.words(), r.weight() > 0))
                .toList();
    }

    @Override
    public void forget() {
        ranking.forget();
    }
}
