package org.winnow.dfllm.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Old examples among new ones. */
class ReplayTest {
    private static final List<Integer> FRESH = IntStream.range(0, 10).boxed().toList();
    private static final List<Integer> OLD = IntStream.range(100, 140).boxed().toList();

    @Test
    void theMixtureHasAllThatIsNewAndTheShareOfOldOnesAndIsTheSameAgain() {
        List<Integer> mixed = new Replay(0.5, 1).of(FRESH, OLD);

        assertThat(mixed).containsAll(FRESH).hasSize(20).doesNotHaveDuplicates();
        assertThat(new Replay(0.5, 1).of(FRESH, OLD)).isEqualTo(mixed);
        assertThat(new Replay(0, 1).of(FRESH, OLD)).containsExactlyInAnyOrderElementsOf(FRESH);
        assertThat(new Replay(0.95, 1).of(FRESH, OLD))
                .as("no more than there are")
                .hasSize(50);
    }
}
