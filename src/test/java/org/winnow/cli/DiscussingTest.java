package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

/** Talking about records, looking again, and the life of a record from the command line. */
class DiscussingTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void aDecidedRecord() {
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            file = review.file();
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two");
            review.write(Decisions.decide(new NewDecision(
                    new RecordId(1), Stage.TITLE_ABSTRACT, new ReviewerId(1), Verdict.INCLUDE, null, false)));
        }
    }

    @Test
    void whatIsSaidIsListedAndStandsInTheLifeOfTheRecord() throws Exception {
        CommandLineRun.json("discuss", file, "--record", "1", "--reviewer", "Ada", "--say", "See page 4");
        JsonNode remarks = CommandLineRun.json("discuss", file, "--record", "1").get("remarks");
        assertThat(remarks).hasSize(1);
        assertThat(remarks.get(0).get("reviewer").asText() + ": "
                        + remarks.get(0).get("text").asText())
                .isEqualTo("Ada: See page 4");

        Path life = folder.resolve("life.md");
        assertThat(CommandLineRun.of("audit", file, "--record", "1", "--out", life)
                        .status())
                .isZero();
        assertThat(Files.readString(life)).contains("The life of record 1", "said: See page 4");
        CommandLineRun wrong = CommandLineRun.of("audit", file, "--out", folder.resolve("trail.pdf"));
        assertThat(wrong.status()).isNotZero();
        assertThat(wrong.err()).contains("trail.pdf is none of them");
    }

    @Test
    void sayingNeedsBothAPersonAndWords() {
        CommandLineRun run = CommandLineRun.of("discuss", file, "--record", "1", "--say", "See page 4");
        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains("both --reviewer NAME and --say TEXT");
    }

    @Test
    void decisionsAreAskedForAgainAndLetBe() {
        JsonNode asked = CommandLineRun.json(
                "look-again", file, "--verdict", "include,maybe", "--why", "Only adults from now on");
        assertThat(asked.get("left").get("Ada").asInt()).isEqualTo(1);
        assertThat(asked.get("left").get("Ben").asInt()).isZero();
        assertThat(asked.get("rules").get(0).get("why").asText()).isEqualTo("Only adults from now on");
        JsonNode after = CommandLineRun.json("look-again", file, "--verdict", "maybe,include", "--enough");
        assertThat(after.get("left").get("Ada").asInt()).isZero();
        assertThat(after.get("rules")).isEmpty();
        assertThat(CommandLineRun.of("look-again", file, "--verdict", "include").err())
                .contains("Say with --why");
    }
}
