package org.winnow.dfllm.ask;

import java.util.LinkedHashMap;
import java.util.Map;
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

    /** As it stands in files. */
    public Map<String, Object> json() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("of", of);
        one.put("all", all);
        one.put("value", value());
        one.put("low", low());
        one.put("high", high());
        return one;
    }

    private Estimate estimate() {
        return all == 0 ? new Estimate(0, 0, 1) : Estimate.share((double) of / all, all);
    }
}
