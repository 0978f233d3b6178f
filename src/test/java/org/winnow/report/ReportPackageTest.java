package org.winnow.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.Reviewer;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.prisma.BehindNumbers;
import org.winnow.prisma.FlowCounts;
import org.winnow.prisma.ReviewFlow;
import org.winnow.prisma.Template;
import org.winnow.store.Criteria;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Merges;
import org.winnow.store.Retrievals;
import org.winnow.store.Review;
import org.winnow.store.Studies;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

class ReportPackageTest {
    private static final Progress QUIET = new Progress() {
        @Override
        public void at(long done, long total) {}

        @Override
        public void check() {}
    };

    @TempDir
    Path folder;

    /** A stranger has the CSV and the README's rules, nothing else. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyBoxIsCountedAgainFromTheCsvAlone(int seed) throws Exception {
        try (Review review = random(new Random(seed))) {
            Map<String, byte[]> files = ReportPackage.figures(review);
            Map<String, Long> boxes = new LinkedHashMap<>();
            csv(files.get("data/boxes.csv"))
                    .forEach(r -> boxes.put(r.getField("box"), Long.parseLong(r.getField("n"))));
            boolean updated = new String(files.get("README.md"), StandardCharsets.UTF_8).contains("template `updated-");
            boolean stopped = new String(files.get("README.md"), StandardCharsets.UTF_8).contains("(here: yes)");

            Map<String, Long> again = new Recount(csv(files.get("data/records.csv")), updated, stopped).boxes();
            again.forEach(
                    (box, n) -> assertThat(boxes.getOrDefault(box, 0L)).as(box).isEqualTo(n));
            boxes.forEach(
                    (box, n) -> assertThat(again.getOrDefault(box, 0L)).as(box).isEqualTo(n));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23, 24})
    void behindEveryNumberThereAreAsManyRecords(int seed) throws IOException {
        try (Review review = random(new Random(seed))) {
            ReviewFlow flow = new ReviewFlow(review);
            Template template = flow.fitting();
            FlowCounts counts = flow.counts(template);
            Map<String, List<RecordId>> behind = BehindNumbers.of(review, template);
            counts.boxes().forEach((box, n) -> {
                if (!box.endsWith("_studies")) {
                    assertThat(behind.getOrDefault(box, List.of())).as(box).hasSize(n.intValue());
                }
            });
            counts.reasons().forEach((reason, n) -> assertThat(behind.get("dbr_excluded/" + reason))
                    .as(reason)
                    .hasSize(n.intValue()));
            counts.databases().forEach((name, n) -> assertThat(
                            behind.getOrDefault("database_specific_results/" + name, List.of()))
                    .hasSize(n.intValue()));
        }
    }

    @Test
    void theSameReviewGivesTheSameBytesInAFolderAndInAnArchive() throws Exception {
        try (Review review = random(new Random(7))) {
            Map<String, byte[]> once = ReportPackage.of(review, QUIET);
            Map<String, byte[]> again = ReportPackage.of(review, QUIET);
            assertThat(again.keySet()).isEqualTo(once.keySet());
            once.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));

            Path zip = folder.resolve("report.zip");
            assertThat(ReportPackage.write(review, zip, QUIET)).containsExactlyElementsOf(once.keySet());
            byte[] first = Files.readAllBytes(zip);
            ReportPackage.write(review, zip, QUIET);
            assertThat(Files.readAllBytes(zip)).isEqualTo(first);
            try (ZipFile archive = new ZipFile(zip.toFile())) {
                assertThat(archive.stream().map(e -> e.getName())).containsExactlyElementsOf(once.keySet());
            }
            ReportPackage.write(review, folder.resolve("report"), QUIET);
            assertThat(folder.resolve("report/data/records.csv")).hasBinaryContent(once.get("data/records.csv"));
        }
    }

    @Test
    void theJsonHoldsWhatItsSchemaAsksFor() throws Exception {
        try (Review review = random(new Random(3));
                InputStream in = ReportPackage.class.getResourceAsStream("review.schema.json")) {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode schema = mapper.readTree(in);
            JsonNode json = mapper.readTree(ReportPackage.of(review, QUIET).get("data/review.json"));
            obeys(json, schema, "$");
        }
    }

    /** The part of JSON Schema that ours uses. */
    private static void obeys(JsonNode value, JsonNode schema, String path) {
        schema.path("required")
                .forEach(f ->
                        assertThat(value.has(f.asText())).as(path + "." + f).isTrue());
        if (schema.has("enum")) {
            assertThat(schema.get("enum")).as(path).anyMatch(e -> e.equals(value));
        }
        schema.path("properties").properties().forEach(e -> {
            if (value.has(e.getKey())) {
                obeys(value.get(e.getKey()), e.getValue(), path + "." + e.getKey());
            }
        });
        if (value.isArray() && schema.has("items")) {
            value.forEach(v -> obeys(v, schema.get("items"), path + "[]"));
        }
        if (schema.has("type")) {
            Set<String> types = new HashSet<>();
            JsonNode type = schema.get("type");
            (type.isArray() ? type : List.of(type)).forEach(t -> types.add(t.asText()));
            String is = value.isNull()
                    ? "null"
                    : value.isIntegralNumber()
                            ? "integer"
                            : value.getNodeType().name().toLowerCase(Locale.ROOT);
            assertThat(types.contains(is) || is.equals("integer") && types.contains("number"))
                    .as(path + " is " + is)
                    .isTrue();
        }
    }

