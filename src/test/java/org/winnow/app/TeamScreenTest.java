package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Assignment;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.StagePolicy;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Notes;
import org.winnow.store.Review;
import org.winnow.store.Team;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestReview;
import org.winnow.ui.team.SessionDesk;
import org.winnow.work.Progress;

/** The team's screen in the real window: a conflict is settled, a session goes out, comes back and is merged. */
@InTheWindow
class TeamScreenTest {
    private static final int RECORDS = 90;

    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1400, 900);

    @BeforeEach
    void openAReviewOfTwo() throws Exception {
        Path file;
        try (Review review = TestReview.create(folder, "Ada Lovelace", "Ben Okri")) {
            file = review.file();
            String[] titles = new String[RECORDS];
            for (int i = 0; i < RECORDS; i++) {
                titles[i] = "Sleep and memory consolidation in older adults: a randomised controlled trial, part " + i;
            }
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, titles);
            for (int i = 1; i <= RECORDS; i++) {
                decide(review, i, 1, i % 3 == 0 ? Verdict.INCLUDE : Verdict.EXCLUDE);
                decide(review, i, 2, i % 3 == 0 && i % 9 != 0 || i % 25 == 0 ? Verdict.INCLUDE : Verdict.EXCLUDE);
            }
            review.write(
                    Notes.write(new RecordId(9), new ReviewerId(2), "Healthy volunteers, no older adults at all."));
        }
        fixture.open(file);
    }

    private static void decide(Review review, long record, long who, Verdict verdict) {
        review.write(Decisions.decide(new NewDecision(
                new RecordId(record), Stage.TITLE_ABSTRACT, new ReviewerId(who), verdict, null, false)));
    }

    private void fire(String query) {
        fixture.robot()
                .interact(() ->
                        fixture.robot().lookup(query).queryAs(ButtonBase.class).fire());
        fixture.settle();
    }

    @Test
    void aConflictIsSettledAndAgreementStaysWhatItWas() {
        fixture.go("team");
        ListView<?> list = fixture.robot().lookup("#conflict-list").queryListView();
        int open = list.getItems().size();
        assertThat(open).isEqualTo(12);
        assertThat(fixture.texts()).contains("Ada Lovelace", "Ben Okri", "Healthy volunteers, no older adults at all.");
        fixture.picture("team-conflicts-light-1400");

        fixture.robot().interact(() -> fixture.robot()
                .lookup("#conflict-note")
                .queryAs(TextInputControl.class)
                .setText("We both read the full text."));
        fixture.robot().interact(list::requestFocus);
        fixture.robot().type(KeyCode.J, KeyCode.J, KeyCode.K);
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        fixture.robot().type(KeyCode.K);
        fixture.settle();
        fixture.robot().type(KeyCode.I);
        fixture.settle();
        assertThat(list.getItems()).hasSize(open - 1);
        assertThat(fixture.review().decisions().current(new RecordId(9), Stage.TITLE_ABSTRACT))
                .extracting(d -> d.resolution())
                .containsExactly(false, false, true);
        fixture.robot().interact(() -> fixture.window().undo());
        fixture.settle();
        assertThat(list.getItems()).hasSize(open);

        fire("#team-agreement");
        assertThat(fixture.shows("#agreement-chart")).isTrue();
        assertThat(fixture.texts()).anyMatch(t -> t.startsWith("0.87 ("));
        fixture.picture("team-agreement-light-1400");
        fixture.fire("theme-dark");
        fixture.picture("team-agreement-dark-1400");
        fire("#team-conflicts");
        fixture.picture("team-conflicts-dark-1400");
        fixture.fire("theme-light");
    }

    @Test
    void aSessionGoesOutAndIsMergedAfterItsPlanWasShown() {
        Clock clock = Clock.systemUTC();
        Path out = folder.resolve("ben.winnow-session");
        Path back = folder.resolve("back.winnow-session");
        Reviewer ben = new Reviewer(new ReviewerId(2), "Ben Okri");
        SessionDesk.Order order = new SessionDesk.Order(ben, null, "", false, false, "");
        new SessionService(fixture.review(), fixture.review(), clock).pack(order, out, Progress.NONE);
        SessionService.Opened made = SessionService.open(out, "", folder.resolve("ben.winnow"), clock);
        assertThat(made.reviewer()).isEqualTo("Ben Okri");
        try (Review his = made.review()) {
            Reviewer there = his.reviewers().named("Ben Okri").orElseThrow();
            decide(his, 1, there.id().value(), Verdict.MAYBE);
            new SessionService(his, his, clock)
                    .pack(new SessionDesk.Order(there, null, "", false, false, ""), back, Progress.NONE);
        }

        fixture.go("team");
        fire("#team-apart");
        ComboBox<?> who = fixture.robot().lookup("#pack-reviewer").queryComboBox();
        assertThat(who.getValue()).isEqualTo(ben);
        fixture.picture("team-apart-light-1400");
        fire("#team-conflicts");
        fixture.robot().interact(() -> fixture.window().openReviewNow().shell().drop(List.of(back)));
        fixture.settle();
        assertThat(fixture.texts()).contains("New conflicts: 1.");
        assertThat(fixture.review().standing().at(Stage.TITLE_ABSTRACT).of(Outcome.CONFLICT))
                .isEqualTo(12);
        fixture.picture("team-plan-light-1400");
        fire("#merge");
        assertThat(fixture.review().standing().at(Stage.TITLE_ABSTRACT).of(Outcome.CONFLICT))
                .isEqualTo(13);
        assertThat(List.of(folder.toFile().list())).anyMatch(n -> n.contains(".before-merge-"));
    }

    @Test
    void theRulesAreKeptAndTheRecordsGivenOut() {
        fixture.go("team");
        fire("#team-rules");
        fixture.robot().interact(() -> {
            fixture.robot().lookup("#rule-share").queryAs(Spinner.class).increment(-80);
            fixture.robot().lookup("#rule-settlers").queryAs(CheckBox.class).setSelected(true);
        });
        fire("#rules-keep");
        fixture.robot().interact(() -> {
            fixture.robot().lookup("#take-1").queryAs(CheckBox.class).setSelected(true);
            fixture.robot().lookup("#take-2").queryAs(CheckBox.class).setSelected(true);
            fixture.robot().lookup("#assign-seed").queryAs(Spinner.class).increment(7);
        });
        fire("#assign-give");

        Team team = fixture.review().team();
        assertThat(team.policy(Stage.TITLE_ABSTRACT)).isEqualTo(new StagePolicy(2, 20, 0, true, true));
        assertThat(team.assignment(Stage.TITLE_ABSTRACT))
                .isEqualTo(new Assignment(List.of("Ada Lovelace", "Ben Okri"), 0, 0, 0, 7));
        fire("#team-conflicts");
        assertThat(fixture.robot().lookup("#conflict-include").query().isDisabled())
                .isTrue();
    }
}
