package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.winnow.bench.Figure;
import org.winnow.bench.Samples;
import org.winnow.bench.Workplace;

/**
 * Steps of tuning for screening, LoRA in the last two of the network's six layers, beside the same steps written bare in
 * DJL: the same layers, batch and losses, on arrays that lie ready. In turn, for a machine that others use too.
 */
final class TuneBench {
    private static final int STEPS = Integer.getInteger("bench.tune.steps", 60);
    private static final int WARM = 10;
    private static final int BATCH = 16;
    private static final int PIECES = 128;
    private static final int TEXTS = 32;

    private TuneBench() {}

    public static void main(String[] args) throws IOException {
        Workplace workplace = new Workplace(Path.of(args[0]));
        int threads = Runtime.getRuntime().availableProcessors();
        Base base = Base.miniLm();
        OnnxBert file = OnnxBert.of(base.onnx());
        Map<String, Tensor> weights = file.weights();
        Method.Lora lora = new Method.Lora(8, 16, 0.1, Method.Lora.TARGETS.keySet(), 2);
        TuneSettings settings =
                new TuneSettings(lora, STEPS + WARM, BATCH, 1e-3, 0.1, 0.01, STEPS + WARM, 1, 1, PIECES, 1, 1, threads);
        Objective objective = new ScreeningObjective(texts(), new Screened(List.of(), new boolean[0]), BATCH, 1, 1);
        Samples ours = new Samples();
        Samples bare = new Samples();
        try (NDManager manager = Torch.manager(workplace.target().resolve("torch"), threads)) {
            Map<String, Tensor> head;
            try (Bert untuned = new Bert(manager.newSubManager(), file.shape(), weights, lora, 1, Map.of())) {
                head = objective.start(untuned, TuneWatch.NONE);
            }
            Bert bert = new Bert(manager.newSubManager(), file.shape(), weights, lora, 1, head);
            BareStep step = new BareStep(manager, file.shape(), weights, lora, bert.values(), BATCH, PIECES);
            Path checkpoint = Files.createTempFile(workplace.folder(), "tune", ".checkpoint");
            new Training(bert, objective, settings, checkpoint, "", new InTurn(step, ours, bare)).run(false);
            Files.delete(checkpoint);
        }
        double pieces = (double) BATCH * PIECES * 1000;
        workplace
                .report()
                .add(Figure.of("tokens of tuning a second", pieces / ours.median(), "tokens/s")
                        .against("the same step written bare in DJL", pieces / bare.median())
                        .withGoal("ratio at least 0.8"));
    }

    /** All of one length, so that both sides have as many pieces. */
    private static Screened texts() {
        SplittableRandom random = new SplittableRandom(7);
        List<long[]> texts = new ArrayList<>();
        boolean[] relevant = new boolean[TEXTS];
        for (int i = 0; i < TEXTS; i++) {
            texts.add(random.longs(PIECES, 1000, 30_000).toArray());
            relevant[i] = i % 2 == 0;
        }
        return new Screened(texts, relevant);
    }

    /** Before each step of the program goes a bare one. */
    private static final class InTurn implements TuneWatch {
        private final BareStep step;
        private final Samples ours;
        private final Samples bare;
        private long since;

        InTurn(BareStep step, Samples ours, Samples bare) {
            this.step = step;
            this.ours = ours;
            this.bare = bare;
        }

        @Override
        public void check() {
            long from = System.nanoTime();
            step.go();
            since = System.nanoTime();
            bare.add((since - from) / 1e6);
        }

        @Override
        public void step(Moment moment) {
            ours.add((System.nanoTime() - since) / 1e6);
        }

        @Override
        public void validated(Point point) {}
    }
}
