package org.winnow.bench;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.winnow.fulltext.PaperFixture;
import org.winnow.fulltext.reading.BookFixture;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.View;
import org.winnow.work.Progress;

/**
 * How long the first page of a paper takes from the file to its pixels, how long a page takes afterwards, and what 2,000
 * pages do to the memory; beside poppler's {@code pdftoppm} for the same pages at the same scale where it is installed.
 */
final class ReaderBench {
    /** 150 dots an inch: A4 as wide as a usual window on a screen with double pixels. */
    private static final int DPI = 150;

    private static final int RUNS = 15;
    private static final int PAGES = 2_000;

    private ReaderBench() {}

    public static void main(String[] args) throws Exception {
        Workplace workplace = new Workplace(Path.of(args[0]));
        Path folder = Files.createDirectories(workplace.folder().resolve("reader"));
        Path paper = paper(folder);
        first(workplace, paper);
        memory(workplace, BookFixture.book(folder.resolve("book.pdf"), PAGES));
    }

    /** A real paper where the data sets are there, else one of ours: two columns on eight pages. */
    private static Path paper(Path folder) {
        Path real = Path.of(
                System.getenv().getOrDefault("WINNOW_TEST_DATA", "nowhere"), "pdf/articles/pdfjs_tracemonkey.pdf");
        if (Files.exists(real)) {
            return real;
        }
        PaperFixture paper = PaperFixture.paper();
        for (int page = 0; page < 8; page++) {
            for (int line = 0; line < 55; line++) {
                paper.line(60, 80 + 12 * line, 10, false, "Line " + line + " of the left column of the paper")
                        .line(320, 80 + 12 * line, 10, false, "Line " + line + " of the right column of the paper");
            }
            paper.nextPage();
        }
        return paper.save(folder.resolve("paper.pdf"));
    }

    private static void first(Workplace workplace, Path paper) throws Exception {
        Samples first = new Samples();
        Samples later = new Samples();
        long cold = System.nanoTime();
        draw(paper, 1);
        double coldMillis = (System.nanoTime() - cold) / 1e6;
        int pages;
        try (OpenPdf pdf = OpenPdf.open(paper, "")) {
            pages = pdf.pages();
        }
        for (int run = 0; run < RUNS; run++) {
            first.time(() -> draw(paper, 1));
        }
        try (OpenPdf pdf = OpenPdf.open(paper, "")) {
            for (int page = 1; page <= pages; page++) {
                int number = page;
                later.time(() -> draw(pdf, number));
            }
        }
        Figure opened =
                Figure.of("first page of a paper, file to pixels", first, "ms").withGoal("300 ms");
        Figure turned = Figure.of("a page of an open paper", later, "ms");
        workplace.report().add(Figure.of("first page of the first paper after start", coldMillis, "ms"));
        Optional<Double> theirs = poppler(paper, 1, 1);
        Optional<Double> all = poppler(paper, 1, pages);
        if (theirs.isEmpty() || all.isEmpty()) {
            System.out.println("pdftoppm is not installed: nothing to compare with");
            workplace.report().add(opened);
            workplace.report().add(turned);
        } else {
            workplace.report().add(opened.against("pdftoppm, its process included", theirs.get()));
            workplace.report().add(turned.against("pdftoppm, a page of all", all.get() / pages));
        }
    }

    private static void draw(Path file, int page) {
        try (OpenPdf pdf = OpenPdf.open(file, "")) {
            draw(pdf, page);
        }
    }

    private static void draw(OpenPdf pdf, int page) {
        View view = new View(page, DPI / 72f, 0);
        pdf.draw(view, view.whole(pdf.sizes(page, 1).get(0)), Progress.NONE);
    }

    /** Milliseconds, the best of three; empty where the program is missing. */
    private static Optional<Double> poppler(Path file, int first, int last) throws InterruptedException {
        double best = Double.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            try {
                long start = System.nanoTime();
                Process process = new ProcessBuilder(
                                List.of("pdftoppm", "-r", "" + DPI, "-f", "" + first, "-l", "" + last, file.toString()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                    return Optional.empty();
                }
                best = Math.min(best, (System.nanoTime() - start) / 1e6);
            } catch (IOException missing) {
                return Optional.empty();
            }
        }
        return Optional.of(best);
    }

    /** What is held after every page of a long book was drawn and read once, beside what was held before. */
    private static void memory(Workplace workplace, Path book) throws Exception {
        long before = held();
        Samples pages = new Samples();
        try (OpenPdf pdf = OpenPdf.open(book, "")) {
            for (int page = 1; page <= PAGES; page++) {
                int number = page;
                pages.time(() -> {
                    View view = new View(number, 1, 0);
                    pdf.draw(view, view.whole(pdf.sizes(number, 1).get(0)), Progress.NONE);
                    pdf.text(number, Progress.NONE);
                });
            }
            workplace
                    .report()
                    .add(Figure.of("memory after 2,000 pages of a book", (held() - before) / 1e6, "MB")
                            .withGoal("bounded, however long the book"));
        }
        workplace.report().add(Figure.of("a page of 2,000, drawn and read", pages, "ms"));
    }

    private static long held() {
        WeakReference<Object> sign = new WeakReference<>(new Object());
        while (sign.get() != null) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
