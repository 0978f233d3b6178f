package org.winnow.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.AuditTrail.Event;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

/** Whoever merges sessions of a file can tell when its audit trail is no longer the one that came before. */
class LineageTest {
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());

    @TempDir
    Path folder;

    @Test
    void aTrailThatGoesOnIsToldFromOneThatWasCut() throws IOException {
        Path at = Files.createDirectories(folder.resolve("main"));
        Path older = folder.resolve("older.winnow");
        try (Site main = Site.of(TestReview.create(at, "Ada", "Ben"), at)) {
            TestReview.importTitles(main.review, "PubMed", SourceKind.DATABASE, "One", "Two");
            Path first;
            Path second;
            try (Site ben = Site.opened(main.pack("Ben", true), folder.resolve("ben"), 0)) {
                ben.review.backupTo(older);
                decide(ben, 3);
                first = ben.pack("Ben", true);
                assertThat(main.plan(first).otherHistory()).isFalse();
                assertThat(main.merge(first).otherHistory()).isFalse();
                // More than a session remembers one by one.
                decide(ben, 300);
                second = ben.pack("Ben", true);
                assertThat(main.merge(second).otherHistory()).isFalse();
                decide(ben, 300);
                assertThat(main.merge(ben.pack("Ben", true)).otherHistory()).isFalse();
            }
            assertThat(main.merge(first).otherHistory()).as("one that is late").isFalse();
            assertThat(main.merge(second).otherHistory()).isFalse();
            List<Event> told = new ArrayList<>();
            main.review.auditTrail().events(told::add);
            assertThat(told)
                    .as("what the program remembers of a file is nothing that somebody did")
                    .extracting(Event::what)
                    .noneMatch(what -> what.startsWith("lineage") || what.startsWith("head"));
            assertThat(told).extracting(Event::operation).contains("merge");

            Path restored = Files.createDirectories(folder.resolve("restored"));
            try (Site ben = Site.of(Review.open(older, TestReview.CLOCK), restored)) {
                decide(ben, 620);
                assertThat(main.merge(ben.pack("Ben", true)).otherHistory()).isTrue();
            }
            assertThat(main.review.check()).isEmpty();
        }
    }

    @Test
    void aTrailThatWasCutIsToldBySessionsOfTheFile() throws IOException {
        Path at = Files.createDirectories(folder.resolve("main"));
        Path older = folder.resolve("older.winnow");
        Path pack;
        try (Site main = Site.of(TestReview.create(at, "Ada", "Ben"), at)) {
            TestReview.importTitles(main.review, "PubMed", SourceKind.DATABASE, "One", "Two");
            main.review.backupTo(older);
            decide(main, 2);
            pack = main.pack("Ben", true);
            decide(main, 1);
            assertThat(Witnesses.check(main.review, List.of(pack), null)).isEmpty();
        }
        Path cut = Files.createDirectories(folder.resolve("cut"));
        try (Site ben = Site.opened(pack, folder.resolve("ben"), 0);
                Site main = Site.of(Review.open(older, TestReview.CLOCK), cut)) {
            decide(ben, 1);
            Path back = ben.pack("Ben", true);
            decide(main, 9);
            assertThat(main.review.check()).as("the file alone").isEmpty();
            assertThat(Witnesses.check(main.review, List.of(pack), null))
                    .singleElement()
                    .asString()
                    .startsWith("pack-0.winnow-session: ")
                    .contains("no longer holds");
            Path beside = Files.copy(pack, older.resolveSibling("for Ben.winnow-session"));
            assertThat(Witnesses.check(main.review, List.of(), null)).hasSize(1);
            Files.delete(beside);

            assertThat(main.merge(back).cutHere()).isTrue();
            assertThat(main.review.check()).singleElement().asString().contains("no longer holds");
        }
    }

    @Test
    void aBlindedPackDoesNotTellHowMuchTheOthersHaveDone() throws IOException {
        Path at = Files.createDirectories(folder.resolve("main"));
        try (Site main = Site.of(TestReview.create(at, "Ada", "Ben"), at)) {
            TestReview.importTitles(main.review, "PubMed", SourceKind.DATABASE, "One");
            Manifest blinded = manifest(main.pack("Ben", true));
            assertThat(blinded.lineage()).isNull();
            assertThat(manifest(main.pack("Ben", false)).lineage()).isNotNull();
        }
    }

    private static Manifest manifest(Path pack) throws IOException {
        return Manifest.of(Forgery.files(pack).get(Manifest.NAME), "test");
    }

    /** Looks up who and what only once: the decisions are many. */
    private static void decide(Site site, int times) {
        List<RecordId> records = List.of(site.record("One"), site.record("Two"));
        ReviewerId ben = site.person("Ben").id();
        for (int i = 0; i < times; i++) {
            site.review.write(Decisions.decide(new NewDecision(
                    records.get(i % 2), Stage.TITLE_ABSTRACT, ben, VERDICTS.get(i % VERDICTS.size()), null, false)));
        }
    }
}
