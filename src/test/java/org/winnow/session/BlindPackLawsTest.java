package org.winnow.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.winnow.model.CriterionId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Criteria;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Discussions;
import org.winnow.store.Review;
import org.winnow.store.Tags;
import org.winnow.testkit.TestReview;

/** Two reviews that differ only in what the other has decided give the same blinded pack. */
class BlindPackLawsTest {
    private static final List<String> TITLES = List.of("One", "Two", "Three", "Four", "Five");

    @Provide
    Arbitrary<List<Verdict>> verdicts() {
        return Arbitraries.of(Verdict.class).list().ofSize(TITLES.size());
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void aBlindedPackIsTheSameWhateverTheOtherDecided(
            @ForAll("verdicts") List<Verdict> adas,
            @ForAll("verdicts") List<Verdict> others,
            @ForAll("verdicts") List<Verdict> bens)
            throws IOException {
        Path folder = Files.createTempDirectory("winnow-blind");
        int decided = bens.get(0).ordinal();
        try {
            Path base = folder.resolve("base.winnow");
            try (Review review = TestReview.create(folder, "Ada", "Ben")) {
                TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, TITLES.toArray(String[]::new));
                Site site = Site.of(review, folder);
                for (int i = 0; i < decided; i++) {
                    site.decide("Ben", TITLES.get(i), bens.get(i), false);
                }
                review.backupTo(base);
            }
            for (@Nullable Stage stage : new @Nullable Stage[] {Stage.TITLE_ABSTRACT, null}) {
                Map<String, String> one = packed(base, folder.resolve("one" + stage), adas, stage, "first");
                Map<String, String> two = packed(base, folder.resolve("two" + stage), others, stage, "second");
                // How a record ended that Ben has decided is no secret from him; of any other nothing is said.
                String settled = one.remove("settled.jsonl") + two.remove("settled.jsonl");
                assertThat(two).isEqualTo(one);
                assertThat(settled.lines().filter(line -> !line.isBlank()).count())
                        .isLessThanOrEqualTo(stage == null ? 2L * decided : 0);
            }
        } finally {
            delete(folder);
        }
    }

    /** Ada decides with words of her own; then Ben gets his pack. */
    private static Map<String, String> packed(
            Path base, Path folder, List<Verdict> adas, @Nullable Stage stage, String words) throws IOException {
        Path file = Files.createDirectories(folder).resolve("review.winnow");
        try (Site site = Site.of(Review.open(Files.copy(base, file), TestReview.CLOCK), folder)) {
            CriterionId reason = site.review.write(Criteria.given("reason of the " + words));
            for (int i = 0; i < adas.size(); i++) {
                Verdict verdict = adas.get(i);
                site.review.write(Decisions.decide(new NewDecision(
                        site.record(TITLES.get(i)),
                        Stage.TITLE_ABSTRACT,
                        site.person("Ada").id(),
                        verdict,
                        verdict == Verdict.EXCLUDE ? reason : null,
                        false)));
            }
            site.note("Ada", "One", "note of the " + words);
            site.review.write(Discussions.say(
                    site.record("One"), Stage.TITLE_ABSTRACT, site.person("Ada").id(), "remark of the " + words));
            site.review.write(Tags.put(site.record("Two"), site.person("Ada").id(), "tag of the " + words));
            site.review.write(Decisions.decide(new NewDecision(
                    site.record("One"), Stage.FULL_TEXT, site.person("Ada").id(), Verdict.EXCLUDE, reason, false)));
            return contents(
                    site.pack(new Packing.Request(site.person("Ben"), stage, "", true, false, false, null, null)));
        }
    }

    private static Map<String, String> contents(Path pack) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text).doesNotContain("of the first", "of the second");
                if (!entry.getName().equals(Manifest.NAME)) {
                    contents.put(entry.getName(), text);
                }
            }
        }
        return contents;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
