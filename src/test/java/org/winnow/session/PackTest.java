package org.winnow.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.model.BibRecord;
import org.winnow.model.Outcome;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.model.Verdict;
import org.winnow.store.Merged;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.store.Tags;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

class PackTest {
    @TempDir
    Path folder;

    private Site main;

    @BeforeEach
    void aReviewOfTwo() {
        main = Site.of(TestReview.create(folder, "Ada", "Ben"), folder);
        TestReview.importRecords(
                main.review,
                "PubMed",
                SourceKind.DATABASE,
                List.of(
                        TestReview.titled("One"),
                        TestReview.titled("Two"),
                        BibRecord.builder()
                                .title("Three")
                                .note("RAYYAN-INCLUSION: {\"Ben\"=>\"Excluded\"}")
                                .raw("TI  - Three\nN1  - RAYYAN-INCLUSION: {\"Ben\"=>\"Excluded\"}\n")
                                .build()));
        main.decide("Ada", "One", Verdict.INCLUDE, false);
        main.decide("Ben", "One", Verdict.EXCLUDE, false);
        main.note("Ben", "Two", "Ben thinks otherwise");
        main.review.write(Tags.put(main.record("Two"), main.person("Ben").id(), "bens-own-tag"));
        main.decide("Ben", "Two", Verdict.INCLUDE, true);
    }

    @AfterEach
    void close() {
        main.close();
    }

    @Test
    void whatCameToASessionGoesBackWithItAndWhatItPacksForOthersIsBlinded() throws IOException {
        Path at = Files.createDirectories(folder.resolve("generations"));
        try (Site main = Site.of(TestReview.create(at, "Ada", "Ben", "Cy"), at)) {
            TestReview.importTitles(main.review, "PubMed", SourceKind.DATABASE, "One", "Two");
            try (Site ben = Site.opened(main.pack("Ben", true), folder.resolve("Ben's"), 0)) {
                ben.decide("Ben", "One", Verdict.EXCLUDE, false);
                ben.note("Ben", "One", "Ben's note");
                try (Site cy = Site.opened(ben.pack("Cy", true), folder.resolve("Cy's"), 0)) {
                    assertThat(cy.state().toString()).doesNotContain("Ben EXCLUDE", "Ben's note");
                    cy.decide("Cy", "Two", Verdict.INCLUDE, false);
                    cy.note("Cy", "Two", "Cy's note");
                    ben.merge(cy.pack("Cy", true));
                }
                main.merge(ben.pack("Ben", true));
            }
            assertThat(main.state().toString()).contains("Cy INCLUDE", "Cy's note", "Ben EXCLUDE", "Ben's note");
        }
    }

    @Test
    void whoeverMergesAndHasNotDecidedIsNotToldOnWhatTheOthersDisagree() throws IOException {
        Path at = Files.createDirectories(folder.resolve("three"));
        try (Site main = Site.of(TestReview.create(at, "Ada", "Ben", "Cy"), at)) {
            TestReview.importTitles(main.review, "PubMed", SourceKind.DATABASE, "One", "Two");
            Path back;
            try (Site ben = Site.opened(main.pack("Ben", true), folder.resolve("Ben's"), 0)) {
                ben.decide("Ben", "One", Verdict.EXCLUDE, false);
                ben.decide("Ben", "Two", Verdict.EXCLUDE, false);
                back = ben.pack("Ben", true);
            }
            main.decide("Ada", "One", Verdict.INCLUDE, false);
            main.decide("Ada", "Two", Verdict.INCLUDE, false);
            main.decide("Cy", "Two", Verdict.INCLUDE, false);

            for (Review seen : List.of(main.review.seenBy(main.person("Cy").id()), main.review.seenBy(null))) {
                assertThat(main.plan(back, seen).conflicts())
                        .extracting(Merged.Conflict::title)
                        .containsExactly("Two");
            }
            assertThat(main.plan(back).conflicts()).hasSize(2);
        }
    }

