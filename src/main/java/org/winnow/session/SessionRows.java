package org.winnow.session;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.store.Travelling;
import org.winnow.store.Travelling.Column;

/** One row of a part as one line of JSON, both ways; what comes in is checked column by column. */
final class SessionRows {
    private static final int LONGEST_TEXT = 32 << 20;
    private static final int LONGEST_NAME = 64;
    /** Numbers of records up to this one; larger ones leave no room for those that come after. */
    private static final long LARGEST_NUMBER = 1_000_000_000_000L;
    /** The year 2200, in milliseconds since 1970: no clock is that wrong. */
    private static final long LATEST = 7_258_118_400_000L;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_TEXT)
                        .maxNestingDepth(2)
                        .build());
    }

    private SessionRows() {}

    static byte[] line(Map<String, @Nullable Object> row) throws IOException {
        return JSON.writeValueAsBytes(row);
    }

    /**
     * @param version of the session; what it did not know yet is null
     * @throws IOException when the line is no row of the part
     */
    static Map<String, @Nullable Object> row(Travelling part, String line, int version) throws IOException {
        Map<?, ?> values = JSON.readValue(line, Map.class);
        Set<String> unknown = OldSessions.unknown(part, version);
        if (values == null || values.size() != part.columns().size() - unknown.size()) {
            throw new IOException("a row of " + part.key() + " has other columns than it should");
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (Column column : part.columns()) {
            row.put(
                    column.name(),
                    unknown.contains(column.name()) ? null : checked(part, column, values.get(column.name())));
        }
        return row;
    }

    /** Any line of JSON that is an object, for parts that are no more. */
    static Map<?, ?> object(String line) throws IOException {
        return JSON.readValue(line, Map.class);
    }

    private static @Nullable Object checked(Travelling part, Column column, @Nullable Object value) throws IOException {
        boolean right = value == null
                ? column.nullable()
                : switch (column.kind()) {
                    case TEXT -> value instanceof String text && allowed(column, text);
                    case NUMBER ->
                        (value instanceof Integer || value instanceof Long)
                                && allowed(column, ((Number) value).longValue());
                    case REAL -> value instanceof Number number && Double.isFinite(number.doubleValue());
                };
        if (!right) {
            throw new IOException("a row of " + part.key() + " has no usable " + column.name());
        }
        return value;
    }

    private static boolean allowed(Column column, String text) {
        return !column.name().equals("uuid") || !text.isEmpty() && text.length() <= LONGEST_NAME;
    }

    private static boolean allowed(Column column, long number) {
        return switch (column.name()) {
            case "number" -> number >= 1 && number <= LARGEST_NUMBER;
            case "at", "created_at", "imported_at", "made_at" -> number >= 0 && number <= LATEST;
            case "retired", "present", "resolution", "scanned", "stands" -> number == 0 || number == 1;
            default -> true;
        };
    }
}
