package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.winnow.model.Decision;
import org.winnow.model.Outcome;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;

/**
 * Random histories through {@code decide}, {@code resolve}, {@code session pack}, {@code open} and {@code merge}: Ada
 * works in the review, Ben and Cy in copies of their own, Lea settles. The review holds what everybody has sent, no pack
 * holds what another has said, and whoever has decided on a record learns how it ended.
 */
class SessionHistoryLawsTest {
    private static final List<String> PEOPLE = List.of("Ada", "Ben", "Cy");
    private static final int RECORDS = 4;

    private enum What {
        DECIDE,
        RESOLVE,
        FETCH,
        SEND
    }

    record Step(What what, int who, int record, Verdict verdict, Stage stage) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<What> what =
                Arbitraries.of(What.DECIDE, What.DECIDE, What.DECIDE, What.RESOLVE, What.FETCH, What.SEND);
        return Combinators.combine(
                        what,
                        Arbitraries.integers().between(0, PEOPLE.size() - 1),
                        Arbitraries.integers().between(1, RECORDS),
                        Arbitraries.of(Verdict.class),
                        Arbitraries.of(Stage.class))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(20);
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void theReviewHoldsWhatWasSentAndPacksHoldNothingOfTheOthers(@ForAll("histories") List<Step> steps)
            throws IOException {
        Path folder = Files.createTempDirectory("winnow-histories");
        try {
            Team team = new Team(folder);
            for (Step step : steps) {
                team.take(step);
            }
            team.fetch(1);
            team.send(2);
            team.send(1);
            for (int who = 0; who < PEOPLE.size(); who++) {
                assertThat(verdicts(team.review, PEOPLE.get(who))).isEqualTo(team.said.get(who));
            }
            team.conflictsAreWhereVerdictsDifferAndNobodyHasSettled();
            team.fetch(1);
            team.whoeverHasDecidedLearnsHowItEnded(1);
            team.nothingOfTheOthersIsInThePagesOfTheirFiles();
            assertThat(CommandLineRun.json("check", team.review).get("problems"))
                    .isEmpty();
        } finally {
            delete(folder);
        }
    }

    private static final class Team {
        private final Path folder;
        private final Path review;
        private final List<Map<String, Verdict>> said = List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        private final Map<String, Verdict> settled = new TreeMap<>();
        private int files;

        Team(Path folder) {
            this.folder = folder;
            this.review = folder.resolve("review.winnow");
            run("new", review, "--title", "R", "--reviewer", "Ada", "--reviewer", "Ben", "--reviewer", "Cy");
            run("import", review, CommandLineRun.fixture("embase.ris", folder), "--kind", "database");
            run("session", "open", pack(review, 1), "--out", place(1));
            run("session", "open", pack(review, 2), "--out", place(2));
        }

        private Path place(int who) {
            return who == 0 ? review : folder.resolve(PEOPLE.get(who) + ".winnow");
        }

        void take(Step step) {
            switch (step.what()) {
                case DECIDE -> {
                    say("decide", place(step.who()), PEOPLE.get(step.who()), step);
                    said.get(step.who()).put(step.stage() + " " + step.record(), step.verdict());
                }
                case RESOLVE -> {
                    say("resolve", review, "Lea", step);
                    settled.put(step.stage() + " " + step.record(), step.verdict());
                }
                case FETCH -> fetch(step.who());
                case SEND -> send(step.who());
            }
        }

        private void say(String command, Path at, String name, Step step) {
            String mark = "-of-" + name + "-" + files++;
            Path csv = CommandLineRun.file(
                    folder.resolve("said.csv"),
                    "record,decision,reason,note,tags\n" + step.record() + ","
                            + step.verdict().name().toLowerCase(Locale.ROOT) + ",reason" + mark + ",note" + mark
                            + ",tag" + mark + "\n");
            run(command, at, "--stage", step.stage().key(), "--reviewer", name, "--from", csv);
        }

        private Path pack(Path from, int who) {
            Path out = folder.resolve("pack-" + files++ + ".winnow-session");
            run("session", "pack", from, "--reviewer", PEOPLE.get(who), "--out", out);
            nothingOfTheOthersIsIn(out, PEOPLE.get(who));
            return out;
        }

