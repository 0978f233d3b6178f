package org.winnow.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real exports outside the repository, where {@code WINNOW_TEST_DATA} says. */
public final class RealFiles {
    private RealFiles() {}

    public static Path root() {
        String at = System.getenv("WINNOW_TEST_DATA");
        Assumptions.assumeTrue(at != null, "WINNOW_TEST_DATA is not set: real files are not tested");
        return Path.of(at);
    }

    /** All files below some folders, in a fixed order. */
    public static List<Path> below(String... folders) throws IOException {
        Path root = root();
        Stream<Path> all = Stream.empty();
        for (String folder : folders) {
            all = Stream.concat(all, Files.walk(root.resolve(folder)).filter(Files::isRegularFile));
        }
        try (Stream<Path> files = all) {
            return files.sorted().toList();
        }
    }
}
