package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.AuditTrail.Line;
import org.winnow.store.AuditTrail.Part;
import org.winnow.store.AuditTrail.Search;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.testkit.TestReview;

class AuditTrailTest {
    private static final RecordId ONE = new RecordId(1);
    private static final RecordId TWO = new RecordId(2);
    private static final ReviewerId ADA = new ReviewerId(1);
    private static final ReviewerId BEN = new ReviewerId(2);

    @TempDir
    Path folder;

    private Review review;

    @BeforeEach
    void aReviewWithAHistory() {
        review = TestReview.create(folder, "Ada", "Ben");
        TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "Sleep in mice", "Naps");
        CriterionId reason = review.write(Criteria.ensure("Wrong population"));
        review.write(Decisions.decide(new NewDecision(ONE, Stage.TITLE_ABSTRACT, ADA, Verdict.EXCLUDE, reason, false)));
        review.write(Decisions.decide(new NewDecision(TWO, Stage.TITLE_ABSTRACT, BEN, Verdict.INCLUDE, null, false)));
        review.undo();
        review.write(Notes.write(TWO, BEN, "See page 3"));
    }

    @AfterEach
    void close() {
        review.close();
    }

    @Test
    void everythingIsListedTheNewestFirst() {
        assertThat(told(Search.EVERYTHING))
                .containsExactly(
                        "Ben note: See page 3 (Naps)",
                        "Ben title-abstract: withdrawn (Naps)",
                        "Ben title-abstract: include (Naps)",
                        "Ada title-abstract: exclude (Wrong population) (Sleep in mice)",
                        " reason: Wrong population ()",
                        " PubMed.ris: 2 records from PubMed ()",
                        "  ()");
    }

    @Test
    void whatNamesNobodyIsTheDoingOfWhoSitsThereAndNobodyElseTakesItBack() {
        review.seenBy(BEN).write(Criteria.ensure("No outcome"));
        assertThat(told(Search.EVERYTHING)).first().isEqualTo("Ben reason: No outcome ()");
        assertThat(review.seenBy(BEN).undoName()).contains("criterion");
        assertThat(review.seenBy(ADA).undoName()).contains("exclude");
    }

    @Test
    void itIsSearchedByWordsOfWhatOrTitleByPersonAndByPart() {
        assertThat(told(new Search("MICE", "", Part.ALL)))
                .containsExactly("Ada title-abstract: exclude (Wrong population) (Sleep in mice)");
        assertThat(told(new Search("", "Ben", Part.DECISIONS)))
                .containsExactly("Ben title-abstract: withdrawn (Naps)", "Ben title-abstract: include (Naps)");
        assertThat(told(new Search("page", "Ben", Part.REMARKS))).containsExactly("Ben note: See page 3 (Naps)");
        assertThat(told(new Search("population", "", Part.REVIEW))).containsExactly(" reason: Wrong population ()");
        assertThat(told(new Search("'; --", "", Part.ALL))).isEmpty();
    }

    @Test
    void undoGoesBackBeyondTheSessionInWhichThingsWereDone() {
        Path file = review.file();
        review.close();
        review = Review.open(file, TestReview.CLOCK);
        assertThat(review.undo().map(Changes::op)).contains("note");
        assertThat(review.undo().map(Changes::op)).contains("exclude");
        review.close();
        review = Review.open(file, TestReview.CLOCK);
        assertThat(review.redo().map(Changes::op)).contains("exclude");
        assertThat(review.redo().map(Changes::op)).contains("note");
        assertThat(review.notes().on(TWO)).extracting(Notes.Note::text).containsExactly("See page 3");
        assertThat(review.check()).isEmpty();
    }

    private List<String> told(Search search) {
        List<Long> keys =
                Arrays.stream(review.auditTrail().keys(search)).boxed().toList();
        List<Line> lines = review.auditTrail().lines(keys);
        assertThat(lines).extracting(Line::key).isEqualTo(keys);
        return lines.stream()
                .map(l -> l.event().reviewer() + " " + l.event().what() + " (" + l.title() + ")")
                .toList();
    }
}
