package org.winnow.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.winnow.work.Progress;

/** Where a command writes: results to standard output, messages and progress to standard error. */
public final class Console {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final long PROGRESS_MILLIS = 500;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    public Console(InputStream in, PrintStream out, PrintStream err, boolean terminal) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    InputStream in() {
        return in;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** Prints for people. */
    void say(String line) {
        out.println(line);
    }

    /** A message beside the result. */
    void note(String line) {
        err.println(line);
    }

    /** Prints the one JSON document of a command. */
    void json(Object document) {
        try {
            out.println(JSON.writeValueAsString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For documents too long to build first. */
    JsonGenerator generator() throws IOException {
        return generator(out);
    }

    JsonGenerator generator(OutputStream target) throws IOException {
        return JSON.getFactory()
                .createGenerator(target)
                .useDefaultPrettyPrinter()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** A line on standard error now and then; on a terminal it overwrites itself. */
    Progress progress(String what) {
        return new Progress() {
            private long last = System.currentTimeMillis();
            private boolean shown;

            @Override
            public void at(long done, long total) {
                long now = System.currentTimeMillis();
                if (now - last >= PROGRESS_MILLIS) {
                    last = now;
                    shown = true;
                    String line = total > 0 ? what + ": " + 100 * done / total + " %" : what + ": " + done;
                    err.print(terminal ? "\r" + line + "   " : line + "\n");
                } else if (shown && terminal && done >= total) {
                    err.println();
                    shown = false;
                }
            }

            @Override
            public void check() {}
        };
    }

    void trace(Throwable t) {
        t.printStackTrace(err);
    }
}
