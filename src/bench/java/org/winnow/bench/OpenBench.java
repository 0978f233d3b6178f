package org.winnow.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.winnow.model.RecordId;
import org.winnow.model.Stage;
import org.winnow.store.RecordQuery;
import org.winnow.store.RecordRow;
import org.winnow.store.Review;
import org.winnow.store.StageProgress;

/** How long the large review takes from the file to the first page of the list, and how much heap it then holds. */
final class OpenBench {
    private static final int RUNS = 5;
    private static final int PAGE = 50;

    private OpenBench() {}

    private record Opened(Review review, long[] ids, List<RecordRow> rows, StageProgress progress) {}

    public static void main(String[] args) throws Exception {
        Workplace workplace = new Workplace(Path.of(args[0]));
        Path file = workplace.largeReview();
        Report report = workplace.report();
        long before = heap();
        long start = System.nanoTime();
        Opened first = open(file);
        double cold = (System.nanoTime() - start) / 1e6;
        long after = heap();
        first.review().close();
        if (first.ids().length != Workplace.MANY
                || first.rows().size() != PAGE
                || first.progress().total() != Workplace.MANY) {
            throw new IllegalStateException("the review is not the one that was made");
        }
        Samples warm = new Samples();
        Samples copies = new Samples();
        for (int run = 0; run < RUNS; run++) {
            warm.time(() -> open(file).review().close());
            copies.time(() -> readAll(file));
        }
        report.add(Figure.of("open 100,000 records: ids, first page, progress; first in the process", cold, "ms")
                .against("reading all bytes of the file", copies.median()));
        report.add(Figure.of("open and close 100,000 records, again", warm, "ms")
                .against("reading all bytes of the file", copies.median()));
        report.add(Figure.of("heap held by 100,000 open records", (after - before) / 1e6, "MB")
                .against("all bytes of the file in memory", Files.size(file) / 1e6));
        report.add(Figure.of("heap in use with 100,000 records open", after / 1e6, "MB"));
    }

    private static Opened open(Path file) {
        Review review = Review.open(file, Clock.systemUTC());
        long[] ids = review.records().ids(RecordQuery.at(Stage.TITLE_ABSTRACT));
        List<RecordId> page =
                Arrays.stream(ids).limit(PAGE).mapToObj(RecordId::new).toList();
        List<RecordRow> rows = review.records().rows(page, null, Stage.TITLE_ABSTRACT);
        return new Opened(review, ids, rows, review.standing().at(Stage.TITLE_ABSTRACT));
    }

    private static void readAll(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Bytes in use after what is garbage has been collected. */
    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
