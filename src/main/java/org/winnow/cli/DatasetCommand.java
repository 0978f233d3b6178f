package org.winnow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands for the questions and answers that a model is trained on and tested by. */
@Command(
        name = "dataset",
        description = "Questions and answers of the review: draft, write, import, check and export them for training a"
                + " model (PRISMA-DFLLM, item 16).",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DatasetCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new DatasetCommand());
        line.addSubcommand(new DatasetDeriveCommand(console));
        line.addSubcommand(new DatasetAddCommand(console));
        line.addSubcommand(new DatasetImportCommand(console));
        line.addSubcommand(new DatasetMarkCommand(console));
        line.addSubcommand(new DatasetListCommand(console));
        line.addSubcommand(new DatasetExportCommand(console));
        return line;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do with the dataset: derive, add, import, mark, list or export.");
    }
}
