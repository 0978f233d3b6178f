package org.winnow.papers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.dfllm.ask.Cell;
import org.winnow.dfllm.corpus.Chunk.Quote;
import org.winnow.fulltext.PdfFolder;
import org.winnow.fulltext.reading.Anchors;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.fulltext.reading.Whereabouts;
import org.winnow.model.AnnotationKind;
import org.winnow.model.MarkColour;
import org.winnow.model.Reviewer;
import org.winnow.store.Annotations;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/**
 * Answers that a person accepts become marks in the full texts of their reports: the words that an answer rests on, with
 * the question, and where a model wrote it the answer, as comment.
 *
 * @param reviewer who accepts them
 */
public record AnswerMarks(Review review, Reviewer reviewer) {
    private static final MarkColour COLOUR = MarkColour.PALETTE.get(2);

    /**
     * Marks what an answer rests on.
     *
     * @return how many marks were made; none where the answer rests on no words of a page
     * @throws org.winnow.model.UserException when the PDF cannot be opened
     */
    public int keep(String question, Cell cell, Progress progress) {
        Said source = cell.source();
        if (source == null) {
            return 0;
        }
        String comment = cell.answer().equals(source.text()) ? question : question + "\n" + cell.answer();
        Path file = new PdfFolder(review.file()).path(source.sha256());
        List<Op<?>> marks = new ArrayList<>();
        try (OpenPdf pdf = OpenPdf.open(file, "")) {
            for (Quote quote : source.quotes()) {
                TextLayer page = pdf.text(quote.span().page(), progress);
                new Whereabouts(quote.words(), "", "")
                        .in(page.page(), page.text())
                        .ifPresent(found -> marks.add(Annotations.make(new Annotations.Draft(
                                source.report(),
                                source.sha256(),
                                reviewer.id(),
                                AnnotationKind.HIGHLIGHT,
                                COLOUR,
                                Anchors.of(
                                        page, found.span().start(), found.span().end()),
                                comment,
                                null,
                                ""))));
            }
        }
        if (!marks.isEmpty()) {
            review.write(Op.together("annotate", marks));
        }
        return marks.size();
    }
}
