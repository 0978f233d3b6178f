package org.winnow.formats.nbib;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.winnow.formats.tagged.Fields;
import org.winnow.formats.text.Chars;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;
import org.winnow.formats.value.Substance;
import org.winnow.model.BibRecord;

/**
 * Reads MEDLINE text. A blank line and then a tag that can be the first begins a record; where the blank line is
 * missing, the return of the tag that began the file's first record does, or of PMID.
 */
public final class NbibReader {
    private final Lines lines;
    private final Intake intake;
    private final List<String> mends = new ArrayList<>();
    private Fields entry = new Fields();
    private String firstTag = "";
    private boolean afterBlank = true;
    private long firstLine;
    private int length;

    public NbibReader(Lines lines, Intake intake) {
        this.lines = lines;
        this.intake = intake;
    }

    /** Reads to the end. */
    public void read() throws IOException {
        while (lines.next()) {
            intake.inspect(lines, entry.size() > 0);
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
            }
        }
        close();
    }

    private void line(char[] b, int start, int end) {
        String tag = NbibTags.at(b, start, end);
        if (tag.isEmpty()) {
            untagged(b, start, end);
            return;
        }
        if (begins(tag)) {
            close();
            begin(tag);
        }
        int hyphen = start + tag.length();
        while (b[hyphen] != '-') {
            hyphen++;
        }
        entry.add(tag, Chars.trimmed(b, hyphen + 1, end));
        held(end);
        afterBlank = false;
    }

    private boolean begins(String tag) {
        if (entry.size() == 0) {
            return true;
        }
        if (!afterBlank && !tag.equals("PMID") && !tag.equals(firstTag)) {
            return false;
        }
        boolean firstKind = tag.equals(firstTag) || NbibTags.first(tag);
        if (afterBlank && firstKind) {
            return !tag.equals("STAT") || entry.has("STAT");
        }
        return entry.has(tag) && (tag.equals("PMID") || tag.equals(firstTag) && !repeats(tag));
    }

    /** Tags that may come again within a record cannot tell where the next one begins. */
    private static boolean repeats(String tag) {
        return !NbibTags.first(tag) && !tag.equals("TI");
    }

    private void begin(String tag) {
        firstTag = firstTag.isEmpty() ? tag : firstTag;
        lines.mark();
        firstLine = lines.number();
    }

    private void untagged(char[] b, int start, int end) {
        boolean indented = Chars.blank(b[start]);
        String text = Chars.trimmed(b, start, end);
        if (entry.size() == 0 || afterBlank && !indented) {
            intake.outside(
                    lines.number(),
                    "A line without a tag stands outside any record and went unread; text of a record must be indented.",
                    text);
            return;
        }
        if (!indented) {
            mends.add("Line %d has no tag; it was taken for more of the line before: “%s”."
                    .formatted(lines.number(), Chars.excerpt(text)));
        }
        entry.more(text);
        held(end);
        afterBlank = false;
    }

    private void held(int end) {
        if (lines.marked()) {
            length = end - lines.markAt();
        }
    }

    private void close() {
        if (entry.size() == 0) {
            return;
        }
        entry.settle();
        String raw = lines.held(length);
        lines.unmark();
        if (entry.full()) {
            mends.add(
                    "The record is larger than any real one; part of its text was left out. Check that the file is whole.");
        }
        BibRecord record = new NbibMapping(entry).map().raw(raw).build();
        entry = new Fields();
        Substance.handOn(record, firstLine, mends, intake);
        mends.clear();
    }
}
