package org.winnow.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.recipe.Recipe;
import org.winnow.dfllm.recipe.RecipeSettings;
import org.winnow.dfllm.recipe.RecipeSettings.Method;
import org.winnow.dfllm.recipe.RecipeSettings.Objective;
import org.winnow.model.UserException;
import org.winnow.report.Reporting;
import org.winnow.work.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "write",
        description =
                "Write the folder: data in the form that each tool reads, configuration, command, and an account of"
                        + " where everything comes from. Training and validation go along, the test stays here.",
        mixinStandardHelpOptions = true)
final class RecipeWriteCommand implements Callable<Integer> {
    @Option(names = "--dataset", required = true, paramLabel = "FOLDER", description = "what dataset export wrote")
    private Path dataset = Path.of("");

    @Option(names = "--base", required = true, paramLabel = "NAME", description = "the model that is tuned")
    private String base = "";

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "gets the files; made where missing")
    private Path out = Path.of("");

    @Option(
            names = "--method",
            defaultValue = "qlora",
            paramLabel = "METHOD",
            description = "lora or qlora (${DEFAULT-VALUE})")
    private String method = "";

    @Option(
            names = "--objective",
            defaultValue = "sft",
            paramLabel = "OBJECTIVE",
            description = "sft (answers), dpo or orpo (preferences) (${DEFAULT-VALUE})")
    private String objective = "";

    @Option(names = "--rank", defaultValue = "16", paramLabel = "N", description = "of the adapter (${DEFAULT-VALUE})")
    private int rank;

    @Option(names = "--alpha", defaultValue = "32", paramLabel = "N", description = "of the adapter (${DEFAULT-VALUE})")
    private int alpha;

    @Option(
            names = "--dropout",
            defaultValue = "0.05",
            paramLabel = "P",
            description = "of the adapter (${DEFAULT-VALUE})")
    private double dropout;

    @Option(names = "--epochs", defaultValue = "3", paramLabel = "N", description = "over the data (${DEFAULT-VALUE})")
    private double epochs;

    @Option(names = "--rate", paramLabel = "R", description = "of learning; what is usual for the objective else")
    private @Nullable Double rate;

    @Option(
            names = "--length",
            defaultValue = "4096",
            paramLabel = "N",
            description = "tokens at most (${DEFAULT-VALUE})")
    private int length;

    @Option(
            names = "--batch",
            defaultValue = "1",
            paramLabel = "N",
            description = "examples at once (${DEFAULT-VALUE})")
    private int batch;

    @Option(
            names = "--accumulate",
            defaultValue = "8",
            paramLabel = "N",
            description = "batches a step (${DEFAULT-VALUE})")
    private int accumulate;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "of all that is random (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    private final Console console;

    RecipeWriteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        RecipeSettings settings = new RecipeSettings(
                base,
                Method.of(method)
                        .orElseThrow(() -> new UserException("--method " + method + " is none of lora and qlora.")),
                Objective.of(objective)
                        .orElseThrow(
                                () -> new UserException("--objective " + objective + " is none of sft, dpo, orpo.")),
                rank,
                alpha,
                dropout,
                epochs,
                rate == null ? 0 : rate,
                length,
                batch,
                accumulate,
                seed);
        Map<String, byte[]> files = Recipe.files(settings, dataset, Reporting.program());
        WholeFile.writeAll(out, files);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("folder", out.toString());
            document.put("files", files.keySet());
            console.json(document);
        } else {
            console.say(files.size() + " files in " + out + ". README.md there says how to go on.");
        }
        return Failure.DONE;
    }
}
