package org.winnow.ui.retrieval;

import java.nio.file.Path;
import java.util.List;
import org.winnow.fulltext.Attaching.Heard;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/** Takes PDFs into the review, with what is marked in them. */
public interface Intake {
    /** @param password for files that ask for one; empty for none */
    void take(List<Path> filesAndFolders, String password, Progress progress, Heard heard);

    /** Attaches a file to the record that the person chose. */
    void place(Path file, RecordId record, String password, Progress progress);
}
