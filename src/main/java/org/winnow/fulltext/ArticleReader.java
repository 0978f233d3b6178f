package org.winnow.fulltext;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;
import org.winnow.fulltext.layout.Pages;
import org.winnow.fulltext.layout.RunningText;
import org.winnow.fulltext.layout.Word;
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
    public static final int VERSION = 4;

    /** Enough for any article and most books; a file that takes longer is no paper. */
    public static final ArticleReader USUAL = new ArticleReader(2000, Duration.ofSeconds(120));
    /** The first pages, for matching a file to its record. */
    public static final ArticleReader FIRST_PAGES = new ArticleReader(3, Duration.ofSeconds(20));

    /** A page of prose has some 2,000 letters; a scanned one without its text layer has none. */
    private static final int LETTERS_OF_A_PAGE = 60;

    /** A word of any script, with the marks around it. */
    private static final Pattern WORD = Pattern.compile(
            "[(\\[\"\u201C\u2018]*(?:\\p{Lu}?[\\p{Ll}\\p{M}]+|\\p{Lu}+|[\\p{Lo}\\p{M}]+)(?:['\u2019-]\\p{L}+)*[.,;:!?)\\]\"\u201D\u2019]*");

    private static final int ENOUGH_LETTERS = 2000;
    /** The share of its letters that stand in words: text has three quarters, a table of numbers a fifth, rubbish less. */
    private static final double LEAST_IN_WORDS = 0.12;
    /** Waited longer than this for what does not hear that its time is over. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
                throw tooLong(file);
            }
        };
        try {
            return new Watched(mostTime.plus(PATIENCE), 1).read(() -> {
                try (PDDocument document = Pdf.open(file, password)) {
                    return article(document, tick);
                }
            });
        } catch (Watched.LeftBehind never) {
            throw tooLong(file);
        } catch (UserException | Cancelled known) {
            throw known;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            // PDFBox reports much of what is wrong in a damaged file by unchecked exceptions of many kinds.
            throw Pdf.damaged(file, damaged);
        }
    }

    private UnreadablePdf tooLong(Path file) {
        return new UnreadablePdf(
                file + " takes longer than " + mostTime.toSeconds()
                        + " seconds to read and was given up. It may be damaged, or no article.",
                false);
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
        List<Table> tables = Tables.of(pages);
        Set<Line> elsewhere = new HashSet<>(titleLines);
        tables.forEach(table -> elsewhere.addAll(table.lines()));
        Body body = new Body(headings, prose, elsewhere);
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
                Abstracts.of(body.sections(), body.apart()),
                body.sections(),
                body.references(),
                captions(body, tables),
                tables,
                pages);
    }

    /** Those of tables that were told by rows and of all else, in the order of the pages. */
    private static List<Caption> captions(Body body, List<Table> tables) {
        List<Caption> captions = new ArrayList<>(body.captions());
        tables.forEach(table -> captions.add(new Caption(table.label(), table.caption(), table.page())));
        captions.sort(Comparator.comparingInt(Caption::page));
        return captions;
    }

    /** Most pages have hardly a letter and are pictures, or their fonts do not say which letters they draw. */
    private static boolean scanned(List<PageText> pages) {
        int bare = 0;
        int letters = 0;
        int inWords = 0;
        for (PageText page : pages) {
            int here = 0;
            for (Line line : page.lines()) {
                for (Word word : line.words()) {
                    here += word.text().length();
                    inWords += WORD.matcher(word.text()).matches() ? word.text().length() : 0;
                }
            }
            letters += here;
            bare += page.pictured() && here < LETTERS_OF_A_PAGE ? 1 : 0;
        }
        return bare * 2 > pages.size() || letters > ENOUGH_LETTERS && inWords < LEAST_IN_WORDS * letters;
    }
}
