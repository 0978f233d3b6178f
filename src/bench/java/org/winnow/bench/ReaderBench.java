package org.winnow.bench;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.winnow.fulltext.PaperFixture;
import org.winnow.fulltext.reading.BookFixture;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.View;
import org.winnow.fulltext.reading.WarmUp;
import org.winnow.work.Progress;

/**
 * How long the first page of a paper takes from the file to its pixels, how long further pages take, by what stands on them,
 * and what 2,000 pages do to the memory; beside poppler's {@code pdftoppm} for the same pages at the same scale where it is
 * installed.
 */
final class ReaderBench {
    /** 150 dots an inch: A4 as wide as a usual window on a screen with double pixels. */
    private static final int DPI = 150;

    private static final int RUNS = 5;
    private static final int MOST_PAGES = 15;
    private static final int PAGES = 2_000;
    private static final String READY = "ready";
    private static final String COLD = "cold";

    private ReaderBench() {}

    /** @param args the build's own folder; or, to measure the first page in this process, how and which paper */
    public static void main(String[] args) throws Exception {
        if (args.length == 2) {
            first(args[0].equals(READY), Path.of(args[1]));
            return;
        }
        Workplace workplace = new Workplace(Path.of(args[0]));
        Path folder = Files.createDirectories(workplace.folder().resolve("reader"));
        Map<String, Path> papers = papers(folder);
        coldAndWarm(workplace, papers.values().iterator().next());
        for (var paper : papers.entrySet()) {
            pages(workplace, paper.getKey(), paper.getValue());
        }
        memory(workplace, BookFixture.book(folder.resolve("book.pdf"), PAGES));
    }

    /** Papers that differ in what they cost: columns of type, charts of many small lines and shadings, large pictures. */
    private static Map<String, Path> papers(Path folder) {
        Path data = Path.of(System.getenv().getOrDefault("WINNOW_TEST_DATA", "nowhere"), "pdf");
        Map<String, Path> papers = new LinkedHashMap<>();
        papers.put("type and charts", data.resolve("articles/pdfjs_tracemonkey.pdf"));
        papers.put("type", data.resolve("articles/jabref_Ralph2020.pdf"));
        papers.put("diagrams", data.resolve("articles/jabref_Bogner2023.pdf"));
        papers.put("pictures", data.resolve("articles/jabref_Fritzsch2022.pdf"));
        papers.put("scanned", data.resolve("articles/zotero_duplicatesMerge_JSTOR_1.pdf"));
        papers.values().removeIf(Files::notExists);
        if (papers.isEmpty()) {
            papers.put("made", paper(folder));
        }
        return papers;
    }

    /** Two columns on eight pages, for where the data sets are not. */
    private static Path paper(Path folder) {
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

    /** Each in a program of its own, in turn: what has been drawn once is never drawn for the first time again. */
    private static void coldAndWarm(Workplace workplace, Path paper) throws Exception {
        Samples cold = new Samples();
        Samples ready = new Samples();
        for (int run = 0; run < RUNS; run++) {
            ready.add(first(workplace, READY, paper));
            cold.add(first(workplace, COLD, paper));
        }
        workplace
                .report()
                .add(Figure.of(
                                "first page of the first paper after start, got ready as an open review does",
                                ready,
                                "ms")
                        .withGoal("300 ms"));
        workplace.report().add(Figure.of("first page of the first paper after start, nothing got ready", cold, "ms"));
        WarmUp.run(Progress.NONE);
    }

    private static double first(Workplace workplace, String how, Path paper) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Bench.java(),
                        "-Djava.awt.headless=true",
                        "-Dpdfbox.fontcache=" + workplace.folder(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReaderBench.class.getName(),
                        how,
                        paper.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the first page was not drawn: " + told);
        }
        return Double.parseDouble(told);
    }

    private static void first(boolean ready, Path paper) throws Exception {
        if (ready) {
            WarmUp.run(Progress.NONE);
        }
        System.out.println(Samples.millis(() -> draw(paper, 1)));
    }

    /** The same pages by both, in turn, so that whatever else the machine does meets both. */
    private static void pages(Workplace workplace, String kind, Path paper) throws Exception {
        Samples first = new Samples();
        Samples further = new Samples();
        Samples theirFirst = new Samples();
        Samples theirFurther = new Samples();
        for (int run = 0; run < RUNS; run++) {
            first.time(() -> draw(paper, 1));
            poppler(paper, 1, 1).ifPresent(theirFirst::add);
            try (OpenPdf pdf = OpenPdf.open(paper, "")) {
                int last = Math.min(MOST_PAGES, pdf.pages());
                draw(pdf, 1);
                for (int page = 2; page <= last; page++) {
                    int number = page;
                    further.time(() -> draw(pdf, number));
                }
                poppler(paper, 2, last).ifPresent(all -> theirFurther.add(all / (last - 1)));
            }
        }
        Figure opened = Figure.of("first page of a paper (" + kind + "), file to pixels", first, "ms")
                .withGoal("300 ms");
        Figure turned = Figure.of("a further page of an open paper (" + kind + ")", further, "ms");
        if (theirFirst.count() == 0) {
            System.out.println("pdftoppm is not installed: nothing to compare with");
            workplace.report().add(opened);
            workplace.report().add(turned);
        } else {
            workplace.report().add(opened.against("pdftoppm, its process included", theirFirst.median()));
            workplace.report().add(turned.against("pdftoppm, a page of all", theirFurther.median()));
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

    /** Milliseconds; empty where the program is missing. */
    private static Optional<Double> poppler(Path file, int first, int last) throws InterruptedException {
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            List.of("pdftoppm", "-r", "" + DPI, "-f", "" + first, "-l", "" + last, file.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0
                    ? Optional.of((System.nanoTime() - start) / 1e6)
                    : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
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
