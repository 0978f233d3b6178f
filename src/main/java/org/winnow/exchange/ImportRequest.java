package org.winnow.exchange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.ReadOptions;
import org.winnow.model.SourceKind;

/**
 * A file to import and what is known of its search.
 *
 * @param source name of the source, or null for what the file says it is from, else the file's name
 * @param searchDate date of the search (ISO 8601), empty when not known
 * @param query the full search string, empty when not known
 * @param hits what the source reported, or null
 */
public record ImportRequest(
        Path file,
        @Nullable String source,
        SourceKind kind,
        String searchDate,
        String query,
        @Nullable Integer hits,
        ReadOptions options) {

    public static ImportRequest of(Path file) {
        return new ImportRequest(file, null, SourceKind.DATABASE, "", "", null, ReadOptions.AUTO);
    }
}
