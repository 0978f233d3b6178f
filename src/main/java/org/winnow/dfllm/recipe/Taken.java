package org.winnow.dfllm.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.llm.Gguf;
import org.winnow.model.Sha256;
import org.winnow.model.UserException;

/**
 * The account of a model that comes back from a recipe: what it is, which file it is by checksum, what it was made of and how
 * it was tested. The file itself stays where it is.
 */
public final class Taken {
    private static final String ADAPTER = "adapter_model.safetensors";
    private static final String SETTINGS = "adapter_config.json";
    private static final String TENSORS = "__metadata__";
    private static final int LONGEST_HEADER = 100_000_000;
    private static final int PIECE = 1 << 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Taken() {}

    /**
     * Reads what came back.
     *
     * @param result the folder of an adapter, or the weights in it, or a GGUF file
     * @param recipe the folder of the recipe, or its provenance.json
     * @param evaluation what it was tested by, any JSON; null where it was not
     * @param licence of the base; empty where the person does not say
     * @throws UserException where it is not what the recipe makes, with what is different
     */
    public static Map<String, Object> of(Path result, Path recipe, @Nullable Path evaluation, String licence)
            throws IOException {
        Path file = Files.isDirectory(recipe) ? recipe.resolve(Recipe.PROVENANCE) : recipe;
        JsonNode provenance = json(file, "Name the folder of the recipe that the model was made by.");
        if (!provenance.path("schema").asText().startsWith("winnow-recipe-")) {
            throw new UserException(
                    file + " is no account of a recipe. Name the folder that winnow recipe write made.");
        }
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("schema", "winnow-tuned-elsewhere-1");
        Map<String, Object> base = new LinkedHashMap<>();
        base.put("name", provenance.at("/base/name").asText());
        base.put("licence", licence.strip());
        account.put("base", base);
        account.put("objective", provenance.at("/settings/objective").asText());
        account.put("settings", provenance.path("settings"));
        Path whole = result.endsWith(ADAPTER) ? result.toAbsolutePath().getParent() : result;
        account.put("result", Files.isDirectory(whole) ? adapter(whole, provenance) : gguf(whole));
        account.put("recipe_sha256", Sha256.of(Files.readAllBytes(file)));
        account.put("dataset_splits", provenance.path("dataset_splits"));
        account.put("dataset_files_sha256", provenance.path("dataset_files_sha256"));
        if (evaluation != null) {
            account.put("evaluation", evaluation(evaluation));
        }
        return account;
    }

    private static JsonNode json(Path file, String remedy) throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new UserException("There is no file " + file + ". " + remedy, e);
        } catch (JsonProcessingException e) {
            throw new UserException(file + " is no JSON (" + e.getOriginalMessage() + "). " + remedy, e);
        }
    }

    private static Map<String, Object> adapter(Path folder, JsonNode provenance) throws IOException {
        JsonNode settings = json(folder.resolve(SETTINGS), "Name the folder that PEFT wrote the adapter into.");
        same(folder, "base model", provenance.at("/base/name"), settings.path("base_model_name_or_path"));
        same(folder, "rank", provenance.at("/settings/rank"), settings.path("r"));
        same(folder, "alpha", provenance.at("/settings/alpha"), settings.path("lora_alpha"));
        Path weights = folder.resolve(ADAPTER);
        Map<String, Object> result = file("adapter", weights);
        result.put("tensors", tensors(weights));
        result.put("config_sha256", Sha256.of(Files.readAllBytes(folder.resolve(SETTINGS))));
        return result;
    }

    /** Numbers are the same with and without a decimal point. */
    private static void same(Path folder, String what, JsonNode wanted, JsonNode is) {
        boolean same = wanted.isNumber() && is.isNumber()
                ? wanted.asDouble() == is.asDouble()
                : wanted.asText().equals(is.asText());
        if (!same) {
            throw new UserException("The adapter in " + folder + " has the " + what + " " + is.asText()
                    + ", and its recipe " + wanted.asText() + ". Name the recipe that it was made by.");
        }
    }

    /** How many tensors the head of the file speaks of; the format: github.com/huggingface/safetensors. */
    private static int tensors(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long length = Long.reverseBytes(in.readLong());
            if (length < 2 || length > LONGEST_HEADER) {
                throw new UserException(file + " is no safetensors file. Get the adapter anew.");
            }
            JsonNode head = JSON.readTree(in.readNBytes((int) length));
            long end = 0;
            for (JsonNode one : head) {
                end = Math.max(end, one.path("data_offsets").path(1).asLong());
            }
            if (Files.size(file) != Long.BYTES + length + end) {
                throw new UserException(file + " is not whole. Get the adapter anew.");
            }
            return head.size() - (head.has(TENSORS) ? 1 : 0);
        } catch (EOFException | JsonProcessingException e) {
            throw new UserException(file + " is no safetensors file. Get the adapter anew.", e);
        }
    }

    private static Map<String, Object> gguf(Path file) throws IOException {
        Map<String, Object> result = file("gguf", file);
        Gguf head = Gguf.read(file);
        result.put("name", head.name());
        result.put("architecture", head.architecture());
        result.put("size", head.size());
        result.put("adapter", head.adapter());
        return result;
    }

    private static Map<String, Object> file(String kind, Path file) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("kind", kind);
        result.put("file", String.valueOf(file.getFileName()));
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        } catch (NoSuchFileException e) {
            throw new UserException("There is no file " + file + ". Name the adapter's folder or a GGUF file.", e);
        }
        result.put("bytes", Files.size(file));
        result.put("sha256", Sha256.hex(digest));
        return result;
    }

    private static Map<String, Object> evaluation(Path file) throws IOException {
        JsonNode said = json(file, "Name a JSON file with what the model was tested by.");
        Map<String, Object> evaluation = new LinkedHashMap<>();
        evaluation.put("file", String.valueOf(file.getFileName()));
        evaluation.put("sha256", Sha256.of(Files.readAllBytes(file)));
        evaluation.put("results", said.has("results") ? said.path("results") : said);
        return evaluation;
    }
}
