package org.winnow.fulltext.annotation;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.PdfFolder;
import org.winnow.model.Annotation;
import org.winnow.model.Criterion;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.store.AnnotationQuery;
import org.winnow.store.Annotations;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** The full texts of a review with what is marked in them: marks come in from files, and go out into copies. */
public final class MarkedFiles {
    private final Review review;
    private final PdfFolder folder;

    public MarkedFiles(Review review) {
        this.review = review;
        this.folder = new PdfFolder(review.file());
    }

    /**
     * Takes the marks that stand in a full text into the review, each once however often it is done.
     *
     * @param reader who reads them in; their authors are kept
     * @return how many were new
     */
    public int takeIn(RecordId record, String sha256, Reviewer reader, String password, Progress progress) {
        List<PdfMark> marks = MarksOfPdf.of(folder.path(sha256), password, progress);
        if (marks.isEmpty()) {
            return 0;
        }
        List<Criterion> criteria = review.criteria().all();
        return review.write(Annotations.takeIn(marks.stream()
                .map(mark -> mark.in(record, sha256, reader, named(criteria, mark.criterion())))
                .toList()));
    }

    private static @Nullable Criterion named(List<Criterion> criteria, String label) {
        return criteria.stream()
                .filter(c -> c.label().equalsIgnoreCase(label))
                .findFirst()
                .orElse(null);
    }

    /**
     * Writes a copy of a full text with the marks of the review in it.
     *
     * @param looking for whose eyes, or null for everybody's marks
     * @return how many marks it has from the review
     */
    public int copy(
            RecordId record,
            String sha256,
            @Nullable ReviewerId looking,
            String password,
            Path out,
            Progress progress) {
        Path file = folder.path(sha256);
        List<Annotation> marks = review.annotations().find(AnnotationQuery.in(record, sha256), looking);
        Set<UUID> withdrawn = new HashSet<>(review.annotations().withdrawn(record, sha256));
        AnnotatedCopy.write(file, password, marks.stream().map(PdfMark::of).toList(), withdrawn, out, progress);
        return marks.size();
    }
}
