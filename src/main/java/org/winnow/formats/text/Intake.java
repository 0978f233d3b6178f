package org.winnow.formats.text;

import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.model.Problem.Severity;

/** Counts what a reader finds and hands it on; the place where records get their position in the file. */
public final class Intake {
    private static final int FLAWS_TOLD = 100;
    private static final int GARBLED_TOLD = 100;

    private final ObjLongConsumer<BibRecord> records;
    private final Consumer<Problem> problems;
    private final Runnable tick;
    private final boolean repair;
    private long read;
    private long garbled;
    private long rejected;
    private long flaws;

    /** @param tick runs once a record, and now and then where there are none */
    public Intake(ObjLongConsumer<BibRecord> records, Consumer<Problem> problems, Runnable tick) {
        this(records, problems, tick, false);
    }

    /** @param repair whether garbled text is put right rather than only reported */
    public Intake(ObjLongConsumer<BibRecord> records, Consumer<Problem> problems, Runnable tick, boolean repair) {
        this.repair = repair;
        this.records = records;
        this.problems = problems;
        this.tick = tick;
    }

    /** Position of the record that is being read, from 1. */
    public long position() {
        return read + 1;
    }

    /** Takes a record that began at {@code line}. */
    public void record(BibRecord record, long line) {
        BibRecord taken = Mojibake.in(record.raw().isEmpty() ? record.title() + record.abstractText() : record.raw())
                ? garbled(record, line)
                : record;
        read++;
        records.accept(taken, line);
        tick.run();
    }

    private BibRecord garbled(BibRecord record, long line) {
        if (++garbled <= GARBLED_TOLD) {
            problems.accept(new Problem(
                    repair ? Severity.MENDED : Severity.GARBLED,
                    line,
                    position(),
                    Mojibake.example(record.raw() + record.title())
                            + (repair
                                    ? " The text had been garbled before and was put right."
                                    : " The text was garbled before it reached this file. It went in as it stands;"
                                            + " import the file with repair of garbled text to put it right."),
                    Chars.excerpt(record.raw())));
        }
        return repair ? RepairedRecord.of(record) : record;
    }

    /** Counts a record that cannot go in. */
    public void reject(long line, String reason, String raw) {
        problems.accept(new Problem(Severity.REJECTED, line, position(), reason, Chars.excerpt(raw)));
        read++;
        rejected++;
        tick.run();
    }

    /** Reports something about the record being read that was mended. */
    public void mended(long line, String reason, String raw) {
        problems.accept(new Problem(Severity.MENDED, line, position(), reason, Chars.excerpt(raw)));
    }

    /** Reports something outside any record. */
    public void outside(long line, String reason, String raw) {
        problems.accept(new Problem(Severity.MENDED, line, 0, reason, Chars.excerpt(raw)));
        tick.run();
    }

    /** Reports what is wrong with the characters of the current line, if anything. */
    public void inspect(Lines lines, boolean inRecord) {
        if (lines.cut() || lines.zeros() || lines.flawed()) {
            flaw(lines, inRecord);
        }
    }

    /** Ends the reading: tells how many flaws were not told one by one. */
    public void end() {
        if (flaws > FLAWS_TOLD) {
            outside(
                    0,
                    "Damaged characters in %,d further lines were replaced too; if the text looks wrong, choose the file's encoding yourself."
                            .formatted(flaws - FLAWS_TOLD),
                    "");
        }
        if (garbled > GARBLED_TOLD) {
            String words = "%,d further records have text that had been garbled before; %s.";
            problems.accept(new Problem(
                    repair ? Severity.MENDED : Severity.GARBLED,
                    0,
                    0,
                    words.formatted(garbled - GARBLED_TOLD, repair ? "it was put right" : "they went in as they stand"),
                    ""));
        }
    }

    /** Records so far whose text was garbled before it reached the file. */
    public long garbled() {
        return garbled;
    }

    public long read() {
        return read;
    }

    public long rejected() {
        return rejected;
    }

    private void flaw(Lines lines, boolean inRecord) {
        if (++flaws > FLAWS_TOLD) {
            return;
        }
        int shown = Math.min(lines.end() - lines.start(), 500);
        String raw = new String(lines.buffer(), lines.start(), shown);
        problems.accept(new Problem(Severity.MENDED, lines.number(), inRecord ? position() : 0, reason(lines), raw));
    }

    private static String reason(Lines lines) {
        if (lines.cut()) {
            return "The line is longer than %,d characters; the rest of it was left out. Check that the file is whole."
                    .formatted(Lines.MAX_LINE);
        }
        if (lines.zeros()) {
            return "NUL characters were replaced by blanks; the file may be damaged, export it again if text is missing.";
        }
        return TextInput.FLAW;
    }
}
