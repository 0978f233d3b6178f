package org.winnow.cli;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.dfllm.card.TakenModels;
import org.winnow.dfllm.card.TakenModels.TakenModel;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description =
                "List the models that were taken back in, each with how it was tuned and what its evaluation says.",
        mixinStandardHelpOptions = true)
final class RecipeListCommand extends ReviewCommand {
    RecipeListCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(review -> {
            List<TakenModel> all = TakenModels.all(review);
            if (json) {
                console.json(all.stream().map(RecipeListCommand::described).toList());
            } else {
                all.forEach(m -> console.say(m.base() + " (" + m.way() + "): " + m.where() + ", SHA-256 " + m.sha256()
                        + ", " + m.evaluation().map(e -> "evaluated: " + e).orElse("not evaluated")
                        + (m.runs() && Files.exists(m.where())
                                ? ". Ask by it: winnow models allow --address " + m.where()
                                : "")));
                console.say(all.size() + " models.");
            }
            return Failure.DONE;
        });
    }

    private static Map<String, Object> described(TakenModel model) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("where", model.where().toString());
        one.put("taken", model.at().toString());
        one.put("runs_here", model.runs() && Files.exists(model.where()));
        one.put("account", model.account());
        return one;
    }
}
