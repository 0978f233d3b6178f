package org.winnow.ui.screening;

import java.util.List;
import java.util.Optional;
import org.winnow.model.RecordId;
import org.winnow.model.Suggestion;
import org.winnow.work.Progress;

/** What orders the records of a room by how likely they are relevant. All of it is asked beside the FX thread. */
public interface Ranks {
    /** One order. */
    interface Order {
        /** The place of a record, from 0; behind all others where it has none. */
        int place(long record);

        /** How an unread record came to its place. */
        Optional<Suggestion> of(RecordId record);
    }

    /**
     * A word, or two in a row, that had a say in a record's place.
     *
     * @param speaksFor whether for it
     */
    record Word(String text, boolean speaksFor) {}

    /** Gets ready; long for many records, a moment when nothing has changed. */
    void prepare(Progress progress);

    /** The order after all decisions so far. */
    Order now(Progress progress);

    /** The order that was kept in the review, where one was. */
    Optional<Order> kept();

    /** Keeps an order in the review. */
    void keep(Order order);

    /** The words that had the most say in a record's place, the strongest first. */
    List<Word> words(RecordId record);

    /** The records have changed. */
    void forget();
}
