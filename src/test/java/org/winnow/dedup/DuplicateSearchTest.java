package org.winnow.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Duplicates.Answer;
import org.winnow.store.Merges;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

class DuplicateSearchTest {
    private static final BibRecord STROKE = BibRecord.builder()
            .title("Effects of early mobilisation after stroke on walking speed")
            .author(new Author("Berg", "Anna"))
            .year(2014)
            .journal("Journal of Stroke Care")
            .volume("12")
            .issue("3")
            .pages("345-52")
            .doi(new Doi("10.1000/jsc.2014.12"))
            .raw("r")
            .build();
    private static final BibRecord NURSES = STROKE.toBuilder()
            .title("A survey of nurses in rural hospitals of the north")
            .doi(new Doi("10.1000/jsc.2014.13"))
            .pages("353-60")
            .build();

    @TempDir
    Path folder;

    private Review review;

    @BeforeEach
    void create() {
        review = TestReview.create(folder, "Ada");
        search("PubMed", STROKE, NURSES);
        search("Embase", STROKE);
    }

    @AfterEach
    void close() {
        review.close();
    }

    @Test
    void aLaterSearchMeetsWhatStandsAndKeepsItsKeeper() {
        run();
        assertThat(keepers()).isEqualTo(Map.of(3L, 1L));
        review.write(Merges.keep(id(3)));
        search("Scopus", STROKE, NURSES);

        run();

        assertThat(keepers()).isEqualTo(Map.of(1L, 3L, 4L, 3L, 5L, 2L));
    }

    @Test
    void recordsThatWereComparedMeetNewOnesOnly() {
        review.write(Merges.found(List.of(), List.of(), Set.of(1L, 2L)));
        assertThat(run().groups()).isEmpty();

        search("Scopus", STROKE);

        assertThat(run().groups()).hasSize(1);
        assertThat(keepers()).isEqualTo(Map.of(3L, 1L, 4L, 1L));
    }

    @Test
    void whatAPersonTookOutStaysOutThroughLaterSearches() {
        search("Scopus", STROKE);
        run();
        assertThat(keepers()).isEqualTo(Map.of(3L, 1L, 4L, 1L));
        review.write(Merges.separate(id(3)));

        search("CINAHL", STROKE);
        run();

        assertThat(keepers()).isEqualTo(Map.of(4L, 1L, 5L, 1L));
        assertThat(review.duplicates().pairs(Answer.OPEN)).isEmpty();
    }

    @Test
    void afterEverythingWasTakenBackTheNextSearchLooksAtAllAgainAndDecisionsStand() {
        run();
        review.write(Decisions.decide(
                new NewDecision(id(1), Stage.TITLE_ABSTRACT, new ReviewerId(1), Verdict.INCLUDE, null, false)));
        review.write(Merges.takeBack(true));
        assertThat(keepers()).isEmpty();

        run();

        assertThat(keepers()).isEqualTo(Map.of(3L, 1L));
        assertThat(review.decisions().current(id(1), Stage.TITLE_ABSTRACT)).hasSize(1);
    }

    @Test
    void aSearchThatIsUndoneIsDoneAgainInFull() {
        run();
        review.undo();
        assertThat(keepers()).isEmpty();

        run();

        assertThat(keepers()).isEqualTo(Map.of(3L, 1L));
    }

    private Result run() {
        Result result = new DuplicateSearch(review).run(Progress.NONE);
        assertThat(review.check()).isEmpty();
        return result;
    }

    private void search(String source, BibRecord... records) {
        TestReview.importRecords(review, source, SourceKind.DATABASE, List.of(records));
    }

    private Map<Long, Long> keepers() {
        return review.duplicates().all().stream()
                .collect(Collectors.toMap(
                        d -> d.record().value(), d -> d.keeper().value()));
    }

    private static RecordId id(long value) {
        return new RecordId(value);
    }
}
