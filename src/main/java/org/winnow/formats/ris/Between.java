package org.winnow.formats.ris;

import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;
import org.winnow.formats.text.Outside;

/** What stands between records: the numbers and headings that Ovid and Cochrane write, and anything else. */
final class Between {
    private final Outside outside;

    Between(Intake intake) {
        this.outside = new Outside(intake, "text that belongs to a record must follow its TY line");
    }

    /** Takes a line that belongs to no record. */
    void add(Lines lines) {
        String line = Outside.line(lines);
        if (!line.isEmpty() && !heading(line) && !furniture(line)) {
            outside.add(line, lines.number());
        }
    }

    /** Reports the lines since the last record, once for all of them. */
    void end() {
        outside.end();
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
