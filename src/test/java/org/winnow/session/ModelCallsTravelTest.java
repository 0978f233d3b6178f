package org.winnow.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Advices;
import org.winnow.store.Criteria;
import org.winnow.store.Statements;
import org.winnow.testkit.TestReview;

/** The merged review has the record of everything that language models were asked, by whose leave, and what of it people found. */
class ModelCallsTravelTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAskedInASessionComesBackWithItOnceOnly() {
        try (Site here = team()) {
            here.ask("Ada", "One", "tiny");
            try (Site ben = Site.opened(here.pack("Ben", true), folder.resolve("ben"), 30)) {
                assertThat(ben.review.auditTrail().modelCalls().all()).isEmpty();
                ben.ask("Ben", "Two", "tiny");
                Path back = ben.pack("Ben", true);

                here.merge(back);
                List<String> once = here.asked();
                here.merge(back);

                assertThat(here.asked()).isEqualTo(once);
                assertThat(here.review.auditTrail().modelCalls().all())
                        .extracting(c -> c.leaveOf() + " " + c.model() + " " + c.cost())
                        .containsExactly("Ada tiny 0.25", "Ben tiny 0.25");
                assertThat(once).anyMatch(line -> line.startsWith("Two ") && line.endsWith("Drugs yes 0.5"));
                assertThat(here.review
                                .auditTrail()
                                .modelCalls()
                                .uses()
                                .getFirst()
                                .checked())
                        .isEqualTo(2);
                assertThat(here.review.check()).isEmpty();
                here.review.write(Statements.state("allow-model", Statements.LEAVE, "http://there", "{}", ""));
                ben.merge(here.pack("Ben", false));
                assertThat(ben.asked()).isEqualTo(here.asked());
                assertThat(ben.review.statements().on(Statements.LEAVE))
                        .as("what is let on one computer lets nothing leave another")
                        .isEmpty();
            }
        }
    }

    @Test
    void ofSuggestionsFromTwoFilesTheOneAskedLastIsMeasured() {
        try (Site here = team()) {
            here.decide("Ada", "One", Verdict.EXCLUDE, false);
            here.decide("Ben", "One", Verdict.EXCLUDE, false);
            try (Site ben = Site.opened(here.pack("Ben", false), folder.resolve("ben"), 30)) {
                here.ask("Ada", "One", "tiny");
                ben.review.write(Criteria.ensure("Children"));
                ben.ask("Ben", "One", "tiny");
                here.merge(ben.pack("Ben", false));

                assertThat(here.review.auditTrail().advices().at(Stage.TITLE_ABSTRACT))
                        .singleElement()
                        .extracting(Advices.OfRecord::advice)
                        .satisfies(said -> assertThat(said).hasSize(2));
                assertThat(here.review.auditTrail().advices().measured(Stage.TITLE_ABSTRACT, "tiny"))
                        .hasSize(1);
            }
        }
    }

    private Site team() {
        Site site = Site.of(TestReview.create(folder, "Ada", "Ben"), folder);
        TestReview.importTitles(site.review, "PubMed", SourceKind.DATABASE, "One", "Two");
        site.review.write(Criteria.ensure("Drugs"));
        return site;
    }
}
