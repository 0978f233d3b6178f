package org.winnow.cli;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.dfllm.dataset.Importing;
import org.winnow.dfllm.dataset.Importing.Read;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Items;
import org.winnow.dfllm.dataset.Reports;
import org.winnow.formats.UnreadableFile;
import org.winnow.papers.PlacedQuotes;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Read items from a file: dataset.jsonl as export writes it, chat or instruction lines, preference"
                + " pairs, ranked answers, or a CSV table with the columns instruction and output. Items that are known"
                + " are not doubled; those of other forms than our own are drafts that people check.",
        mixinStandardHelpOptions = true)
final class DatasetImportCommand extends ReviewCommand {
    @Parameters(index = "1", paramLabel = "FILE", description = "FILE.jsonl or FILE.csv")
    private Path from = Path.of("");

    DatasetImportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return writing(review -> {
            Read read = read(review);
            PlacedQuotes quotes = new PlacedQuotes(review, cache());
            List<String> lost = new ArrayList<>();
            List<Item> fresh = Importing.fresh(read.items(), Items.of(review)).stream()
                    .map(item -> quotes.of(item, lost))
                    .toList();
            if (!fresh.isEmpty()) {
                review.write(Items.put(fresh));
            }
            if (json) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("read", read.items().size());
                document.put("new", fresh.size());
                document.put("quotes_not_found", lost);
                document.put(
                        "rejected",
                        read.rejected().stream()
                                .map(r -> Map.of("line", r.line(), "reason", r.reason()))
                                .toList());
                console.json(document);
            } else {
                console.say(fresh.size() + " items are new; " + (read.items().size() - fresh.size()) + " were known.");
                lost.forEach(quote -> console.note(
                        "In no full text of its report: \"" + quote + "\". The item rests on the report as a whole."));
                read.rejected().forEach(r -> console.note(from + ", line " + r.line() + ": " + r.reason() + "."));
            }
            return read.items().isEmpty() ? Failure.FOUND : Failure.DONE;
        });
    }

    private Read read(Review review) throws Exception {
        try {
            return Importing.read(from, new Reports(review), Instant.now());
        } catch (NoSuchFileException e) {
            throw new UnreadableFile("There is no file " + from + ". Check the name.");
        }
    }
}
