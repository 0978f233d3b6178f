package org.winnow.formats;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.table.TableMapping;

/**
 * What the person knows better than the file.
 *
 * @param format null to find it out from the content
 * @param charset null to find it out from the content
 * @param table what the columns of a table hold, null to guess it; a mapping that names neither delimiter nor sheet is
 *     laid over the layout that is found; one that names a sheet and no columns asks for the guess of that sheet
 * @param repairMojibake whether text that was garbled before it reached the file is put right ({@code Ã©} becomes
 *     {@code é}); else it goes in as it stands and is reported
 */
public record ReadOptions(
        @Nullable Format format,
        @Nullable Charset charset,
        @Nullable TableMapping table,
        boolean repairMojibake) {
    /** Finds out everything and repairs nothing. */
    public static final ReadOptions AUTO = new ReadOptions(null, null);

    /** Finds out how a table is laid out. */
    public ReadOptions(@Nullable Format format, @Nullable Charset charset) {
        this(format, charset, null, false);
    }

    /** The same, with the columns of a table settled. */
    public ReadOptions withTable(@Nullable TableMapping mapping) {
        return new ReadOptions(format, charset, mapping, repairMojibake);
    }

    /** The same, with garbled text put right or not. */
    public ReadOptions withRepair(boolean repair) {
        return new ReadOptions(format, charset, table, repair);
    }
}
