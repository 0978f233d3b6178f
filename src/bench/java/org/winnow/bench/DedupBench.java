package org.winnow.bench;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.winnow.dedup.Candidate;
import org.winnow.dedup.Deduplication;
import org.winnow.dedup.LearnedMatcher;
import org.winnow.dedup.Result;
import org.winnow.work.Progress;

/** How long the search for duplicates takes among records of which every fourth is a changed copy. */
final class DedupBench {
    private DedupBench() {}

    public static void main(String[] args) throws Exception {
        Report report = new Workplace(Path.of(args[0])).report();
        for (int records : new int[] {10_000, Workplace.MANY}) {
            List<Candidate> candidates = new Perturbed().candidates(records);
            Deduplication deduplication = new Deduplication(new LearnedMatcher());
            double equalTitles = Samples.millis(() -> equalTitles(candidates));
            long start = System.nanoTime();
            Result result = deduplication.find(candidates, Progress.NONE);
            double millis = (System.nanoTime() - start) / 1e6;
            String of = String.format(Locale.ROOT, " among %,d records", records);
            report.add(Figure.of("find duplicates" + of, millis / 1000, "s")
                    .against("setting aside equal titles", equalTitles / 1000));
            long merged = result.groups().stream()
                    .mapToLong(g -> g.duplicates().size())
                    .sum();
            report.add(Figure.of("duplicates merged" + of, merged, "records").against("copies made", records / 4.0));
        }
    }

    private static void equalTitles(List<Candidate> candidates) {
        Set<String> titles = new HashSet<>();
        candidates.forEach(
                c -> titles.add(c.record().title().toLowerCase(Locale.ROOT).replaceAll("\\W+", " ")));
        if (titles.isEmpty()) {
            throw new IllegalStateException("no records");
        }
    }
}
