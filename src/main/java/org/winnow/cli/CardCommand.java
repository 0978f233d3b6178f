package org.winnow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.SharedPapers;
import org.winnow.dfllm.card.Runs;
import org.winnow.dfllm.card.Sharing;
import org.winnow.dfllm.corpus.Licence;
import org.winnow.dfllm.corpus.PaperSummary;
import org.winnow.document.Archive;
import org.winnow.formats.UnreadableFile;
import org.winnow.model.UserException;
import org.winnow.papers.GivenNetwork;
import org.winnow.papers.Shelves;
import org.winnow.prisma.Checklist;
import org.winnow.prisma.ChecklistExport;
import org.winnow.prisma.FilledChecklist;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.work.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "card",
        description = "Write the model card, the datasheet and the PRISMA-DFLLM checklist from the records of the runs,"
                + " with what is to be shared and its checksums.",
        mixinStandardHelpOptions = true)
final class CardCommand extends ReviewCommand {
    private static final List<String> KINDS = List.of(Runs.CORPUS, Runs.DATASET, Runs.TUNING, Runs.EVALUATION);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER|FILE.zip",
            description = "gets model-card.md, datasheet.md, checklist.md, checklist.json, runs and SHA256SUMS")
    private Path out = Path.of("");

    @Option(
            names = "--run",
            paramLabel = "KIND=FILE.json",
            description =
                    "put the account of a run on record first: corpus, dataset, tuning or evaluation; may be repeated")
    private Map<String, Path> runs = new LinkedHashMap<>();

    @Option(
            names = "--add",
            paramLabel = "FOLDER",
            description = "take a folder in, such as a dataset or an adapter; may be repeated")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--with-texts",
            description = "take the whole texts of reports in although not every licence is known to allow it")
    private boolean texts;

    @Option(
            names = "--ask",
            description = "take in the passages of the papers, so that others can ask them without the review:"
                    + " ask FOLDER|FILE.zip QUESTION; papers whose licence is not known to allow it stay out, unless"
                    + " --with-texts is given")
    private boolean ask;

    @Mixin
    private SeenBy seenBy = new SeenBy();

    CardCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        List<Op<Void>> records = records();
        try (Review whole = opened(file, !records.isEmpty())) {
            Review review = seenBy.of(whole, console);
            if (!records.isEmpty()) {
                review.write(Op.together("model-run", records));
            }
            FilledChecklist checklist =
                    ChecklistCommand.filled(review, Checklist.of("prisma-dfllm").orElseThrow());
            Sharing sharing = new Sharing(review)
                    .put("checklist.md", ChecklistExport.bytes(checklist, "md"))
                    .put("checklist.json", ChecklistExport.bytes(checklist, "json"));
            for (Path folder : folders) {
                sharing.folder(folder, texts);
            }
            List<String> withheld = ask ? papers(review, sharing) : List.of();
            Map<String, byte[]> files = sharing.files();
            write(files);
            tell(
                    files,
                    Stream.concat(sharing.leftOut().stream(), withheld.stream()).toList(),
                    checklist);
            return Failure.DONE;
        }
    }

    /** Puts the passages in; gives the titles of the papers that stay out. */
    private List<String> papers(Review review, Sharing sharing) {
        try (Asking asking = Shelves.of(review, cache(), console.progress("Reading full texts"))) {
            GivenNetwork tuned = asking.tuned() ? GivenNetwork.of(review).orElse(null) : null;
            SharedPapers papers = SharedPapers.of(
                    asking,
                    Shelves.included(review),
                    p -> texts || Licence.lets(p.licence()),
                    tuned == null
                            ? null
                            : new SharedPapers.Tuned(
                                    tuned.hash(), List.copyOf(tuned.files().keySet())));
            papers.files().forEach(sharing::put);
            if (tuned != null) {
                tuned.files().forEach((name, bytes) -> sharing.put(GivenNetwork.FOLDER + name, bytes));
            }
            return papers.withheld().stream().map(PaperSummary::title).toList();
        }
    }

    private List<Op<Void>> records() throws IOException {
        List<Op<Void>> records = new ArrayList<>();
        for (Map.Entry<String, Path> run : runs.entrySet()) {
            if (!KINDS.contains(run.getKey())) {
                throw new UserException(
                        "--run " + run.getKey() + ": the kinds of runs are " + String.join(", ", KINDS) + ".");
            }
            records.add(Runs.record(run.getKey(), account(run.getValue())));
        }
        return records;
    }

    private static JsonNode account(Path path) throws IOException {
        try {
            JsonNode account = JSON.readTree(Files.readString(path));
            if (account == null || !account.isObject()) {
                throw new UserException(path + " has no JSON object. Choose the account of a run.");
            }
            return account;
        } catch (NoSuchFileException e) {
            throw new UnreadableFile("There is no file " + path + ". Check the name.");
        } catch (JsonProcessingException e) {
            throw new UserException(path + " is no JSON (" + e.getOriginalMessage() + ").", e);
        }
    }

    private void write(Map<String, byte[]> files) throws IOException {
        if (out.toString().endsWith(".zip")) {
            Archive archive = new Archive();
            files.forEach(archive::put);
            WholeFile.write(out, archive.bytes());
            return;
        }
        WholeFile.writeAll(out, files);
    }

    private void tell(Map<String, byte[]> files, List<String> leftOut, FilledChecklist checklist) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("files", List.copyOf(files.keySet()));
            document.put("left_out", leftOut);
            document.put("answered", checklist.answered());
            document.put("missing", checklist.missing());
            console.json(document);
            return;
        }
        console.say(files.size() + " files in " + out + "; " + checklist.answered() + " of "
                + checklist.lines().size() + " items of the checklist have something on record.");
        if (!leftOut.isEmpty()) {
            console.say("Left out for want of a licence: " + String.join(", ", leftOut) + ".");
        }
    }
}
