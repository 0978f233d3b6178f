package org.winnow.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.winnow.formats.UnreadableFile;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.screening.Batch;
import org.winnow.screening.DecisionLine;
import org.winnow.screening.DecisionsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "decide",
        description =
                "Take a reviewer's decisions from a CSV file with the columns record (id, DOI or PMID), decision, "
                        + "reason, note, tags.",
        mixinStandardHelpOptions = true)
class DecideCommand extends ReviewCommand {
    @Option(names = "--stage", required = true, paramLabel = "STAGE", description = "title-abstract or full-text")
    private String stage;

    @Option(names = "--reviewer", required = true, paramLabel = "NAME")
    private String reviewer;

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "the decisions; - is standard input")
    private Path from;

    DecideCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return run("applied", false);
    }

    int run(String word, boolean resolution) throws Exception {
        Stage at = Words.stage(stage);
        return writing(review -> {
            List<DecisionLine> lines = lines();
            Reviewer person = reviewer(review, reviewer);
            Batch.Result result = new Batch(review, at, person.id(), resolution).apply(lines);
            if (json) {
                console.json(Map.of(word, result.applied(), "rejected", result.rejected()));
            } else {
                console.say(result.applied() + " decisions " + word + ", "
                        + result.rejected().size() + " rejected.");
            }
            for (Batch.Rejected r : result.rejected()) {
                console.note(from + ", line " + r.line() + " (" + r.record() + "): " + r.reason());
            }
            return !lines.isEmpty() && result.applied() == 0 ? Failure.FOUND : Failure.DONE;
        });
    }

    private List<DecisionLine> lines() throws IOException {
        return StandardInput.read(console, from, file -> {
            try (InputStream in = Files.newInputStream(file)) {
                return DecisionsFile.read(in, from.toString());
            } catch (NoSuchFileException e) {
                throw new UnreadableFile("There is no file " + from + ". Check the name.");
            } catch (IOException e) {
                throw new UnreadableFile("Cannot read " + from + ": " + e.getMessage()
                        + ". Check that it is a file and that you may read it.");
            }
        });
    }
}
