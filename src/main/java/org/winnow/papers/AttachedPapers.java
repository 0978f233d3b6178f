package org.winnow.papers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.winnow.dfllm.corpus.Paper;
import org.winnow.dfllm.corpus.Paper.Grid;
import org.winnow.dfllm.corpus.Paper.Part;
import org.winnow.dfllm.corpus.Paper.Row;
import org.winnow.dfllm.corpus.Papers;
import org.winnow.fulltext.Article;
import org.winnow.fulltext.ArticleReader;
import org.winnow.fulltext.Caption;
import org.winnow.fulltext.PdfFolder;
import org.winnow.fulltext.Table;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.fulltext.layout.PageText;
import org.winnow.model.RecordId;
import org.winnow.papers.KeptTexts.Text;
import org.winnow.store.Attachments.Attachment;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** The texts of the PDFs that are attached in a review; each file is read once on this computer. */
public final class AttachedPapers implements Papers {
    private final Review review;
    private final PdfFolder folder;
    private final KeptTexts kept;

    /** @param cache where this computer keeps what can be computed again */
    public AttachedPapers(Review review, Path cache) {
        this.review = review;
        this.folder = new PdfFolder(review.file());
        this.kept = new KeptTexts(cache);
    }

    @Override
    public Texts of(RecordId report, Progress progress) {
        List<Paper> papers = new ArrayList<>();
        List<String> trouble = new ArrayList<>();
        String title = review.records().titles(List.of(report)).getOrDefault(report, "");
        for (Attachment attachment : files(report)) {
            Path pdf = folder.path(attachment.sha256());
            if (!Files.exists(pdf)) {
                trouble.add(attachment.fileName() + " is not in " + folder.folder() + ".");
                continue;
            }
            try {
                Text text = kept.of(attachment.sha256(), () -> read(pdf, progress));
                if (text.scanned()) {
                    trouble.add(attachment.fileName() + " was scanned: its pages are pictures without text.");
                } else {
                    papers.add(new Paper(
                            report,
                            title,
                            attachment.fileName(),
                            attachment.sha256(),
                            text.parts(),
                            text.tables(),
                            text.untold(),
                            text.pages()));
                }
            } catch (UnreadablePdf e) {
                trouble.add(String.valueOf(e.getMessage()));
            }
        }
        return new Texts(papers, trouble);
    }

    /** Its own files, and those of the records merged into it, each once. */
    private List<Attachment> files(RecordId report) {
        Map<String, Attachment> files = new LinkedHashMap<>();
        review.attachments().of(report).forEach(a -> files.put(a.sha256(), a));
        review.duplicates()
                .behind(report)
                .forEach(d -> review.attachments().of(d.record()).forEach(a -> files.putIfAbsent(a.sha256(), a)));
        return List.copyOf(files.values());
    }

    private static Text read(Path pdf, Progress progress) {
        Article article = ArticleReader.USUAL.read(pdf, "", progress);
        List<Part> parts = article.sections().stream()
                .map(section -> new Part(section.heading(), section.placed()))
                .toList();
        Map<Integer, String> pages = article.text().stream().collect(Collectors.toMap(PageText::page, PageText::text));
        return new Text(article.scanned(), parts, grids(article), untold(article), pages);
    }

    private static List<Grid> grids(Article article) {
        return article.tables().stream()
                .map(table -> new Grid(
                        table.label(),
                        table.caption(),
                        table.place(),
                        table.rows().stream()
                                .map(row -> new Row(row.cells(), row.spans()))
                                .toList()))
                .toList();
    }

    /** Labels of tables of which the reader found no rows. */
    private static List<String> untold(Article article) {
        Set<String> told = article.tables().stream().map(Table::label).collect(Collectors.toSet());
        return article.captions().stream()
                .map(Caption::label)
                .filter(label -> Table.labels(label) && !told.contains(label))
                .distinct()
                .toList();
    }
}
