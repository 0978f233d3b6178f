package org.winnow.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/**
 * The records of a stage as a learner reads them, by position in the order of import.
 *
 * @param ids as many as documents
 * @param positions of the ids
 */
public record StageRecords(Stage stage, long[] ids, Map<Long, Integer> positions, List<Document> documents) {
    /** Reads the review. */
    public static StageRecords of(Review review, Stage stage, Progress progress) {
        List<Document> documents = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        Map<Long, Integer> positions = new HashMap<>();
        review.records().forEachBib(RecordQuery.at(stage), (id, record) -> {
            progress.check();
            positions.put(id.value(), ids.size());
            ids.add(id.value());
            documents.add(new Document(record.title(), record.abstractText()));
        });
        return new StageRecords(
                stage,
                ids.stream().mapToLong(Long::longValue).toArray(),
                Map.copyOf(positions),
                List.copyOf(documents));
    }

    public int size() {
        return ids.length;
    }

    /** What is known of them now, from the verdicts of one reviewer; from the settled ones where that is null. */
    public Labels labels(Review review, @Nullable ReviewerId learntFrom) {
        Labels labels = new Labels(ids.length);
        review.rankings().labels(stage, learntFrom).forEach((id, relevant) -> {
            Integer at = positions.get(id.value());
            if (at != null) {
                labels.set(at, relevant);
            }
        });
        return labels;
    }
}
