package org.winnow.formats.text;

/** Gathers the lines that belong to no record, and reports those between two records once. */
public final class Outside {
    private static final int SHOWN = 2000;

    private final Intake intake;
    private final String remedy;
    private final StringBuilder block = new StringBuilder();
    private long firstLine;
    private long count;

    /** @param remedy how such text gets into a record, a clause without a full stop */
    public Outside(Intake intake, String remedy) {
        this.intake = intake;
        this.remedy = remedy;
    }

    /** The current line without blanks around it, at most a few thousand characters. */
    public static String line(Lines lines) {
        int shown = Math.min(lines.end() - lines.start(), SHOWN);
        return Chars.trimmed(lines.buffer(), lines.start(), lines.start() + shown);
    }

    /** Takes a line that is not empty. */
    public void add(String line, long number) {
        if (count++ == 0) {
            firstLine = number;
        }
        if (block.length() < SHOWN) {
            block.append(line).append('\n');
        }
    }

    /** Reports the lines since the last record. */
    public void end() {
        if (count > 0) {
            String what = count == 1 ? "A line stands" : "%,d lines stand".formatted(count);
            intake.outside(firstLine, what + " outside any record and went unread; " + remedy + ".", block.toString());
        }
        count = 0;
        block.setLength(0);
    }
}