    private Review random(Random random) throws IOException {
        Path own = folder.resolve(Integer.toString(random.nextInt(1 << 30)));
        Files.createDirectories(own);
        Review review = TestReview.create(own, "Ada", "Ben");
        SourceKind[] kinds = SourceKind.values();
        int sources = 2 + random.nextInt(4);
        for (int s = 0; s < sources; s++) {
            imported(review, "Source, " + s, kinds[random.nextInt(kinds.length)], random);
        }
        List<CriterionId> criteria = IntStream.range(0, 3)
                .mapToObj(i -> review.write(Criteria.ensure("=Reason; no " + i)))
                .toList();
        screen(review, random, criteria);
        if (random.nextInt(3) == 0) {
            review.write(ReviewFlow.stopped("a rule"));
        }
        if (random.nextBoolean()) {
            review.write(new ReviewFlow(review).freeze("Version 1", "published"));
            imported(review, "Update", SourceKind.DATABASE, random);
            screen(review, random, criteria);
        }
        return review;
    }

    private static void imported(Review review, String source, SourceKind kind, Random random) {
        String[] titles = IntStream.range(0, 3 + random.nextInt(12))
                .mapToObj(i -> "Title " + i + " of " + source)
                .toArray(String[]::new);
        TestReview.importTitles(review, source, kind, titles);
    }

    private static void screen(Review review, Random random, List<CriterionId> criteria) {
        List<Reviewer> people = review.reviewers().all();
        List<Long> ids = review.standing().flowRecords(null).keySet().stream()
                .map(RecordId::value)
                .toList();
        for (long id : ids) {
            RecordId record = new RecordId(id);
            if (random.nextInt(8) == 0 && id > 1) {
                long keeper = 1 + random.nextInt((int) id - 1);
                Set<Long> already = review.duplicates().all().stream()
                        .flatMap(d -> Stream.of(d.record().value(), d.keeper().value()))
                        .collect(Collectors.toSet());
                if (!already.contains(id) && !already.contains(keeper)) {
                    review.write(Merges.same(new RecordId(keeper), record, "same"));
                }
            }
            for (Stage stage : Stage.values()) {
                for (Reviewer person : people) {
                    if (random.nextInt(5) > 0) {
                        Verdict verdict = Verdict.values()[random.nextInt(3)];
                        CriterionId reason =
                                verdict == Verdict.EXCLUDE && stage == Stage.FULL_TEXT && random.nextInt(4) > 0
                                        ? criteria.get(random.nextInt(criteria.size()))
                                        : null;
                        review.write(Decisions.decide(
                                new NewDecision(record, stage, person.id(), verdict, reason, random.nextInt(6) == 0)));
                    }
                }
            }
            if (random.nextInt(6) == 0) {
                review.write(Retrievals.mark(record, people.getFirst().id(), Retrieval.values()[random.nextInt(3)]));
            }
            if (random.nextInt(3) == 0) {
                review.write(Studies.name(record, List.of("Study " + random.nextInt(4), "study " + random.nextInt(4))));
            }
        }
    }

