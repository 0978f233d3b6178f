package org.winnow.cli;

import java.nio.file.Path;
import org.winnow.fulltext.PdfFolder;
import org.winnow.session.FullTexts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands for working apart: pack a part of the review, open it elsewhere, merge what comes back. */
@Command(
        name = "session",
        description = "Offline sessions: pack a part of a review for a colleague, open it, merge what comes back.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class SessionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new SessionCommand());
        line.addSubcommand(new SessionPackCommand(console));
        line.addSubcommand(new SessionOpenCommand(console));
        line.addSubcommand(new SessionMergeCommand(console));
        return line;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do with the session: pack, open or merge.");
    }

    /** The full texts beside a review. */
    static FullTexts fullTexts(Path review) {
        PdfFolder folder = new PdfFolder(review);
        return new FullTexts(folder::path, hash -> PdfFolder.words(folder.path(hash)), folder::keep);
    }
}
