package org.winnow.ui.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.store.RecordRow;

/**
 * The records of a list: their ids all at once, eight bytes each, their lines a page at a time as they come into view.
 * Used on the FX thread only.
 */
public final class RecordList {
    private static final int PAGE = 60;

    private final Jobs jobs;
    private final String name;
    private final Function<List<RecordId>, List<RecordRow>> fetch;
    private final Ids ids = new Ids();
    private final Map<RecordId, RecordRow> rows = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private final ReadOnlyIntegerWrapper arrivals = new ReadOnlyIntegerWrapper();

    /** @param name of the list, unique in the window */
    public RecordList(String name, Jobs jobs, Function<List<RecordId>, List<RecordRow>> fetch) {
        this.name = name;
        this.jobs = jobs;
        this.fetch = fetch;
    }

    public ObservableList<RecordId> ids() {
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

    /** The ids; the same array until the list is shown or put in order anew. */
    public long[] values() {
        return ids.values;
    }

    /** Puts others in the place of all that come behind a position; lines that are known stay known. */
    public void replaceAfter(int position, long[] now) {
        asked.clear();
        ids.replaceAfter(position, now);
    }

    /** The line at a position, or null while it is on its way. */
    public @Nullable RecordRow row(int position) {
        RecordRow row = rows.get(ids.get(position));
        if (row == null) {
            ask(position / PAGE);
        }
        return row;
    }

    /** Has the line of a record read again. */
    public void forget(RecordId id) {
        jobs.latest(name + "-" + id, p -> fetch.apply(List.of(id))).then(this::arrived);
    }

    /** Where a record is in the list, or -1. */
    public int positionOf(RecordId id) {
        return ids.find(id.value());
    }

    private void ask(int page) {
        if (asked.add(page)) {
            int from = page * PAGE;
            List<RecordId> wanted = new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + PAGE)));
            long[] list = ids.values;
            jobs.latest(name + "-page-" + page, p -> fetch.apply(wanted)).then(found -> {
                if (list == ids.values) {
                    arrived(found);
                }
            });
        }
    }

    private void arrived(List<RecordRow> found) {
        found.forEach(row -> rows.put(row.id(), row));
        arrivals.set(arrivals.get() + 1);
    }

    /** Ids as a list that costs nothing for each of them. */
    private static final class Ids extends ObservableListBase<RecordId> {
        private long[] values = {};

        void replace(long[] now) {
            List<RecordId> removed = new ArrayList<>(this);
            beginChange();
            values = now;
            nextReplace(0, now.length, removed);
            endChange();
        }

        void replaceAfter(int position, long[] now) {
            List<RecordId> removed = new ArrayList<>(subList(position + 1, values.length));
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
        public RecordId get(int index) {
            return new RecordId(values[index]);
        }

        @Override
        public int size() {
            return values.length;
        }
    }
}
