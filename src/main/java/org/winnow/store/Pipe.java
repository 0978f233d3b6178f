package org.winnow.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.store.Imports.Intake;
import org.winnow.store.Imports.Read;
import org.winnow.store.RecordPreparation.Prepared;

/**
 * Takes what one thread reads from a file to the thread that writes it down, in the same order, a few batches ahead at
 * most: reading and writing go on at the same time, in bounded memory. What can be done before a record is written is
 * done on the reading side.
 */
final class Pipe implements Intake {
    private static final int BATCH_RECORDS = 256;
    private static final int BATCH_CHARACTERS = 1 << 20;

    /** Enough for the writing to go on while the reading builds a segment of the search index. */
    private static final int CHARACTERS_AHEAD = 1 << 24;

    /** The reading ended with a failure, which whoever reads knows. */
    static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenOff() {
            super("the reading broke off", null, false, false);
        }
    }

    private record Item(@Nullable Prepared record, @Nullable Problem problem) {}

    /** @param end what ends the file; null where more comes, or where the reading broke off */
    private record Batch(
            List<Item> items,
            int characters,
            boolean last,
            @Nullable Read end) {}

    private final Queue<Batch> ahead = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(CHARACTERS_AHEAD);
    private final Semaphore waiting = new Semaphore(0);
    private final Semaphore begun = new Semaphore(0);
    private volatile @Nullable RecordPreparation begins;
    private volatile boolean abandoned;
    private @Nullable RecordPreparation preparation;
    private List<Item> items = new ArrayList<>(BATCH_RECORDS);
    private int characters;

    @Override
    public void record(BibRecord record, long line) {
        characters += record.raw().length() + record.abstractText().length();
        add(new Item(preparation().prepare(record, line), null));
    }

    /** Waits until the writing has begun: only then is it known which number the first record has. */
    private RecordPreparation preparation() {
        RecordPreparation known = preparation;
        if (known == null) {
            begun.acquireUninterruptibly();
            known = begins;
            if (known == null) {
                throw new BrokenOff();
            }
            preparation = known;
        }
        return known;
    }

    @Override
    public void problem(Problem problem) {
        characters += problem.raw().length();
        add(new Item(null, problem));
    }

    private void add(Item item) {
        items.add(item);
        if (items.size() >= BATCH_RECORDS || characters >= BATCH_CHARACTERS) {
            send(new Batch(items, Math.min(characters, CHARACTERS_AHEAD), false, null));
            items = new ArrayList<>(BATCH_RECORDS);
            characters = 0;
        }
    }

    void end(Read read) {
        send(new Batch(items, 0, true, read));
    }

    /** Lets the writing fail, so that it takes back what it has. */
    void breakOff() {
        send(new Batch(List.of(), 0, true, null));
    }

    /** @throws BrokenOff when nobody empties the pipe any more */
    private void send(Batch batch) {
        room.acquireUninterruptibly(batch.characters());
        if (abandoned) {
            throw new BrokenOff();
        }
        ahead.add(batch);
        waiting.release();
    }

    /** Says that nobody empties the pipe any more: nothing waits for room from now on. */
    void abandon() {
        abandoned = true;
        begun.release();
        room.release(Integer.MAX_VALUE / 2);
    }

    /** The other end: hands everything on as it comes. */
    Read into(RecordInserter target) {
        begins = target.preparation();
        begun.release();
        while (true) {
            Batch batch = next();
            for (Item item : batch.items()) {
                if (item.record() != null) {
                    target.record(item.record());
                } else if (item.problem() != null) {
                    target.problem(item.problem());
                }
            }
            if (batch.last()) {
                Read end = batch.end();
                if (end == null) {
                    throw new BrokenOff();
                }
                return end;
            }
        }
    }

    private Batch next() {
        waiting.acquireUninterruptibly();
        Batch batch = ahead.remove();
        room.release(batch.characters());
        return batch;
    }
}
