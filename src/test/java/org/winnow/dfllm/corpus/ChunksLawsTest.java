package org.winnow.dfllm.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.winnow.dfllm.corpus.Chunks.Group;

/** What holds however long the sentences are. */
class ChunksLawsTest {
    @Property
    void everySentenceIsInAPassageAndNoPassageIsTooLong(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 50) Integer> tokens,
            @ForAll @IntRange(min = 10, max = 100) int most,
            @ForAll @IntRange(max = 5) int overlap) {
        Chunks.Size size = (first, last) ->
                tokens.subList(first, last + 1).stream().mapToInt(t -> t).sum();
        List<Group> groups = new Chunks(most, overlap).of(tokens.size(), size);

        BitSet covered = new BitSet();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            covered.set(group.first(), group.last() + 1);
            assertThat(group.first() == group.last() || size.of(group.first(), group.last()) <= most)
                    .isTrue();
            if (i > 0) {
                Group before = groups.get(i - 1);
                assertThat(group.last()).isGreaterThan(before.last());
                assertThat(before.last() + 1 - group.first()).isBetween(0, overlap);
            }
        }
        assertThat(covered.stream().toArray())
                .isEqualTo(IntStream.range(0, tokens.size()).toArray());
    }
}
