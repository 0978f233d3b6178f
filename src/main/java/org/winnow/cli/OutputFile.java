package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.winnow.model.Problem;
import org.winnow.work.WholeFile;

/** The file that a command writes from another, and what it says about both; a hyphen is standard output. */
final class OutputFile {
    private final Console console;
    private final Path in;
    private final Path out;

    OutputFile(Console console, Path in, Path out) {
        this.console = console;
        this.in = in;
        this.out = out;
    }

    /** Writes to standard output, or to the file as a whole or not at all. */
    void write(WholeFile.Content content) throws IOException {
        if (standard()) {
            content.into(console.out());
            console.out().flush();
        } else {
            WholeFile.write(out, content);
        }
    }

    /** Reports something odd in the input, after a remark on what became of it. */
    void note(Problem p, String remark) {
        console.note(in + ", line " + p.line() + ", record " + p.record() + ": " + remark + p.reason());
    }

    /** Ends the command: the document or the line for people, which stays off standard output where that is the file. */
    void tell(boolean json, Map<String, Object> document, String line) {
        if (standard()) {
            console.note(line);
        } else if (json) {
            console.json(document);
        } else {
            console.say(line);
        }
    }

    private boolean standard() {
        return out.toString().equals("-");
    }
}
