package org.winnow.dfllm.tune;

import org.jspecify.annotations.Nullable;

/**
 * Where a run stands when it is validated.
 *
 * @param step how many steps were done
 * @param loss mean of the steps since the last point
 * @param validationLoss of what is not learnt from; null where nothing is kept for it
 * @param validationScore likewise, from 0 to 1
 */
public record Point(
        int step,
        double loss,
        @Nullable Double validationLoss,
        @Nullable Double validationScore) {}
