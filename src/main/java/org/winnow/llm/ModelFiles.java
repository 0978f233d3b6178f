package org.winnow.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.winnow.model.UserException;

/**
 * The files of language models that lie on this computer, where the usual programs keep them: Ollama, LM Studio,
 * llama.cpp and Hugging Face's cache. Looking asks no server and opens no connection.
 */
public final class ModelFiles {
    private static final Logger LOG = Logger.getLogger(ModelFiles.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 8;
    /** What follows the first part of a large file belongs to it. */
    private static final String LATER_PART = ".*-(?!00001-of-)\\d{5}-of-\\d{5}\\.gguf";

    /**
     * A model on the disk.
     *
     * @param name as its file or its program calls it
     */
    public record Found(String name, Path file, Gguf head) {}

    private ModelFiles() {}

    /** The folders in which the usual programs keep models. */
    public static List<Path> folders(Map<String, String> environment, Path home) {
        List<Path> folders = new ArrayList<>();
        String llama = environment.getOrDefault("LLAMA_CACHE", "");
        String hub = environment.getOrDefault("HF_HOME", "");
        folders.add(llama.isEmpty() ? home.resolve(".cache/llama.cpp") : Path.of(llama));
        folders.add(home.resolve("Library/Caches/llama.cpp"));
        folders.add(home.resolve(".lmstudio/models"));
        folders.add(home.resolve(".cache/lm-studio/models"));
        folders.add((hub.isEmpty() ? home.resolve(".cache/huggingface") : Path.of(hub)).resolve("hub"));
        return folders.stream().filter(Files::isDirectory).toList();
    }

    /** The folder in which Ollama keeps models, which need not be there. */
    public static Path ollama(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("OLLAMA_MODELS", "");
        return own.isEmpty() ? home.resolve(".ollama/models") : Path.of(own);
    }

    /** The models in these folders and in Ollama's; a file that cannot be read is logged and left out. */
    public static List<Found> find(List<Path> folders, Path ollama) {
        Map<Path, String> files = new LinkedHashMap<>();
        folders.forEach(folder -> ggufs(folder).forEach(f -> files.putIfAbsent(f, name(f))));
        manifests(ollama).forEach((name, blob) -> files.putIfAbsent(blob, name));
        List<Found> found = new ArrayList<>();
        files.forEach((file, name) -> {
            try {
                found.add(new Found(name, file, Gguf.read(file)));
            } catch (IOException | UserException e) {
                LOG.log(Level.FINE, "Not a model that can be read: " + file, e);
            }
        });
        return found;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(-00001-of-\\d{5})?\\.gguf$", "");
    }

    private static List<Path> ggufs(Path folder) {
        return walk(folder, DEEPEST).stream()
                .filter(f -> {
                    String name = String.valueOf(f.getFileName());
                    return name.endsWith(".gguf") && !name.matches(LATER_PART);
                })
                .toList();
    }

    private static List<Path> walk(Path folder, int deep) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, deep, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.FINE, "Not a folder that can be looked through: " + folder, e);
            return List.of();
        }
    }

    /** The model behind each of Ollama's names: a manifest names the blob that is one. */
    private static Map<String, Path> manifests(Path ollama) {
        Map<String, Path> models = new LinkedHashMap<>();
        Path manifests = ollama.resolve("manifests");
        for (Path file : walk(manifests, DEEPEST)) {
            try {
                for (JsonNode layer : JSON.readTree(file.toFile()).path("layers")) {
                    String digest = layer.path("digest").asText();
                    if (layer.path("mediaType").asText().equals("application/vnd.ollama.image.model")
                            && digest.matches("sha256:[0-9a-f]{64}")) {
                        Path tag = manifests.relativize(file);
                        models.put(
                                tag.getName(tag.getNameCount() - 2) + ":" + tag.getFileName(),
                                ollama.resolve("blobs").resolve(digest.replace(':', '-')));
                    }
                }
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(Level.FINE, "Not a manifest that can be read: " + file, e);
            }
        }
        return models;
    }
}
