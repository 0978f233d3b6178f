package org.winnow.dfllm.tune;

import org.winnow.model.UserException;

/**
 * How a network is tuned.
 *
 * @param method which weights are learnt
 * @param steps at most
 * @param batch examples of a step
 * @param learningRate how far a step goes at most
 * @param warmUp share of the steps in which the rate rises from 0; from there it falls to 0 at the last
 * @param weightDecay share of the rate by which weights shrink (AdamW)
 * @param every after how many steps it is validated and can be taken up again
 * @param patience after how many validations without a better one it stops
 * @param average how many of the last validated states are averaged, weight by weight, where that is better than the best
 *     of them; 1 for none (Izmailov et al., arXiv 1803.05407)
 * @param pieces of a text at most, from its beginning
 * @param contrast how much being apart counts beside being told apart, for screening
 * @param seed of all that is random
 * @param threads processors that it uses; the last digits depend on it
 */
public record TuneSettings(
        Method method,
        int steps,
        int batch,
        double learningRate,
        double warmUp,
        double weightDecay,
        int every,
        int patience,
        int average,
        int pieces,
        double contrast,
        long seed,
        int threads) {
    /** Usual share of the steps for warming up. */
    public static final double WARM_UP = 0.1;

    /** Usual rate for few new weights. */
    public static final double NARROW_RATE = 1e-3;

    /** Usual rate for the network's own weights. */
    public static final double WHOLE_RATE = 5e-5;

    private static final int MOST_PIECES = 512;

    public TuneSettings {
        require(steps >= 1 && steps <= 100_000, "The steps are 1 to 100,000.");
        require(batch >= 2 && batch <= 512, "A batch is 2 to 512 examples.");
        require(learningRate > 0 && learningRate <= 1, "The learning rate is above 0 and at most 1.");
        require(warmUp >= 0 && warmUp < 1, "The share of warming up is from 0 to below 1.");
        require(weightDecay >= 0 && weightDecay <= 1, "The weight decay is from 0 to 1.");
        require(every >= 1 && patience >= 1, "It is validated after 1 step or more, with a patience of 1 or more.");
        require(average >= 1 && average <= 100, "The states that are averaged are 1 to 100.");
        require(pieces >= 8 && pieces <= MOST_PIECES, "The pieces of a text are 8 to 512.");
        require(contrast >= 0, "The weight of the contrast is 0 or more.");
        require(threads >= 1, "The threads are 1 or more.");
    }

    /** As the program tunes where nobody says otherwise. */
    public static TuneSettings usual(Method method, int steps) {
        double rate = method instanceof Method.LastLayers ? WHOLE_RATE : NARROW_RATE;
        int threads = Runtime.getRuntime().availableProcessors();
        return new TuneSettings(method, steps, 16, rate, WARM_UP, 0.01, 20, 4, 1, 128, 1, 1, threads);
    }

    /** The same with another seed. */
    TuneSettings seeded(long other) {
        return new TuneSettings(
                method,
                steps,
                batch,
                learningRate,
                warmUp,
                weightDecay,
                every,
                patience,
                average,
                pieces,
                contrast,
                other,
                threads);
    }

    private static void require(boolean possible, String otherwise) {
        if (!possible) {
            throw new UserException(otherwise);
        }
    }

    /** The rate at a step, counted from 0. */
    double rate(int step) {
        double warm = warmUp * steps;
        double share = step < warm ? (step + 1) / (warm + 1) : (steps - step) / Math.max(1, steps - warm);
        return learningRate * Math.min(1, share);
    }
}
