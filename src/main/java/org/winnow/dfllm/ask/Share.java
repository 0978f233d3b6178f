package org.winnow.dfllm.ask;

import org.winnow.model.Estimate;

/** So many of so many, with its 95 % interval; of none nothing is known, which is an interval from 0 to 1. */
public record Share(int of, int all) {
    public double value() {
        return estimate().value();
    }

    public double low() {
        return estimate().low();
    }

    public double high() {
        return estimate().high();
    }

    private Estimate estimate() {
        return all == 0 ? new Estimate(0, 0, 1) : Estimate.share((double) of / all, all);
    }
}
