package org.winnow.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.tune.Base;
import org.winnow.dfllm.tune.Members;
import org.winnow.dfllm.tune.Method;
import org.winnow.dfllm.tune.TuneSettings;
import org.winnow.model.UserException;
import picocli.CommandLine.Option;

/** How a network is tuned, on the command line. */
final class TuneOptions {
    @Option(
            names = "--method",
            defaultValue = "lora",
            paramLabel = "NAME",
            description = "lora (narrow matrices beside those of the network), ladder (a narrow network beside it) or"
                    + " layers (all weights of the last layers); ${DEFAULT-VALUE} otherwise")
    private String method;

    @Option(names = "--rank", defaultValue = "8", paramLabel = "N", description = "of LoRA (${DEFAULT-VALUE})")
    private int rank;

    @Option(names = "--alpha", defaultValue = "16", paramLabel = "A", description = "of LoRA (${DEFAULT-VALUE})")
    private double alpha;

    @Option(names = "--width", defaultValue = "48", paramLabel = "N", description = "of a ladder (${DEFAULT-VALUE})")
    private int width;

    @Option(
            names = "--dropout",
            defaultValue = "0.1",
            paramLabel = "SHARE",
            description = "of components left out at random while learning (${DEFAULT-VALUE})")
    private double dropout;

    @Option(
            names = "--targets",
            split = ",",
            paramLabel = "MATRIX",
            description = "of LoRA, any of query, key, value, attention, intermediate, output (all of them)")
    private @Nullable Set<String> targets;

    @Option(
            names = "--layers",
            defaultValue = "2",
            paramLabel = "N",
            description = "how many layers are learnt, from the last (${DEFAULT-VALUE} of 6)")
    private int layers;

    @Option(names = "--steps", defaultValue = "200", paramLabel = "N", description = "at most (${DEFAULT-VALUE})")
    private int steps;

    @Option(
            names = "--batch",
            defaultValue = "16",
            paramLabel = "N",
            description = "examples of a step (${DEFAULT-VALUE})")
    private int batch;

    @Option(
            names = "--learning-rate",
            paramLabel = "R",
            description = "0.001 for lora and ladder, 0.00005 for layers otherwise")
    private @Nullable Double learningRate;

    @Option(
            names = "--weight-decay",
            defaultValue = "0.01",
            paramLabel = "W",
            description = "of AdamW (${DEFAULT-VALUE})")
    private double weightDecay;

    @Option(
            names = "--every",
            defaultValue = "20",
            paramLabel = "N",
            description = "validate, and keep the run, after so many steps (${DEFAULT-VALUE})")
    private int every;

    @Option(
            names = "--patience",
            defaultValue = "4",
            paramLabel = "N",
            description = "stop after so many validations that were no better (${DEFAULT-VALUE})")
    private int patience;

    @Option(
            names = "--average",
            defaultValue = "1",
            paramLabel = "N",
            description = "average the weights of the last so many validated states where that is better than the best"
                    + " of them (1: do not)")
    private int average;

    @Option(
            names = "--pieces",
            defaultValue = "128",
            paramLabel = "N",
            description = "pieces of words of a text at most (${DEFAULT-VALUE})")
    private int pieces;

    @Option(
            names = "--contrast",
            defaultValue = "1",
            paramLabel = "W",
            description = "how much keeping relevant records together and others away counts beside telling them apart"
                    + " (${DEFAULT-VALUE})")
    private double contrast;

    @Option(
            names = "--members",
            defaultValue = "1",
            paramLabel = "N",
            description = "tune so many times, each with the next seed, and join what comes of it (${DEFAULT-VALUE})")
    private int members;

    @Option(
            names = "--join",
            defaultValue = "scores",
            paramLabel = "HOW",
            description = "members by the mean of their scores, or of their weights, which makes one network of them;"
                    + " ${DEFAULT-VALUE} otherwise")
    private String join;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "of all that is random (1)")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "processors to use; all otherwise")
    private @Nullable Integer threads;

    TuneSettings settings() {
        Method how = how();
        double usual = how instanceof Method.LastLayers ? TuneSettings.WHOLE_RATE : TuneSettings.NARROW_RATE;
        return new TuneSettings(
                how,
                steps,
                batch,
                learningRate == null ? usual : learningRate,
                TuneSettings.WARM_UP,
                weightDecay,
                every,
                patience,
                average,
                pieces,
                contrast,
                seed,
                threads == null ? Runtime.getRuntime().availableProcessors() : threads);
    }

    Members members(Base base, Path cache) {
        Members.Join how =
                switch (join) {
                    case "scores" -> Members.Join.SCORES;
                    case "weights" -> Members.Join.WEIGHTS;
                    default ->
                        throw new UserException("Members are not joined by \"" + join + "\": write scores or weights.");
                };
        return new Members(base, settings(), members, how, cache);
    }

    private Method how() {
        return switch (method) {
            case "lora" ->
                new Method.Lora(
                        rank,
                        alpha,
                        dropout,
                        targets == null ? Method.Lora.TARGETS.keySet() : new LinkedHashSet<>(targets),
                        layers);
            case "ladder" -> new Method.Ladder(width, dropout, layers);
            case "layers" -> new Method.LastLayers(layers, dropout);
            default ->
                throw new UserException("There is no way of tuning \"" + method + "\": write lora, ladder or layers.");
        };
    }
}
