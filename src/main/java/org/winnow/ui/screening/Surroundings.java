package org.winnow.ui.screening;

import java.util.List;
import org.winnow.model.Criterion;
import org.winnow.model.Source;
import org.winnow.model.Tag;
import org.winnow.screening.Highlights;
import org.winnow.store.Review;

/** What the room needs to know of the review besides its records. */
record Surroundings(List<Criterion> reasons, List<Tag> tags, List<Source> sources, Highlights highlights) {
    static final Surroundings NONE = new Surroundings(List.of(), List.of(), List.of(), new Highlights(List.of()));

    static Surroundings of(Review review) {
        return new Surroundings(
                review.criteria().all(),
                review.tags().all(),
                review.sources().all(),
                new Highlights(review.keywords().all()));
    }
}
