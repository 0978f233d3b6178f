package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.MergedRecord.Field;
import org.winnow.model.Outcome;
import org.winnow.model.Source;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Tag;
import org.winnow.model.Verdict;
import org.winnow.store.DuplicateList.Item;
import org.winnow.store.DuplicateList.Row;
import org.winnow.store.Duplicates.Answer;
import org.winnow.store.Duplicates.DoubtfulPair;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.testkit.TestReview;

class DuplicatesTest extends DuplicatesCase {
    @Test
    void groupsThatMeetBecomeOneGroupWithOneKeeper() {
        found(duplicate(2, 1), duplicate(4, 3), duplicate(4, 2), duplicate(1, 3));

        assertThat(keepers()).isEqualTo(Map.of(2L, 1L, 3L, 1L, 4L, 1L));
        assertThat(review.records().ids(RecordQuery.everything())).containsExactly(1, 5);
        assertThat(review.duplicates().behind(id(1)))
                .extracting(Duplicate::record)
                .containsExactly(id(2), id(3), id(4));
    }

    @Test
    void whoIsTakenOutLeavesTheOthersTogetherAlsoWhereAllWereOnlyLikeThatOne() {
        found(duplicate(2, 1), duplicate(3, 1), duplicate(4, 1));
        review.write(Merges.separate(id(1)));
        assertThat(keepers()).isEqualTo(Map.of(3L, 2L, 4L, 2L));
        assertThat(review.check()).isEmpty();
    }

    @Test
    void theRecordThatPeopleHaveDecidedOnStandsForTheGroup() {
        decide(2, Verdict.INCLUDE);
        found(duplicate(3, 1));

        found(duplicate(2, 1));

        assertThat(keepers()).isEqualTo(Map.of(1L, 2L, 3L, 2L));
        assertThat(review.standing().at(Stage.TITLE_ABSTRACT).of(Outcome.INCLUDE))
                .isEqualTo(1);
        assertThat(review.decisions().history(id(2))).hasSize(1);

        review.undo();
        assertThat(keepers()).isEqualTo(Map.of(3L, 1L));
    }

    @Test
    void aPersonWhoSaysSameDoesNotLoseDecisionsEither() {
        decide(2, Verdict.EXCLUDE);

        review.write(Merges.same(id(1), id(2), "Same trial."));

        assertThat(review.duplicates().all()).containsExactly(new Duplicate(id(1), id(2), false, "Same trial."));
    }

    @Test
    void whereBothSidesAreDecidedTheProposedKeeperStandsAndTheOthersVerdictsStayInItsHistory() {
        decide(1, Verdict.INCLUDE);
        decide(2, Verdict.EXCLUDE);

        review.write(Merges.same(id(1), id(2), "Same DOI."));

        assertThat(keepers()).isEqualTo(Map.of(2L, 1L));
        assertThat(review.standing().at(Stage.TITLE_ABSTRACT).outcomes())
                .containsEntry(Outcome.INCLUDE, 1L)
                .containsEntry(Outcome.EXCLUDE, 0L);
        assertThat(review.decisions().history(id(2))).hasSize(1);
        review.write(Merges.separate(id(2)));
        assertThat(review.standing().at(Stage.TITLE_ABSTRACT).of(Outcome.EXCLUDE))
                .isEqualTo(1);
    }

    @Test
    void aVerdictThatWasTakenBackDoesNotCountAsADecision() {
        decide(2, Verdict.INCLUDE);
        review.undo();

        found(duplicate(2, 1));

        assertThat(keepers()).isEqualTo(Map.of(2L, 1L));
    }

    @Test
    void aPersonCanChooseTheKeeperWhateverWasDecided() {
        decide(1, Verdict.INCLUDE);
        found(duplicate(2, 1), duplicate(3, 1));

        review.write(Merges.keep(id(3)));

        assertThat(keepers()).isEqualTo(Map.of(1L, 3L, 2L, 3L));
    }

    @Test
    void aPairThatWasAnsweredIsNotAskedAgain() {
        DoubtfulPair pair = new DoubtfulPair(id(1), id(2), 0.1 + 0.2, "Alike.", Answer.OPEN);
        review.write(Merges.found(List.of(), List.of(pair), Set.of()));
        assertThat(review.duplicates().pairs(Answer.OPEN)).containsExactly(pair);

        review.write(Merges.different(id(2), id(1)));
        review.write(Merges.found(List.of(), List.of(pair), Set.of()));
        assertThat(review.duplicates().pairs(Answer.OPEN)).isEmpty();

        review.undo();
        assertThat(review.duplicates().pairs(Answer.OPEN)).containsExactly(pair);
    }

