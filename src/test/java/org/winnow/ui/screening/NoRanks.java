package org.winnow.ui.screening;

import java.util.List;
import java.util.Optional;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/** Of a room that is never asked for an order. */
final class NoRanks implements Ranks {
    @Override
    public void prepare(Progress progress) {}

    @Override
    public Order now(Progress progress) {
        throw new AssertionError("nobody chose this order");
    }

    @Override
    public Optional<Order> kept() {
        return Optional.empty();
    }

    @Override
    public void keep(Order order) {}

    @Override
    public List<Word> words(RecordId record) {
        return List.of();
    }

    @Override
    public void forget() {}
}
