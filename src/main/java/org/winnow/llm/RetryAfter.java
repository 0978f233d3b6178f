package org.winnow.llm;

import java.net.CookieHandler;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * How long a server asks to wait before the next question: the header Retry-After in seconds or as a date (RFC 9110,
 * 10.2.3). The kept client shows nobody the headers of a refusal but who keeps cookies; none are kept here, and none sent.
 */
final class RetryAfter extends CookieHandler {
    private static final String NAME = "Retry-After";

    private final InstantSource clock;
    private volatile Duration wanted = Duration.ZERO;

    RetryAfter(InstantSource clock) {
        this.clock = clock;
    }

    /** By the last answer; nothing where it did not say. */
    Duration wanted() {
        return wanted;
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> request) {
        wanted = Duration.ZERO;
        return Map.of();
    }

    @Override
    public void put(URI uri, Map<String, List<String>> answer) {
        answer.forEach((name, values) -> {
            if (name.equalsIgnoreCase(NAME) && !values.isEmpty()) {
                wanted = read(values.getFirst().strip());
            }
        });
    }

    private Duration read(String value) {
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            ZonedDateTime at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration until = Duration.between(clock.instant(), at.toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException neither) {
            return Duration.ZERO;
        }
    }
}
