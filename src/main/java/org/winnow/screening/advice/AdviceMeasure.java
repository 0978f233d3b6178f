package org.winnow.screening.advice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.model.Estimate;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.screening.Agreement;
import org.winnow.store.Advices.Measured;
import org.winnow.store.Review;

/**
 * How a model's suggestions agree with what people had decided before it was asked; what it could have swayed does not
 * count. A maybe of people counts as an include: it is read on.
 *
 * @param agreement over the records, for a model that suggests to exclude where a reason applies and else to include
 * @param included how many of the records people included
 * @param found share of those that the model would not exclude; empty where there are none
 * @param excluded how many people excluded
 * @param spared share of those that the model would exclude; empty where there are none
 */
public record AdviceMeasure(
        Agreement agreement, long included, Optional<Estimate> found, long excluded, Optional<Estimate> spared) {
    /** @param model as its server calls it */
    public static AdviceMeasure of(Review review, Stage stage, String model) {
        Map<List<Verdict>, Long> pairs = new HashMap<>();
        long[][] counts = new long[2][2];
        for (Measured one : review.auditTrail().advices().measured(stage, model)) {
            Verdict people = one.included() ? Verdict.INCLUDE : Verdict.EXCLUDE;
            Verdict machine = one.excludes() ? Verdict.EXCLUDE : Verdict.INCLUDE;
            pairs.merge(List.of(people, machine), 1L, Long::sum);
            counts[one.included() ? 1 : 0][one.excludes() ? 0 : 1]++;
        }
        long included = counts[1][0] + counts[1][1];
        long excluded = counts[0][0] + counts[0][1];
        return new AdviceMeasure(
                Agreement.of(pairs), included, share(counts[1][1], included), excluded, share(counts[0][0], excluded));
    }

    private static Optional<Estimate> share(long of, long all) {
        return all == 0 ? Optional.empty() : Optional.of(Estimate.share((double) of / all, all));
    }

    /** Whether that is as much as the team's rule asks for. */
    public boolean suffices(AdviceRule rule) {
        return agreement.records() >= rule.sample();
    }
}
