package org.winnow.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "models", description = "List the rankers of this program.", mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    private final Console console;

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Model> models = Models.all();
        if (json) {
            console.json(models.stream().map(ModelsCommand::described).toList());
        } else {
            models.forEach(m -> console.say(m.name() + " (version " + m.version() + ")"
                    + (m == Models.standard() ? ", the default" : "") + ": " + m.description()));
        }
        return Failure.DONE;
    }

    private static Map<String, Object> described(Model model) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", model.name());
        document.put("kind", "ranker");
        document.put("version", model.version());
        document.put("default", model == Models.standard());
        document.put("description", model.description());
        return document;
    }
}
