package org.winnow.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.SourceCount;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** What included reports cite becomes records to be screened. */
class SnowballingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
        12. Smith J, O'Doe AB. Coffee and sleep in offices: a trial. J Sleep Res. 2010;12(3):44-50. doi:10.1000/ab.12 | Coffee and sleep in offices: a trial | Smith | 2 | 2010 | J Sleep Res
        Smith, J. A., & O'Doe, B. (2010). Coffee and sleep in offices. Journal of Sleep, 12(3), 44-50. https://doi.org/10.1000/ab.12 | Coffee and sleep in offices | Smith | 2 | 2010 | Journal of Sleep
        [3] J. A. Smith and B. Doe, “Coffee and sleep in offices,” Journal of Sleep, vol. 12, pp. 44-50, 2010. doi: 10.1000/ab.12 | Coffee and sleep in offices | Smith | 2 | 2010 | Journal of Sleep
        7. Fock KM, Katelaris P, et al. Consensus guidelines for an infection. Gut 2009;24:1587e600 (PMID:19788600), doi: 10.1000/ ab.12 | Consensus guidelines for an infection | Fock | 2 | 2009 | Gut
        Yves R. Kirschner, Jan Keim, and Anne Koziolek. 2023. Automated engineering of structure. In Software Architecture. 283-291. doi:10.1000/ab.12 | Automated engineering of structure | Kirschner | 3 | 2023 | Software Architecture
        [4] Jane Smith and Bob Doe. Coffee and sleep in offices. In Sleep Conference, pages 3-9, 2010. doi:10.1000/ab.12 | Coffee and sleep in offices | Smith | 2 | 2010 | Sleep Conference
        """)
    void anEntryIsReadInTheUsualForms(
            String entry, String title, String family, int authors, int year, String journal) {
        BibRecord read = CitedWork.of(entry).orElseThrow();

        assertThat(read.title()).isEqualTo(title);
        assertThat(read.year()).isEqualTo(year);
        assertThat(read.doi()).isEqualTo(new Doi("10.1000/ab.12"));
        assertThat(read.journal()).startsWith(journal);
        assertThat(read.authors()).hasSize(authors);
        assertThat(read.authors().get(0).family()).isEqualTo(family);
    }

    @Test
    void whatHasNoTitleIsNoRecord() {
        assertThat(CitedWork.of("Ibid., p. 12.")).isEmpty();
        assertThat(CitedWork.of("12. 2010;12(3):44-50.")).isEmpty();
        assertThat(CitedWork.of("")).isEmpty();
    }

    @Test
    void referencesOfIncludedReportsComeInOnce() {
        Path pdf = PaperFixture.paper()
                .line(60, 90, 18, true, "Coffee before sleep: a randomised trial")
                .left(140, "Caffeine was given in capsules of two hundred milligrams.")
                .line(60, 190, 13, true, "References")
                .left(
                        210,
                        "1. Smith J, Doe A. Coffee and sleep in offices. J Sleep. 2010;1:4-5.",
                        "2. Roe R. Tea and work in four large towns. J Work. 2011;2:6-7.",
                        "3. Poe E. Ravens over the houses of the poor. J Birds. 2012;3:8-9.",
                        "4. Ibid.")
                .save(folder.resolve("a.pdf"));
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(
                    review, "PubMed", SourceKind.DATABASE, "Coffee before sleep: a randomised trial", "Another one");
            ReviewerId ada = review.reviewers().all().get(0).id();
            new Attaching(review, ada, Ocr.NONE).attach(List.of(pdf), Progress.NONE);
            assertThat(new Snowballing(review).run(Progress.NONE).references()).isZero();
            for (Stage stage : Stage.values()) {
                review.write(
                        Decisions.decide(new NewDecision(new RecordId(1), stage, ada, Verdict.INCLUDE, null, false)));
            }

            Snowballing chosen = new Snowballing(review);
            List<Snowballing.Cited> works = chosen.find(Progress.NONE).works();
            assertThat(works)
                    .hasSize(3)
                    .allMatch(w -> w.known() == null && w.citedBy().equals(List.of(new RecordId(1))));
            TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "Tea and work in four large towns");
            assertThat(chosen.find(Progress.NONE).works())
                    .extracting(Snowballing.Cited::known)
                    .as("what the review has already is named")
                    .containsExactly(null, new RecordId(3), null);
            assertThat(chosen.take(works.subList(2, 3))).isEqualTo(1);
            assertThat(chosen.find(Progress.NONE).works()).hasSize(2);
            review.undo();
            review.undo();

            Snowballing.Report report = new Snowballing(review).run(Progress.NONE);

            assertThat(report.reports()).isEqualTo(1);
            assertThat(report.imported()).isEqualTo(3);
            assertThat(new Snowballing(review).run(Progress.NONE).imported()).isZero();
            assertThat(review.sources().counts())
                    .extracting(SourceCount::records)
                    .containsExactly(2L, 3L);
            assertThat(review.records().ids(RecordQuery.everything().withText("ravens")))
                    .hasSize(1);
            assertThat(review.check()).isEmpty();
        }
    }

    @Test
    void aShortListIsReadAndAReportWithoutOneIsNamed() {
        Path letter = PaperFixture.paper()
                .line(60, 90, 18, true, "Coffee before sleep: a randomised trial")
                .line(60, 190, 13, true, "References")
                .left(
                        210,
                        "1. Smith J, Doe A. Coffee and sleep in offices. J Sleep. 2010;1:4-5.",
                        "2. Roe R. Tea and work in four large towns. J Work. 2011;2:6-7.")
                .save(folder.resolve("letter.pdf"));
        Path none = PaperFixture.paper()
                .line(60, 90, 18, true, "Tea after lunch in offices of two towns")
                .left(140, "Tea was given in cups of two hundred millilitres.")
                .save(folder.resolve("none.pdf"));
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(
                    review,
                    "PubMed",
                    SourceKind.DATABASE,
                    "Coffee before sleep: a randomised trial",
                    "Tea after lunch in offices of two towns");
            ReviewerId ada = review.reviewers().all().get(0).id();
            new Attaching(review, null, Ocr.NONE).attach(List.of(letter, none), Progress.NONE);
            for (Stage stage : Stage.values()) {
                for (long id = 1; id <= 2; id++) {
                    review.write(Decisions.decide(
                            new NewDecision(new RecordId(id), stage, ada, Verdict.INCLUDE, null, false)));
                }
            }
            assertThat(review.retrievals().wanted())
                    .as("what has a file was retrieved, though nobody has said so")
                    .allMatch(report -> report.said().state() == Retrieval.RETRIEVED);
            assertThat(review.retrievals().of(new RecordId(1))).isEqualTo(Retrieval.RETRIEVED);

            Snowballing.Report report = new Snowballing(review).run(Progress.NONE);

            assertThat(report.imported()).isEqualTo(2);
            assertThat(report.trouble())
                    .containsExactly("In the full text of record 2 no list of references can be told.");
        }
    }
}
