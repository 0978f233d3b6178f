package org.winnow.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/** Floors on public sets, so that no change makes the matcher worse unseen. Absolute numbers, not rates. */
class LabelledSetsTest {
    private Path data = Path.of("");

    @BeforeEach
    void findData() {
        String folder = System.getenv("WINNOW_TEST_DATA");
        Assumptions.assumeTrue(folder != null, "WINNOW_TEST_DATA names no folder with the labelled sets");
        data = Path.of(folder, "dedup");
    }

    // The sets that the matcher was trained on, by their labels as they are: floors below which it must not fall. What
    // models say of sets that their trees have not seen is in src/training/figures.md.
    @ParameterizedTest
    @CsvSource(textBlock = """
            bib-dedupe/haematology,        117, 2,  18, 19
            bib-dedupe/cytology_screening, 768, 0,  4,  5
            bib-dedupe/exp_mis/baseline,   1519, 0, 16, 14
            bib-dedupe/exp_mis/mixed,      3183, 15, 148, 57
            bib-dedupe/exp_mis/pdf_only,   5,   8,  1,  13
            bib-dedupe/special_cases,      3,   0,  0,  2
            """)
    void findsAtLeastAsManyAsBeforeAndMergesNoMoreWrongly(
            String folder, int removedRightly, int wrongPairs, int leftIn, int asked) throws IOException {
        LabelledSet set = LabelledSet.bibDedupe(data.resolve(folder));

        Score score = Score.of(set, find(set.records()));

        assertThat(score.removedRightly()).as("%s", score).isGreaterThanOrEqualTo(removedRightly);
        assertThat(score.wrong()).as("%s", score).hasSizeLessThanOrEqualTo(wrongPairs);
        assertThat(score.leftIn()).as("%s", score).isLessThanOrEqualTo(leftIn);
        assertThat(score.asked()).as("%s", score).isLessThanOrEqualTo(asked);
    }

    @Test
    void findsTheDuplicatesOfAnEndNoteLibrary() throws Exception {
        EndNoteLibrary library = EndNoteLibrary.read(data.resolve("dedupe-sweep/tafenoquine.xml"));

        Result result = find(library.records());

        Set<RecordId> grouped = new java.util.HashSet<>();
        result.groups().forEach(g -> {
            grouped.add(g.keeper());
            grouped.addAll(g.duplicates());
        });
        Set<RecordId> missed = new java.util.HashSet<>(library.marked());
        missed.removeAll(grouped);
        Set<RecordId> wrong = new java.util.HashSet<>(grouped);
        wrong.removeAll(library.marked());
        assertThat(wrong).isEmpty();
        assertThat(missed).isEmpty();
    }

    @Test
    void mergesNoneOfTheCasesThatAreKnownToBeDifferent() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(data.resolve("bib-dedupe/test_cases.json").toFile())
                .get("cases");
        List<String> merged = new ArrayList<>();
        List<String> notMerged = new ArrayList<>();
        for (JsonNode one : cases) {
            List<Candidate> pair = List.of(candidate(1, one.get("record_a")), candidate(2, one.get("record_b")));
            boolean same = !find(pair).groups().isEmpty();
            if (one.get("expected_duplicate").asBoolean() != same) {
                (same ? merged : notMerged).add(one.get("id").asText());
            }
        }
        assertThat(merged).isEmpty();
        // Two versions of one Cochrane review under two DOIs, and an article ahead of print a year before, on other
        // pages:
        // those who made the set merge them, we ask.
        assertThat(notMerged)
                .containsExactly("tan_2004_2005_pub2_vs_pub3", "pare_wagner_prester_jds_2024_vs_2023_online_first");
    }

    private static Candidate candidate(long id, JsonNode record) {
        Map<String, String> fields = new HashMap<>();
        record.properties()
                .forEach(e -> fields.put(
                        e.getKey(), e.getValue().isNull() ? "" : e.getValue().asText()));
        return Candidate.of(new RecordId(id), LabelledSet.record(fields));
    }

    private static Result find(List<Candidate> records) {
        return new Deduplication(new LearnedMatcher()).find(records, Progress.NONE);
    }
}
