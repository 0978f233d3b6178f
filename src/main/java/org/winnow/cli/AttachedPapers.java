package org.winnow.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.winnow.dfllm.corpus.Paper;
import org.winnow.dfllm.corpus.Paper.Part;
import org.winnow.dfllm.corpus.Papers;
import org.winnow.fulltext.Article;
import org.winnow.fulltext.ArticleReader;
import org.winnow.fulltext.PdfFolder;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.fulltext.layout.PageText;
import org.winnow.model.RecordId;
import org.winnow.store.Attachments.Attachment;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** The texts of the PDFs that are attached in a review. */
final class AttachedPapers implements Papers {
    private final Review review;
    private final PdfFolder folder;

    AttachedPapers(Review review) {
        this.review = review;
        this.folder = new PdfFolder(review.file());
    }

    @Override
    public Texts of(RecordId report, Progress progress) {
        List<Paper> papers = new ArrayList<>();
        List<String> trouble = new ArrayList<>();
        for (Attachment attachment : review.attachments().of(report)) {
            Path pdf = folder.path(attachment.sha256());
            if (!Files.exists(pdf)) {
                trouble.add(attachment.fileName() + " is not in " + folder.folder() + ".");
                continue;
            }
            try {
                Article article = ArticleReader.USUAL.read(pdf, "", progress);
                if (article.scanned()) {
                    trouble.add(attachment.fileName() + " was scanned: its pages are pictures without text.");
                } else {
                    papers.add(paper(report, attachment, article));
                }
            } catch (UnreadablePdf e) {
                trouble.add(String.valueOf(e.getMessage()));
            }
        }
        return new Texts(papers, trouble);
    }

    private Paper paper(RecordId report, Attachment attachment, Article article) {
        List<Part> parts = article.sections().stream()
                .map(section -> new Part(section.heading(), section.placed()))
                .toList();
        Map<Integer, String> pages = article.text().stream().collect(Collectors.toMap(PageText::page, PageText::text));
        String title = review.records().titles(List.of(report)).getOrDefault(report, "");
        return new Paper(report, title, attachment.fileName(), attachment.sha256(), parts, pages);
    }
}
