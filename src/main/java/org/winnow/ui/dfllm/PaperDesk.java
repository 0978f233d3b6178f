package org.winnow.ui.dfllm;

import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Cell;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/** The full texts of the included reports, as the whole program knows them. */
public interface PaperDesk {
    /** Reads the papers, so that they can be asked; to be closed. */
    Asking read(Progress progress);

    /**
     * Shows words of a report in the reader.
     *
     * @param sha256 of the file
     * @param page from 1
     */
    void show(RecordId report, String sha256, int page, String words);

    /**
     * Keeps an answer as annotations in the full text: the words that it rests on, with the question as comment.
     *
     * @return how many; none where the words do not stand on their page
     */
    int keep(String question, Cell cell, Progress progress);
}
