package org.winnow.cli;

import java.util.List;
import java.util.Map;
import org.winnow.llm.Consent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "forbid",
        description = "Let language models be asked for this review no more: the one that is named, or all.",
        mixinStandardHelpOptions = true)
final class ModelsForbidCommand extends ReviewCommand {
    @Option(names = "--model", defaultValue = "", paramLabel = "NAME", description = "only this one")
    private String model = "";

    ModelsForbidCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return writing(review -> {
            List<Consent> gone = Consent.all(review).stream()
                    .filter(c -> model.isEmpty() || c.endpoint().model().equals(model))
                    .toList();
            gone.forEach(c -> review.write(Consent.withdraw(c.endpoint())));
            if (json) {
                console.json(Map.of(
                        "forbidden",
                        gone.stream().map(c -> c.endpoint().model()).toList()));
            } else {
                console.say(
                        gone.isEmpty()
                                ? "No such language model was allowed."
                                : gone.size() + " language models may be asked no more.");
            }
            return Failure.DONE;
        });
    }
}
