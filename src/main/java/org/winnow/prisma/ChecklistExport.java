package org.winnow.prisma;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.document.Document;
import org.winnow.document.Document.Column;
import org.winnow.document.Documents;
import org.winnow.document.Sheets;
import org.winnow.model.UserException;
import org.winnow.prisma.Checklist.Item;
import org.winnow.prisma.FilledChecklist.Line;
import org.winnow.work.WholeFile;

/** Saves a filled checklist. The same answers give the same bytes. */
public final class ChecklistExport {
    /** The endings that it can write. */
    public static final List<String> FORMATS = List.of("pdf", "docx", "xlsx", "csv", "json", "md", "html", "tex");

    private ChecklistExport() {}

    /** Writes the file whole or not at all, in the format that its ending names. */
    public static void write(FilledChecklist filled, Path target) {
        String name = String.valueOf(target.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        WholeFile.write(target, bytes(filled, ending));
    }

    /** The file's bytes, by its ending without the dot. */
    public static byte[] bytes(FilledChecklist filled, String ending) {
        return switch (ending) {
            case "csv" -> csv(filled);
            case "json" -> json(filled);
            case "xlsx" -> Sheets.xlsx(Map.of(filled.list().kind(), table(filled)));
            default ->
                Documents.bytes(document(filled), ending)
                        .orElseThrow(() -> new UserException("The checklist cannot be saved as ." + ending
                                + ". Use a name that ends in ." + String.join(", .", FORMATS) + "."));
        };
    }

    private static Document document(FilledChecklist filled) {
        Checklist list = filled.list();
        List<Document.Block> blocks = new ArrayList<>();
        blocks.add(new Document.Text(filled.answered() + " of " + list.items().size() + " items answered."
                + (filled.missing().isEmpty() ? "" : " Not answered: " + String.join(", ", filled.missing()) + ".")));
        blocks.add(table(filled));
        blocks.add(new Document.Text(list.note()));
        blocks.add(new Document.Text(
                "Official text: " + list.citation() + ". " + list.url() + " (" + list.licence() + ")"));
        return new Document(list.title() + " checklist", blocks);
    }

    private static Document.Table table(FilledChecklist filled) {
        List<List<String>> rows = filled.lines().stream()
                .map(l -> List.of(
                        l.item().section(),
                        number(l.item()),
                        l.item().topic() + "\n" + l.item().statement(),
                        words(l.status()),
                        l.text(),
                        l.location()))
                .toList();
        return Document.Table.plain(
                "",
                List.of(
                        new Column("Section", 1.1),
                        new Column("Item", 0.6),
                        new Column("Topic", 3),
                        new Column("Status", 0.9),
                        new Column("Reported", 3.4),
                        new Column("Location", 1.2)),
                rows);
    }

    private static String number(Item item) {
        String number = item.otherNumber().isEmpty() ? item.id() : item.id() + " (table " + item.otherNumber() + ")";
        return item.level().isEmpty() ? number : number + "\n" + item.level();
    }

    private static String words(FilledChecklist.Status status) {
        String words = status.key().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static byte[] csv(FilledChecklist filled) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "section", "item", "other_number", "topic", "statement", "level", "status", "text", "location");
            for (Line l : filled.lines()) {
                Item i = l.item();
                csv.writeRecord(
                        i.section(),
                        i.id(),
                        i.otherNumber(),
                        i.topic(),
                        i.statement(),
                        i.level(),
                        l.status().key(),
                        guarded(l.text()),
                        guarded(l.location()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A spreadsheet would take a cell with such a beginning for a formula. */
    static String guarded(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }

    /** What the command prints and the JSON file holds. */
    public static Map<String, Object> json(FilledChecklist filled, boolean withItems) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", filled.list().kind());
        values.put("title", filled.list().title());
        values.put("source", filled.list().citation());
        values.put("url", filled.list().url());
        values.put(
                "items",
                withItems
                        ? filled.lines().stream().map(ChecklistExport::json).toList()
                        : filled.lines().size());
        values.put("answered", filled.answered());
        values.put("missing", filled.missing());
        return values;
    }

    private static Map<String, Object> json(Line l) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", l.item().id());
        if (!l.item().otherNumber().isEmpty()) {
            values.put("otherNumber", l.item().otherNumber());
        }
        values.put("section", l.item().section());
        values.put("topic", l.item().topic());
        values.put("statement", l.item().statement());
        values.put("status", l.status().key());
        values.put("text", l.text());
        values.put("location", l.location());
        return values;
    }

    private static byte[] json(FilledChecklist filled) {
        try {
            return (new ObjectMapper().writer(FlowJsonWriter.printer()).writeValueAsString(json(filled, true)) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
