package org.winnow.exchange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.decision.RayyanLog;
import org.winnow.model.SourceKind;

/**
 * A file to import and what is known of its search.
 *
 * @param name what people call the file: its path, or {@code archive.zip/inner.ris}
 * @param source name of the source, or null for what the file says it is from, else the file's name
 * @param searchDate date of the search (ISO 8601), empty when not known
 * @param query the full search string, empty when not known
 * @param hits what the source reported, or null
 * @param onlyNew whether to leave out the records that the same source has given this review before
 * @param decisions whose the decisions become that the file carries, or null to leave them in its notes
 * @param log what Rayyan says of the records beside the file; {@link RayyanLog#NONE} where there is no log
 */
public record ImportRequest(
        Path file,
        String name,
        @Nullable String source,
        SourceKind kind,
        String searchDate,
        String query,
        @Nullable Integer hits,
        ReadOptions options,
        boolean onlyNew,
        @Nullable DecisionsAs decisions,
        RayyanLog log) {

    /** A file under its own name, with all its records. */
    public ImportRequest(
            Path file,
            @Nullable String source,
            SourceKind kind,
            String searchDate,
            String query,
            @Nullable Integer hits,
            ReadOptions options) {
        this(file, file.toString(), source, kind, searchDate, query, hits, options, false, null, RayyanLog.NONE);
    }

    public static ImportRequest of(Path file) {
        return new ImportRequest(file, null, SourceKind.DATABASE, "", "", null, ReadOptions.AUTO);
    }

    /** The same for a file that people know by another name than its path. */
    public ImportRequest called(String other) {
        return new ImportRequest(file, other, source, kind, searchDate, query, hits, options, onlyNew, decisions, log);
    }

    /** The same, read with these options. */
    public ImportRequest withOptions(ReadOptions read) {
        return new ImportRequest(file, name, source, kind, searchDate, query, hits, read, onlyNew, decisions, log);
    }

    /** The same, leaving out what the same source gave before, or not. */
    public ImportRequest withOnlyNew(boolean only) {
        return new ImportRequest(file, name, source, kind, searchDate, query, hits, options, only, decisions, log);
    }

    /** The same, with the decisions that the file carries becoming somebody's, or left in its notes. */
    public ImportRequest withDecisions(@Nullable DecisionsAs as) {
        return new ImportRequest(file, name, source, kind, searchDate, query, hits, options, onlyNew, as, log);
    }

    /** The same, with what Rayyan says of the records beside the file. */
    public ImportRequest withLog(RayyanLog beside) {
        return new ImportRequest(
                file, name, source, kind, searchDate, query, hits, options, onlyNew, decisions, beside);
    }

    /** The name to keep with the records: without the folders of this computer. */
    String shortName() {
        return name.equals(file.toString()) ? String.valueOf(file.getFileName()) : name;
    }
}
