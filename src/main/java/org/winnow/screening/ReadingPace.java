package org.winnow.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a decision takes one person, as of late; pauses are no work. */
public final class ReadingPace {
    /** Whoever is silent for so long has left the room. */
    private static final Duration PAUSE = Duration.ofMinutes(5);
    /** Fewer say nothing, more say how it was in the morning. */
    private static final int FEWEST = 5;

    private static final int MOST = 40;

    private final Deque<Duration> spans = new ArrayDeque<>();
    private @Nullable Instant last;

    /** Somebody has just decided. */
    public void decided(Instant now) {
        Instant before = last;
        last = now;
        if (before == null || now.isBefore(before)) {
            return;
        }
        Duration span = Duration.between(before, now);
        if (span.compareTo(PAUSE) < 0) {
            spans.addLast(span);
            if (spans.size() > MOST) {
                spans.removeFirst();
            }
        }
    }

    /** The mean of the last decisions, or empty after too few of them. */
    public Optional<Duration> each() {
        return spans.size() < FEWEST
                ? Optional.empty()
                : Optional.of(
                        spans.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(spans.size()));
    }

    /** How long so many more will take at this pace. */
    public Optional<Duration> left(long records) {
        return each().map(span -> span.multipliedBy(records));
    }
}
