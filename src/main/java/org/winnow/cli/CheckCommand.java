package org.winnow.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(
        name = "check",
        description =
                "Look through the file: pages, references, and whether what is current follows from the decisions.",
        mixinStandardHelpOptions = true)
final class CheckCommand extends ReviewCommand {
    CheckCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(review -> {
            List<String> problems = review.check();
            if (json) {
                console.json(Map.of("problems", problems));
            } else if (problems.isEmpty()) {
                console.say(file + " is sound.");
            } else {
                problems.forEach(console::say);
            }
            return problems.isEmpty() ? Failure.DONE : Failure.FOUND;
        });
    }
}
