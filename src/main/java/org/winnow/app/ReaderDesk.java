package org.winnow.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.Attaching;
import org.winnow.fulltext.Ocr;
import org.winnow.fulltext.PdfFolder;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.screening.Highlights;
import org.winnow.screening.Screening;
import org.winnow.store.Attachments.Scan;
import org.winnow.store.Keywords.Leaning;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.ui.fulltext.DecisionDesk;
import org.winnow.ui.retrieval.Intake;
import org.winnow.work.Progress;

/** Screening at full text for one reviewer, and what comes with it, as the reader needs it. */
record ReaderDesk(Review review, ReviewerId reviewer, Intake intake) implements DecisionDesk {
    @Override
    public void decide(RecordId record, Verdict verdict, @Nullable CriterionId reason, List<Op<?>> support) {
        new Screening(review).decideWith(record, Stage.FULL_TEXT, reviewer, verdict, reason, support);
    }

    @Override
    public void withdraw(RecordId record) {
        new Screening(review).withdraw(record, Stage.FULL_TEXT, reviewer);
    }

    @Override
    public void notRetrieved(RecordId record) {
        new Screening(review).mark(record, reviewer, Retrieval.NOT_RETRIEVED);
    }

    @Override
    public void attach(Path file, RecordId record, String password, Progress progress) {
        intake.place(file, record, password, progress);
    }

    @Override
    public Scan scan(String sha256) {
        return review.attachments().scan(sha256);
    }

    @Override
    public boolean placed(String sha256) {
        return Files.exists(PdfFolder.words(new PdfFolder(review.file()).path(sha256)));
    }

    @Override
    public boolean recognises() {
        return Ocr.installed("").available();
    }

    @Override
    public boolean recognise(String sha256, String password, Progress progress) {
        return new Attaching(review, reviewer, Ocr.installed(""), password).recognise(sha256, progress);
    }

    @Override
    public Terms terms() {
        Highlights highlights = new Highlights(review.keywords().all());
        return text -> highlights.in(text).stream()
                .map(span -> new Term(span.start(), span.end(), span.leaning() == Leaning.INCLUDE))
                .toList();
    }
}
