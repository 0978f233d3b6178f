package org.winnow.ui.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * A list of any length: its items all at once as numbers of eight bytes, its lines a page at a time as they come into
 * view. Used on the FX thread only.
 *
 * @param <I> what names an item
 * @param <R> the line of an item
 */
public class PagedList<I, R> {
    private static final int PAGE = 60;

    private final Jobs jobs;
    private final String name;
    private final Function<List<I>, List<R>> fetch;
    private final Function<R, I> itemOf;
    private final ToLongFunction<I> number;
    private final Ids<I> ids;
    private final Map<I, R> rows = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private final ReadOnlyIntegerWrapper arrivals = new ReadOnlyIntegerWrapper();

    /**
     * @param name of the list, unique in the window
     * @param item the item with a number
     * @param number of an item
     * @param itemOf the item that a line is of
     */
    public PagedList(
            String name,
            Jobs jobs,
            LongFunction<I> item,
            ToLongFunction<I> number,
            Function<R, I> itemOf,
            Function<List<I>, List<R>> fetch) {
        this.name = name;
        this.jobs = jobs;
        this.ids = new Ids<>(item);
        this.number = number;
        this.itemOf = itemOf;
        this.fetch = fetch;
    }

    public ObservableList<I> ids() {
        return ids;
    }

    /** Rises whenever lines have come in, so that cells are drawn again. */
    public ReadOnlyIntegerProperty arrivals() {
        return arrivals.getReadOnlyProperty();
    }

    public void show(long[] now) {
        rows.clear();
        asked.clear();
        ids.replace(now);
    }

    /** The numbers of the items; the same array until the list is shown or put in order anew. */
    public long[] values() {
        return ids.values;
    }

    /** Puts others in the place of all that come behind a position; lines that are known stay known. */
    public void replaceAfter(int position, long[] now) {
        asked.clear();
        ids.replaceAfter(position, now);
    }

    /** The line at a position, or null while it is on its way. */
    public @Nullable R row(int position) {
        R row = rows.get(ids.get(position));
        if (row == null) {
            ask(position / PAGE);
        }
        return row;
    }

    /** Has the line of an item read again. */
    public void forget(I id) {
        jobs.latest(name + "-" + number.applyAsLong(id), p -> fetch.apply(List.of(id)))
                .then(this::arrived);
    }

    /** Where an item is in the list, or -1. */
    public int positionOf(I id) {
        return ids.find(number.applyAsLong(id));
    }

    private void ask(int page) {
        if (asked.add(page)) {
            int from = page * PAGE;
            List<I> wanted = new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + PAGE)));
            long[] list = ids.values;
            jobs.latest(name + "-page-" + page, p -> fetch.apply(wanted)).then(found -> {
                if (list == ids.values) {
                    arrived(found);
                }
            });
        }
    }

    private void arrived(List<R> found) {
        found.forEach(row -> rows.put(itemOf.apply(row), row));
        arrivals.set(arrivals.get() + 1);
    }

    /** Items as a list that costs nothing for each of them. */
    private static final class Ids<I> extends ObservableListBase<I> {
        private final LongFunction<I> item;
        private long[] values = {};

        Ids(LongFunction<I> item) {
            this.item = item;
        }

        void replace(long[] now) {
            List<I> removed = new ArrayList<>(this);
            beginChange();
            values = now;
            nextReplace(0, now.length, removed);
            endChange();
        }

        void replaceAfter(int position, long[] now) {
            List<I> removed = new ArrayList<>(subList(position + 1, values.length));
            long[] all = Arrays.copyOf(values, position + 1 + now.length);
            System.arraycopy(now, 0, all, position + 1, now.length);
            beginChange();
            values = all;
            nextReplace(position + 1, all.length, removed);
            endChange();
        }

        int find(long id) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == id) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public I get(int index) {
            return item.apply(values[index]);
        }

        @Override
        public int size() {
            return values.length;
        }
    }
}
