package org.winnow.formats;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer has found and was mended; the folder of a file is the format that it was read as. */
class FoundFilesTest {
    static List<Path> found() throws IOException, URISyntaxException {
        Path root = Path.of(FoundFilesTest.class.getResource("/found").toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("found")
    void isReadOrRefusedInWords(Path file) throws IOException {
        Format format = Format.of(file.getParent().getFileName().toString()).orElse(null);
        byte[] bytes = Files.readAllBytes(file);
        ReadingLaws.hold(bytes, new ReadOptions(format, null));
        ReadingLaws.hold(bytes, ReadOptions.AUTO);
    }
}
