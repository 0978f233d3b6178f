package org.winnow.store;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;

/**
 * One named write: all of it happens in one transaction, or nothing. Table groups make them
 * ({@code Decisions.decide(…)}); {@link Review#write} carries them out.
 *
 * @param <T> what the write gives back
 * @param name short name of the operation ("decide", "import"), as the undo menu and the audit trail look it up
 * @param kinds the parts of the review that it changes
 * @param focus the one record that it is about, or null
 * @param reviewer who does it, or null where nobody in particular does
 * @param work the write itself
 */
public record Op<T extends @Nullable Object>(
        String name,
        Set<Changes.Kind> kinds,
        @Nullable RecordId focus,
        @Nullable ReviewerId reviewer,
        Work<T> work) {

    /** The statements of an operation. */
    public interface Work<T extends @Nullable Object> {
        T in(Tx tx);
    }

    public Op {
        kinds = Set.copyOf(kinds);
    }

    static <T extends @Nullable Object> Op<T> of(String name, Work<T> work, Changes.Kind first, Changes.Kind... more) {
        return new Op<>(name, EnumSet.of(first, more), null, null, work);
    }

    /** Several operations as one: one transaction, one entry in the log, one undo. It is about what they all are about. */
    public static Op<Void> together(String name, List<? extends Op<?>> ops) {
        EnumSet<Changes.Kind> kinds = EnumSet.noneOf(Changes.Kind.class);
        ops.forEach(op -> kinds.addAll(op.kinds()));
        return new Op<>(name, kinds, same(ops, Op::focus), same(ops, Op::reviewer), tx -> {
            ops.forEach(op -> op.work().in(tx));
            return null;
        });
    }

    private static <V> @Nullable V same(List<? extends Op<?>> ops, Function<Op<?>, @Nullable V> of) {
        V first = ops.isEmpty() ? null : of.apply(ops.get(0));
        return ops.stream().allMatch(op -> Objects.equals(of.apply(op), first)) ? first : null;
    }

    Op<T> about(@Nullable RecordId record) {
        return new Op<>(name, kinds, record, reviewer, work);
    }

    /** The same, done by whoever sits at the program where it names nobody itself. */
    Op<T> at(@Nullable ReviewerId desk) {
        return reviewer == null ? by(desk) : this;
    }

    /** The same, done by this person. */
    public Op<T> by(@Nullable ReviewerId who) {
        return new Op<>(name, kinds, focus, who, work);
    }
}
