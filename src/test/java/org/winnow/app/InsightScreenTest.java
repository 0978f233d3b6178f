package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Verdict;
import org.winnow.ranking.Models;
import org.winnow.ranking.Plan;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Keywords.Keyword;
import org.winnow.store.Keywords.Leaning;
import org.winnow.store.NewReview;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestReview;

/** What the verdicts show, in the real window. */
@InTheWindow
class InsightScreenTest {
    private static final int RECORDS = 60;

    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700);

    @Test
    void aTermIsHighlightedWithOneClickAndADoubtfulVerdictOpensItsRecord() {
        fixture.open(review());
        fixture.go("insight");
        assertThat(fixture.texts()).contains("yoga", "14 of 14 includes, 1 of 46 excludes");
        fire("#terms-for #highlight-term");
        assertThat(fixture.review().keywords().all()).containsExactly(new Keyword("breathing", Leaning.INCLUDE));
        assertThat(button("#terms-for #highlight-term").isDisabled()).isTrue();

        fire("#insight-verdicts");
        ListView<?> doubts = fixture.robot().lookup("#doubts").queryListView();
        assertThat(doubts.getItems()).hasSize(1);
        fixture.robot().interact(() -> {
            doubts.getSelectionModel().selectFirst();
            doubts.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        fixture.settle();
        assertThat(fixture.shows("#insight")).isFalse();
        assertThat(fixture.text("#record-title")).contains("Title 8 of yoga breathing exercise");
    }

    private void fire(String query) {
        fixture.robot().interact(() -> {
            Node node = fixture.robot().lookup(query).query();
            if (node instanceof ToggleButton choice) {
                choice.fire();
            } else {
                ((ButtonBase) node).fire();
            }
        });
        fixture.settle();
    }

    private ButtonBase button(String query) {
        return fixture.robot().lookup(query).query();
    }

    /** Every fourth record is about yoga and included, but for one that was excluded; the others are excluded. */
    private Path review() {
        Path file = folder.resolve("yoga.winnow");
        try (Review review = Review.create(file, new NewReview("Back pain", List.of("Ada"), 1), Clock.systemUTC())) {
            List<String> titles = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                titles.add("Title " + i + " of "
                        + (i % 4 == 0 ? "yoga breathing exercise" : "spinal surgery outcome cohort"));
            }
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, titles.toArray(String[]::new));
            ReviewerId ada = review.reviewers().all().getFirst().id();
            List<NewDecision> all = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                all.add(new NewDecision(
                        new RecordId(i + 1),
                        org.winnow.model.Stage.TITLE_ABSTRACT,
                        ada,
                        i % 4 == 0 && i != 8 ? Verdict.INCLUDE : Verdict.EXCLUDE,
                        null,
                        false));
            }
            review.write(Decisions.decideAll(all));
            Plan plan = Plan.of(review);
            review.write(new Plan(Models.named("u4").orElseThrow(), 1, "", false, 0).instead(plan));
        }
        return file;
    }
}
