package org.winnow.ui.screening;

import java.util.List;
import org.winnow.model.Criterion;
import org.winnow.model.Reviewer;
import org.winnow.model.Source;
import org.winnow.model.Stage;
import org.winnow.model.Tag;
import org.winnow.screening.Highlights;
import org.winnow.store.Review;

/**
 * What the room needs to know of the review besides its records.
 *
 * @param maySettle whether the team lets the person in the room settle conflicts
 */
record Surroundings(
        List<Criterion> reasons, List<Tag> tags, List<Source> sources, Highlights highlights, boolean maySettle) {
    static final Surroundings NONE =
            new Surroundings(List.of(), List.of(), List.of(), new Highlights(List.of()), false);

    static Surroundings of(Review review, Reviewer reviewer, Stage stage) {
        return new Surroundings(
                review.criteria().all(),
                review.tags().all(),
                review.sources().all(),
                new Highlights(review.keywords().all()),
                review.team().rights().maySettle(reviewer.id(), stage));
    }
}
