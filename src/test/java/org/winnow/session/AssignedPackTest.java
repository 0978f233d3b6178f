package org.winnow.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Assignment;
import org.winnow.model.RecordId;
import org.winnow.model.Role;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.model.Verdict;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.store.Merges;
import org.winnow.store.RecordQuery;
import org.winnow.store.RecordQuery.Mine;
import org.winnow.store.Team;
import org.winnow.testkit.TestReview;

/** Packs that hold what is assigned to the colleague. */
class AssignedPackTest {
    private static final int RECORDS = 60;

    @TempDir
    Path folder;

    private Site main;

    @BeforeEach
    void threeShareTheRecords() {
        main = Site.of(TestReview.create(folder, "Ada", "Ben", "Cy"), folder);
        TestReview.importTitles(
                main.review,
                "PubMed",
                SourceKind.DATABASE,
                IntStream.range(0, RECORDS).mapToObj(i -> "Title " + i).toArray(String[]::new));
        TestReview.importTitles(main.review, "Letters", SourceKind.OTHER, "A letter");
        main.review.write(Team.assign(Stage.TITLE_ABSTRACT, new Assignment(List.of("Ada", "Ben"), 1, 0, 0, 5), null));
    }

    @AfterEach
    void close() {
        main.close();
    }

    @Test
    void aPackHoldsWhatWaitsForTheColleagueAndNothingOfTheOthersShare() {
        Set<Long> bens = waiting("Ben");
        assertThat(bens).hasSizeBetween(15, 45).doesNotContainAnyElementsOf(waiting("Ada"));

        assertThat(packed("Ben", Stage.TITLE_ABSTRACT, true)).isEqualTo(bens);
        Set<Long> begin = new TreeSet<>(bens);
        begin.add(main.record("A letter").value());
        assertThat(packed("Ben", null, true)).as("and what begins at full text").isEqualTo(begin);
        assertThat(packed("Ben", Stage.TITLE_ABSTRACT, false)).hasSize(RECORDS);
    }

    @Test
    void itIsTheSameWhateverAnybodyHasDecidedAndDuplicatesGoWithWhoStandsForThem() {
        Set<Long> before = packed("Ben", null, true);
        RecordId keeper = new RecordId(waiting("Ben").iterator().next());
        RecordId other = new RecordId(waiting("Ada").iterator().next());
        main.decide("Ben", title(keeper), Verdict.INCLUDE, false);
        main.decide("Ada", title(other), Verdict.EXCLUDE, false);
        assertThat(packed("Ben", null, true)).isEqualTo(before);

        main.review.write(Merges.found(List.of(new Duplicate(other, keeper, true, "Same title")), List.of(), Set.of()));
        main.review.write(Merges.keep(keeper));
        before.add(other.value());
        assertThat(packed("Ben", null, true)).isEqualTo(before);
    }

    @Test
    void whoSharesGetsAShareAndWhoDoesNotGetsAll() {
        assertThat(Packing.followsAssignment(main.review, main.person("Ben"), null))
                .isTrue();
        assertThat(Packing.followsAssignment(main.review, main.person("Ben"), Stage.FULL_TEXT))
                .isFalse();
        assertThat(Packing.followsAssignment(main.review, main.person("Cy"), null))
                .isFalse();
        assertThatThrownBy(() -> packed("Cy", Stage.TITLE_ABSTRACT, true)).hasMessageContaining("assigned to Cy");
        try (Site ben = Site.opened(main.pack("Ben", true), folder.resolve("ben"), 0)) {
            assertThat(Packing.followsAssignment(ben.review, ben.person("Ben"), null))
                    .as("the way back holds everything")
                    .isFalse();
        }
    }

    @Test
    void onlyTheLeadPacksUnblindedWhereThereIsOne() {
        main.review.write(Team.role(main.person("Ada"), Role.LEAD, null));

        assertThatThrownBy(() -> main.pack("Ben", false))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("only leads look at it unblinded");
        main.pack(new Packing.Request(main.person("Ben"), null, "", false, false, false, null, main.person("Ada")));
    }

    private String title(RecordId record) {
        return main.review.records().bib(record).orElseThrow().title();
    }

    private Set<Long> waiting(String name) {
        RecordQuery mine =
                RecordQuery.at(Stage.TITLE_ABSTRACT).withMine(main.person(name).id(), Mine.UNDECIDED);
        return set(main.review
                .records()
                .ids(main.review.team().mine(mine, main.person(name).id())));
    }

    /** The numbers of the records in the pack; they stay what they are. */
    private Set<Long> packed(String name, @Nullable Stage stage, boolean assigned) {
        Path pack = main.pack(new Packing.Request(main.person(name), stage, "", true, false, assigned, null, null));
        try (Site opened = Site.opened(pack, folder.resolve("opened" + System.nanoTime()), 0)) {
            return set(opened.review.records().ids(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL)));
        }
    }

    private static Set<Long> set(long[] ids) {
        return Arrays.stream(ids).boxed().collect(Collectors.toCollection(TreeSet::new));
    }
}
