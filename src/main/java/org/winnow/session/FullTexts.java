package org.winnow.session;

import java.nio.file.Path;

/** Where the full texts of a review lie, each under the hash of its content. */
public interface FullTexts {
    /** Where the file with this hash lies, whether it is there or not. */
    Path path(String sha256);

    /** Copies a file in. */
    void keep(Path file);
}
