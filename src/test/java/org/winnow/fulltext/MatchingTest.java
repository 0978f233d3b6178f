package org.winnow.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

class MatchingTest {
    private static final RecordId ONE = new RecordId(1);
    private static final RecordId TWO = new RecordId(2);

    @TempDir
    Path folder;

    private final Matching matching = new Matching();

    private static BibRecord.Builder record(String title, String family, int year) {
        return BibRecord.builder().title(title).author(new Author(family, "A")).year(year);
    }

    private Article paper(String doi, String title, String authors) {
        Path file = PaperFixture.paper()
                .line(60, 60, 8, false, doi.isEmpty() ? "Received 2019" : "https://doi.org/" + doi)
                .line(60, 90, 18, true, title)
                .line(60, 130, 11, false, authors)
                .left(160, "Nothing else is said in this paper,", "which is as short as a paper can be.")
                .save(folder.resolve("paper.pdf"));
        return ArticleReader.USUAL.read(file, "", Progress.NONE);
    }

    @Test
    void theSameDoiAndTitleAreCertain() {
        matching.add(
                ONE,
                record("Coffee before sleep", "Byron", 2019)
                        .doi(new Doi("10.1234/x"))
                        .build());
        matching.add(TWO, record("Coffee before sleep", "Byron", 2019).build());

        Match match = matching.of(paper("10.1234/X", "Coffee before sleep", "Ada Byron"));

        assertThat(match.certain()).isTrue();
        assertThat(match.candidates().get(0).record()).isEqualTo(ONE);
        assertThat(match.candidates().get(0).why()).contains("same DOI 10.1234/x");
    }

    @Test
    void aDoiWhoseTitleIsAnotherIsShownAndNotTaken() {
        matching.add(
                ONE,
                record("Tea after lunch in four offices", "Roe", 2019)
                        .doi(new Doi("10.1234/x"))
                        .build());

        Match match = matching.of(paper("10.1234/x", "Coffee before sleep: a randomised trial", "Ada Byron"));

        assertThat(match.certain()).isFalse();
        assertThat(match.candidates()).singleElement().satisfies(c -> {
            assertThat(c.record()).isEqualTo(ONE);
            assertThat(c.why()).contains("10.1234/x").contains("title does not");
        });
    }

    @Test
    void aTitleOnTheFirstPageIsCertainWhateverItsAccentsAndHyphens() {
        matching.add(
                ONE,
                record("Caf\u00E9 noir, long-term memory and sleep", "Byron", 2019)
                        .build());
        matching.add(
                TWO,
                record("Long-term memory of coffee drinkers in Rome", "Roe", 2019)
                        .build());

        Match match = matching.of(paper("", "Cafe noir, long\u2013term memory and sleep", "Ada Byron"));

        assertThat(match.certain()).isTrue();
        assertThat(match.candidates().get(0).record()).isEqualTo(ONE);
    }

    @Test
    void ofTwoRecordsWithOneTitleTheOneWithTheAuthorsNameIsTaken() {
        matching.add(ONE, record("Sleep and memory in adults", "Roe", 2019).build());
        matching.add(TWO, record("Sleep and memory in adults", "Byron", 2019).build());

        Match match = matching.of(paper("", "Sleep and memory in adults", "Ada Byron"));

        assertThat(match.certain()).isTrue();
        assertThat(match.candidates().get(0).record()).isEqualTo(TWO);
    }

    @Test
    void ofATitleAndItsLongerCompanionTheLongerIsTakenWhereItIsPrinted() {
        matching.add(ONE, record("Sleep and memory in adults", "Byron", 2019).build());
        matching.add(
                TWO,
                record("Sleep and memory in adults: one year later", "Byron", 2019)
                        .build());

        assertThat(matching.of(paper("", "Sleep and memory in adults: one year later", "Ada Byron"))
                        .candidates()
                        .get(0)
                        .record())
                .isEqualTo(TWO);
    }

    @Test
    void aTitleThatIsOnlyAlikeIsAskedAbout() {
        matching.add(
                ONE,
                record("Effects of evening coffee on the sleep of shift workers in Rome", "Roe", 2011)
                        .build());

        Match match =
                matching.of(paper("", "Effects of evening coffee on sleep of shift workers in Milan", "Ada Byron"));

        assertThat(match.certain()).isFalse();
        assertThat(match.candidates()).hasSize(1);
    }

    @Test
    void nothingAlikeGivesNothing() {
        matching.add(ONE, record("Tea after lunch in four offices", "Roe", 2019).build());

        assertThat(matching.of(paper("", "Coffee before sleep: a randomised trial", "Ada Byron")))
                .isEqualTo(Match.NONE);
    }

    @Test
    void aShortTitleIsTakenWithItsAuthorAndYearAndShownWithoutThem() {
        matching.add(ONE, record("Ideal hash trees", "Bagwell", 2019).build());
        Match known = matching.of(paper("", "Ideal hash trees", "Phil Bagwell"));
        Match strange = matching.of(paper("", "Ideal hash trees", "Someone Else"));

        assertThat(known).isEqualTo(Match.certain(ONE, "the title, an author and the year are the same"));
        assertThat(strange.certain()).isFalse();
        assertThat(strange.candidates())
                .containsExactly(new Match.Candidate(ONE, 0.7, "its title is the same, but short"));
    }

    @Test
    void aTitleOfOneWordIsOfferedWhereItIsALineAndItsAuthorIsNamedAndNeverTaken() {
        matching.add(ONE, record("Sleep", "Byron", 2019).build());
        matching.add(TWO, record("Sleep", "Darwin", 2019).build());

        Match match = matching.of(paper("", "Sleep", "Ada Byron"));

        assertThat(match.certain()).isFalse();
        assertThat(match.candidates()).singleElement().satisfies(c -> {
            assertThat(c.record()).isEqualTo(ONE);
            assertThat(c.why()).contains("short title is a line");
        });
        assertThat(matching.of(paper("", "Sleep", "Zoe Zed")).candidates()).isEmpty();
    }
}
