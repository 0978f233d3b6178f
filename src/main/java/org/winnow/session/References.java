package org.winnow.session;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.store.Travelling;
import org.winnow.store.Travelling.Column;

/** Looks whether every row names only what the same file brings: rows come in the order of the parts. */
final class References {
    /** A row names what is not there, or stands twice. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(String message) {
            super(message);
        }
    }

    private static final Map<String, String> NAMED_BY = Map.of(
            "record",
            "uuid",
            "import",
            "uuid",
            "call",
            "uuid",
            "source",
            "name",
            "reviewer",
            "name",
            "criterion",
            "label",
            "tag",
            "name");

    private static final Map<Travelling, String> WHAT = Map.of(
            Travelling.REVIEWERS, "reviewer",
            Travelling.SOURCES, "source",
            Travelling.IMPORTS, "import",
            Travelling.CRITERIA, "criterion",
            Travelling.TAGS, "tag",
            Travelling.RECORDS, "record",
            Travelling.CALLS, "call");

    private final Map<String, Set<String>> known = new HashMap<>();
    private final Map<Travelling, Set<String>> uuids = new EnumMap<>(Travelling.class);

    void check(Travelling part, Map<String, @Nullable Object> row) {
        for (Column column : part.columns()) {
            Object value = row.get(column.name());
            if (column.refers() && value != null) {
                String what = column.target();
                if (!known.getOrDefault(what, Set.of()).contains(folded(value))) {
                    throw new Missing("a row of " + part.key() + " names a " + what + " that is not in it");
                }
            }
        }
        Object uuid = row.get("uuid");
        if (uuid != null && !uuids.computeIfAbsent(part, k -> new HashSet<>()).add(String.valueOf(uuid))) {
            throw new Missing("a row of " + part.key() + " stands in it twice");
        }
        String what = WHAT.get(part);
        if (what != null) {
            Object name = row.get(NAMED_BY.getOrDefault(what, "uuid"));
            known.computeIfAbsent(what, k -> new HashSet<>()).add(folded(String.valueOf(name)));
        }
    }

    /** Names are the same whatever their case, as in the review. */
    private static String folded(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }
}
