package org.winnow.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.Exporting;
import org.winnow.formats.Format;
import org.winnow.model.Outcome;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.RecordQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Write records with what was decided on them.", mixinStandardHelpOptions = true)
final class ExportCommand extends ReviewCommand {
    @Option(
            names = "--what",
            required = true,
            paramLabel = "WHAT",
            description =
                    "all, included, excluded, maybe, conflicts, undecided, full-text or duplicates; with --stage at that"
                            + " stage, else at the last one")
    private String what;

    @Option(names = "--stage", paramLabel = "STAGE", description = "title-abstract or full-text")
    private @Nullable String stage;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "FILE.ris, FILE.xml, FILE.csv and so on; - is standard output")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Words.Writable.class,
            description = "${COMPLETION-CANDIDATES} (default: by the ending)")
    private @Nullable String format;

    @Mixin
    private SeenBy seenBy;

    ExportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(review -> {
            Exporting exporting = new Exporting(seenBy.of(review, console));
            long written;
            boolean standardOutput = out.toString().equals("-");
            if (standardOutput) {
                written = exporting.toStream(query(), Words.writable(format == null ? "ris" : format), console.out());
                console.out().flush();
            } else {
                Format as = format == null ? Exporting.formatOf(out) : Words.writable(format);
                written = exporting.toFile(query(), as, out);
            }
            if (json && !standardOutput) {
                console.json(Map.of("written", written, "file", out.toString()));
            } else {
                List<String> lines = List.of(written + " records written to " + out + ".");
                lines.forEach(standardOutput ? console::note : console::say);
            }
            return Failure.DONE;
        });
    }

    private RecordQuery query() {
        return switch (what) {
            case "all" -> RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL);
            case "duplicates" -> RecordQuery.everything().withDuplicates(RecordQuery.Group.DUPLICATES);
            case "full-text" -> RecordQuery.at(Stage.FULL_TEXT);
            case "included" -> at(Stage.FULL_TEXT, Outcome.INCLUDE);
            case "excluded" -> excluded();
            case "maybe" -> at(Stage.TITLE_ABSTRACT, Outcome.MAYBE);
            case "conflicts", "conflict" -> at(Stage.TITLE_ABSTRACT, Outcome.CONFLICT);
            case "undecided" -> at(Stage.TITLE_ABSTRACT, Outcome.UNDECIDED);
            default ->
                throw new UserException(
                        "Do not know what \"" + what
                                + "\" is: write all, included, excluded, maybe, conflicts, undecided, full-text or duplicates.");
        };
    }

    private RecordQuery excluded() {
        return stage == null
                ? RecordQuery.everything().withOutcomes(Outcome.EXCLUDE)
                : at(Words.stage(stage), Outcome.EXCLUDE);
    }

    private RecordQuery at(Stage otherwise, Outcome outcome) {
        Stage at = stage == null ? otherwise : Words.stage(stage);
        return RecordQuery.at(at).withOutcomes(outcome);
    }
}
