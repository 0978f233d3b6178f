package org.winnow.formats.ris;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.winnow.formats.text.Chars;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;
import org.winnow.formats.value.Substance;
import org.winnow.model.BibRecord;

/**
 * Reads RIS of every dialect. A record goes from TY to ER; a missing ER, a missing TY, unmarked lines and lines between
 * the records are lived with and reported where something had to be guessed.
 */
public final class RisReader {
    private final Lines lines;
    private final Intake intake;
    private final RisEntry entry = new RisEntry();
    private final List<String> mends = new ArrayList<>();
    private final RisMapping mapping = new RisMapping(mends::add);
    private final Between between;
    private boolean open;
    private boolean tight;
    private boolean afterBlank;
    private boolean untyped;
    private long firstLine;
    private int length;

    public RisReader(Lines lines, Intake intake) {
        this.lines = lines;
        this.intake = intake;
        this.between = new Between(intake);
    }

    /** Reads to the end. */
    public void read() throws IOException {
        while (lines.next()) {
            intake.inspect(lines, open);
            line();
        }
        if (open) {
            mends.add(
                    "The file ends before this record does (no ER line); what is there was kept. Check that the file is whole.");
            close();
        }
        between.end();
    }

    private void line() {
        char[] b = lines.buffer();
        int start = lines.start();
        int end = lines.end();
        int tag = RisTags.at(b, start, end, tight);
        if (tag == 0) {
            untagged(b, start, end);
        } else if (tag == RisTags.TY) {
            type(b, start, end);
        } else if (open) {
            tagged(tag, b, start, end);
        } else if (tag != RisTags.ER) {
            openWithoutType(tag, b, start, end);
        }
    }

    private void type(char[] b, int start, int end) {
        String value = Chars.trimmed(b, RisTags.valueAt(b, start, end), end);
        if (open && entry.fields() > 0) {
            if (!untyped) {
                mends.add("The record has no ER line; it was ended where the next one begins.");
            }
            close();
        } else if (open) {
            entry.clear();
        }
        begin();
        tight = end - Chars.skip(b, start, end) > 2 && b[Chars.skip(b, start, end) + 2] == '-';
        entry.add(RisTags.TY, value);
    }

    private void openWithoutType(int tag, char[] b, int start, int end) {
        if (!RisTags.known(tag)) {
            between.add(lines);
            return;
        }
        begin();
        untyped = true;
        mends.add("The record has no TY line; it was taken for a journal article.");
        tagged(tag, b, start, end);
    }

    private void begin() {
        between.end();
        lines.mark();
        firstLine = lines.number();
        open = true;
        untyped = false;
        length = lines.end() - lines.start();
        afterBlank = false;
    }

    private void tagged(int tag, char[] b, int start, int end) {
        if (lines.marked()) {
            length = end - lines.markAt();
        }
        afterBlank = false;
        if (tag == RisTags.ER) {
            close();
            return;
        }
        String value = Chars.trimmed(b, RisTags.valueAt(b, start, end), end);
        if (value.indexOf("  - ") > 0) {
            new Unfolding(entry).add(tag, value);
        } else {
            entry.add(tag, value);
        }
    }

    private void untagged(char[] b, int start, int end) {
        int s = Chars.skip(b, start, end);
        if (s == end) {
            afterBlank = true;
        } else if (!open) {
            between.add(lines);
        } else if (afterBlank && Between.heading(Chars.trimmed(b, start, end))) {
            mends.add("The record has no ER line; it was ended where the next one begins.");
            close();
            between.add(lines);
        } else {
            if (lines.marked()) {
                length = end - lines.markAt();
            }
            entry.more(Chars.trimmed(b, s, end), s > start);
        }
    }

    private void close() {
        entry.settle();
        String raw = lines.held(length);
        lines.unmark();
        open = false;
        if (entry.full()) {
            mends.add(
                    "The record is larger than any real one; part of its text was left out. Check that the file is whole.");
        }
        BibRecord record = mapping.map(entry).raw(raw).build();
        entry.clear();
        Substance.handOn(record, firstLine, mends, intake);
        mends.clear();
    }
}