    @Test
    void aChangeOfAnyByteIsNoticed() throws IOException {
        Path pack = main.pack("Ada", true);
        byte[] whole = Files.readAllBytes(pack);
        Path changed = folder.resolve("changed.winnow-session");

        for (int at = 0; at < whole.length; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= (byte) (1 + at % 255);
            Files.write(changed, bytes);
            assertThatThrownBy(() -> Pack.open(changed, null, Progress.NONE))
                    .as("byte %s", at)
                    .isInstanceOf(UnreadableSession.class)
                    .hasMessageContaining(changed.toString());
        }
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(changed, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Pack.open(changed, null, Progress.NONE)).isInstanceOf(UnreadableSession.class);
        }
    }

    /** Somebody who knows the format mends the seal and, in the second column, the checksums too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            decisions.jsonl | false | "verdict":"include"  | "verdict":"exclude"     | is not what was packed
            decisions.jsonl | true  | "verdict":"include"  | "verdict":"certainly"   | holds what no review can hold
            decisions.jsonl | true  | "resolution":0       | "resolution":7          | no usable resolution
            decisions.jsonl | true  | "verdict":"include"  | "verdict":"exclude"     | say something else
            decisions.jsonl | true  | "reviewer":"Ada"     | "reviewer":"Zoe"        | names a reviewer that is not in it
            records.jsonl   | true  | "type":"             | "type":"NO_SUCH_        | holds what no record of a review can hold
            records.jsonl   | true  | "title":"One"        | "titel":"One"           | no usable title
            manifest.json   | true  | "version" : 4        | "version" : 5           | newer Winnow
            manifest.json   | true  | notes.jsonl          | ../notes.jsonl          | holds other files
            """)
    void whatWasChangedByHandIsRefused(String part, boolean mended, String from, String to, String words)
            throws IOException {
        Path pack = Forgery.changed(folder, main.pack("Ada", true), mended, files -> {
            String text = new String(files.get(part), StandardCharsets.UTF_8);
            assertThat(text).contains(from);
            files.put(part, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        });
        Path target = Files.createDirectories(folder.resolve("other"));

        assertThatThrownBy(() -> {
                    if (words.equals("say something else")) {
                        main.merge(pack);
                    } else {
                        // There all of it is new; here what is known is not looked at again.
                        Site.opened(pack, target, 0).close();
                    }
                })
                .isInstanceOf(UserException.class)
                .hasMessageContaining(words);
        assertThat(target.resolve("mine.winnow")).doesNotExist();
    }

    @Test
    void aLeaveToSendThingsAwayThatSomebodyWroteIntoAPackIsNotTaken() throws IOException {
        Path pack = main.pack("Ada", true);
        try (Site ada = Site.opened(pack, folder.resolve("ada"), 0)) {
            ada.review.write(Statements.state("said", "no-leave", "http://there", "{}", ""));
            ada.review.write(Statements.state("said", "other", "http://there", "{}", ""));
            pack = ada.pack("Ada", true);
        }
        main.merge(Forgery.changed(folder, pack, true, files -> {
            String text = new String(files.get("statements.jsonl"), StandardCharsets.UTF_8);
            files.put(
                    "statements.jsonl",
                    text.replace("no-leave", Statements.LEAVE).getBytes(StandardCharsets.UTF_8));
        }));

        assertThat(main.review.statements().on("other")).hasSize(1);
        assertThat(main.review.statements().on(Statements.LEAVE)).isEmpty();
    }

    @Test
    void aFileMoreInTheArchiveIsRefused() throws IOException {
        Path pack = Forgery.changed(folder, main.pack("Ada", true), false, files -> files.put("more.txt", new byte[3]));

        assertThatThrownBy(() -> main.merge(pack)).hasMessageContaining("holds other files");
    }

    @Test
    void aPackOfAnotherReviewIsRefusedByName() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path pack;
        try (Site other = Site.of(TestReview.create(elsewhere, "Ada"), elsewhere)) {
            TestReview.importTitles(other.review, "PubMed", SourceKind.DATABASE, "One");
            pack = other.pack("Ada", true);
        }

        assertThatThrownBy(() -> main.merge(pack)).hasMessageContaining("belongs to another review, \"A test review\"");
    }

    @Test
    void nothingOfTheOthersIsInABlindedPack() throws IOException {
        String all = text(main.pack("Ada", true));

        assertThat(all)
                .contains("\"One\"", "\"Two\"", "\"Three\"", "\"reviewer\":\"Ada\"")
                .doesNotContain("thinks otherwise", "bens-own-tag", "RAYYAN", "Excluded", "\"verdict\":\"exclude\"")
                .doesNotContain("\"reviewer\":\"Ben\"", "\"resolution\":1", "conflict");
        assertThat(text(main.pack("Ada", false))).contains("thinks otherwise", "bens-own-tag", "\"resolution\":1");
    }

    @Test
    void theColleagueWorksInAFileOfTheirOwnAndEverythingComesBack() {
        Path out = main.pack("Ada", true);
        Path back;
        try (Site ada = Site.opened(out, folder.resolve("ada"), -86_400)) {
            assertThat(ada.review.setup().info()).isEqualTo(main.review.setup().info());
            assertThat(ada.record("Three")).isEqualTo(main.record("Three"));
            assertThat(ada.review.undo()).isEmpty();
            // Her clock is a day behind; still the later decision is the later one.
            ada.decide("Ada", "One", Verdict.EXCLUDE, false);
            ada.decide("Ada", "Three", Verdict.INCLUDE, false);
            ada.note("Ada", "Three", "Read in the train");
            ada.review.write(Tags.put(ada.record("Three"), ada.person("Ada").id(), "RCT"));
            assertThat(ada.review.check()).isEmpty();
            back = ada.pack("Ada", true);
        }
        main.decide("Ben", "Three", Verdict.EXCLUDE, false);
        List<String> before = main.state();

        Merged plan = main.plan(back);

        assertThat(main.state()).isEqualTo(before);
        assertThat(plan.added()).isEqualTo(4);
        assertThat(plan.known()).isEqualTo(1);
        assertThat(plan.conflicts()).extracting(Merged.Conflict::title).containsExactly("Three");
        assertThat(main.merge(back)).isEqualTo(plan);
        assertThat(main.review.standing().at(Stage.TITLE_ABSTRACT).of(Outcome.CONFLICT))
                .isEqualTo(1);
        assertThat(main.review.standing().at(Stage.TITLE_ABSTRACT).of(Outcome.EXCLUDE))
                .isEqualTo(1);
        assertThat(main.review.undoName()).isEmpty();
        assertThat(folder.toFile().list((dir, name) -> name.contains(".before-merge-")))
                .hasSize(1);
    }

    @Test
    void recordsThatReachedFullTextAreReadInFullWithoutTheOthersVerdicts() {
        Path out =
                main.pack(new Packing.Request(main.person("Ada"), Stage.FULL_TEXT, "", true, false, false, null, null));

        try (Site ada = Site.opened(out, folder.resolve("ada"), 0)) {
            assertThat(ada.review.records().ids(RecordQuery.at(Stage.FULL_TEXT)))
                    .containsExactly(main.record("Two").value());
            assertThat(ada.review.check()).isEmpty();
        }
    }

    @Test
    void aPasswordLocksThePackAndNothingElseOpensIt() throws IOException {
        Path pack = folder.resolve("locked.winnow-session");
        new Packing(main.review, null, TestReview.CLOCK)
                .pack(
                        new Packing.Request(main.person("Ada"), null, "", true, false, false, null, null),
                        pack,
                        "naps & cats".toCharArray(),
                        Progress.NONE);
        byte[] bytes = Files.readAllBytes(pack);

        assertThat(Pack.isLocked(pack)).isTrue();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("manifest");
        assertThatThrownBy(() -> Pack.open(pack, null, Progress.NONE)).hasMessageContaining("locked with a password");
        assertThatThrownBy(() -> Pack.open(pack, "cats".toCharArray(), Progress.NONE))
                .hasMessageContaining("does not open with this password");
        try (Pack opened = Pack.open(pack, "naps & cats".toCharArray(), Progress.NONE)) {
            assertThat(opened.reviewer()).isEqualTo("Ada");
        }
        for (int at : List.of(10, 30, 38, 45, 60, bytes.length - 1)) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(pack, changed);
            assertThatThrownBy(() -> Pack.open(pack, "naps & cats".toCharArray(), Progress.NONE))
                    .as("byte %s", at)
                    .isInstanceOf(UnreadableSession.class);
        }
    }

    private static String text(Path pack) throws IOException {
        StringBuilder all = new StringBuilder();
        Forgery.files(pack).values().forEach(b -> all.append(new String(b, StandardCharsets.UTF_8)));
        return all.toString();
    }
}
