package org.winnow.cli;

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
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.card.Checksums;
import org.winnow.dfllm.card.Runs;
import org.winnow.dfllm.corpus.Corpus;
import org.winnow.dfllm.corpus.CorpusBuilder;
import org.winnow.dfllm.corpus.CorpusJson;
import org.winnow.dfllm.corpus.CorpusSettings;
import org.winnow.dfllm.dataset.Account;
import org.winnow.dfllm.dataset.Dataset;
import org.winnow.dfllm.dataset.Decontamination;
import org.winnow.dfllm.dataset.Exporting;
import org.winnow.dfllm.dataset.Items;
import org.winnow.dfllm.dataset.Mixture;
import org.winnow.dfllm.dataset.Reports;
import org.winnow.dfllm.dataset.Splitting;
import org.winnow.formats.UnreadableFile;
import org.winnow.model.UserException;
import org.winnow.papers.AttachedPapers;
import org.winnow.papers.DatasetParts;
import org.winnow.papers.Shelves;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.work.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Divide the items by report and group for training, validation and test, and write them: our own"
                + " schema, chat and instruction lines, passages, preferences, ranked answers and a table.",
        mixinStandardHelpOptions = true)
final class DatasetExportCommand extends ReviewCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "gets the files; made where missing")
    private Path out = Path.of("");

    @Option(
            names = "--validation",
            defaultValue = "0.1",
            paramLabel = "SHARE",
            description = "of the reports (${DEFAULT-VALUE})")
    private double validation;

    @Option(
            names = "--test",
            defaultValue = "0.2",
            paramLabel = "SHARE",
            description = "of the reports (${DEFAULT-VALUE})")
    private double test;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "draws the reports (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--decontaminate",
            defaultValue = "8",
            paramLabel = "N",
            description = "leave out of training what has N words in a row in common with the test; 0 for nothing"
                    + " (${DEFAULT-VALUE})")
    private int words;

    @Option(names = "--no-texts", description = "no passages of the full texts, only items")
    private boolean noTexts;

    @Option(
            names = "--mix",
            paramLabel = "FILE.jsonl",
            description = "general text to mix into the passages: a JSON object with text on each line")
    private @Nullable Path mix;

    @Option(
            names = "--mix-share",
            defaultValue = "0.2",
            paramLabel = "SHARE",
            description = "of all words of the mixture that are general (${DEFAULT-VALUE})")
    private double mixShare;

    @Option(
            names = "--record",
            description =
                    "keep in the review what each report is for, so that it stays so, and the account of this run")
    private boolean record;

    @Mixin
    private SeenBy seenBy = new SeenBy();

    DatasetExportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = settings();
        try (Review whole = opened(file, record)) {
            Review review = seenBy.of(whole, console);
            if (record) {
                seenBy.toRecord(whole);
            }
            Reports reports = new Reports(review);
            Dataset dataset = Dataset.of(
                    DatasetParts.of(review, reports, noTexts ? null : corpus(review)),
                    settings.splitting(),
                    settings.decontamination(),
                    Items.splits(review));
            Map<String, byte[]> files = Exporting.files(dataset, reports, settings.mixture());
            Map<String, Object> account = Account.of(dataset, Checksums.of(files));
            files.put("dataset.json", CorpusJson.file(account));
            write(files);
            if (record) {
                review.write(Op.together(
                        "dataset",
                        List.of(Items.keepSplits(dataset.divided().reports()), Runs.record(Runs.DATASET, account))));
            }
            tell(dataset, account);
            return dataset.items().isEmpty() ? Failure.FOUND : Failure.DONE;
        }
    }

    private Corpus corpus(Review review) {
        return new CorpusBuilder(CorpusSettings.USUAL, new AttachedPapers(review, cache()))
                .build(Shelves.included(review), console.progress("Reading full texts"));
    }

    private record Settings(Splitting splitting, Decontamination decontamination, Mixture mixture) {}

    private Settings settings() throws IOException {
        try {
            return new Settings(
                    new Splitting(validation, test, seed),
                    new Decontamination(words),
                    mix == null ? Mixture.NONE : new Mixture(general(mix), mixShare, seed));
        } catch (IllegalArgumentException e) {
            throw new UserException("No dataset can be made so: " + e.getMessage() + ".", e);
        }
    }

    private static List<String> general(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                JsonNode text = lines.get(i).isBlank()
                        ? null
                        : JSON.readTree(lines.get(i)).get("text");
                if (text == null || text.asText().isBlank()) {
                    throw new UserException(
                            file + ", line " + (i + 1) + ": a JSON object with the field text is needed.");
                }
                texts.add(text.asText());
            }
        } catch (NoSuchFileException e) {
            throw new UnreadableFile("There is no file " + file + ". Check the name.");
        }
        return texts;
    }

    private void write(Map<String, byte[]> files) throws IOException {
        Files.createDirectories(out);
        files.forEach((name, bytes) -> WholeFile.write(out.resolve(name), bytes));
    }

    private void tell(Dataset dataset, Map<String, Object> account) {
        if (json) {
            console.json(account);
            return;
        }
        console.say(dataset.examples().size() + " examples of "
                + dataset.items().size() + " items that people stand for, in " + out + ".");
        Map<String, String> left = new LinkedHashMap<>(dataset.contaminated());
        left.forEach(
                (item, other) -> console.say("Left out: item " + item + " resembles item " + other + " of the test."));
        dataset.divided()
                .across()
                .forEach(i ->
                        console.say("Left out: item " + i.id() + ": the reports of its group are in several splits."));
    }
}
