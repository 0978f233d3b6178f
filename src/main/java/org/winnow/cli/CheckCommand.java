package org.winnow.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.winnow.session.Witnesses;
import org.winnow.store.ReviewException;
import org.winnow.store.ReviewException.Reason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description =
                "Look through the file: pages, references, whether what is current follows from the decisions, and"
                        + " whether the audit trail is whole, also as sessions know it.",
        mixinStandardHelpOptions = true)
final class CheckCommand extends ReviewCommand {
    @Parameters(
            index = "1..*",
            paramLabel = "FILE.winnow-session",
            description =
                    "sessions of the review, which know how far its audit trail had come; those that lie beside it are"
                            + " looked at anyway")
    private List<Path> sessions = List.of();

    @Mixin
    private PasswordOption password;

    CheckCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        try {
            return reading(review -> tell(Witnesses.check(review, sessions, password.password())));
        } catch (ReviewException e) {
            if (e.reason() != Reason.DAMAGED) {
                throw e;
            }
            // Damage so bad that the file does not open is still what was asked for.
            return tell(List.of(String.valueOf(e.getMessage())));
        }
    }

    private int tell(List<String> problems) {
        if (json) {
            console.json(Map.of("problems", problems));
        } else if (problems.isEmpty()) {
            console.say(file + " is sound.");
        } else {
            problems.forEach(console::say);
        }
        return problems.isEmpty() ? Failure.DONE : Failure.FOUND;
    }
}
