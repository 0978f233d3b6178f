package org.winnow.dfllm.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Examples that were learnt before, mixed among new ones, so that what was learnt is not forgotten (experience replay;
 * Rolnick et al., arXiv 1811.11682).
 *
 * @param share of the mixture that is to be old, from 0 to below 1; fewer where there are not so many
 * @param seed draws which ones
 */
public record Replay(double share, long seed) {
    public Replay {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("the share of old examples is from 0 to below 1, not " + share);
        }
    }

    /** All new examples and as many old ones as make their share, in an order that the seed draws. */
    public <T> List<T> of(List<T> fresh, List<T> old) {
        Random random = new Random(seed);
        List<T> drawn = new ArrayList<>(old);
        Collections.shuffle(drawn, random);
        int wanted = (int) Math.ceil(share / (1 - share) * fresh.size());
        List<T> mixed = new ArrayList<>(fresh);
        mixed.addAll(drawn.subList(0, Math.min(wanted, drawn.size())));
        Collections.shuffle(mixed, random);
        return mixed;
    }
}
