package org.winnow.session;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where the full texts of a review lie, each under the hash of its content.
 *
 * @param place where the file with this hash lies, whether it is there or not
 * @param intake copies a file in
 */
public record FullTexts(Function<String, Path> place, Consumer<Path> intake) {
    Path path(String sha256) {
        return place.apply(sha256);
    }

    void keep(Path file) {
        intake.accept(file);
    }
}
