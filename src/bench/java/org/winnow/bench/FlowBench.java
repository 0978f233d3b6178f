package org.winnow.bench;

import java.nio.file.Path;
import java.time.Clock;
import org.winnow.model.Stage;
import org.winnow.prisma.FlowCounts;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;

/** How long the counts of the flow diagram take on the large review. */
final class FlowBench {
    private static final int RUNS = 15;

    private FlowBench() {}

    public static void main(String[] args) throws Exception {
        Workplace workplace = new Workplace(Path.of(args[0]));
        Samples flow = new Samples();
        Samples counts = new Samples();
        try (Review review = Review.open(workplace.largeReview(), Clock.systemUTC())) {
            for (int run = 0; run < RUNS; run++) {
                flow.time(() -> counted(review));
                counts.time(() -> review.records().count(RecordQuery.at(Stage.TITLE_ABSTRACT)));
            }
        }
        workplace
                .report()
                .add(Figure.of("flow counts of 100,000 records", flow, "ms")
                        .against("counting the records of one stage", counts.median()));
    }

    private static void counted(Review review) {
        FlowCounts counts = FlowCounts.of(
                review.sources().all(),
                review.standing().flowRows(),
                review.criteria().all());
        if (counts.box("database_results") != Workplace.MANY) {
            throw new IllegalStateException("the review is not the one that was made");
        }
    }
}
