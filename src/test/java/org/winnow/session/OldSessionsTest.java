package org.winnow.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.SourceKind;
import org.winnow.model.Tag;
import org.winnow.model.Verdict;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.store.Merged;
import org.winnow.store.Merges;
import org.winnow.store.Retrievals;
import org.winnow.store.Tags;
import org.winnow.testkit.TestReview;

/** Sessions as older programs packed them: the parts and columns that each version had. */
class OldSessionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Site main;

    @BeforeEach
    void aReview() {
        main = Site.of(TestReview.create(folder, "Ada", "Ben"), folder);
        TestReview.importTitles(main.review, "PubMed", SourceKind.DATABASE, "One", "Two", "Three");
        main.review.write(Merges.found(
                List.of(new Duplicate(main.record("Three"), main.record("One"), true, "Same title")),
                List.of(),
                Set.of()));
        main.decide("Ada", "One", Verdict.INCLUDE, false);
        main.note("Ada", "Two", "A note");
        main.review.write(Tags.put(main.record("Two"), main.person("Ada").id(), "RCT"));
        main.review.write(Retrievals.mark(main.record("One"), main.person("Ada").id(), Retrieval.RETRIEVED));
    }

    @AfterEach
    void close() {
        main.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anOlderSessionOpensWithAllThatItsProgramKnew(int version) throws IOException {
        Path old = older(main.pack("Ada", true), version);

        try (Site ada = Site.opened(old, folder.resolve("ada"), 0)) {
            assertThat(plain(ada)).isEqualTo(plain(main));
            assertThat(behind(ada, "Three")).isEqualTo("One");
            assertThat(ada.review.check()).isEmpty();
            ada.decide("Ada", "Two", Verdict.EXCLUDE, false);
            Merged merged = main.merge(older(ada.pack("Ada", true), version));
            assertThat(merged.added())
                    .as("the decision, and what the older program said of a duplicate")
                    .isEqualTo(2);
        }
        assertThat(main.merge(old).brings()).isFalse();
        assertThat(main.review.check()).isEmpty();
    }

    @Test
    void whatAnOlderProgramDidNotKnowIsLeftAsItIs() throws IOException {
        Path old = older(main.pack("Ada", true), 2);
        Tag tag = main.review.tags().all().get(0);
        main.review.write(Tags.look(new Tag(tag.id(), tag.name(), tag.colour(), "R")));
        main.review.write(Merges.separate(main.record("Three")));
        List<String> before = main.state();

        main.merge(old);

        assertThat(main.state()).isEqualTo(before);
        assertThat(behind(main, "Three"))
                .as("taken apart after the session was packed")
                .isEqualTo("Three");
    }

    /** How tags look is what older programs did not know. */
    private static List<String> plain(Site site) {
        return site.state().stream().filter(line -> !line.startsWith("RCT ")).toList();
    }

    private String behind(Site site, String title) {
        RecordId keeper = site.review.duplicates().keeperOf(site.record(title));
        return site.review.records().bib(keeper).orElseThrow().title();
    }

    /** Takes out of a pack what a version did not have, and says the duplicates as it did. */
    private Path older(Path pack, int version) throws IOException {
        return Forgery.changed(folder, pack, false, files -> {
            try {
                Set.of("likeness", "keeping", "suggestions", "discussions").forEach(p -> files.remove(p + ".jsonl"));
                String records = text(files, "records");
                files.put(
                        "duplicates.jsonl",
                        ("{\"record\":\"" + uuid(records, "Three") + "\",\"keeper\":\"" + uuid(records, "One")
                                        + "\",\"how\":\"automatic\",\"why\":\"Same title\",\"at\":1000}\n")
                                .getBytes(StandardCharsets.UTF_8));
                if (version < 3) {
                    without(files, "tags", "colour", "letter");
                }
                if (version < 2) {
                    without(files, "retrievals", "why", "asked");
                    files.remove("annotations.jsonl");
                }
                Manifest now = Manifest.of(files.get(Manifest.NAME), "test");
                ObjectNode manifest = (ObjectNode)
                        JSON.readTree(Forgery.withParts(now, version, files).json());
                manifest.remove("lineage");
                files.put(Manifest.NAME, JSON.writeValueAsBytes(manifest));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String text(Map<String, byte[]> files, String part) {
        return new String(files.get(part + ".jsonl"), StandardCharsets.UTF_8);
    }

    private static String uuid(String records, String title) throws IOException {
        for (String line : records.split("\n")) {
            if (JSON.readTree(line).path("title").asText().equals(title)) {
                return JSON.readTree(line).path("uuid").asText();
            }
        }
        throw new IllegalStateException("no record " + title);
    }

    private static void without(Map<String, byte[]> files, String part, String... columns) {
        String lines = text(files, part)
                .lines()
                .map(line -> {
                    try {
                        ObjectNode row = (ObjectNode) JSON.readTree(line);
                        row.remove(List.of(columns));
                        return row + "\n";
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining());
        files.put(part + ".jsonl", lines.getBytes(StandardCharsets.UTF_8));
    }
}
