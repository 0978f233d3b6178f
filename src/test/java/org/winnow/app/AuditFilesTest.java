package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Reviewer;
import org.winnow.model.Role;
import org.winnow.model.Stage;
import org.winnow.store.Review;
import org.winnow.store.Team;
import org.winnow.testkit.TestReview;

/** Who is offered the trail with what blinding hides. */
class AuditFilesTest {
    @TempDir
    Path folder;

    @Test
    void theLeadOfABlindedTeamAndNobodyElse() {
        try (Review review = TestReview.create(folder, "Ada", "Lea")) {
            Reviewer ada = review.reviewers().named("Ada").orElseThrow();
            Reviewer lea = review.reviewers().named("Lea").orElseThrow();
            for (Stage stage : Stage.values()) {
                review.write(Team.blinding(stage, true, null));
            }
            assertThat(new AuditFiles(review, lea).unblinded())
                    .as("nobody leads")
                    .isEmpty();

            review.write(Team.role(lea, Role.LEAD, null));
            assertThat(new AuditFiles(review, lea).unblinded()).contains(review);
            assertThat(new AuditFiles(review, ada).unblinded()).isEmpty();

            for (Stage stage : Stage.values()) {
                review.write(Team.blinding(stage, false, lea.id()));
            }
            assertThat(new AuditFiles(review, lea).unblinded())
                    .as("nothing is hidden")
                    .isEmpty();
        }
    }
}
