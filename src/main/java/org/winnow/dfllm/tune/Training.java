package org.winnow.dfllm.tune;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.tune.Objective.Validation;
import org.winnow.model.UserException;

/**
 * A run: steps, validation now and then, and an end where nothing gets better any more. What a run is at a step follows
 * from its settings, its examples and its seed; one that was broken off goes on from its last validation as if nothing had
 * happened.
 */
final class Training {
    private static final double NANOS = 1e9;

    private final Bert bert;
    private final Objective objective;
    private final TuneSettings settings;
    private final AdamW optimizer;
    private final Path checkpoint;
    private final String identity;
    private final TuneWatch watch;

    /**
     * @param checkpoint the file from which a run that was broken off goes on
     * @param identity of the network, the settings and the examples: no other run goes on from the file
     */
    Training(Bert bert, Objective objective, TuneSettings settings, Path checkpoint, String identity, TuneWatch watch) {
        this.bert = bert;
        this.objective = objective;
        this.settings = settings;
        this.optimizer = new AdamW(bert.learnt(), settings.weightDecay());
        this.checkpoint = checkpoint;
        this.identity = identity;
        this.watch = watch;
    }

    /**
     * What came of a run.
     *
     * @param averaged what came of the average of the last states; null where none was wanted
     */
    record Result(RunState state, @Nullable Averaged averaged) {}

    /**
     * The average of some states.
     *
     * @param states how many
     * @param used whether it is the result, since it is better than the best of them, or since nothing is kept to tell
     */
    record Averaged(
            int states,
            @Nullable Double validationLoss,
            @Nullable Double validationScore,
            boolean used) {}

    /**
     * Learns until the end; afterwards the network is as it was at its best.
     *
     * @param resume whether to go on from the checkpoint where there is one
     */
    Result run(boolean resume) throws IOException {
        // PyTorch keeps one row of random numbers and one collector of gradients for the whole program.
        synchronized (Training.class) {
            return learnt(resume);
        }
    }

    private Result learnt(boolean resume) throws IOException {
        RunState state = resume ? resumed() : RunState.start(bert.values());
        while (state.step() < settings.steps() && state.withoutBetter() < settings.patience()) {
            state = stretch(state);
            state.checkpoint(bert.values(), optimizer.state(), identity).write(checkpoint);
        }
        Averaged averaged = averaged(state);
        if (averaged == null || !averaged.used()) {
            bert.take(state.best());
        }
        return new Result(state, averaged);
    }

    /** The network is left with the average. */
    private @Nullable Averaged averaged(RunState state) {
        if (state.last().size() < 2) {
            return null;
        }
        bert.take(state.average());
        double best = state.curve().stream()
                .map(Point::validationLoss)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        Validation validation = objective.validates() ? objective.validated(bert) : null;
        return new Averaged(
                state.last().size(),
                validation == null ? null : validation.loss(),
                validation == null ? null : validation.score(),
                validation == null || validation.loss() < best);
    }

    private RunState resumed() throws IOException {
        Safetensors file = Safetensors.read(checkpoint);
        RunState state = RunState.of(file, identity).orElseThrow(() -> new OtherRun(checkpoint));
        bert.take(RunState.part(file, "now/"));
        optimizer.take(file.tensors());
        state.curve().forEach(watch::validated);
        return state;
    }

    /** The steps up to the next validation, and that. */
    private RunState stretch(RunState before) {
        int end = Math.min(settings.steps(), (before.step() / settings.every() + 1) * settings.every());
        long began = System.nanoTime();
        long pieces = before.pieces();
        double loss = 0;
        for (int step = before.step(); step < end; step++) {
            watch.check();
            int[] read = new int[1];
            double now = step(step, read);
            if (!Double.isFinite(now)) {
                throw new UserException("The loss is not a number any more at step " + (step + 1)
                        + ": the learning rate is too high for these examples. Choose a lower one.");
            }
            loss += now / (end - before.step());
            pieces += read[0];
            double seconds = before.seconds() + (System.nanoTime() - began) / NANOS;
            watch.step(new TuneWatch.Moment(
                    step + 1,
                    settings.steps(),
                    now,
                    pieces / seconds,
                    seconds / (step + 1) * (settings.steps() - step - 1)));
        }
        double seconds = before.seconds() + (System.nanoTime() - began) / NANOS;
        Validation validation = objective.validates() ? objective.validated(bert) : null;
        Point point = new Point(
                end,
                loss,
                validation == null ? null : validation.loss(),
                validation == null ? null : validation.score());
        watch.validated(point);
        return before.after(point, bert.values(), settings.average(), pieces, seconds);
    }

    private double step(int step, int[] pieces) {
        try (NDManager arrays = bert.manager().newSubManager()) {
            Engine engine = arrays.getEngine();
            // The random parts of a step depend on nothing but the step.
            engine.setRandomSeed((int) (settings.seed() * 1_000_003 + step));
            double loss;
            try (GradientCollector collector = engine.newGradientCollector()) {
                NDArray wrong = objective.loss(bert, step, arrays, pieces);
                collector.backward(wrong);
                loss = wrong.getFloat();
            }
            if (Double.isFinite(loss)) {
                optimizer.step(step, settings.rate(step), arrays);
            }
            return loss;
        }
    }
}
