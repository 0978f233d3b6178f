package org.winnow.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.card.TakenModels;
import org.winnow.dfllm.recipe.Taken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "take",
        description =
                "Take an adapter or a GGUF file that a recipe made into the review's records, by its checksum and with"
                        + " its evaluation, for model card and checklist. The file itself stays where it is.",
        mixinStandardHelpOptions = true)
final class RecipeTakeCommand extends ReviewCommand {
    @Option(names = "--recipe", required = true, paramLabel = "FOLDER", description = "by which it was made")
    private Path recipe = Path.of("");

    @Option(
            names = "--result",
            required = true,
            paramLabel = "FILE",
            description = "the adapter's folder, or a GGUF file")
    private Path result = Path.of("");

    @Option(names = "--evaluation", paramLabel = "FILE.json", description = "what it was tested by")
    private @Nullable Path evaluation;

    @Option(names = "--licence", defaultValue = "", paramLabel = "NAME", description = "of the base model")
    private String licence = "";

    RecipeTakeCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return writing(review -> {
            Map<String, Object> account = Taken.of(result, recipe, evaluation, licence);
            review.write(TakenModels.take(account, result));
            if (json) {
                console.json(account);
            } else {
                console.say("On record: " + result + ". The model card and the checklist draw on it.");
            }
            return Failure.DONE;
        });
    }
}
