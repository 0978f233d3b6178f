package org.winnow.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Where mistakes of ours end: written to a log file, and told to the person in a sentence. What goes wrong again and again,
 * as drawing does with every frame, is told once: a window full of messages is no use to anybody.
 */
final class CrashReport {
    private static final int BYTES = 1 << 20;

    private final Logger log = Logger.getLogger("org.winnow");
    private final Path file;
    private final Consumer<String> tell;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param tell shows a sentence; called on any thread */
    CrashReport(Path folder, Consumer<String> tell) {
        this.file = folder.resolve("winnow.log");
        this.tell = tell;
        try {
            Files.createDirectories(folder);
            FileHandler handler = new FileHandler(file.toString(), BYTES, 1, true);
            handler.setFormatter(new SimpleFormatter());
            log.addHandler(handler);
        } catch (IOException e) {
            log.log(Level.WARNING, "No log file", e);
        }
    }

    void caught(Throwable e) {
        log.log(Level.SEVERE, "Unexpected failure", e);
        StackTraceElement[] trace = e.getStackTrace();
        if (!told.add(e.getClass().getName() + (trace.length == 0 ? "" : trace[0]))) {
            return;
        }
        String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        tell.accept("Something went wrong that should not have: " + what
                + "\nNothing that was decided before is lost. The details are in " + file + ".");
    }
}
