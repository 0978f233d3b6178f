package org.winnow.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.winnow.exchange.ImportReport;
import org.winnow.exchange.ImportRequest;
import org.winnow.exchange.Importing;
import org.winnow.formats.Formats;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.RecordSink;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** How many records a second are parsed, and imported with their search index. */
final class ImportBench {
    private static final int RUNS = 5;
    private static final int WARMING = 10_000;

    private ImportBench() {}

    public static void main(String[] args) throws Exception {
        Workplace workplace = new Workplace(Path.of(args[0]));
        Path file = workplace.ris(Workplace.MANY);
        Report report = workplace.report();
        report.add(Figure.of("size of the file of 100,000 records", Files.size(file) / 1e6, "MB"));
        Samples lines = new Samples();
        Samples parsing = new Samples();
        for (int run = 0; run <= RUNS; run++) {
            double reading = Samples.millis(() -> readLines(file));
            double both = Samples.millis(() -> parse(file));
            if (run > 0) {
                lines.add(perSecond(reading));
                parsing.add(perSecond(both));
            }
        }
        report.add(Figure.of("parse RIS, warm", parsing, "records/s")
                .against("the same bytes as lines by BufferedReader", lines.median()));
        double begun = processorTime();
        double imported = imported(workplace);
        double spent = processorTime() - begun;
        report.add(Figure.of("import RIS with search index", perSecond(imported), "records/s")
                .against("the same bytes as lines by BufferedReader", lines.median()));
        report.add(
                Figure.of("import RIS with search index, against its physical limit", perSecond(imported), "records/s")
                        .against("bare FTS5 insert of the same text by the same driver", bareIndex(workplace, file)));
        report.add(Figure.of(
                "import RIS with search index, processor time a record",
                spent / (Workplace.MANY + WARMING) * 1e6,
                "\u00B5s"));
    }

    /** Of all threads, compiling and collecting among them, in seconds. */
    private static double processorTime() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }

    private static double bareIndex(Workplace workplace, Path file) throws Exception {
        BareIndex bare = new BareIndex(file);
        Samples samples = new Samples();
        for (int run = 0; run <= RUNS; run++) {
            double perSecond = bare.perSecond(workplace.folder().resolve("bare.db"));
            if (run > 0) {
                samples.add(perSecond);
            }
        }
        return samples.median();
    }

    private static double imported(Workplace workplace) throws Exception {
        Path small = workplace.folder().resolve("warming.winnow");
        try (Review review = workplace.create(small)) {
            into(review, workplace.ris(WARMING), WARMING);
        }
        Path large = workplace.folder().resolve("large.winnow");
        try (Review review = workplace.create(large)) {
            return Samples.millis(() -> into(review, workplace.ris(Workplace.MANY), Workplace.MANY));
        }
    }

    private static void into(Review review, Path file, int records) {
        ImportReport done = new Importing(review).run(ImportRequest.of(file), Progress.NONE);
        expect(done.imported(), records);
    }

    private static double perSecond(double millis) {
        return Workplace.MANY / millis * 1000;
    }

    private static void readLines(Path file) throws IOException {
        long characters = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                characters += line.length();
            }
        }
        if (characters == 0) {
            throw new IllegalStateException("an empty file");
        }
    }

    private static void parse(Path file) throws IOException {
        Counting sink = new Counting();
        Formats.read(file, ReadOptions.AUTO, sink, Progress.NONE);
        expect(sink.records, Workplace.MANY);
    }

    private static void expect(long found, long wanted) {
        if (found != wanted) {
            throw new IllegalStateException(found + " records instead of " + wanted);
        }
    }

    private static final class Counting implements RecordSink {
        private long records;

        @Override
        public void record(BibRecord record, long line) {
            records++;
        }

        @Override
        public void problem(Problem problem) {
            throw new IllegalStateException(problem.toString());
        }
    }
}
