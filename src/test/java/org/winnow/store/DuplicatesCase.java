package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.testkit.TestReview;

/** A review of five records, some of which are found to be the same. */
abstract class DuplicatesCase {
    static final ReviewerId ADA = new ReviewerId(1);

    @TempDir
    Path folder;

    Review review;

    @BeforeEach
    void create() {
        review = TestReview.create(folder, "Ada");
        TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two", "Three", "Four", "Five");
    }

    @AfterEach
    void close() {
        review.close();
    }

    final void found(Duplicate... duplicates) {
        review.write(Merges.found(List.of(duplicates), List.of(), Set.of()));
        assertThat(review.check()).isEmpty();
    }

    final void decide(long record, Verdict verdict) {
        review.write(Decisions.decide(new NewDecision(id(record), Stage.TITLE_ABSTRACT, ADA, verdict, null, false)));
    }

    final Map<Long, Long> keepers() {
        return review.duplicates().all().stream()
                .collect(Collectors.toMap(
                        d -> d.record().value(), d -> d.keeper().value()));
    }

    static Duplicate duplicate(long record, long keeper) {
        return new Duplicate(id(record), id(keeper), true, "Same DOI.");
    }

    static RecordId id(long value) {
        return new RecordId(value);
    }
}
