package org.winnow.llm;

import java.time.Duration;

/**
 * How long a server is waited for.
 *
 * @param silence without a word of the answer; a model on this computer reads a long question for minutes before it says any
 * @param tries of one question at most
 * @param firstWait before the second try; every further one waits twice as long, and as long as the server asks for
 */
public record Patience(Duration silence, int tries, Duration firstWait) {
    public static final Patience USUAL = new Patience(Duration.ofMinutes(5), 5, Duration.ofMillis(500));
}
