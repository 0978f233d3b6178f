package org.winnow.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "backup",
        description = "Write a consistent copy, also while others work.",
        mixinStandardHelpOptions = true)
final class BackupCommand extends ReviewCommand {
    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out;

    BackupCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(review -> {
            long bytes = review.backupTo(out);
            if (json) {
                console.json(Map.of("file", out.toString(), "bytes", bytes));
            } else {
                console.say("Copied to " + out + " (" + bytes + " bytes).");
            }
            return Failure.DONE;
        });
    }
}
