package org.winnow.session;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where the full texts of a review lie, each under the hash of its content.
 *
 * @param place where the file with this hash lies, whether it is there or not
 * @param wordsOf where the words lie that were recognised on the scan with this hash, whether there are any or not
 * @param intake copies a file in
 */
public record FullTexts(Function<String, Path> place, Function<String, Path> wordsOf, Consumer<Path> intake) {
    Path path(String sha256) {
        return place.apply(sha256);
    }

    Path words(String sha256) {
        return wordsOf.apply(sha256);
    }

    void keep(Path file) {
        intake.accept(file);
    }
}
