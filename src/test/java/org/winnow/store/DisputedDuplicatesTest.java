package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.winnow.store.Duplicates.Answer;

/** Records that somebody calls different. */
class DisputedDuplicatesTest extends DuplicatesCase {
    @Test
    void whomPeopleHaveCalledDifferentNothingHoldsTogetherOnceTheirLinkIsGone() {
        review.write(Merges.different(id(2), id(3)));
        review.write(Merges.same(id(1), id(2), "Told."));
        review.write(Merges.same(id(1), id(3), "Told."));
        review.write(Merges.separate(id(1)));
        assertThat(keepers()).isEmpty();
        assertThat(review.check()).isEmpty();
    }

    @Test
    void twoOfAGroupThatAPersonCallsDifferentPartWhereNothingElseHoldsThemTogether() {
        found(duplicate(2, 1), duplicate(3, 1));
        review.write(Merges.different(id(2), id(3)));
        assertThat(keepers()).isEqualTo(Map.of(2L, 1L, 3L, 1L));
        assertThat(disputed()).as("somebody has to settle it").containsExactly(List.of(2L, 3L));
        review.write(Merges.different(id(1), id(2)));
        assertThat(keepers()).isEqualTo(Map.of(3L, 1L));
        assertThat(review.check()).isEmpty();
    }

    @Test
    void aDisputeIsSettledByCallingTheTwoTheSameOrByTakingOneOut() {
        found(duplicate(2, 1), duplicate(3, 1), duplicate(4, 3));
        review.write(Merges.different(id(2), id(4)));
        assertThat(disputed()).containsExactly(List.of(2L, 4L));
        assertThat(review.duplicates().numbers().asked()).isEqualTo(1);
        assertThat(review.duplicates().pairs(Answer.OPEN))
                .as("nobody accepts it in passing")
                .isEmpty();

        review.write(Merges.separate(id(4)));
        assertThat(disputed()).isEmpty();
        assertThat(keepers()).isEqualTo(Map.of(2L, 1L, 3L, 1L));
        review.undo();
        review.write(Merges.same(id(2), id(4), "Looked again."));
        assertThat(disputed()).isEmpty();
        assertThat(keepers()).hasSize(3);
        assertThat(review.check()).isEmpty();
    }

    private List<List<Long>> disputed() {
        return review.duplicates().disputed().stream()
                .map(p -> List.of(p.a().value(), p.b().value()))
                .toList();
    }
}
