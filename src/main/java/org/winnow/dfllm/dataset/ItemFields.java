package org.winnow.dfllm.dataset;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Label;

/** The words that stand for values in files; anything else is refused with the words that are known. */
final class ItemFields {
    private ItemFields() {}

    static Level level(String word) {
        return named(Level.class, "level", word);
    }

    static Provenance provenance(String word) {
        return named(Provenance.class, "provenance", word);
    }

    static State state(String word) {
        return named(State.class, "state", word);
    }

    /** @param word empty for none */
    static @Nullable Label label(String word) {
        if (word.isEmpty()) {
            return null;
        }
        return Label.of(word)
                .orElseThrow(() -> new IllegalArgumentException("label is \"" + word + "\", which is none of "
                        + Arrays.stream(Label.values()).map(Label::key).collect(Collectors.joining(", "))));
    }

    static String word(@Nullable Label label) {
        return label == null ? "" : label.key();
    }

    static Optional<Split> split(String word) {
        return Arrays.stream(Split.values()).filter(s -> s.key().equals(word)).findFirst();
    }

    static Instant at(String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "at is \"" + word + "\", which is no time such as 2026-01-31T12:00:00Z", e);
        }
    }

    private static <E extends Enum<E>> E named(Class<E> kind, String field, String word) {
        for (E one : kind.getEnumConstants()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
                return one;
            }
        }
        String known = Arrays.stream(kind.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(field + " is \"" + word + "\", which is none of " + known);
    }
}
