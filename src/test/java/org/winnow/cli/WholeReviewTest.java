package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a small review. Embase gave six records, PubMed four, two of them known from Embase; two more came
 * from lists of references. The DOIs name them.
 */
class WholeReviewTest {
    private static final String FALLS = "10.5555/jat.2018.101";
    private static final String VISITS = "10.5555/nah.2019.015";
    private static final String TAI_CHI = "10.5555/mab.2020.401";
    private static final String BEDS = "10.5555/he.2015.055";
    private static final String SHOES = "10.5555/lsl.2016.600";
    private static final String GROUPS = "10.5555/ce.2021.001";
    private static final String HAZARDS = "10.5555/sh.2017.210";
    private static final String BEETLE = "10.5555/bl.2014.003";
    private static final String STRENGTH = "10.5555/sa.2013.077";
    private static final String VISION = "10.5555/er.2012.012";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private Path review = Path.of("");

    @BeforeEach
    void theRecordsAreInAndTheDuplicatesOut() {
        review = folder.resolve("Stürze im Alter.winnow");
        done("new", review, "--title", "Stürze im Alter", "--reviewer", "Ada", "--reviewer", "Ben");
        done("import", review, fixture("embase.ris"), fixture("pubmed.nbib"));
        done("import", review, fixture("cited.csv"), "--kind", "citation", "--source", "Reference lists");
        done("dedup", review);
    }

    @Test
    void duplicatesAreFoundOnceAndStayFound() {
        Map<String, List<Integer>> byDoi = new LinkedHashMap<>();
        for (JsonNode record : CommandLineRun.json("records", review)) {
            byDoi.computeIfAbsent(record.get("doi").asText(), k -> new ArrayList<>())
                    .add(record.get("duplicateOf").asInt(0));
        }
        assertThat(byDoi).hasSize(10);
        assertThat(byDoi.get(FALLS))
                .as("one of the two stands for the other")
                .hasSize(2)
                .containsOnlyOnce(0);
        assertThat(byDoi.get(VISITS)).hasSize(2).containsOnlyOnce(0);
        assertThat(byDoi.get(TAI_CHI)).containsExactly(0);

        JsonNode before = CommandLineRun.json("records", review);
        JsonNode again = CommandLineRun.json("dedup", review);

        assertThat(again.get("duplicates").asInt()).isEqualTo(2);
        assertThat(CommandLineRun.json("records", review)).isEqualTo(before);
    }