        void fetch(int who) {
            if (who > 0) {
                run("session", "merge", place(who), pack(review, who));
            }
        }

        void send(int who) {
            if (who > 0) {
                Path pack = pack(place(who), who);
                run("session", "merge", review, pack);
                run("session", "merge", review, pack);
            }
        }

        void whoeverHasDecidedLearnsHowItEnded(int who) {
            Map<Long, Outcome> there = outcomes(review);
            Map<Long, Outcome> here = outcomes(place(who));
            for (String place : said.get(who).keySet()) {
                long record = Long.parseLong(place.substring(place.indexOf(' ') + 1));
                Outcome outcome = there.getOrDefault(record, Outcome.UNDECIDED);
                if (place.startsWith(Stage.TITLE_ABSTRACT.toString())
                        && outcome != Outcome.CONFLICT
                        && outcome != Outcome.AWAITING
                        && isSettled(record)) {
                    assertThat(here.get(record)).as("record %s", record).isEqualTo(outcome);
                }
            }
        }

        /** Free pages and the copies that merging keeps among them. */
        void nothingOfTheOthersIsInThePagesOfTheirFiles() throws IOException {
            for (int who = 1; who < PEOPLE.size(); who++) {
                String name = PEOPLE.get(who);
                String its = place(who).getFileName().toString();
                try (var files = Files.list(folder)) {
                    for (Path file : files.filter(
                                    f -> f.getFileName().toString().startsWith(its))
                            .toList()) {
                        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                        List.of("Ada", "Ben", "Cy", "Lea").stream()
                                .filter(other -> !other.equals(name))
                                .forEach(other -> assertThat(bytes)
                                        .as("%s, of %s", file, other)
                                        .doesNotContain("-of-" + other + "-"));
                    }
                }
            }
        }

        void conflictsAreWhereVerdictsDifferAndNobodyHasSettled() {
            try (Review whole = Review.openReadOnly(review)) {
                for (ScreenedRecord record : whole.records().screened(all()).toList()) {
                    for (Stage stage : Stage.values()) {
                        String place = stage + " " + record.id().value();
                        Outcome outcome = stage == Stage.FULL_TEXT ? record.fullText() : record.titleAbstract();
                        long differing = said.stream()
                                .filter(s -> s.containsKey(place))
                                .map(s -> s.get(place))
                                .distinct()
                                .count();
                        Verdict verdict = settled.get(place);
                        if (verdict != null) {
                            assertThat(outcome.key()).as(place).isEqualTo(verdict.key());
                        } else {
                            assertThat(outcome == Outcome.CONFLICT).as(place).isEqualTo(differing > 1);
                        }
                    }
                }
            }
        }

        private boolean isSettled(long record) {
            String place = Stage.TITLE_ABSTRACT + " " + record;
            return said.stream().filter(s -> s.containsKey(place)).count() >= 2;
        }
    }

    private static void nothingOfTheOthersIsIn(Path pack, String name) {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                for (String other : List.of("Ada", "Ben", "Cy", "Lea")) {
                    if (!other.equals(name)) {
                        assertThat(text)
                                .as("%s in a pack for %s", entry.getName(), name)
                                .doesNotContain("-of-" + other + "-", "\"reviewer\":\"" + other + "\"");
                    }
                }
                assertThat(text).doesNotContain("\"resolution\":1");
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void run(Object... words) {
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.status()).as(run.err()).isZero();
    }

    private static Map<String, Verdict> verdicts(Path file, String name) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        try (Review review = Review.openReadOnly(file)) {
            for (ScreenedRecord record : review.records().screened(all()).toList()) {
                for (Stage stage : Stage.values()) {
                    for (Decision d : review.decisions().current(record.id(), stage)) {
                        if (!d.resolution() && d.reviewer().name().equals(name) && d.verdict() != null) {
                            verdicts.put(stage + " " + record.id().value(), d.verdict());
                        }
                    }
                }
            }
        }
        return verdicts;
    }

    private static Map<Long, Outcome> outcomes(Path file) {
        Map<Long, Outcome> outcomes = new HashMap<>();
        try (Review review = Review.openReadOnly(file)) {
            review.records().screened(all()).forEach(r -> outcomes.put(r.id().value(), r.titleAbstract()));
        }
        return outcomes;
    }

    private static RecordQuery all() {
        return RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
