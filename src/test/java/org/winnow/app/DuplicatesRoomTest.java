package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.BibRecord;
import org.winnow.model.SourceKind;
import org.winnow.store.NewReview;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestReview;

/** Looking through duplicates in the real window with the keyboard alone. */
@InTheWindow
class DuplicatesRoomTest {
    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700);

    @BeforeEach
    void openAReviewWithADoubtfulPair() {
        Path file = folder.resolve("two.winnow");
        try (Review review = Review.create(file, new NewReview("Two", List.of("Ada"), 1), Clock.systemUTC())) {
            for (String source : List.of("PubMed", "Embase")) {
                BibRecord record = BibRecord.builder()
                        .title("Tafenoquine in Plasmodium vivax malaria")
                        .year(2019)
                        .pmid("30650322")
                        .raw(source)
                        .build();
                TestReview.importRecords(review, source, SourceKind.DATABASE, List.of(record));
            }
        }
        fixture.open(file);
        fixture.go("duplicates");
        fixture.robot().clickOn("#find-now");
        fixture.settle();
        assertThat(fixture.texts()).contains("2 records, none merged, 1 pair to look at");
    }

    @Test
    void keysAnswerWhereverInTheWindowTheFocusIs() {
        fixture.robot().interact(() -> fixture.robot()
                .lookup("#go-import")
                .queryAs(ToggleButton.class)
                .requestFocus());
        fixture.robot().type(KeyCode.S);
        fixture.settle();
        assertThat(fixture.texts()).contains("2 records, 1 merged, nothing to look at");
        fixture.robot().type(KeyCode.D);
        fixture.settle();
        assertThat(fixture.texts()).contains("2 records, none merged, nothing to look at");
    }

    @Test
    void theListHasTheFocusWheneverTheScreenComesToTheFront() {
        fixture.go("flow");
        fixture.go("duplicates");
        WindowFixture.waitFor(
                () -> fixture.robot().lookup("#duplicate-list").queryListView().isFocused());
    }
}
