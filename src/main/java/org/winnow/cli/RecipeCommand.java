package org.winnow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands for tuning a larger model on another machine. */
@Command(
        name = "recipe",
        description =
                "Tune a larger model elsewhere: write a folder for TRL with PEFT and for Axolotl, and take the model"
                        + " that comes back into the review's records.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class RecipeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new RecipeCommand());
        line.addSubcommand(new RecipeWriteCommand(console));
        line.addSubcommand(new RecipeTakeCommand(console));
        line.addSubcommand(new RecipeListCommand(console));
        return line;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do with the recipe: write, take or list.");
    }
}
