package org.winnow.ranking;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.winnow.model.RecordId;
import org.winnow.model.Suggestion;
import org.winnow.store.Op;
import org.winnow.store.Rankings;
import org.winnow.store.Rankings.Basis;
import org.winnow.store.Rankings.Order;

/** An order of the records of a stage, with what it rests on. */
public final class Ranked {
    private final Order order;
    private final Map<Long, Integer> places = new HashMap<>();

    public Ranked(Order order) {
        this.order = order;
        for (int i = 0; i < order.records().length; i++) {
            places.put(order.records()[i], i);
        }
    }

    public Basis basis() {
        return order.basis();
    }

    /** Ids, the record to be read next first. */
    public long[] records() {
        return order.records().clone();
    }

    /** How many records, from the first on, are unknown: what is left to be read. */
    public int unread() {
        return order.unread();
    }

    /** The scores in the same order. */
    public double[] scores() {
        return order.scores().clone();
    }

    /** The place of a record, from 0; behind all others where it has none. */
    public int place(long record) {
        return places.getOrDefault(record, order.records().length);
    }

    /** How an unread record came to its place; empty for all others. */
    public Optional<Suggestion> of(RecordId record) {
        Integer place = places.get(record.value());
        return place == null || place >= unread()
                ? Optional.empty()
                : Optional.of(new Suggestion(
                        basis().model(),
                        basis().version(),
                        basis().seed(),
                        basis().relevant(),
                        basis().irrelevant(),
                        place + 1,
                        order.scores()[place],
                        order.atRandom().get(place)));
    }

    /** Keeps the first so many places of what is unread in the review. */
    public Op<Void> keep(int most) {
        return Rankings.keep(order, most);
    }
}
