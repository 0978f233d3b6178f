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
    public void take(List<Path> filesAndFolders, String password, Progress progress, Heard heard) {
        attaching(password).attach(filesAndFolders, progress, new Heard() {
            @Override
            public void matched(Attaching.Matched file) {
                marks(file, password, progress);
                heard.matched(file);
            }

            @Override
            public void unmatched(Attaching.Unmatched file) {
                heard.unmatched(file);
            }
        });
    }

    @Override
    public void place(Path file, RecordId record, String password, Progress progress) {
        marks(attaching(password).attach(file, record, progress), password, progress);
    }

    private Attaching attaching(String password) {
        return new Attaching(review, reviewer.id(), Ocr.installed(""), password);
    }

    private void marks(Attaching.Matched file, String password, Progress progress) {
        try {
            new MarkedFiles(review).takeIn(file.record(), file.sha256(), reviewer, password, progress);
        } catch (UserException damaged) {
            // It could be read well enough to be attached; its marks are lost, as in any other reader.
            return;
        }
    }
}
