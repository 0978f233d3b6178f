package org.winnow.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Items;
import org.winnow.dfllm.dataset.State;
import org.winnow.formats.UnreadableFile;
import org.winnow.model.Reviewer;
import org.winnow.model.UserException;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "mark",
        description =
                "Say of items that they are accepted, rejected or edited, in a batch: a CSV table with the columns"
                        + " id, state (accepted, rejected, edited, draft), and question and answer for edited ones.",
        mixinStandardHelpOptions = true)
final class DatasetMarkCommand extends ReviewCommand {
    @Option(names = "--reviewer", required = true, paramLabel = "NAME", description = "who says so")
    private String reviewer = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE.csv",
            description = "columns id, state, question, answer")
    private Path from = Path.of("");

    DatasetMarkCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return writing(whole -> {
            Reviewer person = reviewer(whole, reviewer);
            Review review = SeenBy.of(whole, console, person.id());
            String who = person.name();
            Map<String, Item> items = Items.of(review);
            Map<String, Item> marked = new LinkedHashMap<>();
            List<Map<String, Object>> rejected = new ArrayList<>();
            for (NamedCsvRecord row : rows()) {
                try {
                    Item item = marked(items, row, who);
                    marked.put(item.id(), item);
                } catch (IllegalArgumentException e) {
                    rejected.add(Map.of("line", row.getStartingLineNumber(), "reason", String.valueOf(e.getMessage())));
                }
            }
            if (!marked.isEmpty()) {
                review.write(Items.put(List.copyOf(marked.values())).by(person.id()));
            }
            if (json) {
                console.json(Map.of("applied", marked.size(), "rejected", rejected));
            } else {
                console.say(marked.size() + " items marked.");
                rejected.forEach(r -> console.note(from + ", line " + r.get("line") + ": " + r.get("reason") + "."));
            }
            return marked.isEmpty() && !rejected.isEmpty() ? Failure.FOUND : Failure.DONE;
        });
    }

    private List<NamedCsvRecord> rows() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(Files.readString(from))) {
            List<NamedCsvRecord> rows = csv.stream().toList();
            if (!rows.isEmpty() && rows.getFirst().findField("id").isEmpty()) {
                throw new UserException(from + ", line 1: the column id is missing. Name it in the first line.");
            }
            return rows;
        } catch (NoSuchFileException e) {
            throw new UnreadableFile("There is no file " + from + ". Check the name.");
        } catch (CsvParseException e) {
            throw new UserException(from + " is no CSV table: " + e.getMessage() + ".", e);
        }
    }

    private static Item marked(Map<String, Item> items, NamedCsvRecord row, String who) {
        String id = row.findField("id").orElse("").strip();
        Item item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException("there is no item " + id);
        }
        String word = row.findField("state").orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "accepted" -> item.as(State.ACCEPTED, who, Instant.now());
            case "rejected" -> item.as(State.REJECTED, who, Instant.now());
            case "draft" -> item.as(State.DRAFT, who, Instant.now());
            case "edited" ->
                item.edited(
                        said(row, "question", item.question()), said(row, "answer", item.answer()), who, Instant.now());
            default ->
                throw new IllegalArgumentException(
                        "state is \"" + word + "\", which is none of accepted, rejected, edited, draft");
        };
    }

    private static String said(NamedCsvRecord row, String column, String before) {
        return row.findField(column).filter(s -> !s.isBlank()).orElse(before);
    }
}
