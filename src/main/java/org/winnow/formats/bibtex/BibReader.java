package org.winnow.formats.bibtex;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Set;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;
import org.winnow.formats.value.Substance;
import org.winnow.model.BibRecord;

/**
 * Reads BibTeX and BibLaTeX entry by entry. An entry that takes fields from one that comes later waits for it, and with
 * it what follows, so that the order stays; the wait ends after {@value #MOST_WAITING} entries or
 * {@value #MOST_WAITING_CHARS} characters, so memory is bounded.
 */
public final class BibReader {
    static final int MOST_WAITING = 5_000;
    static final int MOST_WAITING_CHARS = 4 << 20;

    private static final Set<String> NO_ENTRIES = Set.of("comment", "preamble", "include");
    private static final Set<String> NO_RECORDS = Set.of("xdata", "set");

    private record Waiting(BibEntry entry, String raw, long line) {}

    private final BibScanner scanner;
    private final Intake intake;
    private final BibGrammar grammar = new BibGrammar();
    private final Inheritance inheritance = new Inheritance();
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private long waitingChars;

    public BibReader(Lines lines, Intake intake) {
        this.scanner = new BibScanner(lines, intake);
        this.intake = intake;
    }

    /** Reads to the end. */
    public void read() throws IOException {
        while (scanner.next()) {
            if (scanner.type().equals("string")) {
                abbreviation();
            } else if (!NO_ENTRIES.contains(scanner.type())) {
                entry();
            }
        }
        while (!queue.isEmpty()) {
            hand(queue.poll());
        }
    }

    private void abbreviation() {
        if (!grammar.abbreviation(scanner.text())) {
            intake.outside(
                    scanner.line(),
                    "An abbreviation (@string) cannot be read; where it is used, its name stands instead.",
                    scanner.raw());
        }
    }

    private void entry() {
        BibEntry entry = grammar.entry(scanner.text(), scanner.assignments(), scanner.closed());
        inheritance.remember(entry);
        queue.add(new Waiting(entry, scanner.raw(), scanner.line()));
        waitingChars += scanner.raw().length();
        while (!queue.isEmpty() && ready(queue.peek())) {
            Waiting next = queue.poll();
            waitingChars -= next.raw().length();
            hand(next);
        }
    }

    private boolean ready(Waiting first) {
        return queue.size() > MOST_WAITING
                || waitingChars > MOST_WAITING_CHARS
                || inheritance.missing(first.entry()) == null;
    }

    private void hand(Waiting waiting) {
        BibEntry entry = waiting.entry();
        if (NO_RECORDS.contains(entry.type())) {
            return;
        }
        BibEntry whole = inheritance.complete(entry);
        BibRecord record =
                new BibMapping(whole.mends()::add).map(whole).raw(waiting.raw()).build();
        Substance.handOn(record, waiting.line(), whole.mends(), intake);
    }
}
