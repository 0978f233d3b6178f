package org.winnow.fulltext;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;
import org.winnow.fulltext.layout.Pages;
import org.winnow.fulltext.layout.RunningText;
import org.winnow.model.Doi;
import org.winnow.model.UserException;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/**
 * Reads an article out of a PDF.
 *
 * @param mostPages pages to read at most; a longer document is read up to there
 * @param mostTime after which a file is given up
 */
public record ArticleReader(int mostPages, Duration mostTime) {
    /** Rises whenever a PDF is read into other words or places than before: what was kept of it is then read anew. */
    public static final int VERSION = 1;

    /** Enough for any article and most books; a file that takes longer is no paper. */
    public static final ArticleReader USUAL = new ArticleReader(2000, Duration.ofSeconds(120));
    /** The first pages, for matching a file to its record. */
    public static final ArticleReader FIRST_PAGES = new ArticleReader(3, Duration.ofSeconds(20));

    /** A page of prose has some 2,000 letters; a scanned one without its text layer has none. */
    private static final int LETTERS_OF_A_PAGE = 60;

    private static final int SHORTEST_ABSTRACT = 250;

    /**
     * Reads one file.
     *
     * @param password empty for none
     * @throws UnreadablePdf when it cannot be opened, or takes longer than it may
     */
    public Article read(Path file, String password, Progress progress) {
        long end = System.nanoTime() + mostTime.toNanos();
        Runnable tick = () -> {
            progress.check();
            if (System.nanoTime() > end) {
                throw new UnreadablePdf(
                        file + " takes longer than " + mostTime.toSeconds()
                                + " seconds to read and was given up. It may be damaged, or no article.",
                        false);
            }
        };
        try (PDDocument document = Pdf.open(file, password)) {
            return article(document, tick);
        } catch (UserException | Cancelled known) {
            throw known;
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // PDFBox reports much of what is wrong in a damaged file by unchecked exceptions of many kinds.
            throw Pdf.damaged(file, damaged);
        }
    }

    private Article article(PDDocument document, Runnable tick) throws IOException {
        Metadata metadata = Metadata.of(document);
        List<PageText> all = Pages.of(document, mostPages, tick);
        List<PageText> pages = RunningText.dropped(all).stream()
                .filter(page -> all.size() == 1 || !FrontPage.cover(page))
                .toList();
        if (pages.isEmpty()) {
            throw new UnreadablePdf(
                    "The PDF has only the cover page of a repository. Download the article itself.", false);
        }
        Prose prose = new Prose(pages);
        Headings headings = new Headings(pages);
        FrontPage front = new FrontPage(pages, headings.bodySize(), metadata);
        List<Line> titleLines = front.titleLines();
        Body body = new Body(headings, prose, new HashSet<>(titleLines));
        body.read(pages);
        Optional<Doi> printed = Identifiers.doi(all);
        return new Article(
                front.title(titleLines, prose),
                front.authors(titleLines),
                metadata.doi().or(() -> printed).orElse(null),
                Identifiers.pmid(all),
                Identifiers.arxiv(all),
                front.year(),
                document.getNumberOfPages(),
                scanned(all),
                abstractOf(body.sections()),
                body.sections(),
                body.references(),
                body.captions(),
                pages);
    }

    /** Most pages have pictures and hardly a letter. */
    private static boolean scanned(List<PageText> pages) {
        int bare = 0;
        for (PageText page : pages) {
            int letters =
                    page.lines().stream().mapToInt(line -> line.text().length()).sum();
            bare += page.pictured() && letters < LETTERS_OF_A_PAGE ? 1 : 0;
        }
        return bare * 2 > pages.size();
    }

    /** The section that is called so; else the longest paragraph before the first heading. */
    private static String abstractOf(List<Section> sections) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            String name = Headings.plain(sections.get(i).heading());
            if (name.matches("abstract|summary|zusammenfassung|r\u00E9sum\u00E9|resumen")) {
                parts.add(sections.get(i).text());
                for (int j = i + 1;
                        parts.get(0).isEmpty() && j < sections.size() && labelOfAbstract(sections.get(j));
                        j++) {
                    parts.add(sections.get(j).heading() + ": " + sections.get(j).text());
                }
                return String.join("\n", parts).strip();
            }
        }
        boolean front = !sections.isEmpty()
                && sections.get(0).heading().isEmpty()
                && (sections.size() == 1
                        || sections.get(1).page() == sections.get(0).page());
        if (!front) {
            return "";
        }
        return sections.get(0)
                .text()
                .lines()
                .filter(paragraph -> paragraph.length() >= SHORTEST_ABSTRACT)
                .reduce((a, b) -> a.length() >= b.length() ? a : b)
                .orElse("");
    }

    /** A structured abstract has its own headings, each over a few lines. */
    private static boolean labelOfAbstract(Section section) {
        return Headings.known(section.heading())
                && section.number().isEmpty()
                && section.text().length() < 1500;
    }
}
