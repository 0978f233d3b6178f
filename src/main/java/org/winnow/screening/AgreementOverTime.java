package org.winnow.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.winnow.model.Verdict;
import org.winnow.store.Standing.DecidedTwice;

/** How the agreement of two reviewers goes as the work goes on: blocks of records in the order in which both had decided. */
public final class AgreementOverTime {
    /**
     * A block of records.
     *
     * @param until when the last of them was decided by both
     */
    public record Block(Instant until, Agreement agreement) {}

    private static final int MOST_BLOCKS = 12;
    private static final int FEWEST_RECORDS = 20;

    private AgreementOverTime() {}

    /** At most twelve blocks of about the same size, of twenty records or more where there are as many. */
    public static List<Block> of(List<DecidedTwice> records) {
        int blocks = Math.clamp(records.size() / FEWEST_RECORDS, 1, MOST_BLOCKS);
        List<Block> all = new ArrayList<>();
        for (int b = 0; b < blocks && !records.isEmpty(); b++) {
            List<DecidedTwice> block = records.subList(
                    (int) ((long) records.size() * b / blocks), (int) ((long) records.size() * (b + 1) / blocks));
            Map<List<Verdict>, Long> pairs = new HashMap<>();
            block.forEach(r -> pairs.merge(List.of(r.first(), r.second()), 1L, Long::sum));
            all.add(new Block(block.getLast().at(), Agreement.of(pairs)));
        }
        return all;
    }
}
