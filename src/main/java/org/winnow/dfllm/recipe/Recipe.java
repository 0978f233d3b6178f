package org.winnow.dfllm.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.dfllm.recipe.RecipeSettings.Objective;
import org.winnow.model.Sha256;
import org.winnow.model.UserException;

/**
 * A folder with all that is needed to tune a larger model elsewhere: for TRL with PEFT and for Axolotl the data in the form
 * that each reads, its configuration and its command, and one account of where everything comes from. Of the dataset only
 * training and validation go along; the test stays here.
 */
public final class Recipe {
    /** The file of the account. */
    public static final String PROVENANCE = "provenance.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SPLITS = List.of("train", "validation");

    private final RecipeSettings settings;
    private final Path dataset;
    private final JsonNode account;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Recipe(RecipeSettings settings, Path dataset) throws IOException {
        this.settings = settings;
        this.dataset = dataset;
        this.account = account(dataset);
    }

    /**
     * Its files, by their names; the same dataset and settings give the same bytes.
     *
     * @param dataset the folder that an export of the dataset wrote
     * @param program the name and version of this program
     * @throws UserException where the folder is none, its files are not those of its account, or it has nothing to train on
     */
    public static Map<String, byte[]> files(RecipeSettings settings, Path dataset, String program) throws IOException {
        Recipe recipe = new Recipe(settings, dataset);
        recipe.write(program);
        return recipe.files;
    }

    private static JsonNode account(Path dataset) throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(dataset.resolve("dataset.json")));
        } catch (NoSuchFileException e) {
            throw new UserException(
                    dataset + " has no dataset.json. Name the folder that winnow dataset export wrote.", e);
        } catch (JsonProcessingException e) {
            throw new UserException(dataset.resolve("dataset.json") + " is damaged. Export the dataset anew.", e);
        }
    }

    private void write(String program) throws IOException {
        boolean validated = false;
        Map<String, String> used = new LinkedHashMap<>();
        for (String split : SPLITS) {
            String name = (settings.objective() == Objective.SFT ? "sft-chat." : "preferences.") + split + ".jsonl";
            byte[] bytes = read(name);
            used.put(name, Sha256.of(bytes));
            List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank())
                    .toList();
            if (split.equals("train") && lines.isEmpty()) {
                throw new UserException(dataset.resolve(name) + " is empty: there is nothing to train on. "
                        + (settings.objective() == Objective.SFT
                                ? "Accept or write questions and answers first."
                                : "Preferences come from answers that people edited or rejected, and from settled"
                                        + " conflicts."));
            }
            if (!lines.isEmpty()) {
                validated |= split.equals("validation");
                Rows rows = new Rows(settings.objective(), name);
                put("trl/data/" + split + ".jsonl", rows.trl(lines));
                put("axolotl/data/" + split + ".jsonl", rows.axolotl(lines));
            }
        }
        files.put("trl/config.yaml", Yaml.of(Configurations.trl(settings, validated)));
        files.put("axolotl/config.yaml", Yaml.of(Configurations.axolotl(settings, validated)));
        scripts();
        provenance(program, used);
    }

    /** A file of the dataset, which must be the one that its account speaks of. */
    private byte[] read(String name) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(dataset.resolve(name));
            String known = account.path("files_sha256").path(name).asText();
            if (!known.equals(Sha256.of(bytes))) {
                throw new UserException(dataset.resolve(name)
                        + " is not the file that dataset.json beside it speaks of." + " Export the dataset anew.");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new UserException(dataset.resolve(name) + " is missing. Export the dataset anew.", e);
        }
    }

    private void scripts() {
        boolean own = settings.objective() == Objective.ORPO;
        if (own) {
            put("trl/train_orpo.py", resource("train_orpo.py"));
        }
        String trl = own
                ? "python train_orpo.py --config config.yaml"
                : "trl " + settings.objective().key() + " --config config.yaml";
        put("trl/run.sh", "#!/bin/sh\nset -e\ncd \"$(dirname \"$0\")\"\n" + trl + "\n");
        put("axolotl/run.sh", "#!/bin/sh\nset -e\ncd \"$(dirname \"$0\")\"\naxolotl train config.yaml\n");
        put("trl/requirements.txt", "trl>=1.9,<2\npeft>=0.18\nbitsandbytes\n");
        put("axolotl/requirements.txt", "axolotl>=0.18,<1\n");
        put(
                "README.md",
                resource("README.md")
                        .replace("BASE", settings.base())
                        .replace("METHOD", settings.method().key())
                        .replace("OBJECTIVE", settings.objective().key()));
    }

    private static String resource(String name) {
        try (InputStream in = Recipe.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void provenance(String program, Map<String, String> used) throws JsonProcessingException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("schema", "winnow-recipe-1");
        all.put("program", program);
        all.put("base", Map.of("name", settings.base()));
        all.put("settings", settings.json());
        all.put("dataset", account.path("schema").asText());
        all.put("dataset_settings", account.path("settings"));
        all.put("dataset_splits", account.path("splits"));
        all.put("dataset_account_sha256", Sha256.of(JSON.writeValueAsBytes(account)));
        all.put("dataset_files_sha256", used);
        Map<String, String> sums = new LinkedHashMap<>();
        files.forEach((name, bytes) -> sums.put(name, Sha256.of(bytes)));
        all.put("files_sha256", sums);
        files.put(
                PROVENANCE,
                JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(all));
    }

    private void put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
