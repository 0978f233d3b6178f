package org.winnow.dfllm.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.winnow.embedding.TunedNetwork;
import org.winnow.embedding.Vector;
import org.winnow.model.Sha256;
import org.winnow.model.UserException;
import org.winnow.work.Progress;

/** The real network, tuned for two steps: what lies in the folder afterwards. */
@ResourceLock("PyTorch collects gradients for one at a time")
class TuningTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TEXTS = List.of(
            "",
            "Statins",
            "Effect of statins on mortality in adults with heart failure. We searched MEDLINE and Embase.",
            "Auswirkungen körperlicher Aktivität auf Depressionen bei älteren Menschen",
            "随机对照试验的系统评价",
            "Систематический обзор 😀 of naïve 12.5 mg/kg",
            "word ".repeat(600));

    @TempDir
    private Path folder;

    @Test
    void meaningsAreThoseOfOnnxRuntime() throws Exception {
        Base base = Base.miniLm();
        OnnxBert file = OnnxBert.of(base.onnx());
        assertThat(file.shape()).isEqualTo(new BertShape(6, 384, 12, 1536, 30522, 512));
        Method method = new Method.Lora(2, 4, 0, Set.of("query"), 1);
        try (Bert bert = new Bert(TorchFixture.manager(), file.shape(), file.weights(), method, 1, Map.of())) {
            List<long[]> texts = TEXTS.stream().map(base.pieces(128)::of).toList();
            assertThat(Parity.difference(bert, base.onnx(), 1, texts)).isBetween(0.0, 1e-4);
        }
    }

    @Test
    void aTunedNetworkRunsByItselfAndSaysAllThatItRestsOn() throws IOException {
        TorchFixture.manager().close();
        Base base = Base.miniLm();
        Screened screened = new Screened(
                TEXTS.stream().map(base.pieces(16)::of).toList(),
                new boolean[] {false, true, true, false, false, false, false});
        TuneSettings settings = new TuneSettings(
                new Method.Lora(2, 4, 0, Set.of("query", "output"), 1), 2, 4, 0.05, 0, 0.01, 2, 1, 1, 16, 1, 1, 1);
        Tuning tuning = new Tuning(base, settings, TorchFixture.CACHE);
        assertThat(Tuning.unfinished(folder, false)).isFalse();

        Map<String, Object> account =
                tuning.screening(screened, screened, Beside.NOTHING, folder, false, TuneWatch.NONE);

        assertThat((double) account.get("parity")).isLessThan(1e-4);
        JsonNode written = JSON.readTree(folder.resolve(Tuning.ACCOUNT).toFile());
        assertThat(written.path("base").path("sha256").asText()).isEqualTo(Sha256.of(base.onnx()));
        assertThat(written.path("curve").path(0).path("step").asInt()).isEqualTo(2);
        for (Map.Entry<String, JsonNode> file : written.path("files").properties()) {
            assertThat(Sha256.of(Files.readAllBytes(folder.resolve(file.getKey()))))
                    .isEqualTo(file.getValue().asText());
        }
        Safetensors adapter = Safetensors.read(folder.resolve("adapter_model.safetensors"));
        assertThat(adapter.tensors())
                .containsOnlyKeys(
                        "base_model.model.encoder.layer.5.attention.self.query.lora_A.weight",
                        "base_model.model.encoder.layer.5.attention.self.query.lora_B.weight",
                        "base_model.model.encoder.layer.5.output.dense.lora_A.weight",
                        "base_model.model.encoder.layer.5.output.dense.lora_B.weight");
        String hash = written.path("files").path(Tuning.NETWORK).asText();
        List<Vector> tuned = new TunedNetwork(folder, hash).of(List.of("Statins"), Progress.NONE);
        assertThat(tuned.getFirst().bytes()).hasSize(384);
        assertThat(hash).isNotEqualTo(Sha256.of(base.onnx()));
        assertThat(Members.network(account)).isEqualTo(hash);
        isJudgedWithoutBeingTunedAgain(tuning, screened, account);
    }

    /** As after the program was ended between the two. */
    private void isJudgedWithoutBeingTunedAgain(Tuning tuning, Screened screened, Map<String, Object> account)
            throws IOException {
        assertThat(Tuning.unfinished(folder, true)).isTrue();
        assertThatThrownBy(() -> Tuning.unfinished(folder, false)).hasMessageContaining("--resume");
        Map<String, Object> again = tuning.screening(screened, screened, Beside.NOTHING, folder, true, TuneWatch.NONE);
        assertThat(again).containsEntry("at", account.get("at")).containsEntry("network", account.get("network"));
        Screened others = screened.only(new int[] {0, 1, 2});
        assertThatThrownBy(() -> tuning.screening(others, others, Beside.NOTHING, folder, true, TuneWatch.NONE))
                .isInstanceOf(OtherRun.class)
                .hasMessageContaining("other examples");
        account.put(Tuning.IN_USE, false);
        Tuning.rewrite(folder, account);
        assertThatThrownBy(() -> Tuning.unfinished(folder, true))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("already");
    }

    /** What leaves the program is checked against ONNX Runtime as it is written. */
    @Test
    void aLadderStandsInTheOnnxFileTooAndMembersAreJoinedByTheirScores() throws IOException {
        TorchFixture.manager().close();
        Base base = Base.miniLm();
        Screened few = new Screened(
                TEXTS.subList(0, 4).stream().map(base.pieces(8)::of).toList(),
                new boolean[] {false, true, true, false});
        TuneSettings settings = new TuneSettings(new Method.Ladder(4, 0, 2), 2, 4, 0.05, 0, 0, 2, 1, 1, 8, 0, 1, 1);
        Path one = folder.resolve("member-1");
        Tuning.unfinished(one, false);
        Map<String, Object> account = new Tuning(base, settings, TorchFixture.CACHE)
                .screening(few, few, Beside.NOTHING, one, false, TuneWatch.NONE);
        assertThat((double) account.get("parity")).isLessThan(1e-4);
        assertThat(Safetensors.read(one.resolve("ladder.safetensors")).tensors().get(Method.Ladder.UP))
                .isNotEqualTo(Tensor.zeros(384, 4));

        List<Long> seeds = new ArrayList<>();
        Map<String, Object> both = new Members(base, settings, 2, Members.Join.SCORES, TorchFixture.CACHE)
                .run(folder, true, (tuning, to, resume) -> {
                    seeds.add(tuning.seed());
                    copy(one, to);
                    return account;
                });

        assertThat(seeds).as("the first is done already").containsExactly(2L);
        List<String> texts = List.of("Statins");
        Vector alone = new TunedNetwork(one, "").of(texts, Progress.NONE).getFirst();
        Vector joined = new TunedNetwork(folder, Members.network(both))
                .of(texts, Progress.NONE)
                .getFirst();
        assertThat(joined.bytes())
                .startsWith(alone.bytes())
                .endsWith(alone.bytes())
                .hasSize(2 * 384);
        assertThatThrownBy(() -> Tuning.unfinished(folder, false)).hasMessageContaining("--resume");
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String file : List.of(Tuning.NETWORK, Tuning.TOKENIZER)) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
    }

    /** A network of one matrix, for what only reads and writes weights. */
    private static byte[] tiny(float weight) {
        GraphProto.Builder graph = GraphProto.newBuilder();
        Map.of("embeddings.word_embeddings.weight", 1f, "dense.bias", 1f, "product", weight)
                .forEach((name, value) -> graph.addInitializer(TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(TensorProto.DataType.FLOAT_VALUE)
                        .addAllDims(List.of(1L, 1L))
                        .addFloatData(value)));
        graph.addNode(NodeProto.newBuilder()
                .setOpType("MatMul")
                .addAllInput(List.of("x", "product"))
                .addOutput("y"));
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Add")
                .addAllInput(List.of("dense.bias", "y"))
                .addOutput("z"));
        return ModelProto.newBuilder().setGraph(graph).build().toByteArray();
    }

    @Test
    void membersAreJoinedByTheMeanOfTheirWeights() throws IOException {
        Base base = new Base("tiny", "", tiny(0), new byte[0]);
        TuneSettings settings = new TuneSettings(new Method.LastLayers(1, 0), 2, 4, 0.05, 0, 0, 2, 1, 1, 8, 0, 5, 1);

        Map<String, Object> account = new Members(base, settings, 2, Members.Join.WEIGHTS, folder)
                .run(folder, false, (tuning, to, resume) -> {
                    Files.write(to.resolve(Tuning.NETWORK), tiny(tuning.seed()));
                    return new LinkedHashMap<>(Map.of("network", "" + tuning.seed()));
                });

        byte[] onnx = Files.readAllBytes(folder.resolve(Tuning.NETWORK));
        assertThat(OnnxBert.of(onnx).weights().get("dense.weight").values()).containsExactly(5.5f);
        assertThat(Members.network(account)).isEqualTo(Sha256.of(onnx));
        TuneSettings ladder = new TuneSettings(new Method.Ladder(4, 0, 2), 2, 4, 1, 0, 0, 2, 1, 1, 8, 0, 5, 1);
        assertThatThrownBy(() -> new Members(base, ladder, 2, Members.Join.WEIGHTS, folder))
                .hasMessageContaining("--join scores");
    }
}