    @Test
    void theFlowAddsUpAsByHand() {
        screenTitlesAndAbstracts();
        readFullTexts();

        JsonNode flow = CommandLineRun.json("flow", review, "--out", folder.resolve("flow.svg"));

        assertThat(map(flow.get("boxes")))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("database_results", 10),
                        Map.entry("register_results", 0),
                        Map.entry("website_results", 0),
                        Map.entry("organisation_results", 0),
                        Map.entry("citations_results", 2),
                        Map.entry("other_results", 0),
                        Map.entry("duplicates", 2),
                        Map.entry("excluded_automatic", 0),
                        Map.entry("excluded_other", 0),
                        Map.entry("records_screened", 8),
                        // beds, shoes, groups (resolved) and beetle
                        Map.entry("records_excluded", 4),
                        Map.entry("dbr_sought_reports", 4),
                        Map.entry("dbr_notretrieved_reports", 1),
                        Map.entry("dbr_assessed", 3),
                        Map.entry("dbr_excluded", 2),
                        Map.entry("other_sought_reports", 2),
                        Map.entry("other_notretrieved_reports", 0),
                        Map.entry("other_assessed", 2),
                        Map.entry("other_excluded", 1),
                        Map.entry("new_studies", 2),
                        Map.entry("new_reports", 2)));
        assertThat(map(flow.get("reasons"))).isEqualTo(Map.of("Wrong population", 1, "No control group", 1));
        assertThat(map(flow.get("otherReasons"))).isEqualTo(Map.of("Wrong population", 1));
        assertThat(flow.get("warnings")).isEmpty();
        assertThat(folder.resolve("flow.svg")).isNotEmptyFile();
    }

    @Test
    void theStatusTellsConflictsAndAgreementAsByHand() {
        decide("title-abstract", "Ada", adaOnTitles());
        decide("title-abstract", "Ben", benOnTitles());

        JsonNode before = CommandLineRun.json("status", review).at("/stages/title-abstract");
        resolveTheConflicts();
        JsonNode after = CommandLineRun.json("status", review).at("/stages/title-abstract");

        assertThat(before.get("conflicts").asInt()).isEqualTo(2);
        assertThat(List.of(
                        after.get("total").asInt(),
                        after.get("undecided").asInt(),
                        after.get("included").asInt(),
                        after.get("excluded").asInt(),
                        after.get("conflicts").asInt()))
                .containsExactly(8, 0, 4, 4, 0);
        // Both include 3, both exclude 3, each alone includes 1: observed 6/8, by chance 1/2, kappa (3/4 - 1/2) /
        // (1/2).
        assertThat(before.get("kappa").asDouble()).isEqualTo(0.5, within(1e-12));
        assertThat(after.get("kappa").asDouble())
                .as("resolving does not change it")
                .isEqualTo(0.5, within(1e-12));
        assertThat(after.get("decidedBy")).isEqualTo(MAPPER.valueToTree(Map.of("Ada", 8, "Ben", 8)));
    }

    @Test
    void whatIsExportedComesBackAsItWas() {
        screenTitlesAndAbstracts();
        readFullTexts();
        for (String ending : List.of("ris", "csv", "tsv")) {
            Path out = folder.resolve("Eingeschlossen ü." + ending);

            JsonNode export = CommandLineRun.json("export", review, "--what", "included", "--out", out);

            assertThat(export.get("written").asInt()).isEqualTo(2);
            Path back = folder.resolve(ending + "-back.winnow");
            done("new", back, "--title", "Back");
            done("import", back, out);
            assertThat(bibliographic(back, List.of(1, 2)))
                    .as(ending)
                    .isEqualTo(bibliographic(review, List.of(idOf(TAI_CHI), idOf(STRENGTH))));
        }
    }

    private void screenTitlesAndAbstracts() {
        decide("title-abstract", "Ada", adaOnTitles());
        decide("title-abstract", "Ben", benOnTitles());
        resolveTheConflicts();
    }

    private static String adaOnTitles() {
        return lines("include", FALLS, VISITS, TAI_CHI, HAZARDS) + lines("exclude", BEDS, SHOES, GROUPS, BEETLE);
    }

    private static String benOnTitles() {
        return lines("include", FALLS, GROUPS, TAI_CHI, HAZARDS) + lines("exclude", BEDS, SHOES, VISITS, BEETLE);
    }

    private void resolveTheConflicts() {
        Path file = decisions(lines("include", VISITS) + lines("exclude", GROUPS));
        CommandLineRun run = done("resolve", review, "--stage", "title-abstract", "--reviewer", "Ada", "--from", file);
        assertThat(run.out()).contains("2 decisions resolved, 0 rejected");
    }

    private void readFullTexts() {
        String agreed = VISITS + ",exclude,Wrong population\n" + HAZARDS + ",exclude,No control group\n" + VISION
                + ",exclude,wrong POPULATION\n" + lines("include", TAI_CHI, STRENGTH);
        decide("full-text", "Ada", agreed + lines("not-retrieved", FALLS));
        decide("full-text", "Ben", agreed);
    }

    private void decide(String stage, String reviewer, String lines) {
        JsonNode result = CommandLineRun.json(
                "decide", review, "--stage", stage, "--reviewer", reviewer, "--from", decisions(lines));
        assertThat(result.get("rejected")).isEmpty();
        assertThat(result.get("applied").asLong()).isEqualTo(lines.lines().count());
    }

    private Path decisions(String lines) {
        return CommandLineRun.file(folder.resolve("decisions.csv"), "record,decision,reason\n" + lines);
    }

    private static String lines(String decision, String... records) {
        StringBuilder text = new StringBuilder();
        for (String record : records) {
            text.append(record).append(',').append(decision).append(",\n");
        }
        return text.toString();
    }

    private int idOf(String doi) {
        for (JsonNode record : CommandLineRun.json("records", review)) {
            if (record.get("doi").asText().equals(doi)) {
                return record.get("id").asInt();
            }
        }
        throw new AssertionError("no record " + doi);
    }

    private static List<List<String>> bibliographic(Path review, List<Integer> ids) {
        List<List<String>> records = new ArrayList<>();
        for (JsonNode record : CommandLineRun.json("records", review)) {
            if (ids.contains(record.get("id").asInt())) {
                List<String> fields = new ArrayList<>();
                for (String name : List.of(
                        "title", "authors", "year", "journal", "volume", "issue", "pages", "doi", "pmid", "abstract")) {
                    fields.add(name + ": " + record.get(name));
                }
                records.add(fields);
            }
        }
        return records;
    }

    private Path fixture(String name) {
        return CommandLineRun.fixture(name, folder);
    }

    private static CommandLineRun done(Object... words) {
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    private static Map<String, Integer> map(JsonNode node) {
        return MAPPER.convertValue(node, new TypeReference<Map<String, Integer>>() {});
    }
}
