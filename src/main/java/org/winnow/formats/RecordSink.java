package org.winnow.formats;

import org.winnow.model.BibRecord;
import org.winnow.model.Problem;

/** Takes what a file holds, record by record, as it is read. */
public interface RecordSink {
    /**
     * Takes one record.
     *
     * @param line the line, from 1, on which it begins
     */
    void record(BibRecord record, long line);

    /** Takes a report of something odd; the problems of a record come before it. */
    void problem(Problem problem);
}
