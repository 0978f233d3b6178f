package org.winnow.dfllm.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.winnow.model.UserException;

/**
 * Reads items of other programs and reviews: our own schema, chat and instruction lines, preference pairs, ranked answers,
 * and tables with the columns instruction and output, as Susnjak and others 2024 have them (arXiv 2404.08680).
 */
public final class Importing {
    /** A line that was not taken, and why. */
    public record Rejected(long line, String reason) {}

    /** @param items those that were read, also those that are known already */
    public record Read(List<Item> items, List<Rejected> rejected) {}

    private final DatasetFile own;
    private final ForeignLines foreign;
    private final String file;
    private final Instant now;
    private final List<Item> items = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    private Importing(Reports reports, String file, Instant now) {
        this.own = new DatasetFile(reports);
        this.foreign = new ForeignLines(reports, file, now);
        this.file = file;
        this.now = now;
    }

    /** Reads a file: a table where its name ends in .csv, else a JSON object a line. */
    public static Read read(Path file, Reports reports, Instant now) throws IOException {
        String name = String.valueOf(file.getFileName());
        Importing importing = new Importing(reports, name, now);
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                importing.table(file);
            } else {
                importing.lines(Files.readAllLines(file));
            }
        } catch (MalformedInputException e) {
            throw new UserException(file + " is not UTF-8 text. Save it as UTF-8.", e);
        }
        return new Read(importing.items, importing.rejected);
    }

    private void lines(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    items.addAll(line(lines.get(i)));
                } catch (IllegalArgumentException e) {
                    rejected.add(new Rejected(i + 1L, String.valueOf(e.getMessage())));
                }
            }
        }
    }

    private List<Item> line(String line) {
        JsonNode one = DatasetFile.json(line);
        String number = one.path("id").asText();
        if (one.path("messages").isArray()) {
            return List.of(foreign.item(number, message(one, "user"), message(one, "assistant")));
        }
        if (one.has("instruction")) {
            String input = one.path("input").asText();
            String asked = one.path("instruction").asText() + (input.isBlank() ? "" : "\n\n" + input);
            return List.of(foreign.item(number, asked, one.path("output").asText()));
        }
        return one.has("prompt") ? foreign.preferred(one) : List.of(own.item(line, file, now));
    }

    private static String message(JsonNode one, String role) {
        String text = "";
        for (JsonNode message : one.path("messages")) {
            if (message.path("role").asText().equals(role) && text.isEmpty()) {
                text = message.path("content").asText();
            }
        }
        return text;
    }

    private void table(Path file) throws IOException {
        String text = Files.readString(file);
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            int question = -1;
            int answer = -1;
            for (CsvRecord row : csv) {
                if (question < 0) {
                    List<String> names = row.getFields().stream()
                            .map(n -> n.strip().toLowerCase(Locale.ROOT))
                            .toList();
                    question = names.indexOf("instruction");
                    answer = names.indexOf("output");
                    if (question < 0 || answer < 0) {
                        throw new UserException(file + ", line 1: the columns instruction and output are missing."
                                + " Name them so in the first line.");
                    }
                    continue;
                }
                taken(row, question, answer);
            }
        } catch (CsvParseException e) {
            throw new UserException(file + " is no CSV table: " + e.getMessage() + ".", e);
        }
    }

    private void taken(CsvRecord row, int question, int answer) {
        try {
            if (row.getFieldCount() <= Math.max(question, answer)) {
                throw new IllegalArgumentException("it has too few cells");
            }
            items.add(foreign.item("", unguarded(row.getField(question)), unguarded(row.getField(answer))));
        } catch (IllegalArgumentException e) {
            rejected.add(new Rejected(row.getStartingLineNumber(), String.valueOf(e.getMessage())));
        }
    }

    /** Takes off the apostrophe that keeps spreadsheets from taking a cell for a formula. */
    private static String unguarded(String cell) {
        return cell.matches("(?s)'[=+\\-@\\t\\r].*") ? cell.substring(1) : cell;
    }

    /**
     * Of these items those that this review does not have, by number or word for word, and those about which the file knows
     * something later.
     */
    public static List<Item> fresh(List<Item> items, Map<String, Item> known) {
        Set<List<String>> words = new HashSet<>();
        known.values().forEach(item -> words.add(List.of(item.question(), item.answer())));
        return items.stream()
                .filter(item -> {
                    Item there = known.get(item.id());
                    return there == null
                            ? !item.by().isEmpty() || !words.contains(List.of(item.question(), item.answer()))
                            : !item.by().isEmpty() && item.at().isAfter(there.at());
                })
                .toList();
    }
}
