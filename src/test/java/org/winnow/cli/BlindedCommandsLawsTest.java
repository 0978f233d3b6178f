package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.winnow.model.Anchor;
import org.winnow.model.AnnotationKind;
import org.winnow.model.CriterionId;
import org.winnow.model.MarkColour;
import org.winnow.model.Quad;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Annotations;
import org.winnow.store.Criteria;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.ModelCalls;
import org.winnow.store.Notes;
import org.winnow.store.Review;
import org.winnow.store.Tags;
import org.winnow.store.Team;
import org.winnow.testkit.TestReview;

/** Two reviews that differ only in what another decided where somebody has not decided yet look the same to them. */
class BlindedCommandsLawsTest {
    private static final List<String> TITLES = List.of("One", "Two", "Three", "Four", "Five");
    private static final ReviewerId ADA = new ReviewerId(1);
    private static final ReviewerId BEN = new ReviewerId(2);

    @Provide
    Arbitrary<List<Verdict>> verdicts() {
        return Arbitraries.of(Verdict.class).list().ofSize(TITLES.size());
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void noCommandBetraysWhatAnotherDecided(
            @ForAll("verdicts") List<Verdict> adas,
            @ForAll("verdicts") List<Verdict> others,
            @ForAll("verdicts") List<Verdict> bens)
            throws IOException {
        compare(adas, others, bens, BlindedCommandsLawsTest::outputs);
    }

    @Example
    void theWholeReportDoesNotEither() throws IOException {
        compare(
                List.of(Verdict.INCLUDE, Verdict.INCLUDE, Verdict.EXCLUDE, Verdict.MAYBE, Verdict.INCLUDE),
                List.of(Verdict.INCLUDE, Verdict.EXCLUDE, Verdict.INCLUDE, Verdict.EXCLUDE, Verdict.EXCLUDE),
                List.of(Verdict.EXCLUDE, Verdict.INCLUDE, Verdict.INCLUDE, Verdict.INCLUDE, Verdict.INCLUDE),
                BlindedCommandsLawsTest::report);
    }

    /** Nobody but Ada has decided yet: as long as nobody else does, what she includes is included. */
    @Example
    void neitherDoesWhatIsMadeOfIncludedReports() throws IOException {
        compare(
                List.of(Verdict.INCLUDE, Verdict.INCLUDE, Verdict.EXCLUDE, Verdict.MAYBE, Verdict.INCLUDE),
                List.of(Verdict.INCLUDE, Verdict.EXCLUDE, Verdict.INCLUDE, Verdict.EXCLUDE, Verdict.EXCLUDE),
                List.of(Verdict.INCLUDE),
                BlindedCommandsLawsTest::made);
    }

    private interface Telling {
        Map<String, String> of(Path review, Path folder) throws IOException;
    }

    private static void compare(List<Verdict> adas, List<Verdict> others, List<Verdict> bens, Telling telling)
            throws IOException {
        Path folder = Files.createTempDirectory("winnow-blinded");
        try {
            int decided = bens.get(0).ordinal();
            List<Verdict> instead = new ArrayList<>(adas.subList(0, decided));
            instead.addAll(others.subList(decided, others.size()));
            Path base = base(folder, bens.subList(0, decided));
            Map<String, String> one = told(base, folder.resolve("one"), adas, decided, "quagga", telling);
            Map<String, String> two = told(base, folder.resolve("two"), instead, decided, "zebra", telling);
            assertThat(two.keySet()).isEqualTo(one.keySet());
            one.forEach((name, text) -> assertThat(two.get(name)).as(name).isEqualTo(text));
        } finally {
            delete(folder);
        }
    }

    private static Path base(Path folder, List<Verdict> bens) {
        Path base = folder.resolve("base.winnow");
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, TITLES.toArray(String[]::new));
            review.write(Criteria.ensure("On the list"));
            for (Stage stage : Stage.values()) {
                review.write(Team.blinding(stage, true, null));
            }
            for (int i = 0; i < bens.size(); i++) {
                decide(review, BEN, i + 1, Stage.TITLE_ABSTRACT, bens.get(i), null);
            }
            TestReview.ask(review, new RecordId(TITLES.size()), "Ada", "tiny", TestReview.CLOCK.instant());
            review.backupTo(base);
        }
        return base;
    }

    private static Map<String, String> told(
            Path base, Path folder, List<Verdict> adas, int open, String words, Telling telling) throws IOException {
        Path file = Files.copy(base, Files.createDirectories(folder).resolve("review.winnow"));
        try (Review review = Review.open(file, TestReview.CLOCK)) {
            CriterionId reason = review.write(Criteria.given("reason by " + words));
            for (int i = 0; i < adas.size(); i++) {
                Verdict verdict = adas.get(i);
                decide(
                        review,
                        ADA,
                        i + 1,
                        Stage.TITLE_ABSTRACT,
                        verdict,
                        i >= open && verdict == Verdict.EXCLUDE ? reason : null);
            }
            RecordId hidden = new RecordId(TITLES.size());
            String call = review.auditTrail().modelCalls().all().getFirst().uuid();
            review.write(ModelCalls.check(
                    String.valueOf(call), ADA, words.equals("zebra") ? "right" : "wrong", "finding by " + words));
            review.write(Notes.write(hidden, ADA, "note by " + words));
            review.write(Tags.put(hidden, ADA, "tag by " + words));
            review.write(Annotations.make(new Annotations.Draft(
                    hidden,
                    "a".repeat(64),
                    ADA,
                    AnnotationKind.NOTE,
                    MarkColour.PALETTE.get(0),
                    new Anchor(1, List.of(Quad.upright(1, 2, 3, 4)), "quote", "", ""),
                    "mark by " + words,
                    reason,
                    "")));
            decide(review, ADA, hidden.value(), Stage.FULL_TEXT, adas.getLast(), reason);
        }
        Map<String, String> told = telling.of(file, folder);
        // Chance gives them; a decision that both see has another one in each review.
        told.replaceAll((name, text) -> text.replaceAll("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "uuid"));
        told.forEach((name, text) -> assertThat(text).as(name).doesNotContain("zebra", "quagga"));
        return told;
    }

    private static Map<String, String> outputs(Path file, Path folder) {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (List<String> command : List.of(
                List.of("records", "--json"),
                List.of("records", "--stage", "title-abstract", "--mine", "--json"),
                List.of("records", "--stage", "full-text", "--json"),
                List.of("records", "--format", "ris"),
                List.of("records", "--format", "csv"),
                List.of("export", "--what", "all", "--out", "-", "--format", "csv"),
                List.of("export", "--what", "excluded", "--out", "-"),
                List.of("export", "--what", "included", "--stage", "title-abstract", "--out", "-"),
                List.of("export", "--what", "undecided", "--out", "-"),
                List.of("status", "--json"),
                List.of("status"),
                List.of("flow", "--json"),
                List.of("annotations", "--json"),
                List.of("look-again", "--json"),
                List.of("retrieval", "--json"),
                List.of("methods", "--json"),
                List.of("studies", "--json"),
                List.of("audit", "--json"),
                List.of("audit", "--record", Integer.toString(TITLES.size()), "--json"))) {
            List<Object> words = new ArrayList<>(command);
            words.add(1, file);
            if (!command.contains("--mine")) {
                outputs.put(String.join(" ", command) + " of nobody", answer(words));
            }
            words.addAll(List.of("--reviewer", "Ben"));
            outputs.put(String.join(" ", command), answer(words));
        }
        return outputs;
    }

    /** What is made of included reports. */
    private static Map<String, String> made(Path file, Path folder) throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        Path questions = CommandLineRun.file(
                folder.resolve("questions.jsonl"), "{\"question\":\"Who?\",\"report\":5,\"quote\":\"words\"}\n");
        for (List<?> command : List.of(
                List.of("ask", file, "Who drank coffee?", "--json"),
                List.of("corpus", file, "--out", folder.resolve("corpus")),
                List.of("dataset", "export", file, "--out", folder.resolve("dataset"), "--json"),
                List.of("card", file, "--out", folder.resolve("card"), "--ask", "--json"),
                List.of("models", "calls", file, "--json"),
                List.of("snowball", file, "--json"),
                List.of("dataset", "derive", file, "--json"),
                List.of("dataset", "list", file))) {
            outputs.put(command + " of nobody", whole(command, folder));
            List<Object> words = new ArrayList<>(command);
            words.addAll(List.of("--reviewer", "Ben"));
            outputs.put(command.toString(), whole(words, folder));
        }
        for (List<?> command : List.of(
                List.of("evaluate", file, "--questions", questions, "--json"),
                List.of("renew", file, "--out", folder.resolve("renewed")),
                List.of("suggest", file, "--show"),
                List.of("suggest", file, "--show", "--stage", "full-text"),
                List.of("suggest", file),
                List.of("tune", file, "--out", folder.resolve("tuned")),
                List.of("tune", file, "--out", folder.resolve("tuned"), "--reviewer", "Ada"),
                List.of("assign", file, "--stage", "full-text"),
                List.of(
                        "models",
                        "allow",
                        file,
                        "--address",
                        "http://localhost:1",
                        "--model",
                        "m",
                        "--send",
                        "passages,reports",
                        "--reviewer",
                        "Ben"),
                List.of("dedup", file, "--json"),
                List.of("merges", file, "--json"),
                List.of("team", file, "--json"))) {
            outputs.put(command.toString(), whole(command, folder));
        }
        outputs.putAll(files(folder));
        Map<String, String> here = new LinkedHashMap<>();
        outputs.forEach((name, text) -> here.put(name.replace(folder.toString(), ""), text));
        return here;
    }

    /**
     * Status, result and messages, without the folder, which is another in each of the two reviews, and without progress,
     * which is told by the clock.
     */
    private static String whole(List<?> words, Path folder) {
        CommandLineRun run = CommandLineRun.of(words.toArray());
        String messages = run.err().replaceAll("(?m)^(Reading|Asking|Comparing)[a-z ]*: .*\\R", "");
        return (run.status() + "\n" + run.out() + messages).replace(folder.toString(), "");
    }

    private static String answer(List<Object> words) {
        CommandLineRun run = CommandLineRun.of(words.toArray());
        assertThat(run.status()).as("%s %s", words, run.err()).isZero();
        return run.out();
    }

    private static Map<String, String> report(Path file, Path folder) throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        Path report = folder.resolve("report");
        CommandLineRun run = CommandLineRun.of("report", file, "--out", report, "--reviewer", "Ben");
        assertThat(run.status()).as(run.err()).isZero();
        outputs.putAll(files(report));
        assertThat(outputs).hasSizeGreaterThan(10);
        return outputs;
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (var files = Files.walk(folder)) {
            for (Path p : files.filter(f -> f.toString().matches(".*\\.(csv|jsonl?|md|svg|html|tex|txt)"))
                    .toList()) {
                texts.put(folder.relativize(p).toString(), Files.readString(p));
            }
        }
        return texts;
    }

    private static void decide(
            Review review, ReviewerId who, long record, Stage stage, Verdict verdict, CriterionId reason) {
        review.write(Decisions.decide(new NewDecision(new RecordId(record), stage, who, verdict, reason, false)));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
