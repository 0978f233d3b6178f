package org.winnow.embedding;

import ai.onnxruntime.OrtException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Through it goes whoever uses ONNX Runtime, and it is shut when the program ends: the library lets go of what it holds
 * then, and a text that is still read after that crashes it.
 */
public final class Door {
    /** Of this program. */
    public static final Door OF_NETWORKS = new Door();

    /** What is done inside. */
    interface Use<T> {
        T of() throws OrtException;
    }

    private final ReentrantReadWriteLock inside = new ReentrantReadWriteLock();

    Door() {}

    <T> T through(Use<T> use) throws OrtException {
        Lock lock = inside.readLock();
        lock.lock();
        try {
            return use.of();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for whoever is inside; from then on nobody comes in, and whoever wants to waits until the program is gone. */
    public void shut() {
        inside.writeLock().lock();
    }
}
