package org.winnow.ui.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.winnow.model.BibRecord;
import org.winnow.model.Decision;
import org.winnow.model.MergedRecord;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.store.Notes.Note;
import org.winnow.store.Records.Origin;
import org.winnow.store.Review;

/** Reads cards, and keeps the one that was read ahead. Used beside the FX thread. */
final class CardLoader {
    private final Review review;
    private final Stage stage;
    private final Reviewer reviewer;
    private final Map<RecordId, Card> ahead = new ConcurrentHashMap<>();

    CardLoader(Review review, Stage stage, Reviewer reviewer) {
        this.review = review;
        this.stage = stage;
        this.reviewer = reviewer;
    }

    /** The card of a record, or null where the record is gone. */
    @Nullable
    Card load(RecordId id) {
        Card known = ahead.remove(id);
        return known != null ? known : read(id);
    }

    void prefetch(RecordId id) {
        Card card = read(id);
        ahead.clear();
        if (card != null) {
            ahead.put(id, card);
        }
    }

    void forget() {
        ahead.clear();
    }

    void forget(RecordId id) {
        ahead.remove(id);
    }

    private @Nullable Card read(RecordId id) {
        Optional<BibRecord> record = review.duplicates().merged(id).map(MergedRecord::record);
        if (record.isEmpty()) {
            return null;
        }
        List<Decision> all = review.decisions().current(id, stage);
        Decision mine = all.stream()
                .filter(d -> !d.resolution() && d.reviewer().id().equals(reviewer.id()))
                .findFirst()
                .orElse(null);
        String note = review.notes().on(id).stream()
                .filter(n -> n.reviewer().id().equals(reviewer.id()))
                .map(Note::text)
                .findFirst()
                .orElse("");
        return new Card(
                id,
                record.get(),
                review.records().origin(id).orElse(new Origin("", "", 0)),
                mine,
                all,
                review.tags().on(id, reviewer.id()),
                note,
                review.retrievals().of(id));
    }
}
