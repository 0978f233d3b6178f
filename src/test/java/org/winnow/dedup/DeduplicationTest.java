package org.winnow.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.KeeperClaim;
import org.winnow.model.RecordId;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

class DeduplicationTest {
    private static final String TITLE = "Effects of early mobilisation after stroke on walking speed";

    @Test
    void keepsTheDatabaseRecordThenTheMostCompleteThenTheLowestId() {
        Candidate website = new Candidate(
                id(1), full().pmid("77").abstractText("An abstract.").build(), KeeperClaim.OTHER_METHOD, false);
        Candidate bare = Candidate.of(id(2), full().doi(null).build());
        Candidate complete = Candidate.of(id(3), full().build());
        Candidate asComplete = Candidate.of(id(4), full().build());

        Result result = find(Set.of(), website, bare, complete, asComplete);

        assertThat(result.groups()).hasSize(1);
        assertThat(result.groups().get(0).keeper()).isEqualTo(id(3));
        assertThat(result.groups().get(0).duplicates()).containsExactly(id(1), id(2), id(4));
        assertThat(result.groups().get(0).why())
                .containsEntry(id(4), "Same DOI; same title; authors, year, journal, volume, issue and pages agree")
                .containsEntry(id(2), "Same title; authors, year, journal, volume, issue and pages agree");
        assertThat(result.toReview()).isEmpty();
    }

    @Test
    void aPersonsNoHoldsAlsoThroughOthersAndIsNotAskedAgain() {
        Candidate a = Candidate.of(id(1), full().build());
        Candidate b = Candidate.of(id(2), full().build());
        Candidate c = Candidate.of(id(3), full().build());

        Result result = find(Set.of(new PairKey(id(3), id(1))), a, b, c);

        assertThat(result.groups()).hasSize(1);
        Group group = result.groups().get(0);
        assertThat(Set.of(group.keeper(), group.duplicates().get(0))).isNotEqualTo(Set.of(id(1), id(3)));
        assertThat(group.duplicates()).hasSize(1);
        assertThat(result.toReview()).isEmpty();
    }

    @Test
    void aRecordWithoutDoiDoesNotBringTwoDoisTogether() {
        Candidate first =
                Candidate.of(id(1), full().pages("").doi(new Doi("10.1000/a")).build());
        Candidate without = Candidate.of(id(2), full().pages("").doi(null).build());
        Candidate second =
                Candidate.of(id(3), full().pages("").doi(new Doi("10.1000/b")).build());

        Result result = find(Set.of(), first, without, second);

        assertThat(result.groups()).extracting(Group::keeper).containsExactly(id(1));
        assertThat(result.groups().get(0).duplicates()).containsExactly(id(2));
        assertThat(result.toReview()).extracting(Pair::key).containsExactly(new PairKey(id(1), id(3)));
    }

    @Test
    void twoRecordsWithOneIdAreRefused() {
        Candidate one = Candidate.of(id(5), full().build());
        assertThatThrownBy(() -> find(Set.of(), one, one)).hasMessage("two records have the id 5");
    }

    @Test
    void stopsWhenAsked() {
        Progress impatient = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public void check() {
                throw new Cancelled();
            }
        };
        Candidate one = Candidate.of(id(1), full().build());
        assertThatThrownBy(() -> new Deduplication(new LearnedMatcher()).find(List.of(one), impatient))
                .isInstanceOf(Cancelled.class);
    }

    private static Result find(Set<PairKey> notDuplicates, Candidate... records) {
        return new Deduplication(new LearnedMatcher())
                .find(List.of(records)::forEach, List.of(), notDuplicates, Progress.NONE);
    }

    private static RecordId id(long value) {
        return new RecordId(value);
    }

    private static BibRecord.Builder full() {
        return BibRecord.builder()
                .title(TITLE)
                .author(new Author("Berg", "Anna"))
                .author(new Author("Okafor", "C. N."))
                .year(2014)
                .journal("Journal of Stroke Care")
                .volume("12")
                .issue("3")
                .pages("345-52")
                .doi(new Doi("10.1000/jsc.2014.12"));
    }
}
