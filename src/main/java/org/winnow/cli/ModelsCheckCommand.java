package org.winnow.cli;

import java.util.Map;
import org.winnow.model.UserException;
import org.winnow.store.ModelCalls;
import org.winnow.store.ModelCalls.Call;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Write down that you looked at an answer of a language model, and what you found.",
        mixinStandardHelpOptions = true)
final class ModelsCheckCommand extends ReviewCommand {
    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "the question, as models calls lists it, or its beginning")
    private String id = "";

    @Option(names = "--reviewer", required = true, paramLabel = "NAME", description = "who looked")
    private String reviewer = "";

    @Option(names = "--found", required = true, paramLabel = "WHAT", description = "right, wrong or unclear")
    private String found = "";

    @Option(names = "--note", defaultValue = "", paramLabel = "TEXT", description = "in your words")
    private String note = "";

    ModelsCheckCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return writing(review -> {
            Call call = review.auditTrail()
                    .modelCalls()
                    .of(id)
                    .orElseThrow(() -> new UserException(
                            "There is no one question " + id + ". List them with: winnow models calls."));
            String uuid = String.valueOf(call.uuid());
            review.write(ModelCalls.check(uuid, reviewer(review, reviewer).id(), found, note));
            if (json) {
                console.json(Map.of("id", uuid, "found", found));
            } else {
                console.say("Written down: " + found + ".");
            }
            return Failure.DONE;
        });
    }
}
