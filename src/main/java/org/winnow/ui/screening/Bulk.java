package org.winnow.ui.screening;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.screening.Screening;
import org.winnow.store.RecordQuery;
import org.winnow.store.RecordQuery.Mine;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.RecordList;
import org.winnow.ui.kit.Texts;

/** Deciding on all records of the list at once: first what it would do, then it, in one operation. */
final class Bulk {
    private static final int TITLES_SHOWN = 500;

    /**
     * What the list holds.
     *
     * @param records in its order
     * @param decided those on which the reviewer has decided
     * @param titles of as many as a person looks through
     */
    record Look(List<RecordId> records, Set<RecordId> decided, Map<RecordId, String> titles) {
        /** The records that would be decided. */
        List<RecordId> concerned(boolean decidedToo) {
            return decidedToo
                    ? records
                    : records.stream().filter(r -> !decided.contains(r)).toList();
        }

        List<String> titles(boolean decidedToo) {
            return concerned(decidedToo).stream()
                    .limit(TITLES_SHOWN)
                    .map(r -> titles.getOrDefault(r, ""))
                    .toList();
        }
    }

    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final Stage stage;
    private final Reviewer reviewer;
    private final RecordList list;

    Bulk(Review review, Jobs jobs, Texts texts, Stage stage, Reviewer reviewer, RecordList list) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
        this.stage = stage;
        this.reviewer = reviewer;
        this.list = list;
    }

    void look(Consumer<Look> then) {
        long[] ids = list.values();
        jobs.latest("bulk-" + stage.key(), p -> look(ids)).then(then);
    }

    private Look look(long[] ids) {
        List<RecordId> records = Arrays.stream(ids).mapToObj(RecordId::new).toList();
        Set<RecordId> decided = Arrays.stream(
                        review.records().ids(RecordQuery.at(stage).withMine(reviewer.id(), Mine.DECIDED)))
                .mapToObj(RecordId::new)
                .collect(Collectors.toCollection(HashSet::new));
        decided.retainAll(new HashSet<>(records));
        Set<RecordId> shown = new HashSet<>();
        Look all = new Look(records, decided, Map.of());
        for (boolean decidedToo : new boolean[] {false, true}) {
            all.concerned(decidedToo).stream().limit(TITLES_SHOWN).forEach(shown::add);
        }
        return new Look(records, decided, review.records().titles(shown));
    }

    void decide(List<RecordId> records, Verdict verdict, @Nullable CriterionId reason, Consumer<Integer> then) {
        if (!records.isEmpty()) {
            jobs.run(texts.get("screening.bulk.running"), p -> {
                        new Screening(review).decideAll(records, stage, reviewer.id(), verdict, reason);
                        return records.size();
                    })
                    .then(then);
        }
    }
}
