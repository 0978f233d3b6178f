package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadingPaceTest {
    private final ReadingPace pace = new ReadingPace();
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void theLastDecisionsCountAndAPauseIsNoWork() {
        decide(5, 20);
        assertThat(pace.each()).isEmpty();
        decide(1, 3600);
        assertThat(pace.each()).isEmpty();
        decide(1, 20);
        assertThat(pace.each()).contains(Duration.ofSeconds(20));
        assertThat(pace.left(90)).contains(Duration.ofMinutes(30));
        decide(40, 5);
        assertThat(pace.each()).contains(Duration.ofSeconds(5));
    }

    private void decide(int times, int secondsEach) {
        for (int i = 0; i < times; i++) {
            now = now.plusSeconds(secondsEach);
            pace.decided(now);
        }
    }
}