    @Test
    void aPairThatOtherAnswersHaveBroughtTogetherIsNoLongerOpen() {
        DoubtfulPair pair = new DoubtfulPair(id(1), id(3), 0.5, "Alike.", Answer.OPEN);
        review.write(Merges.found(List.of(), List.of(pair), Set.of()));

        review.write(Merges.same(id(1), id(2), ""));
        review.write(Merges.same(id(2), id(3), ""));
        assertThat(review.duplicates().pairs(Answer.OPEN)).isEmpty();

        review.undo();
        assertThat(review.duplicates().pairs(Answer.OPEN)).containsExactly(pair);
    }

    @Test
    void recordsThatPeopleDecidedOnDifferentlyAreAskedAboutAndNotMergedWithoutAsking() {
        decide(1, Verdict.INCLUDE);
        decide(2, Verdict.EXCLUDE);

        found(duplicate(2, 1));

        assertThat(keepers()).isEmpty();
        assertThat(review.duplicates().pairs(Answer.OPEN))
                .extracting(DoubtfulPair::why)
                .containsExactly("Same DOI.; people have decided on both, and not alike");
    }

    @Test
    void aRecordThatIsTakenOutIsDifferentFromAllOthersOfItsGroup() {
        found(duplicate(2, 1), duplicate(3, 1));
        decide(1, Verdict.INCLUDE);

        review.write(Merges.separate(id(2)));

        assertThat(keepers()).isEqualTo(Map.of(3L, 1L));
        assertThat(differentPairs()).containsExactlyInAnyOrder("1-2", "2-3");
        assertThat(review.decisions().history(id(1))).hasSize(1);
    }

    @Test
    void whereTheKeeperIsTakenOutTheNextByTheRuleStandsForTheOthers() {
        TestReview.importRecords(
                review,
                "Embase",
                SourceKind.DATABASE,
                List.of(BibRecord.builder().title("Six").pages("1-2").raw("r").build()));
        found(duplicate(2, 1), duplicate(3, 1), duplicate(6, 1));

        review.write(Merges.separate(id(1)));

        assertThat(keepers()).isEqualTo(Map.of(2L, 6L, 3L, 6L));
        assertThat(differentPairs()).containsExactlyInAnyOrder("1-2", "1-3", "1-6");
    }

    @Test
    void aGroupThatIsTakenApartLeavesEveryRecordByItselfWithItsDecisions() {
        found(duplicate(2, 1), duplicate(3, 1));
        decide(1, Verdict.EXCLUDE);

        review.write(Merges.apart(id(1)));

        assertThat(keepers()).isEmpty();
        assertThat(differentPairs()).containsExactlyInAnyOrder("1-2", "1-3", "2-3");
        assertThat(review.standing().at(Stage.TITLE_ABSTRACT).of(Outcome.EXCLUDE))
                .isEqualTo(1);
        review.undo();
        assertThat(keepers()).isEqualTo(Map.of(2L, 1L, 3L, 1L));
    }

    @Test
    void whatWasMergedWithoutAskingIsTakenBackTogetherAndWhatPeopleSaidAndDecidedStays() {
        found(duplicate(2, 1), duplicate(4, 5));
        review.write(Merges.same(id(1), id(3), "Same trial."));
        review.write(Merges.same(id(2), id(3), "Same trial."));
        decide(1, Verdict.INCLUDE);
        decide(5, Verdict.EXCLUDE);

        review.write(Merges.takeBack(false));

        assertThat(keepers()).isEqualTo(Map.of(2L, 1L, 3L, 1L));
        assertThat(review.standing().at(Stage.TITLE_ABSTRACT).outcomes())
                .containsEntry(Outcome.INCLUDE, 1L)
                .containsEntry(Outcome.EXCLUDE, 1L);

        review.write(Merges.takeBack(true));
        assertThat(keepers()).isEmpty();
        assertThat(review.duplicates().pairs(Answer.OPEN)).hasSize(2);
        assertThat(review.check()).isEmpty();
    }

    @Test
    void whatPersonsSaidKeepsItsWordsWhereTheRestIsTakenBack() {
        review.write(Merges.same(id(1), id(3), "Looked at both."));
        review.write(Merges.takeBack(false));

        assertThat(review.duplicates().all())
                .extracting(Duplicate::record, Duplicate::keeper, Duplicate::automatic, Duplicate::why)
                .containsExactly(tuple(id(3), id(1), false, "Looked at both."));
        assertThat(review.check()).isEmpty();
    }

