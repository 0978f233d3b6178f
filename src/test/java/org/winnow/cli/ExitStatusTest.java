package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.store.Review;

/** What every command answers to the shell, and what it says when it cannot do what was asked. */
class ExitStatusTest {
    private static final int VERSION_AT = 60;

    @TempDir
    Path folder;

    private Path review = Path.of("");

    @BeforeEach
    void aReviewWithRecords() {
        review = folder.resolve("r.winnow");
        CommandLineRun.of("new", review, "--title", "R", "--reviewer", "Ada", "--reviewer", "Ben");
        CommandLineRun.of("import", review, CommandLineRun.fixture("embase.ris", folder));
    }

    static Stream<Arguments> badInputs() {
        return Stream.of(
                Arguments.of("paper.ris", "%PDF-1.7\n1 0 obj\n", "is a PDF"),
                Arguments.of("login.ris", "<!DOCTYPE html><html><body>Log in</body></html>", "is a web page"),
                Arguments.of("empty.ris", "", "is empty"),
                Arguments.of("prose.ris", "Dear all, please find attached.", "no records in a format"));
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void whatIsNoReferenceFileIsNamedWithARemedy(String name, String content, String message) {
        Path file = CommandLineRun.file(folder.resolve(name), content);

        for (CommandLineRun run : List.of(
                CommandLineRun.of("import", review, file),
                CommandLineRun.of("convert", file, folder.resolve("out.ris")),
                CommandLineRun.of("dedup-pairs", file, "--out", folder.resolve("out.csv")))) {
            failed(run, 3, name, message);
            assertThat(run.err().strip())
                    .as("a remedy follows what is wrong")
                    .contains(". ")
                    .endsWith(".");
        }
        assertThat(folder.resolve("out.ris")).doesNotExist();
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void aFolderOrAMissingFileCannotBeRead() {
        Path missing = folder.resolve("missing.csv");
        for (Path file : List.of(folder, missing)) {
            failed(CommandLineRun.of("import", review, file), 3, file.toString());
            failed(CommandLineRun.of("convert", file, folder.resolve("out.ris")), 3, file.toString());
            failed(CommandLineRun.of("dedup-pairs", file, "--out", folder.resolve("o.csv")), 3, file.toString());
            failed(decide("title-abstract", file), 3, file.toString());
        }
    }

    @Test
    void wrongWordsAreWrongUsage() {
        Path decisions = CommandLineRun.file(folder.resolve("d.csv"), "record,decision\n1,include\n");

        failed(CommandLineRun.of("records", review, "--stage", "abstracts"), 2, "abstracts", "title-abstract");
        failed(decide("screening", decisions), 2, "screening", "full-text");
        failed(CommandLineRun.of("import", review, "x.ris", "--kind", "library"), 2, "library", "register");
        failed(CommandLineRun.of("import", review, "x.ris", "--format", "docx"), 2, "docx", "ris");
        failed(CommandLineRun.of("flow", review, "--template", "prisma"), 2, "prisma", "new-all");
        failed(CommandLineRun.of("convert", folder.resolve("embase.ris"), "x.docx"), 2, "x.docx", ".ris");
        failed(CommandLineRun.of("import", review), 2, "FILE");
        failed(CommandLineRun.of("nothing-of-the-kind"), 2, "nothing-of-the-kind");
        failed(CommandLineRun.of("new", folder.resolve("n.winnow")), 2, "--title");
        failed(
                CommandLineRun.of("new", folder.resolve("n.winnow"), "--title", "N", "--screeners-per-record", "0"),
                2,
                "at least 1");
        assertThat(folder.resolve("n.winnow")).doesNotExist();
        assertThat(Path.of("x.docx")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"records", "dedup", "status", "flow", "check"})
    void whatIsNoReviewIsRefused(String command) {
        Path text = CommandLineRun.file(folder.resolve("notes.winnow"), "Not a review.\n".repeat(50));

        failed(CommandLineRun.of(command, folder.resolve("gone.winnow"), "--json"), 4, "gone.winnow");
        failed(CommandLineRun.of(command, text, "--json"), 4, "notes.winnow", "not a Winnow review");
        assertThat(text).hasContent("Not a review.\n".repeat(50));
    }

    @Test
    void aNewerReviewIsLeftAlone() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(review.toFile(), "rw")) {
            file.seek(VERSION_AT);
            file.writeInt(99);
        }
        byte[] before = Files.readAllBytes(review);

        for (String command : List.of("records", "dedup", "status", "flow", "check")) {
            failed(CommandLineRun.of(command, review), 4, "r.winnow", "newer Winnow", "not been touched");
        }
        assertThat(Files.readAllBytes(review)).isEqualTo(before);
    }

