package org.winnow.formats.tagged;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.winnow.formats.text.Chars;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;
import org.winnow.formats.text.Outside;
import org.winnow.formats.value.Substance;

/** Gathers tagged lines into records, whatever the tags look like. */
public final class TaggedReader {
    private final Lines lines;
    private final Intake intake;
    private final Dialect dialect;
    private final Outside outside;
    private final List<String> mends = new ArrayList<>();
    private Fields fields = new Fields();
    private boolean open;
    private boolean afterBlank;
    private long firstLine;
    private int length;

    public TaggedReader(Lines lines, Intake intake, Dialect dialect) {
        this.lines = lines;
        this.intake = intake;
        this.dialect = dialect;
        this.outside = new Outside(intake, dialect.remedy());
    }

    /** Reads to the end. */
    public void read() throws IOException {
        while (lines.next()) {
            intake.inspect(lines, open);
            char[] b = lines.buffer();
            int end = lines.end();
            int start = lines.start();
            while (start < end && b[start] == '\uFEFF') {
                start++;
            }
            if (Chars.skip(b, start, end) == end) {
                afterBlank = true;
            } else {
                line(b, start, end);
                afterBlank = false;
            }
        }
        if (open && dialect.endsAreMarked()) {
            mends.add("The file ends before this record does; what is there was kept. Check that the file is whole.");
        }
        close();
        outside.end();
    }

    private void line(char[] b, int start, int end) {
        String tag = dialect.tag(b, start, end);
        if (tag.isEmpty()) {
            untagged(b, start, end);
            return;
        }
        switch (dialect.step(tag, fields, afterBlank)) {
            case PASS -> outside();
            case END -> {
                held(end);
                close();
            }
            case BEGIN -> {
                if (open && fields.size() > 0 && dialect.endsAreMarked()) {
                    mends.add("The end of the record is not marked; it was ended where the next one begins.");
                }
                close();
                field(tag, b, start, end);
            }
            case FIELD -> field(tag, b, start, end);
        }
    }

    private void field(String tag, char[] b, int start, int end) {
        if (!open) {
            begin();
        }
        fields.add(tag, Chars.trimmed(b, dialect.value(b, start, end, tag), end));
        held(end);
    }

    private void untagged(char[] b, int start, int end) {
        String text = Chars.trimmed(b, start, end);
        if (dialect.heading(text, afterBlank || !open)) {
            close();
            begin();
            held(end);
        } else if (fields.size() > 0) {
            dialect.more(fields, text, Chars.blank(b[start]), afterBlank);
            held(end);
        } else {
            outside();
        }
    }

    private void outside() {
        String line = Outside.line(lines);
        if (!dialect.furniture(line)) {
            outside.add(line, lines.number());
        }
    }

    private void begin() {
        outside.end();
        lines.mark();
        firstLine = lines.number();
        open = true;
    }

    private void held(int end) {
        if (lines.marked()) {
            length = end - lines.markAt();
        }
    }

    private void close() {
        if (open && fields.size() > 0) {
            fields.settle();
            String raw = lines.held(length);
            if (fields.full()) {
                mends.add("The record is larger than any real one; part of its text was left out."
                        + " Check that the file is whole.");
            }
            Substance.handOn(dialect.map(fields, mends::add).raw(raw).build(), firstLine, mends, intake);
            fields = new Fields();
            mends.clear();
        }
        lines.unmark();
        open = false;
    }
}
