package org.winnow.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads of a command that does the same work several times; they end with it. */
final class Workers {
    private Workers() {}

    /** Runs all of them, as many at a time as there are processors, and gives their results in the order of asking. */
    static <T> List<T> all(List<Callable<T>> work, int atATime) throws Exception {
        if (work.size() == 1 || atATime == 1) {
            List<T> results = new ArrayList<>();
            for (Callable<T> one : work) {
                results.add(one.call());
            }
            return results;
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(work.size(), atATime))) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
