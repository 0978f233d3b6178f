package org.winnow.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.winnow.dedup.Candidate;
import org.winnow.dedup.Deduplication;
import org.winnow.dedup.LearnedMatcher;
import org.winnow.dedup.Result;
import org.winnow.model.KeeperClaim;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/**
 * How long the search for duplicates takes among records of which every fourth is a changed copy, and how long when most
 * of them were compared before. Records are made while they are taken in, as a file or a review would give them; what the
 * making alone takes is measured beside it.
 */
final class DedupBench {
    private static final int[] SIZES = {10_000, Workplace.MANY, 1_000_000};
    private static final int NEW = 10_000;

    private final Report report;

    private DedupBench(Report report) {
        this.report = report;
    }

    public static void main(String[] args) throws Exception {
        DedupBench bench = new DedupBench(new Workplace(Path.of(args[0])).report());
        find(SIZES[0], 0);
        for (int records : SIZES) {
            bench.all(records);
        }
        bench.later();
    }

    private void all(int records) throws IOException {
        double making = making(records);
        long start = System.nanoTime();
        Result result = find(records, 0);
        double seconds = (System.nanoTime() - start) / 1e9;
        String of = String.format(Locale.ROOT, " among %,d records", records);
        report.add(Figure.of("find duplicates" + of, seconds, "s").against("making the records alone", making));
        long merged =
                result.groups().stream().mapToLong(g -> g.duplicates().size()).sum();
        report.add(Figure.of("duplicates merged" + of, merged, "records").against("copies made", records / 4.0));
    }

    private void later() throws IOException {
        double making = making(Workplace.MANY + NEW);
        long start = System.nanoTime();
        find(Workplace.MANY + NEW, Workplace.MANY);
        double seconds = (System.nanoTime() - start) / 1e9;
        report.add(
                Figure.of("find duplicates of 10,000 new records among 100,000 that were compared before", seconds, "s")
                        .against("making the records alone", making));
    }

    private static Result find(int records, int compared) {
        return new Deduplication(new LearnedMatcher())
                .find(
                        taker -> {
                            AtomicLong id = new AtomicLong();
                            new Perturbed().forEach(records, r -> {
                                long n = id.incrementAndGet();
                                taker.accept(new Candidate(new RecordId(n), r, KeeperClaim.DATABASE, n <= compared));
                            });
                        },
                        List.of(),
                        Set.of(),
                        Progress.NONE);
    }

    private static double making(int records) {
        AtomicLong letters = new AtomicLong();
        long start = System.nanoTime();
        new Perturbed().forEach(records, r -> letters.addAndGet(r.title().length()));
        if (letters.get() == 0) {
            throw new IllegalStateException("no records");
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
