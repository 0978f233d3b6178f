package org.winnow.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** When the program ends, nobody is left with ONNX Runtime. */
class DoorTest {
    @Test
    void whoeverIsInsideIsWaitedForAndNobodyComesInAfterwards() throws Exception {
        Door door = new Door();
        List<String> done = new CopyOnWriteArrayList<>();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Thread reads = start(() -> door.through(() -> {
            inside.countDown();
            await(go);
            return done.add("read");
        }));
        inside.await();
        Thread ends = start(() -> {
            door.shut();
            done.add("shut");
        });
        waits(ends);
        assertThat(done).isEmpty();
        go.countDown();
        reads.join();
        ends.join();
        Thread late = start(() -> door.through(() -> done.add("late")));
        waits(late);
        assertThat(done).containsExactly("read", "shut");
    }

    private interface Work {
        void run() throws OrtException;
    }

    private static Thread start(Work work) {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waits(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
