package org.winnow.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.formats.Formats;
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
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

/** What was marked in a full text for the reason stands with the reason in files of records. */
class PassagesTest {
    private static final RecordId REPORT = new RecordId(1);

    @TempDir
    Path folder;

    private static String exported(Review review, String ending) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Exporting(review)
                .toStream(RecordQuery.everything(), Formats.ofEnding(ending).orElseThrow(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theWordsStandBesideTheReasonInTablesAndInTheNoteOfOtherFormats() throws IOException {
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "Coffee before sleep");
            ReviewerId ada = review.reviewers().named("Ada").orElseThrow().id();
            CriterionId reason = review.write(Criteria.ensure("Wrong population"));
            review.write(
                    Decisions.decide(new NewDecision(REPORT, Stage.FULL_TEXT, ada, Verdict.EXCLUDE, reason, false)));
            review.write(Annotations.make(new Annotations.Draft(
                    REPORT,
                    "c".repeat(64),
                    ada,
                    AnnotationKind.HIGHLIGHT,
                    MarkColour.PALETTE.getFirst(),
                    new Anchor(3, List.of(Quad.upright(10, 20, 30, 40)), "all were\nmice", "", ""),
                    "",
                    reason,
                    "")));

            assertThat(exported(review, "csv")).contains("Wrong population,“all were mice” (page 3),");
            assertThat(exported(review, "ris"))
                    .contains(
                            "\"quotes\":[{\"reason\":\"Wrong population\",\"page\":3,\"quote\":\"all were mice\",\"reviewer\":\"Ada\"}]");
        }
    }
}
