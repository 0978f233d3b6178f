package org.winnow.formats.value;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.winnow.formats.text.Intake;
import org.winnow.model.BibRecord;

/** Whether there is enough in a record to know a document by. */
public final class Substance {
    /** Why a record was refused. */
    public static final String NONE =
            "There is nothing in it to know a document by (a title, authors, abstract, journal, year, pages, number or"
                    + " address), so it was not taken in; add one of them in the file if it is a record.";

    private static final List<Function<BibRecord, String>> TEXTS = List.of(
            BibRecord::title,
            BibRecord::abstractText,
            BibRecord::journal,
            BibRecord::journalShort,
            BibRecord::pmid,
            BibRecord::accession,
            BibRecord::url,
            BibRecord::date,
            BibRecord::pages,
            BibRecord::issn,
            BibRecord::isbn);

    private Substance() {}

    /**
     * Hands a record on, or refuses it where there is nothing to know it by.
     *
     * @param line where it begins
     * @param mends what was mended in it, a sentence each
     */
    public static void handOn(BibRecord record, long line, List<String> mends, Intake intake) {
        if (!of(record)) {
            intake.reject(line, NONE, record.raw());
            return;
        }
        mends.forEach(m -> intake.mended(line, m, record.raw()));
        missingTitle(record).ifPresent(m -> intake.mended(line, m, record.raw()));
        intake.record(record, line);
    }

    /** Whether the record can go in: a person can find out what little it says belongs to. */
    static boolean of(BibRecord r) {
        return r.doi() != null
                || r.year() != null
                || !r.authors().isEmpty()
                || TEXTS.stream().anyMatch(text -> !text.apply(r).isEmpty());
    }

    /** What to say of a record that has no title. */
    static Optional<String> missingTitle(BibRecord r) {
        return r.title().isEmpty()
                ? Optional.of("The record has no title; it went in with what it has. Add the title in the record list.")
                : Optional.empty();
    }
}
