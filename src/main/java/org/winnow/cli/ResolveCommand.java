package org.winnow.cli;

import picocli.CommandLine.Command;

@Command(
        name = "resolve",
        description = "Settle conflicts from a CSV file with the columns record, decision, reason, note, tags.",
        mixinStandardHelpOptions = true)
final class ResolveCommand extends DecideCommand {
    ResolveCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return run("resolved", true);
    }
}
