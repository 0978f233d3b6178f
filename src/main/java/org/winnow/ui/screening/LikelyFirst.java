package org.winnow.ui.screening;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.Suggestion;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.RecordList;

/**
 * The order "most likely first" of one room: computed beside it and anew after each decision. What was read in this
 * sitting and the record in front stay where they are; what is to come is put in the new order.
 */
final class LikelyFirst {
    /** Why the record in front has its place. */
    record Why(RecordId record, Suggestion suggestion, List<Ranks.Word> words) {}

    /** Keeping a large order takes the time of some decisions: it waits until the keys rest. */
    private static final long KEPT_AFTER_MILLIS = 1_000;

    private final Ranks ranks;
    private final Jobs jobs;
    private final String name;
    private final String title;
    private final RecordList list;
    private final ReadOnlyObjectWrapper<@Nullable Why> why = new ReadOnlyObjectWrapper<>();
    private volatile Ranks.@Nullable Order order;
    private boolean ready;
    private boolean preparing;

    /**
     * @param name of the room, for the names of its jobs
     * @param title of the preparation, as the status bar shows it
     */
    LikelyFirst(Ranks ranks, Jobs jobs, String name, String title, RecordList list) {
        this.ranks = ranks;
        this.jobs = jobs;
        this.name = name;
        this.title = title;
        this.list = list;
    }

    /** Why the record in front has its place, or null where it has it for another reason. */
    ReadOnlyObjectProperty<@Nullable Why> whyProperty() {
        return why.getReadOnlyProperty();
    }

    /** Whether an order was kept in the review; beside the FX thread. */
    boolean inUse() {
        return known() != null;
    }

    private Ranks.@Nullable Order known() {
        Ranks.Order now = order;
        if (now == null) {
            now = ranks.kept().orElse(null);
            order = now;
        }
        return now;
    }

    /** These records in the newest order there is; beside the FX thread. */
    long[] sorted(long[] ids) {
        Ranks.Order now = known();
        return now == null ? ids : sorted(ids, now);
    }

    private static long[] sorted(long[] ids, Ranks.Order by) {
        return LongStream.of(ids)
                .boxed()
                .sorted(Comparator.comparingInt(by::place))
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** The records have changed. */
    void forget() {
        ready = false;
        ranks.forget();
    }

    /** What the order rests on has been set anew. */
    void reconsider() {
        ready = false;
    }

    private record Renewed(Ranks.Order order, long[] before, long[] sorted) {}

    /**
     * Has the order computed anew.
     *
     * @param place gives the place in the list up to which everything stays
     * @param then what to do when the list is in the new order
     */
    void renew(PlaceInList place, Runnable then) {
        if (!ready) {
            prepare(place, then);
            return;
        }
        long[] before = list.values();
        jobs.latest("rank-" + name, p -> {
                    Ranks.Order now = ranks.now(p);
                    return new Renewed(now, before, sorted(before, now));
                })
                .then(renewed -> {
                    order = renewed.order();
                    if (list.values() == renewed.before()) {
                        list.replaceAfter(place.now(), behind(place.now(), renewed));
                    }
                    keepLater(renewed.order());
                    then.run();
                });
    }

    /** A place in the list at the time it is asked for, or -1. */
    interface PlaceInList {
        int now();
    }

    private void prepare(PlaceInList place, Runnable then) {
        if (!preparing) {
            preparing = true;
            jobs.run(title, p -> {
                        ranks.prepare(p);
                        return true;
                    })
                    .then(done -> {
                        ready = true;
                        renew(place, then);
                    })
                    .atEnd(() -> preparing = false);
        }
    }

    private static long[] behind(int place, Renewed renewed) {
        Set<Long> staying = new HashSet<>();
        Arrays.stream(renewed.before(), 0, place + 1).forEach(staying::add);
        return Arrays.stream(renewed.sorted())
                .filter(id -> !staying.contains(id))
                .toArray();
    }

    private void keepLater(Ranks.Order now) {
        jobs.settled("rank-keep-" + name, KEPT_AFTER_MILLIS, p -> {
            ranks.keep(now);
            return true;
        });
    }

    /** A record is in front now: the order that brought it there is remembered until another is. */
    void inFront(@Nullable RecordId record) {
        Why before = why.get();
        if (record == null) {
            why.set(null);
        } else if (before == null || !before.record().equals(record)) {
            Ranks.Order by = order;
            Suggestion suggestion = by == null ? null : by.of(record).orElse(null);
            why.set(suggestion == null ? null : new Why(record, suggestion, List.of()));
            if (suggestion != null) {
                jobs.latest("why-" + name, p -> ranks.words(record)).then(words -> {
                    Why now = why.get();
                    if (now != null && now.record().equals(record)) {
                        why.set(new Why(record, now.suggestion(), words));
                    }
                });
            }
        }
    }

    /** How a record in front came there; null where not by its rank. */
    @Nullable
    Suggestion suggestion(RecordId record) {
        Why now = why.get();
        return now != null && now.record().equals(record) ? now.suggestion() : null;
    }
}
