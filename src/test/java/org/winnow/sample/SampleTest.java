package org.winnow.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.prisma.FlowCounts;
import org.winnow.prisma.Template;
import org.winnow.store.Imports.ImportedFile;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;

/** The bundled sample gives what its README promises. */
class SampleTest {
    private static final List<String> TOLD = new ArrayList<>();

    @TempDir
    static Path folder;

    private static Review review;

    @BeforeAll
    static void buildTheSample() {
        review = Review.openReadOnly(new Sample(folder, Clock.systemUTC(), TOLD::add).build());
    }

    @AfterAll
    static void close() {
        review.close();
    }

    @Test
    void theFlowIsTheOneOfTheReadmeAndHasNoWarnings() {
        FlowCounts counts = FlowCounts.of(
                review.sources().all(),
                review.standing().flowRows(),
                review.criteria().all());

        Map<String, Long> boxes = new TreeMap<>(counts.boxes());
        boxes.values().removeIf(n -> n == 0);
        assertThat(boxes)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("database_results", 150L),
                        Map.entry("citations_results", 5L),
                        Map.entry("duplicates", 75L),
                        Map.entry("records_screened", 75L),
                        Map.entry("records_excluded", 42L),
                        Map.entry("dbr_sought_reports", 33L),
                        Map.entry("dbr_notretrieved_reports", 2L),
                        Map.entry("dbr_assessed", 31L),
                        Map.entry("dbr_excluded", 16L),
                        Map.entry("other_sought_reports", 5L),
                        Map.entry("other_notretrieved_reports", 1L),
                        Map.entry("other_assessed", 4L),
                        Map.entry("other_excluded", 4L),
                        Map.entry("new_reports", 15L),
                        Map.entry("new_studies", 15L))));
        assertThat(counts.reasons())
                .isEqualTo(Map.of(
                        "Not a randomised or controlled trial", 3L,
                        "No malaria outcome", 4L,
                        "Registry entry without results", 3L,
                        "Secondary analysis of an included trial", 6L));
        assertThat(Template.NEW_ALL.warnings(counts)).isEmpty();
    }

    @Test
    void theDuplicatesAreThoseOfTheTruth() throws IOException {
        Map<String, Long> first = new HashMap<>();
        long next = 1;
        for (ImportedFile file : review.imports().all()) {
            first.put(file.fileName(), next);
            next += file.imported();
        }
        Set<Set<Long>> truth = new HashSet<>();
        List<String> lines = Files.readAllLines(Path.of("assets/sample/duplicates-truth.csv"), StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            Set<Long> group = new HashSet<>();
            Arrays.stream(line.split(";"))
                    .map(m -> m.split(":"))
                    .forEach(m -> group.add(first.get(m[0]) + Long.parseLong(m[1]) - 1));
            truth.add(group);
        }
        Map<Long, Set<Long>> found = new HashMap<>();
        review.duplicates().all().forEach(d -> {
            found.computeIfAbsent(d.keeper().value(), k -> new HashSet<>(Set.of(k)))
                    .add(d.record().value());
        });
        assertThat(new HashSet<>(found.values())).isEqualTo(truth);
    }

    @Test
    void theBrokenRecordIsNamedWithItsLineAndEveryDecisionIsApplied() {
        assertThat(TOLD)
                .contains("Imported 39 of 40 records from CENTRAL (central.ris).")
                .filteredOn(line -> line.startsWith("  "))
                .singleElement()
                .asString()
                .startsWith("  line 981: ");
        assertThat(review.records().count(RecordQuery.everything())).isEqualTo(80);
    }
}