    private static List<NamedCsvRecord> csv(byte[] bytes) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        }
    }

    /** Counts the boxes as the README says, and knows nothing of the program. */
    private static final class Recount {
        private final List<NamedCsvRecord> all;
        private final List<NamedCsvRecord> rows;
        private final boolean updated;
        private final boolean stopped;
        private final Map<String, Long> boxes = new LinkedHashMap<>();

        Recount(List<NamedCsvRecord> all, boolean updated, boolean stopped) {
            this.all = all;
            this.updated = updated;
            this.stopped = stopped;
            this.rows = all.stream()
                    .filter(r -> !updated || r.getField("in_previous_version").isEmpty())
                    .toList();
        }

        Map<String, Long> boxes() {
            Map.of(
                            "database", "database_results",
                            "register", "register_results",
                            "website", "website_results",
                            "organisation", "organisation_results",
                            "citation", "citations_results",
                            "other", "other_results")
                    .forEach((kind, box) -> put(box, rows, r -> is(r, "source_kind", kind)));
            for (NamedCsvRecord r : all) {
                String kind = r.getField("source_kind");
                if (kind.equals("database") || kind.equals("register")) {
                    String name = r.getField("source");
                    put(kind + "_specific_results/" + name, rows, x -> is(x, "source", name));
                }
            }
            put("duplicates", rows, r -> searched(r) && is(r, "duplicate", "yes"));
            List<NamedCsvRecord> kept =
                    rows.stream().filter(r -> is(r, "duplicate", "no")).toList();
            put("excluded_automatic", kept, r -> stopped && searched(r) && is(r, "title_abstract", "undecided"));
            put("records_screened", kept, r -> searched(r) && !is(r, "title_abstract", "undecided", "awaiting"));
            put("records_excluded", kept, r -> searched(r) && is(r, "title_abstract", "exclude"));
            List<NamedCsvRecord> first = arm(
                    "dbr",
                    kept.stream()
                            .filter(r -> searched(r) && is(r, "title_abstract", "include", "maybe"))
                            .toList());
            List<NamedCsvRecord> second = arm(
                    "other",
                    kept.stream()
                            .filter(r -> !searched(r) && !is(r, "title_abstract", "exclude"))
                            .toList());
            put("new_reports", rows, r -> first.contains(r) || second.contains(r));
            Set<String> studies = studies("studies", r -> first.contains(r) || second.contains(r));
            if (updated) {
                Set<String> before =
                        studies("studies_in_previous_version", r -> is(r, "in_previous_version", "included"));
                studies.removeAll(before);
                put("previous_reports", all, r -> is(r, "in_previous_version", "included"));
                boxes.put("previous_studies", (long) before.size());
                Predicate<NamedCsvRecord> now = r -> r.getField("duplicate_of").isEmpty()
                        && is(r, "full_text", "include")
                        && (searched(r)
                                ? is(r, "title_abstract", "include", "maybe")
                                : !is(r, "title_abstract", "exclude"));
                put("total_reports", all, now);
                boxes.put("total_studies", (long) studies("studies", now).size());
            }
            boxes.put("new_studies", (long) studies.size());
            return boxes;
        }

        private List<NamedCsvRecord> arm(String arm, List<NamedCsvRecord> sought) {
            put(arm + "_sought_reports", sought, r -> true);
            put(
                    arm + "_notretrieved_reports",
                    sought,
                    r -> is(r, "full_text", "undecided", "awaiting") && is(r, "retrieval", "not-retrieved"));
            put(arm + "_assessed", sought, r -> !is(r, "full_text", "undecided", "awaiting"));
            put(arm + "_excluded", sought, r -> is(r, "full_text", "exclude"));
            for (NamedCsvRecord r : sought) {
                if (is(r, "full_text", "exclude")) {
                    // The apostrophe that guards the cell from spreadsheets is not part of the reason.
                    String reason = r.getField("reason").replaceFirst("^'(?=[=+@-])", "");
                    boxes.merge(arm + "_excluded/" + (reason.isEmpty() ? "No reason given" : reason), 1L, Long::sum);
                }
            }
            return sought.stream().filter(r -> is(r, "full_text", "include")).toList();
        }

        private Set<String> studies(String column, Predicate<NamedCsvRecord> of) {
            Set<String> names = new HashSet<>();
            for (NamedCsvRecord r : all) {
                if (of.test(r)) {
                    String studies = r.getField(column).toLowerCase(Locale.ROOT);
                    names.addAll(
                            studies.isEmpty() ? List.of("#" + r.getField("record")) : List.of(studies.split("; ")));
                }
            }
            return names;
        }

        private void put(String box, List<NamedCsvRecord> of, Predicate<NamedCsvRecord> rule) {
            boxes.put(box, of.stream().filter(rule).count());
        }

        private static boolean searched(NamedCsvRecord r) {
            return is(r, "source_kind", "database", "register");
        }

        private static boolean is(NamedCsvRecord r, String column, String... values) {
            return List.of(values).contains(r.getField(column));
        }
    }
}
