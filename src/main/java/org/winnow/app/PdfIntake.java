package org.winnow.app;

import java.nio.file.Path;
import java.util.List;
import org.winnow.fulltext.Attaching;
import org.winnow.fulltext.Attaching.Heard;
import org.winnow.fulltext.Ocr;
import org.winnow.fulltext.annotation.MarkedFiles;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.UserException;
import org.winnow.store.Review;
import org.winnow.ui.retrieval.Intake;
import org.winnow.work.Progress;

/** PDFs into the review, with what others have marked in them. */
record PdfIntake(Review review, Reviewer reviewer) implements Intake {
    @Override
    public void take(List<Path> filesAndFolders, Progress progress, Heard heard) {
        attaching().attach(filesAndFolders, progress, new Heard() {
            @Override
            public void matched(Attaching.Matched file) {
                marks(file, progress);
                heard.matched(file);
            }

            @Override
            public void unmatched(Attaching.Unmatched file) {
                heard.unmatched(file);
            }
        });
    }

    @Override
    public void place(Path file, RecordId record, Progress progress) {
        marks(attaching().attach(file, record, progress), progress);
    }

    private Attaching attaching() {
        return new Attaching(review, reviewer.id(), Ocr.installed(""));
    }

    private void marks(Attaching.Matched file, Progress progress) {
        try {
            new MarkedFiles(review).takeIn(file.record(), file.sha256(), reviewer, "", progress);
        } catch (UserException damaged) {
            // It could be read well enough to be attached; its marks are lost, as in any other reader.
            return;
        }
    }
}