    @Test
    void aNewKeeperIsSaidWhatTheOldOneWas() {
        found(duplicate(2, 1));
        decide(1, Verdict.INCLUDE);
        review.write(Tags.put(id(1), ADA, "trial"));

        review.write(Merges.keep(id(2)));

        assertThat(keepers()).isEqualTo(Map.of(1L, 2L));
        assertThat(review.standing().at(Stage.TITLE_ABSTRACT).of(Outcome.INCLUDE))
                .isEqualTo(1);
        assertThat(review.tags().on(id(2), ADA)).extracting(Tag::name).containsExactly("trial");
        review.undo();
        assertThat(review.tags().on(id(2), ADA)).isEmpty();
        assertThat(review.decisions().current(id(2), Stage.TITLE_ABSTRACT)).isEmpty();
    }

    @Test
    void theOrderOfSourcesChoosesKeepersWhereNobodyHasDecidedOrChosen() {
        TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "Six", "Seven", "Eight");
        found(duplicate(6, 1), duplicate(7, 2), duplicate(8, 3));
        decide(2, Verdict.INCLUDE);
        review.write(Merges.keep(id(8)));
        review.write(Merges.keep(id(3)));
        List<Source> sources = review.sources().all();

        review.write(Op.together(
                "prefer",
                List.of(
                        review.sources()
                                .prefer(List.of(
                                        sources.get(1).id(), sources.get(0).id())),
                        Merges.arrange())));

        assertThat(keepers()).isEqualTo(Map.of(1L, 6L, 7L, 2L, 8L, 3L));
        assertThat(review.sources().preferred())
                .containsExactly(sources.get(1).id(), sources.get(0).id());
    }

    @Test
    void likelyPairsAreAcceptedTogetherAndTakenApartSingly() {
        DoubtfulPair likely = new DoubtfulPair(id(1), id(2), 0.95, "Alike.", Answer.OPEN);
        DoubtfulPair other = new DoubtfulPair(id(3), id(4), 0.9, "Alike.", Answer.OPEN);
        review.write(Merges.found(List.of(), List.of(likely, other), Set.of()));

        review.write(Merges.sameAll(List.of(likely, other)));
        assertThat(keepers()).isEqualTo(Map.of(2L, 1L, 4L, 3L));

        review.write(Merges.separate(id(4)));
        assertThat(keepers()).isEqualTo(Map.of(2L, 1L));
        assertThat(review.duplicates().pairs(Answer.OPEN)).isEmpty();
    }

    @Test
    void theListHoldsDoubtfulPairsAndThenGroups() {
        DoubtfulPair pair = new DoubtfulPair(id(1), id(5), 0.5, "Alike.", Answer.OPEN);
        review.write(Merges.found(List.of(duplicate(3, 2), duplicate(4, 2)), List.of(pair), Set.of()));
        DuplicateList list = review.duplicates().list();

        List<Item> items = Arrays.stream(list.items()).mapToObj(Item::new).toList();

        assertThat(list.rows(items))
                .extracting(Row::title, Row::records, r -> r.item().doubtful())
                .containsExactly(tuple("One", 2, true), tuple("Two", 3, false));
        assertThat(list.pair(items.get(0))).containsExactly(id(1), id(5));
        assertThat(list.scores()).containsExactly(0.5);
    }

    @Test
    void aRecordThatStandsForOthersComesWithWhatTheySay() {
        BibRecord full = BibRecord.builder()
                .title("SIX")
                .doi(new Doi("10.1000/6"))
                .abstractText("About six.")
                .raw("r")
                .build();
        TestReview.importRecords(review, "Embase", SourceKind.DATABASE, List.of(full));
        found(duplicate(6, 1));
        List<BibRecord> seen = new ArrayList<>();

        review.records().forEachBib(RecordQuery.everything(), (id, record) -> seen.add(record));

        assertThat(seen.get(0).title()).isEqualTo("One");
        assertThat(seen.get(0).doi()).isEqualTo(new Doi("10.1000/6"));
        assertThat(review.records()
                        .screened(RecordQuery.everything())
                        .toList()
                        .get(0)
                        .record()
                        .abstractText())
                .isEqualTo("About six.");
        assertThat(review.records().bib(id(1)).orElseThrow().doi()).isNull();
        assertThat(review.duplicates().merged(id(1)).orElseThrow().origins())
                .containsEntry(Field.TITLE, id(1))
                .containsEntry(Field.DOI, id(6));
    }

    private List<String> differentPairs() {
        return review.duplicates().pairs(Answer.DIFFERENT).stream()
                .map(p -> p.a() + "-" + p.b())
                .toList();
    }
}
