package org.winnow.session;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.store.Departures.RowSink;
import org.winnow.store.Elder;
import org.winnow.store.Travelling;

/**
 * Sessions of older programs, which knew less of a review. Version 1 knew no annotations, nor why a report could not be
 * had; version 2 no colours and letters of tags; version 3 held which record stood behind which instead of what was said
 * of them, and at first no discussions; nor did any at first hold what language models were asked. What they did not know is left as it is here.
 */
final class OldSessions {
    /** The part in which versions 1 to 3 held which record stood behind which. */
    static final String DUPLICATES = "duplicates.jsonl";

    private static final int SAYS_LIKENESS = 4;
    private static final int COLOURED_TAGS = 3;
    private static final int REASONS_OF_RETRIEVAL = 2;

    private OldSessions() {}

    /** Columns that a version did not know. */
    static Set<String> unknown(Travelling part, int version) {
        if (part == Travelling.TAGS && version < COLOURED_TAGS) {
            return Set.of("colour", "letter");
        }
        return part == Travelling.RETRIEVALS && version < REASONS_OF_RETRIEVAL ? Set.of("why", "asked") : Set.of();
    }

    /** Whether a version may lack the part. */
    static boolean mayLack(Travelling part, int version) {
        return switch (part) {
            case LIKENESS, KEEPING, SUGGESTIONS, DISCUSSIONS -> version < SAYS_LIKENESS;
            case ANNOTATIONS -> version < REASONS_OF_RETRIEVAL;
            // They came while the version was 4: what knows nothing of them reads sessions that have them.
            case CALLS, CHECKS, ADVICE -> true;
            default -> false;
        };
    }

    /** What a line about a duplicate says in today's parts. */
    static void duplicate(Travelling part, String line, RowSink sink) throws IOException {
        Map<?, ?> row = SessionRows.object(line);
        if (!(row.get("record") instanceof String record
                && row.get("keeper") instanceof String keeper
                && row.get("how") instanceof String how
                && row.get("why") instanceof String why
                && row.get("at") instanceof Number at)) {
            throw new IOException("a row of duplicates has other columns than it should");
        }
        for (Elder.Fact fact : Elder.facts(record, keeper, how, why, at.longValue())) {
            if (part == Travelling.LIKENESS && Elder.isLikeness(fact)) {
                boolean inOrder = record.compareTo(keeper) < 0;
                sink.row(row(
                        fact,
                        List.of("a", inOrder ? record : keeper, "b", inOrder ? keeper : record, "answer", "same")));
            } else if (part == Travelling.KEEPING && !Elder.isLikeness(fact)) {
                boolean behind = Elder.isBehind(fact);
                sink.row(row(fact, List.of("member", behind ? record : keeper, "stands", behind ? 0 : 1)));
            }
        }
    }

    private static Map<String, @Nullable Object> row(Elder.Fact fact, List<Object> more) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("uuid", fact.uuid());
        for (int i = 0; i < more.size(); i += 2) {
            row.put(String.valueOf(more.get(i)), more.get(i + 1));
        }
        row.put("how", fact.how());
        row.put("why", fact.why());
        row.put("at", fact.at());
        return row;
    }
}
