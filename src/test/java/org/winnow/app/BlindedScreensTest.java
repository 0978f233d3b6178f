package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Criteria;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Notes;
import org.winnow.store.Review;
import org.winnow.store.Tags;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestReview;

/** Two reviews that differ in what another decided show the same on every screen to who has not decided yet. */
@InTheWindow
class BlindedScreensTest {
    private static final ReviewerId ADA = new ReviewerId(1);

    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700, "{\"reviewer\":\"Ben\"}");

    @Test
    void noScreenBetraysWhatAnotherDecided() throws Exception {
        Map<String, List<String>> one = shown("quagga", Verdict.INCLUDE);
        Map<String, List<String>> two = shown("zebra", Verdict.EXCLUDE);

        one.forEach((screen, texts) -> assertThat(two.get(screen)).as(screen).isEqualTo(texts));
        assertThat(one.toString()).contains("Ben").doesNotContain("quagga", "zebra");
    }

    /** What is shown where the mouse rests, and what is read aloud. */
    private List<String> hints() {
        List<String> hints = new ArrayList<>();
        for (Node node : fixture.robot().lookup(n -> true).queryAll()) {
            if (node.getAccessibleText() != null) {
                hints.add(node.getAccessibleText());
            }
            if (node instanceof Control control && control.getTooltip() != null) {
                hints.add(control.getTooltip().getText());
            }
        }
        return hints;
    }

    private Map<String, List<String>> shown(String word, Verdict verdict) throws Exception {
        Path file = Files.createDirectories(folder.resolve(word)).resolve("test.winnow");
        try (Review review = TestReview.create(file.getParent(), "Ada", "Ben")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two", "Three");
            // A reason that nobody gives tells nothing.
            CriterionId reason = verdict == Verdict.EXCLUDE ? review.write(Criteria.given("reason " + word)) : null;
            for (int i = 1; i <= 3; i++) {
                review.write(Decisions.decide(
                        new NewDecision(new RecordId(i), Stage.TITLE_ABSTRACT, ADA, verdict, reason, false)));
            }
            review.write(Notes.write(new RecordId(1), ADA, "note " + word));
            review.write(Tags.put(new RecordId(1), ADA, word));
        }
        fixture.open(file);
        Map<String, List<String>> shown = new LinkedHashMap<>();
        for (String screen : EveryScreenTest.SCREENS) {
            fixture.go(screen);
            // The status bar says where the file lies.
            shown.put(
                    screen,
                    Stream.concat(fixture.texts().stream(), hints().stream())
                            .map(t -> t.replace(file.toString(), "the file"))
                            .toList());
        }
        fixture.robot().interact(() -> fixture.window().closeReview());
        fixture.settle();
        return shown;
    }
}
