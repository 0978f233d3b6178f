package org.winnow.ui.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is kept within a weight. */
class ShelfTest {
    @Test
    void whatWasNotLookedAtForLongestGoesFirst() {
        Shelf<String, Integer> shelf = new Shelf<>(10, weight -> weight);
        shelf.put("a", 4);
        shelf.put("b", 4);
        shelf.get("a");
        assertThat(shelf.put("c", 4)).containsExactly("b");
        assertThat(shelf.get("a")).isEqualTo(4);
        assertThat(shelf.put("whale", 50)).containsExactlyInAnyOrder("a", "c");
        assertThat(shelf.get("whale")).isEqualTo(50);
    }

    @Property(tries = 300)
    void itIsNeverHeavierThanItMayBeUnlessOneThingIs(
            @ForAll @Size(max = 80) List<@IntRange(min = 1, max = 60) Integer> weights) {
        Shelf<Integer, Integer> shelf = new Shelf<>(50, weight -> weight);
        for (int i = 0; i < weights.size(); i++) {
            shelf.put(i % 20, weights.get(i));
            assertThat(shelf.weight()).isLessThanOrEqualTo(Math.max(50, weights.get(i)));
            assertThat(shelf.has(i % 20)).isTrue();
        }
    }
}
