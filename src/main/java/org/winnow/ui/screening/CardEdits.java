package org.winnow.ui.screening;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Tag;
import org.winnow.store.Notes;
import org.winnow.store.Review;
import org.winnow.store.Tags;
import org.winnow.ui.kit.Jobs;

/** What is written of the record in front without going on to the next: notes and tags. */
final class CardEdits {
    private final Review review;
    private final Jobs jobs;
    private final CardLoader cards;
    private final Reviewer reviewer;
    private final ReadOnlyObjectWrapper<@Nullable Card> card;

    CardEdits(
            Review review, Jobs jobs, CardLoader cards, Reviewer reviewer, ReadOnlyObjectWrapper<@Nullable Card> card) {
        this.review = review;
        this.jobs = jobs;
        this.cards = cards;
        this.reviewer = reviewer;
        this.card = card;
    }

    void note(String note) {
        Card now = card.get();
        if (now != null) {
            note(now, note);
        }
    }

    /** Keeps a note on a record that need not be in front any more. */
    void note(Card of, String note) {
        if (!of.note().equals(note.strip())) {
            write(of, id -> review.write(Notes.write(id, reviewer.id(), note)));
        }
    }

    /** Puts a tag on, making it where the review has none of that name. */
    void tag(String name) {
        if (!name.isBlank()) {
            write(id -> review.write(Tags.put(id, reviewer.id(), name)));
        }
    }

    void untag(String name) {
        write(id -> review.write(Tags.takeOff(id, reviewer.id(), name)));
    }

    /** Puts the tag on, or takes it off where it is on. */
    void toggle(Tag tag) {
        Card now = card.get();
        if (now != null && now.tags().stream().anyMatch(t -> t.id().equals(tag.id()))) {
            untag(tag.name());
        } else {
            tag(tag.name());
        }
    }

    void write(Consumer<RecordId> write) {
        Card now = card.get();
        if (now != null) {
            write(now, write);
        }
    }

    /** Writes, and shows the record again if it is still the one in front. */
    private void write(Card now, Consumer<RecordId> write) {
        jobs.inOrder(p -> {
                    write.accept(now.id());
                    cards.forget(now.id());
                    return cards.load(now.id());
                })
                .then(again -> {
                    Card shown = card.get();
                    if (shown != null && shown.id().equals(now.id())) {
                        card.set(again);
                    }
                });
    }
}
