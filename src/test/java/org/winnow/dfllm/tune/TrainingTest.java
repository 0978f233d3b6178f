package org.winnow.dfllm.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.model.UserException;
import org.winnow.work.Cancelled;

@ResourceLock("PyTorch collects gradients for one at a time")
class TrainingTest {
    private static final Method LORA = new Method.Lora(4, 8, 0.1, Set.of("query", "value", "output"), 2);
    private static final Method LAYERS = new Method.LastLayers(1, 0.1);
    private static final Method LADDER = new Method.Ladder(8, 0.1, 2);
    private static final int BATCH = 8;

    @TempDir
    private Path folder;

    private NDManager manager;

    @BeforeEach
    void load() {
        manager = TorchFixture.manager();
    }

    @AfterEach
    void letGo() {
        manager.close();
    }

    private static TuneSettings settings(Method method, int steps, long seed) {
        return new TuneSettings(method, steps, BATCH, 0.01, 0.1, 0.01, 5, 100, 1, 24, 1, seed, 1);
    }

    /** What a run came to, and its last weights. */
    private record Ran(RunState state, Training.@Nullable Averaged averaged, Map<String, Tensor> values) {}

    private Ran run(TuneSettings settings, boolean resume, TuneWatch watch) throws IOException {
        Map<String, Tensor> weights = TinyBert.weights();
        Objective objective = new ScreeningObjective(
                TinyBert.task(30, 1), TinyBert.task(30, 2), settings.batch(), settings.contrast(), settings.seed());
        Map<String, Tensor> head;
        try (Bert untuned = TinyBert.of(manager, weights, settings.method(), Map.of())) {
            head = objective.start(untuned, watch);
        }
        try (Bert bert = TinyBert.of(manager, weights, settings.method(), head)) {
            Training.Result result = new Training(
                            bert, objective, settings, folder.resolve("checkpoint"), settings + objective.hash(), watch)
                    .run(resume);
            return new Ran(result.state(), result.averaged(), bert.values());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lora", "ladder", "layers"})
    void aWordThatTellsIsLearnt(String name) throws IOException {
        Method method =
                switch (name) {
                    case "lora" -> LORA;
                    case "ladder" -> LADDER;
                    default -> LAYERS;
                };
        RunState state = run(settings(method, 60, 1), false, TuneWatch.NONE).state();
        double first = state.curve().getFirst().validationLoss();
        double best =
                state.curve().stream().mapToDouble(Point::validationLoss).min().orElseThrow();
        assertThat(best).isLessThan(0.8 * first);
    }

    @Test
    void theSameSeedLearnsTheSameAndAnotherDoesNot() throws IOException {
        Ran once = run(settings(LORA, 10, 1), false, TuneWatch.NONE);
        Ran again = run(settings(LORA, 10, 1), false, TuneWatch.NONE);
        Ran other = run(settings(LORA, 10, 2), false, TuneWatch.NONE);
        assertThat(again.values).isEqualTo(once.values);
        assertThat(again.state.curve()).isEqualTo(once.state.curve());
        assertThat(other.values).isNotEqualTo(once.values);
    }

    /** PyTorch keeps parts of the way forward for the way back: none may lie in memory that Java takes back in between. */
    @Test
    void aCollectionOfGarbageBetweenForwardAndBackChangesNothing() throws IOException {
        assertThat(tidied(() -> {
                    System.gc();
                    List<ByteBuffer> others = new ArrayList<>();
                    for (int i = 0; i < 2000; i++) {
                        others.add(ByteBuffer.allocateDirect(4).putInt(-1).flip());
                    }
                    Reference.reachabilityFence(others);
                }))
                .isEqualTo(tidied(() -> {}));
    }

    private Map<String, Tensor> tidied(Runnable between) throws IOException {
        Objective told = new ScreeningObjective(TinyBert.task(30, 1), TinyBert.task(30, 2), BATCH, 1, 1);
        Map<String, Tensor> weights = TinyBert.weights();
        try (Bert bert = TinyBert.of(
                manager, weights, LORA, told.start(TinyBert.of(manager, weights, LORA, Map.of()), TuneWatch.NONE))) {
            Map<String, Tensor> gradients = new TreeMap<>();
            try (NDManager arrays = bert.manager().newSubManager();
                    GradientCollector collector = arrays.getEngine().newGradientCollector()) {
                arrays.getEngine().setRandomSeed(7);
                NDArray loss = told.loss(bert, 0, arrays, new int[1]);
                between.run();
                collector.backward(loss);
                bert.learnt().forEach((name, array) -> gradients.put(name, Cells.tensor(array.getGradient())));
            }
            return gradients;
        }
    }

    @Test
    void aRunThatWasBrokenOffGoesOnAsIfNothingHadHappened() throws IOException {
        TuneSettings settings = settings(LORA, 20, 1);
        Ran whole = run(settings, false, TuneWatch.NONE);
        assertThatThrownBy(() -> run(settings, false, new BreakingOff(13))).isInstanceOf(Cancelled.class);
        BreakingOff counting = new BreakingOff(Integer.MAX_VALUE);
        Ran resumed = run(settings, true, counting);
        assertThat(counting.steps).isEqualTo(List.of(11, 12, 13, 14, 15, 16, 17, 18, 19, 20));
        assertThat(counting.points).isEqualTo(whole.state.curve());
        assertThat(counting.read).isPositive();
        assertThat(resumed.values).isEqualTo(whole.values);
        assertThat(resumed.state.curve()).isEqualTo(whole.state.curve());
        assertThat(resumed.state.bestStep()).isEqualTo(whole.state.bestStep());
    }

    @Test
    void aRunWithOtherSettingsDoesNotGoOn() throws IOException {
        run(settings(LORA, 5, 1), false, TuneWatch.NONE);
        assertThatThrownBy(() -> run(settings(LORA, 5, 2), true, TuneWatch.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("other settings");
    }

    @Test
    void itStopsWhereNothingGetsBetter() throws IOException {
        TuneSettings impatient = new TuneSettings(LORA, 200, BATCH, 0.3, 0, 0, 5, 2, 1, 24, 1, 1, 1);
        RunState state = run(impatient, false, TuneWatch.NONE).state();
        assertThat(state.step()).isLessThan(200);
        assertThat(state.withoutBetter()).isEqualTo(2);
    }

    @Test
    void noArrayIsLeftBehind() throws IOException {
        Objective objective = new ScreeningObjective(TinyBert.task(12, 1), TinyBert.task(12, 2), BATCH, 1, 1);
        Map<String, Tensor> weights = TinyBert.weights();
        Map<String, Tensor> head = objective.start(TinyBert.of(manager, weights, LORA, Map.of()), TuneWatch.NONE);
        Bert bert = TinyBert.of(manager, weights, LORA, head);
        List<Integer> counts = new ArrayList<>();
        TuneWatch watch = new BreakingOff(Integer.MAX_VALUE) {
            @Override
            public void step(Moment moment) {
                counts.add(bert.manager().getManagedArrays().size());
            }
        };
        new Training(bert, objective, settings(LORA, 10, 1), folder.resolve("checkpoint"), "", watch).run(false);
        assertThat(counts).containsOnly(counts.getFirst());
    }

    /** What is beside the network never reaches into it: the network's own weights get no gradient. */
    @Test
    void aLadderBeginsAsTheNetworkAndLeavesItAlone() throws IOException {
        Map<String, Tensor> weights = TinyBert.weights();
        List<long[]> texts = TinyBert.task(6, 3).texts();
        try (Bert ladder = TinyBert.of(manager, weights, LADDER, Map.of());
                Bert plain = TinyBert.of(manager, weights, LORA, Map.of())) {
            assertThat(ladder.learnt().keySet()).allMatch(name -> name.startsWith("ladder."));
            for (long[] text : texts) {
                assertThat(ladder.meanings(List.of(text)).getFirst())
                        .containsExactly(plain.meanings(List.of(text)).getFirst());
            }
        }
    }

    private static TuneSettings averaging(int states) {
        return new TuneSettings(LORA, 20, BATCH, 0.01, 0.1, 0.01, 5, 100, states, 24, 1, 1, 1);
    }

    @Test
    void theLastStatesAreAveragedAndTheAverageIsTakenWhereItIsBetter() throws IOException {
        TuneSettings settings = averaging(3);
        Ran plain = run(averaging(1), false, TuneWatch.NONE);
        Ran whole = run(settings, false, TuneWatch.NONE);
        assertThat(plain.averaged).isNull();
        assertThat(whole.averaged).isNotNull();
        assertThat(whole.averaged.states()).isEqualTo(3);
        double best = whole.state.curve().stream()
                .mapToDouble(Point::validationLoss)
                .min()
                .orElseThrow();
        assertThat(whole.averaged.used()).isEqualTo(whole.averaged.validationLoss() < best);
        assertThat(whole.values).isEqualTo(whole.averaged.used() ? whole.state.average() : plain.values);
        List<Map<String, Tensor>> last = whole.state.last();
        float[] mean = whole.state.average().get("head.bias").values();
        assertThat(mean[0])
                .isCloseTo(
                        (float) last.stream()
                                .mapToDouble(v -> v.get("head.bias").values()[0])
                                .average()
                                .orElseThrow(),
                        within(1e-6f));
        assertThatThrownBy(() -> run(settings, false, new BreakingOff(13))).isInstanceOf(Cancelled.class);
        assertThat(run(settings, true, TuneWatch.NONE).values).isEqualTo(whole.values);
    }

    /** Run with something beside the verdicts, by which the network is judged afterwards. */
    private List<float[]> aided(Aid aid, List<long[]> texts, List<Float> direction, String head) throws IOException {
        Map<String, Tensor> weights = TinyBert.weights();
        TuneSettings settings = settings(LORA, 60, 1);
        Objective objective =
                new Aided(new ScreeningObjective(TinyBert.task(12, 1), TinyBert.task(0, 2), BATCH, 0, 1), List.of(aid));
        Map<String, Tensor> start;
        try (Bert untuned = TinyBert.of(manager, weights, LORA, Map.of())) {
            start = objective.start(untuned, TuneWatch.NONE);
        }
        try (Bert bert = TinyBert.of(manager, weights, LORA, start)) {
            new Training(bert, objective, settings, folder.resolve("checkpoint"), "", TuneWatch.NONE).run(false);
            for (float value : bert.learnt().get(head).toFloatArray()) {
                direction.add(value);
            }
            return bert.meanings(texts);
        }
    }

    private static double[] along(List<float[]> meanings, List<Float> direction) {
        return meanings.stream()
                .mapToDouble(m -> {
                    double sum = 0;
                    for (int d = 0; d < m.length; d++) {
                        sum += m[d] * direction.get(d);
                    }
                    return sum;
                })
                .toArray();
    }

    /** The teacher thinks the contrary of the verdicts, and counts more. */
    @Test
    void aTeacherIsHeeded() throws IOException {
        Screened asked = TinyBert.task(30, 5);
        double[] contrary = new double[30];
        boolean[] wanted = new boolean[30];
        for (int i = 0; i < 30; i++) {
            wanted[i] = !asked.relevant()[i];
            contrary[i] = wanted[i] ? 3 : -40;
        }
        Taught taught = new Taught(asked.texts(), contrary, "contrary 1", 20);
        List<Float> direction = new ArrayList<>();
        List<float[]> meanings = aided(taught.aid(16, 1), asked.texts(), direction, ScreeningObjective.DIRECTION);
        assertThat(Precision.average(along(meanings, direction), wanted)).isGreaterThan(0.9);
        assertThat(taught.aid(16, 1).hash())
                .isNotEqualTo(new Taught(asked.texts(), contrary, "contrary 1", 19)
                        .aid(16, 1)
                        .hash());
    }

    @Test
    void markedSentencesAreToldFromOthersByASecondHead() throws IOException {
        Screened sentences = TinyBert.task(30, 5);
        Screened judge = TinyBert.task(30, 6);
        List<Float> direction = new ArrayList<>();
        List<float[]> meanings =
                aided(new Marked(sentences, judge, 1).aid(8, 1), judge.texts(), direction, Marked.DIRECTION);
        assertThat(Precision.average(along(meanings, direction), judge.relevant()))
                .isGreaterThan(0.7);
    }

    @Test
    void passagesOfQuestionsAreFoundBetter() throws IOException {
        List<Passages.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            pairs.add(new Passages.Pair(new long[] {3, 10 + i, 4}, new long[] {5, 6, 59 - i, 8}));
        }
        Map<String, Tensor> weights = TinyBert.weights();
        Method whole = new Method.LastLayers(2, 0);
        try (Bert bert = TinyBert.of(manager, weights, whole, Map.of())) {
            Object before = PassageObjective.figures(bert, pairs).get("mrr");
            Objective objective = new PassageObjective(pairs, List.of(), 12, 1);
            new Training(bert, objective, settings(whole, 60, 1), folder.resolve("checkpoint"), "", TuneWatch.NONE)
                    .run(false);
            Object after = PassageObjective.figures(bert, pairs).get("mrr");
            assertThat((double) after).isGreaterThan(2 * (double) before);
        }
    }

    @Test
    void mergedWeightsMeanTheSameAsTheAdapter() {
        Map<String, Tensor> weights = TinyBert.weights();
        List<long[]> texts = TinyBert.task(6, 3).texts();
        try (Bert tuned = TinyBert.of(manager, weights, LORA, Map.of())) {
            Map<String, Tensor> drawn = tuned.values();
            drawn.values().forEach(t -> t.values()[1] = 0.3f);
            tuned.take(drawn);
            weights.putAll(LORA.merged(weights, tuned.values()));
            try (Bert merged = TinyBert.of(manager, weights, LORA, Map.of());
                    Bert plain = TinyBert.of(manager, TinyBert.weights(), LORA, Map.of())) {
                for (int i = 0; i < texts.size(); i++) {
                    List<long[]> one = List.of(texts.get(i));
                    float[] expected = tuned.meanings(one).getFirst();
                    assertThat(merged.meanings(one).getFirst()).containsExactly(expected, within(1e-5f));
                    assertThat(plain.meanings(one).getFirst()).isNotEqualTo(expected);
                }
            }
        }
    }

    @Test
    void oneStepOfAdamWIsAsPublished() {
        try (NDManager arrays = manager.newSubManager()) {
            NDArray weight = arrays.create(new float[][] {{1, -2}});
            weight.setRequiresGradient(true);
            try (GradientCollector collector = arrays.getEngine().newGradientCollector()) {
                collector.backward(
                        weight.mul(arrays.create(new float[] {0.3f, 0.4f})).sum());
            }
            AdamW optimizer = new AdamW(Map.of("w", weight), 0.1);
            optimizer.step(0, 0.01, arrays);
            // Algorithm 2 of the paper at its first step: the sign of the gradient times the rate, after the decay.
            assertThat(weight.toFloatArray())
                    .containsExactly(
                            new float[] {1 - 0.01f * 0.1f * 1 - 0.01f, -2 + 0.01f * 0.1f * 2 - 0.01f}, within(1e-5f));
        }
    }

    @Test
    void halfACheckpointIsSaidToBeDamaged() throws IOException {
        run(settings(LORA, 5, 1), false, TuneWatch.NONE);
        Path file = folder.resolve("checkpoint");
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length / 2));
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("damaged");
    }

    /** Breaks off at a step, as a person or a power cut would. */
    private static class BreakingOff implements TuneWatch {
        private final int at;
        private final List<Integer> steps = new ArrayList<>();
        private final List<Point> points = new ArrayList<>();
        private int read;

        BreakingOff(int at) {
            this.at = at;
        }

        @Override
        public void step(Moment moment) {
            steps.add(moment.step());
        }

        @Override
        public void reading(int done, int all) {
            read = all;
        }

        @Override
        public void validated(Point point) {
            points.add(point);
        }

        @Override
        public void check() {
            if (steps.size() >= at) {
                throw new Cancelled();
            }
        }
    }
}
