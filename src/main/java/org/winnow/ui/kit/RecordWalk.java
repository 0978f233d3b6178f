package org.winnow.ui.kit;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/**
 * The way through a list of records, one of which is in front: reads the list, goes to and fro in it, and goes on when
 * something has been written of the record in front.
 *
 * @param <T> what is shown of the record in front
 */
public final class RecordWalk<T> {
    /** What a room shows on the way. */
    public interface Room<T> {
        /** What the list holds as things are asked for now: called on the FX thread, done beside it. */
        Jobs.Work<long[]> listed();

        /** The record as it is shown. Beside the FX thread. */
        T load(RecordId record) throws Exception;

        /** It is in front now; nothing is where the list is empty. */
        void came(@Nullable T now);

        @Nullable
        RecordId inFront();

        /** The list has been read anew, and the record in front is asked for. */
        default void read() {}
    }

    /** Writes what is said of a record. Beside the FX thread. */
    public interface Saying {
        void of(RecordId record, Progress progress) throws Exception;
    }

    private final String name;
    private final Jobs jobs;
    private final RecordList list;
    private final Room<T> room;
    private final IntegerProperty position = new SimpleIntegerProperty(-1);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private boolean writing;

    /** @param name of the room, unique in the window */
    public RecordWalk(String name, Jobs jobs, RecordList list, Room<T> room) {
        this.name = name;
        this.jobs = jobs;
        this.list = list;
        this.room = room;
    }

    /** Place in the list of the record that is in front, or -1. */
    public IntegerProperty positionProperty() {
        return position;
    }

    /** Whether the list has been read, so that an empty one is really empty. */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** Whether something is being written, after which the next record comes. */
    public boolean writing() {
        return writing;
    }

    /** Reads the list again and stays at the record that is in front, where the list still has it. */
    public void read() {
        readThen(() -> {
            // What is in front now: while the list was read, a decision may have led on.
            RecordId before = room.inFront();
            if (list.ids().isEmpty()) {
                room.came(null);
            } else {
                go(before == null ? 0 : Math.max(list.positionOf(before), 0));
            }
        });
    }

    private void readThen(Runnable then) {
        jobs.latest("list-" + name, room.listed()).then(ids -> {
            list.show(ids);
            position.set(-1);
            loaded.set(true);
            then.run();
            room.read();
        });
    }

    /** Shows the record at that place of the list; out of range does nothing. */
    public void go(int to) {
        if (to >= 0 && to < list.ids().size()) {
            show(to, list.ids().get(to));
        }
    }

    public void next() {
        go(position.get() + 1);
    }

    public void previous() {
        go(position.get() - 1);
    }

    /** Shows a record, whether the list has it or not; what was undone may have brought it back to the list. */
    public void returnTo(RecordId id) {
        if (list.positionOf(id) < 0) {
            readThen(() -> show(list.positionOf(id), id));
        } else {
            show(list.positionOf(id), id);
        }
    }

    /** Shows the record in front as it is now. */
    public void showAgain(RecordId id) {
        jobs.latest("front-" + name, p -> room.load(id)).then(room::came);
    }

    /** The record in front has been read elsewhere. */
    public void came(T now) {
        room.came(now);
    }

    private void show(int place, RecordId id) {
        position.set(place);
        showAgain(id);
    }

    /**
     * Writes, and only when that is on the disk shows the next record. One at a time.
     *
     * @param atTheEnd when there was none: what was skipped comes round again, or the list is done
     */
    public void writeAndGoOn(Saying write, Runnable atTheEnd) {
        RecordId now = room.inFront();
        if (now == null || writing) {
            return;
        }
        writing = true;
        int at = position.get();
        boolean last = at < 0 || at + 1 >= list.ids().size();
        RecordId then = last ? now : list.ids().get(at + 1);
        jobs.inOrder(p -> {
                    write.of(now, p);
                    return room.load(then);
                })
                .then(next -> {
                    if (!last) {
                        position.set(at + 1);
                    }
                    room.came(next);
                    if (last) {
                        atTheEnd.run();
                    }
                })
                .atEnd(() -> writing = false);
    }
}
