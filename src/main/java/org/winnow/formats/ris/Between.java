package org.winnow.formats.ris;

import org.winnow.formats.text.Chars;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;

/** What stands between records: the numbers and headings that Ovid and Cochrane write, and anything else. */
final class Between {
    private static final int SHOWN = 2000;

    private final Intake intake;
    private final StringBuilder block = new StringBuilder();
    private long firstLine;
    private long count;

    Between(Intake intake) {
        this.intake = intake;
    }

    /** Takes a line that belongs to no record. */
    void add(Lines lines) {
        int shown = Math.min(lines.end() - lines.start(), SHOWN);
        String line = Chars.trimmed(lines.buffer(), lines.start(), lines.start() + shown);
        if (line.isEmpty() || heading(line) || furniture(line)) {
            return;
        }
        if (count++ == 0) {
            firstLine = lines.number();
        }
        if (block.length() < SHOWN) {
            block.append(line).append('\n');
        }
    }

    /** Reports the lines since the last record, once for all of them. */
    void end() {
        if (count > 0) {
            String what = count == 1 ? "A line stands" : "%,d lines stand".formatted(count);
            intake.outside(
                    firstLine,
                    what
                            + " outside any record and went unread; text that belongs to a record must follow its TY line.",
                    block.toString());
        }
        count = 0;
        block.setLength(0);
    }

    /** Whether a line announces a record: {@code 47.}, {@code <47>} or {@code Record #3 of 18}. */
    static boolean heading(String line) {
        if (line.startsWith("Record #")) {
            return true;
        }
        int from = line.charAt(0) == '<' ? 1 : 0;
        int i = from;
        while (i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
            i++;
        }
        return i > from && i == line.length() - 1 && line.charAt(i) == (from == 1 ? '>' : '.');
    }

    private static boolean furniture(String line) {
        return line.startsWith("Provider:")
                || line.startsWith("Content:")
                || line.startsWith("Database:")
                || line.startsWith("Link to ");
    }
}
