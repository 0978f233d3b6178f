package org.winnow.dfllm.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.winnow.dfllm.recipe.RecipeSettings.Method;
import org.winnow.dfllm.recipe.RecipeSettings.Objective;
import org.winnow.model.Sha256;

/** The folder for tuning elsewhere, held against what the two tools document, and what comes back from there. */
class RecipeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "Qwen/Qwen3-4B-Instruct-2507";

    @TempDir
    private Path folder;

    private Path dataset = Path.of("");

    /** As the export of a dataset writes it, as far as recipes read it. */
    @BeforeEach
    void aDataset() throws IOException {
        dataset = Files.createDirectory(folder.resolve("dataset"));
        Map<String, String> files = new LinkedHashMap<>();
        String chat = """
                {"messages":[{"role":"system","content":"S"},{"role":"user","content":"How many?"},\
                {"role":"assistant","content":"Forty-two \\"nurses\\"."}],"id":"i1"}
                """;
        files.put("sft-chat.train.jsonl", chat);
        files.put("sft-chat.validation.jsonl", chat.replace("How many?", "Where?"));
        files.put("sft-chat.test.jsonl", chat.replace("How many?", "Kept here"));
        files.put(
                "preferences.train.jsonl",
                "{\"prompt\":\"How many?\",\"chosen\":\"42\",\"rejected\":\"24\",\"how\":\"edited\",\"group\":\"g\"}\n");
        files.put("preferences.validation.jsonl", "");
        ObjectNode account = JSON.createObjectNode().put("schema", "winnow-dataset-1");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(dataset.resolve(file.getKey()), file.getValue());
            account.withObject("/files_sha256").put(file.getKey(), Sha256.of(file.getValue()));
        }
        Files.writeString(dataset.resolve("dataset.json"), account.toString());
    }

    static Stream<Arguments> ways() {
        List<Arguments> all = new ArrayList<>();
        for (Method method : Method.values()) {
            for (Objective objective : Objective.values()) {
                all.add(Arguments.of(method, objective, true));
                all.add(Arguments.of(method, objective, false));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyKeyIsOneThatTheToolDocumentsWithAValueOfItsKind(Method method, Objective objective, boolean validated)
            throws IOException {
        RecipeSettings settings = RecipeSettings.usual(BASE, method, objective);

        check(Configurations.trl(settings, validated), documented("trl-" + objective.key()));
        Map<String, Object> axolotl = Configurations.axolotl(settings, validated);
        check(axolotl, documented("axolotl"));
        Map<String, List<String>> data = documented(objective == Objective.SFT ? "axolotl-sft" : "axolotl-dpo");
        for (String name : List.of("datasets", "test_datasets")) {
            for (Object one : (List<?>) axolotl.getOrDefault(name, List.of())) {
                check((Map<?, ?>) one, data);
            }
        }
    }

    private static void check(Map<?, ?> configuration, Map<String, List<String>> documented) {
        configuration.forEach((key, value) -> {
            assertThat(documented).as("documented keys").containsKey((String) key);
            assertThat(documented.get(key)).as(key + ": " + value).contains(kind(value));
        });
    }

    private static String kind(Object value) {
        return switch (value) {
            case Boolean b -> "truth";
            case Integer i -> "whole";
            case Long l -> "whole";
            case Double d -> "number";
            case List<?> l -> "list";
            case Map<?, ?> m -> "map";
            default -> "text";
        };
    }

    private static Map<String, List<String>> documented(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                RecipeTest.class.getResourceAsStream("/org/winnow/dfllm/recipe/" + name + ".tsv"))) {
            Map<String, List<String>> keys = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t"))
                    .forEach(cells -> keys.put(cells[0], List.of(cells[1].split(" "))));
            return keys;
        }
    }

    @Test
    void configurationsAreYamlThatEveryReaderTakesAlike() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", "a \"b\" \\ no");
        map.put("rate", 2e-4);
        map.put("small", 5e-6);
        map.put("whole", 3);
        map.put("truth", true);
        map.put("list", List.of("no", "x"));
        map.put("data", List.of(Map.of("path", "d"), Map.of("split", "train")));

        assertThat(new String(Yaml.of(map), StandardCharsets.UTF_8)).isEqualTo("""
                text: "a \\"b\\" \\\\ no"
                rate: 0.00020
                small: 0.0000050
                whole: 3
                truth: true
                list: ["no", "x"]
                data:
                  - path: "d"
                  - split: "train"
                """);
    }

    private Map<String, byte[]> files(Method method, Objective objective) throws IOException {
        return Recipe.files(RecipeSettings.usual(BASE, method, objective), dataset, "Winnow 1");
    }

    private static JsonNode row(Map<String, byte[]> files, String name) throws IOException {
        return JSON.readTree(Objects.requireNonNull(files.get(name), name));
    }

    @Test
    void eachToolGetsTheDataInItsOwnForm() throws IOException {
        Map<String, byte[]> sft = files(Method.LORA, Objective.SFT);
        assertThat(row(sft, "trl/data/train.jsonl").toString())
                .isEqualTo(
                        "{\"prompt\":[{\"role\":\"system\",\"content\":\"S\"},{\"role\":\"user\",\"content\":\"How many?\"}],"
                                + "\"completion\":[{\"role\":\"assistant\",\"content\":\"Forty-two \\\"nurses\\\".\"}]}");
        assertThat(row(sft, "axolotl/data/validation.jsonl")
                        .at("/messages/1/content")
                        .asText())
                .isEqualTo("Where?");

        Map<String, byte[]> dpo = files(Method.QLORA, Objective.DPO);
        assertThat(dpo).doesNotContainKey("trl/data/validation.jsonl").doesNotContainKey("trl/train_orpo.py");
        assertThat(row(dpo, "trl/data/train.jsonl").at("/chosen/0/content").asText())
                .isEqualTo("42");
        assertThat(row(dpo, "axolotl/data/train.jsonl").toString())
                .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"How many?\"}],"
                        + "\"chosen\":{\"role\":\"assistant\",\"content\":\"42\"},"
                        + "\"rejected\":{\"role\":\"assistant\",\"content\":\"24\"}}");

        Map<String, byte[]> orpo = files(Method.LORA, Objective.ORPO);
        assertThat(orpo).containsKey("trl/train_orpo.py");
        assertThat(row(orpo, "axolotl/data/train.jsonl")
                        .at("/rejected/1/content")
                        .asText())
                .isEqualTo("24");
    }

    @Test
    void theTestStaysHereAndTheAccountHasTheSumOfEveryFile() throws IOException {
        Map<String, byte[]> files = files(Method.QLORA, Objective.SFT);

        files.forEach((name, bytes) ->
                assertThat(new String(bytes, StandardCharsets.UTF_8)).as(name).doesNotContain("Kept here"));
        JsonNode account = row(files, Recipe.PROVENANCE);
        files.forEach((name, bytes) -> {
            if (!name.equals(Recipe.PROVENANCE)) {
                assertThat(account.path("files_sha256").path(name).asText())
                        .as(name)
                        .isEqualTo(Sha256.of(bytes));
            }
        });
        assertThat(account.at("/settings/method").asText()).isEqualTo("qlora");
        assertThat(files(Method.QLORA, Objective.SFT).get(Recipe.PROVENANCE)).isEqualTo(files.get(Recipe.PROVENANCE));
    }

    @Test
    void aDatasetThatIsNotWhatItsAccountSaysIsRefused() throws IOException {
        Files.writeString(dataset.resolve("sft-chat.train.jsonl"), "{}\n");
        assertThatThrownBy(() -> files(Method.LORA, Objective.SFT))
                .hasMessageContaining("sft-chat.train.jsonl is not the file");

        Files.delete(dataset.resolve("dataset.json"));
        assertThatThrownBy(() -> files(Method.LORA, Objective.SFT)).hasMessageContaining("winnow dataset export");
    }

    private Path recipe() throws IOException {
        Path recipe = Files.createDirectory(folder.resolve("recipe"));
        Files.write(
                recipe.resolve(Recipe.PROVENANCE),
                files(Method.LORA, Objective.SFT).get(Recipe.PROVENANCE));
        return recipe;
    }

    private Path adapter(String base) throws IOException {
        Path adapter = Files.createDirectories(folder.resolve("adapter"));
        Files.writeString(
                adapter.resolve("adapter_config.json"),
                JSON.createObjectNode()
                        .put("base_model_name_or_path", base)
                        .put("r", 16)
                        .put("lora_alpha", 32.0)
                        .toString());
        byte[] head = "{\"a.lora_A\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"__metadata__\":{}}"
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + head.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(head.length).put(head).putFloat(1).putFloat(2);
        Files.write(adapter.resolve("adapter_model.safetensors"), file.array());
        return adapter;
    }

    @Test
    void anAdapterComesBackWithItsSumItsRecipeAndItsEvaluation() throws IOException {
        Path evaluation = Files.writeString(folder.resolve("run.json"), "{\"results\": {\"right\": 7}}");
        Path adapter = adapter(BASE);

        JsonNode account = JSON.valueToTree(Taken.of(adapter, recipe(), evaluation, "Apache-2.0"));

        assertThat(account.at("/base/name").asText()).isEqualTo(BASE);
        assertThat(account.at("/settings/rank").asInt()).isEqualTo(16);
        assertThat(account.at("/result/tensors").asInt()).isEqualTo(1);
        assertThat(account.at("/result/sha256").asText())
                .isEqualTo(Sha256.of(Files.readAllBytes(adapter.resolve("adapter_model.safetensors"))));
        assertThat(account.at("/evaluation/results/right").asInt()).isEqualTo(7);
        assertThat(account.at("/evaluation/sha256").asText()).isEqualTo(Sha256.of(Files.readAllBytes(evaluation)));
    }

    @Test
    void anAdapterOfAnotherRecipeOrHalfOfOneIsRefused() throws IOException {
        Path recipe = recipe();
        Path other = adapter("another/base");
        assertThatThrownBy(() -> Taken.of(other, recipe, null, ""))
                .hasMessageContaining("has the base model another/base");

        Path half = adapter(BASE).resolve("adapter_model.safetensors");
        Files.write(half, Arrays.copyOf(Files.readAllBytes(half), 40));
        assertThatThrownBy(() -> Taken.of(half.getParent(), recipe, null, ""))
                .hasMessageContaining("Get the adapter anew");
    }
}
