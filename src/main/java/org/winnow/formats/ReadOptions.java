package org.winnow.formats;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What the person knows better than the file.
 *
 * @param format null to find it out from the content
 * @param charset null to find it out from the content
 */
public record ReadOptions(@Nullable Format format, @Nullable Charset charset) {
    /** Finds out everything. */
    public static final ReadOptions AUTO = new ReadOptions(null, null);
}
