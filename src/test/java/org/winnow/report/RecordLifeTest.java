package org.winnow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.document.Documents;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Merges;
import org.winnow.store.Review;
import org.winnow.store.Tags;
import org.winnow.testkit.TestReview;

class RecordLifeTest {
    @TempDir
    Path folder;

    @Test
    void theReportTellsTheLifeFromTheImportOnAndThoseOfTheDuplicates() {
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "Sleep in mice");
            TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "Sleep in mice.");
            RecordId one = new RecordId(1);
            review.write(Merges.same(one, new RecordId(2), "The same title"));
            review.write(Decisions.decide(
                    new NewDecision(one, Stage.TITLE_ABSTRACT, new ReviewerId(1), Verdict.INCLUDE, null, false)));
            review.write(Tags.put(one, new ReviewerId(1), "RCT"));

            String report =
                    new String(Documents.bytes(RecordLife.of(review, one), "md").orElseThrow(), StandardCharsets.UTF_8);
            assertThat(report)
                    .contains("# The life of record 1", "Sleep in mice.", "It came from PubMed.", "Tags: RCT.")
                    .containsSubsequence(
                            "came in with PubMed.ris from PubMed, line 1", "title-abstract: include", "tag: RCT")
                    .containsSubsequence(
                            "Record 2, a duplicate of it", "came in with Embase.ris", "marked as a duplicate");
            assertThatThrownBy(() -> RecordLife.of(review, new RecordId(99)))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("no record 99");
        }
    }
}
