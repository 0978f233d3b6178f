package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ShareLawsTest {
    @Property(tries = 100)
    void everyRecordIsInOneShareOrInAll(
            @ForAll long a,
            @ForAll long b,
            @ForAll @IntRange(min = 1, max = 9) int of,
            @ForAll @IntRange(max = 100) int overlap) {
        String uuid = new UUID(a, b).toString();

        long holding = IntStream.rangeClosed(1, of)
                .filter(i -> new Share(i, of, overlap).holds(uuid))
                .count();

        assertThat(holding).isIn(1L, (long) of);
        assertThat(overlap < 100 || holding == of).isTrue();
    }

    @Property(tries = 10)
    void sharesAreAboutAsLargeAsTheyShouldBe(@ForAll @IntRange(min = 2, max = 4) int of) {
        List<String> uuids =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(4000).toList();

        double share = uuids.stream().filter(u -> new Share(1, of, 20).holds(u)).count() / 4000.0;

        // Five standard deviations of a sample of 4000.
        assertThat(share).isEqualTo(.2 + .8 / of, within(.04));
    }
}