    @Test
    void aReviewCutShortIsDamaged() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(review.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        for (String command : List.of("records", "dedup", "status", "flow")) {
            failed(CommandLineRun.of(command, review), 4, "r.winnow", "damaged");
        }
        CommandLineRun check = CommandLineRun.of("check", review, "--json");
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.json().get("problems")).hasSize(1);
    }

    @Test
    void checkFindsTheDamagedPage() throws IOException {
        byte[] bytes = Files.readAllBytes(review);
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(CommandLineRun.of("check", review).status()).isZero();
        // Bytes 16 and 17 of a database say how long its pages are.
        int length = ByteBuffer.wrap(bytes).getShort(16);
        int begin = all.indexOf("Hospital Economics") / length * length;
        for (int i = begin; i < begin + 64; i++) {
            bytes[i] = (byte) 0x5A;
        }
        Files.write(review, bytes);

        CommandLineRun run = CommandLineRun.of("check", review, "--json");

        assertThat(run.status()).as(run.err()).isEqualTo(1);
        assertThat(run.json().get("problems")).isNotEmpty();
        assertThat(run.err()).doesNotContain("\tat ");
    }

    @Test
    void aReviewThatIsOpenElsewhereCanOnlyBeLookedAt() {
        Path decisions = CommandLineRun.file(folder.resolve("d.csv"), "record,decision\n1,include\n");
        try (Review open = Review.open(review, Clock.systemUTC())) {
            assertThat(open.writable()).isTrue();
            failed(decide("title-abstract", decisions), 4, "r.winnow", "open in another");
            failed(CommandLineRun.of("dedup", review), 4, "r.winnow", "Close it");
            failed(CommandLineRun.of("import", review, folder.resolve("embase.ris")), 4, "r.winnow");
            assertThat(CommandLineRun.json("records", review)).hasSize(6);
            assertThat(CommandLineRun.json("status", review)
                            .at("/stages/title-abstract/total")
                            .asInt())
                    .isEqualTo(6);
            assertThat(CommandLineRun.of("backup", review, "--out", folder.resolve("b.winnow"))
                            .status())
                    .isZero();
        }
        assertThat(decide("title-abstract", decisions).status()).isZero();
    }

    @Test
    void decidingNothingAtAllIsAFailure() {
        Path some = CommandLineRun.file(folder.resolve("some.csv"), "record,decision\n1,include\n77,include\n");
        Path none = CommandLineRun.file(folder.resolve("none.csv"), "record,decision\n77,include\n");

        CommandLineRun partly = decide("title-abstract", some, "--json");

        assertThat(partly.status()).isZero();
        assertThat(partly.json().get("applied").asInt()).isEqualTo(1);
        JsonNode rejected = partly.json().get("rejected").get(0);
        assertThat(rejected.get("line").asInt()).isEqualTo(3);
        assertThat(rejected.get("record").asText()).isEqualTo("77");
        assertThat(rejected.get("reason").asText()).contains("No record");
        assertThat(partly.err()).contains("some.csv, line 3 (77)");
        assertThat(decide("title-abstract", none).status()).isEqualTo(1);
    }

    @Test
    void aTraceIsPrintedOnlyWhenAskedFor() {
        Path missing = folder.resolve("missing.winnow");

        assertThat(CommandLineRun.of("records", missing).err()).doesNotContain("\tat ");
        assertThat(CommandLineRun.of("records", missing, "--debug").err()).contains("\tat ", "missing.winnow");
        assertThat(CommandLineRun.of("--debug", "records", missing).err()).contains("\tat ");
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        CommandLineRun help = CommandLineRun.of("--help");

        assertThat(help.status()).isZero();
        assertThat(help.out())
                .contains("import", "dedup-pairs", "decide", "resolve", "status", "flow", "export", "check", "backup");
        assertThat(help.err()).isEmpty();
        assertThat(CommandLineRun.of("--version").out()).startsWith("winnow ");
    }

    @Test
    void everyCommandThatReadsAnswersInOneJsonDocument() {
        assertThat(keys("status")).contains("stages");
        assertThat(CommandLineRun.json("status", review).at("/stages/full-text").fieldNames())
                .toIterable()
                .contains("total", "undecided", "included", "excluded", "conflicts", "kappa");
        assertThat(keys("dedup", "--dry-run")).contains("clusters", "duplicates", "toReview");
        assertThat(keys("flow")).contains("boxes", "reasons", "warnings");
        assertThat(keys("check")).contains("problems");
        assertThat(keys("export", "--what", "all", "--out", folder.resolve("o.ris")))
                .contains("written");
    }

    private List<String> keys(String command, Object... more) {
        Object[] words =
                Stream.concat(Stream.of(command, review), Stream.of(more)).toArray();
        List<String> keys = new ArrayList<>();
        CommandLineRun.json(words).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private CommandLineRun decide(String stage, Path from, Object... more) {
        return CommandLineRun.of(Stream.concat(
                        Stream.of("decide", review, "--stage", stage, "--reviewer", "Ada", "--from", from),
                        Stream.of(more))
                .toArray());
    }

    private static void failed(CommandLineRun run, int status, String... words) {
        assertThat(run.status()).as("%s%s", run.out(), run.err()).isEqualTo(status);
        assertThat(run.err()).contains(words).doesNotContain("\tat ", "Exception", "something went wrong");
        assertThat(run.out()).doesNotContain("{");
    }
}
