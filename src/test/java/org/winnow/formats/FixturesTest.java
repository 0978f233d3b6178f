package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Made-up records in the manner of each database and tool, with everything that is to be read from them. */
class FixturesTest {
    static List<Path> fixtures() throws IOException, URISyntaxException {
        Path root = Path.of(FixturesTest.class.getResource("/formats").toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void readsTheWholeFileAsExpected(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        String name = file.getFileName().toString();
        Path expected = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".expected.json");
        String ours = json.writerWithDefaultPrettyPrinter().writeValueAsString(Expected.of(Reading.of(file)));
        String theirs = json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(expected.toFile()));
        assertThat(ours).isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void rawIsTheTextOfTheRecordFromItsFirstLineOn(Path file) throws IOException {
        Reading reading = Reading.of(file);
        String text = new String(
                Files.readAllBytes(file), reading.summary().detection().charset());
        for (int i = 0; i < reading.records().size(); i++) {
            String raw = reading.records().get(i).raw();
            long line = reading.lines().get(i);
            assertThat(raw).isNotBlank();
            if (reading.summary().detection().format() == Format.ZOTERO_RDF) {
                assertThat(text).contains(raw.lines().map(String::strip).toList());
                continue;
            }
            String rest = text.substring(offset(text, line)).replace("\uFEFF", "");
            boolean xml = reading.summary().detection().format().key().endsWith("xml");
            String before = rest.substring(0, Math.max(0, rest.indexOf(raw)));
            assertThat(rest).contains(raw);
            assertThat(before).satisfies(b -> assertThat(xml ? b.indexOf('\n') < 0 : b.isEmpty())
                    .isTrue());
        }
    }

    /** Where a line begins. */
    private static int offset(String text, long line) {
        int at = 0;
        for (long n = 1; n < line; n++) {
            int end = at;
            while (text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            at = text.startsWith("\r\n", end) ? end + 2 : end + 1;
        }
        return at;
    }
}
