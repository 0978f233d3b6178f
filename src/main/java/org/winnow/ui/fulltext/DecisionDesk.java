package org.winnow.ui.fulltext;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.Verdict;
import org.winnow.store.Attachments.Scan;
import org.winnow.store.Op;
import org.winnow.work.Progress;

/**
 * The rest of the review, as the reader needs it: verdicts on reports, their files, and the words that the review marks.
 * Beside the FX thread.
 */
public interface DecisionDesk {
    /**
     * A word of the review in a text.
     *
     * @param end behind its last letter
     * @param speaksFor whether it speaks for the report rather than against it
     */
    record Term(int start, int end, boolean speaksFor) {}

    /** Finds the words of the review. */
    interface Terms {
        List<Term> in(String text);
    }

    /**
     * @param support what is written with the decision, as one step
     * @throws org.winnow.model.UserException when a report is excluded without a reason
     */
    void decide(RecordId record, Verdict verdict, @Nullable CriterionId reason, List<Op<?>> support);

    void withdraw(RecordId record);

    void notRetrieved(RecordId record);

    /**
     * Attaches a file to a report, with what is marked in it.
     *
     * @param password empty for none
     */
    void attach(Path file, RecordId record, String password, Progress progress);

    /** What is known of the pages of a file. */
    Scan scan(String sha256);

    /** Whether it is known where on the pages of a scan the recognised words stand. */
    boolean placed(String sha256);

    /** Whether this computer has a program that recognises words in pictures. */
    boolean recognises();

    /**
     * Recognises the words of a scanned file.
     *
     * @param password empty for none
     * @return whether there were any
     */
    boolean recognise(String sha256, String password, Progress progress);

    /** The words as they are now. */
    Terms terms();
}
