package org.winnow.store;

import java.util.Map;
import org.winnow.model.Outcome;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;

/**
 * How far screening is at one stage.
 *
 * @param outcomes records at the stage by where they stand; every outcome is present, and they add up to the total
 * @param decidedBy how many of these records each reviewer has a current verdict on
 */
public record StageProgress(Stage stage, long total, Map<Outcome, Long> outcomes, Map<Reviewer, Long> decidedBy) {
    public StageProgress {
        outcomes = Map.copyOf(outcomes);
        decidedBy = Map.copyOf(decidedBy);
    }

    public long of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
