package org.winnow.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The root of the command line. Without a command the window opens; that is decided before this class is reached. */
@Command(
        name = "winnow",
        description = "A workbench for systematic literature reviews. Without a command, the window opens.",
        mixinStandardHelpOptions = true,
        versionProvider = WinnowCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true)
public final class WinnowCommand implements Runnable {
    @Option(names = "--debug", hidden = true, scope = CommandLine.ScopeType.INHERIT)
    private boolean debug;

    private final Console console;

    private WinnowCommand(Console console) {
        this.console = console;
    }

    /** The whole command line over this console. */
    public static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new WinnowCommand(console));
        line.addSubcommand(new NewCommand(console));
        line.addSubcommand(new ImportCommand(console));
        line.addSubcommand(new ProblemsCommand(console));
        line.addSubcommand(new RecordsCommand(console));
        line.addSubcommand(new ConvertCommand(console));
        line.addSubcommand(new DedupCommand(console));
        line.addSubcommand(new MergesCommand(console));
        line.addSubcommand(new DedupPairsCommand(console));
        line.addSubcommand(new TeamCommand(console));
        line.addSubcommand(new AssignCommand(console));
        line.addSubcommand(new DecideCommand(console));
        line.addSubcommand(new ResolveCommand(console));
        line.addSubcommand(new StatusCommand(console));
        line.addSubcommand(new FlowCommand(console));
        line.addSubcommand(new ChecklistCommand(console));
        line.addSubcommand(new SearchesCommand(console));
        line.addSubcommand(new MethodsCommand(console));
        line.addSubcommand(new StudyCommand(console));
        line.addSubcommand(new VersionCommand(console));
        line.addSubcommand(new ReportCommand(console));
        line.addSubcommand(new ExportCommand(console));
        line.addSubcommand(new RankCommand(console));
        line.addSubcommand(new SimulateCommand(console));
        line.addSubcommand(new TuneCommand(console));
        line.addSubcommand(new RenewCommand(console));
        line.addSubcommand(RecipeCommand.commandLine(console));
        line.addSubcommand(ModelsCommand.commandLine(console));
        line.addSubcommand(new SuggestCommand(console));
        line.addSubcommand(new AttachCommand(console));
        line.addSubcommand(new RetrievalCommand(console));
        line.addSubcommand(new DiscussCommand(console));
        line.addSubcommand(new LookAgainCommand(console));
        line.addSubcommand(new SnowballCommand(console));
        line.addSubcommand(new SearchTextsCommand(console));
        line.addSubcommand(new AnnotationsCommand(console));
        line.addSubcommand(new FulltextCommand(console));
        line.addSubcommand(new CorpusCommand(console));
        line.addSubcommand(DatasetCommand.commandLine(console));
        line.addSubcommand(new AskCommand(console));
        line.addSubcommand(new EvaluateCommand(console));
        line.addSubcommand(new CardCommand(console));
        line.addSubcommand(SessionCommand.commandLine(console));
        line.addSubcommand(new AuditCommand(console));
        line.addSubcommand(new CheckCommand(console));
        line.addSubcommand(new BackupCommand(console));
        line.addSubcommand(new DemoCommand(console));
        line.setOut(new PrintWriter(console.out(), true));
        line.setErr(new PrintWriter(console.err(), true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(Failure.handler(console));
        return line;
    }

    @Override
    public void run() {
        CommandLine.usage(this, console.out());
    }

    /** The version from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = WinnowCommand.class.getPackage().getImplementationVersion();
            return new String[] {"winnow " + (version == null ? "(development)" : version)};
        }
    }
}
