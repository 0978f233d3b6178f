package org.winnow.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.dataset.Evidence;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Items;
import org.winnow.dfllm.dataset.Level;
import org.winnow.dfllm.dataset.State;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

/** Questions written beside a PDF go where annotations go, and are seen by whom annotations are. */
class QuestionsTravelTest {
    @TempDir
    Path folder;

    @Test
    void questionsOfTwoFilesMeetInAnyOrderAndOnceOnly() {
        try (Site here = team();
                Site ben = Site.opened(here.pack("Ben", true), folder.resolve("ben"), 30)) {
            Item mine = ask(here, "Ada", "One", Site.START.plusSeconds(1));
            Item his = ask(ben, "Ben", "One", Site.START.plusSeconds(2));
            Path back = ben.pack("Ben", true);
            Path forth = here.pack("Ben", false);

            here.merge(back);
            here.merge(back);
            ben.merge(forth);

            assertThat(Items.of(here.review)).containsOnlyKeys(mine.id(), his.id());
            assertThat(Items.of(ben.review)).isEqualTo(Items.of(here.review));
            assertThat(here.merge(ben.pack("Ben", true)).brings()).isFalse();
            assertThat(Items.of(here.review).get(his.id())).isEqualTo(his);
        }
    }

    @Test
    void aBlindedPackHasOnesOwnQuestionsAndTheLatestWordOnThemWins() {
        try (Site here = team()) {
            ask(here, "Ada", "One", Site.START);
            Item his = ask(here, "Ben", "Two", Site.START);
            try (Site ben = Site.opened(here.pack("Ben", true), folder.resolve("ben"), 30)) {
                assertThat(Items.of(ben.review)).containsOnlyKeys(his.id());
                Item edited = his.edited("How many?", "Six.", "Ben", Site.START.plusSeconds(40));
                ben.review.write(Items.put(List.of(edited)));
                here.review.write(Items.put(List.of(his.as(State.REJECTED, "Ada", Site.START.plusSeconds(20)))));
                here.merge(ben.pack("Ben", true));
                assertThat(Items.of(here.review).get(his.id())).isEqualTo(edited);
            }
        }
    }

    @Test
    void othersQuestionsAreSeenOnceOnesOwnDecisionOnTheReportIsTaken() {
        try (Site here = team()) {
            Item about = ask(here, "Ada", "One", Site.START);
            Item whole =
                    Item.written(Level.REVIEW, "What is it about?", "Sleep.", null, null, List.of(), "Ada", Site.START);
            here.review.write(Items.put(List.of(whole)));
            Reviewer ben = here.person("Ben");
            Review seen = here.review.seenBy(ben.id());
            assertThat(Items.of(seen)).containsOnlyKeys(whole.id());
            assertThat(Items.of(here.review.seenBy(here.person("Ada").id()))).containsKey(about.id());
            assertThat(trail(seen)).noneMatch(words -> words.contains("How many took part?"));

            here.review.write(Decisions.decide(
                    new NewDecision(here.record("One"), Stage.FULL_TEXT, ben.id(), Verdict.INCLUDE, null, false)));

            assertThat(Items.of(seen)).containsOnlyKeys(about.id(), whole.id());
            assertThat(trail(seen)).anyMatch(words -> words.contains("How many took part?"));
        }
    }

    private static List<String> trail(Review review) {
        List<String> words = new ArrayList<>();
        review.auditTrail().events(event -> words.add(event.toString()));
        return words;
    }

    private Site team() {
        Review review = TestReview.create(folder, "Ada", "Ben");
        TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two");
        return Site.of(review, folder);
    }

    private static Item ask(Site at, String name, String title, Instant when) {
        RecordId record = at.record(title);
        Evidence evidence = new Evidence(
                at.review.records().uuids().getOrDefault(record, ""), "c".repeat(64), 3, 10, 22, "Six took part.");
        Item item = Item.written(
                Level.SECTION, "How many took part?", "Six.", null, Label.SUPPORTED, List.of(evidence), name, when);
        at.review.write(Items.put(List.of(item)).by(at.person(name).id()));
        return item;
    }
}
