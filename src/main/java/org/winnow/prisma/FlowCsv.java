package org.winnow.prisma;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.model.UserException;

/**
 * The CSV template of the R package PRISMA2020, filled in by anybody: a row per number, found by the name in the column
 * data. The same file with several columns of numbers, one for each version, is that of livingPRISMAflow.
 */
public final class FlowCsv {
    private static final List<String> KNOWN_COLUMNS =
            List.of("data", "node", "box", "description", "boxtext", "tooltips", "url");

    private final Path file;
    private final List<NamedCsvRecord> rows;
    private final List<String> columns;

    private FlowCsv(Path file, List<NamedCsvRecord> rows, List<String> columns) {
        this.file = file;
        this.rows = rows;
        this.columns = columns;
    }

    /** @throws UserException where the file cannot be read, or is not such a template */
    public static FlowCsv read(Path file) {
        try {
            String text = CsvText.of(Files.readAllBytes(file)).text();
            char separator = separator(text);
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowMissingFields(true)
                    .ofNamedCsvRecord(text)) {
                List<NamedCsvRecord> rows = csv.stream().toList();
                if (rows.isEmpty() || !rows.get(0).getHeader().contains("data")) {
                    throw notATemplate(file);
                }
                List<String> numbers = rows.get(0).getHeader().stream()
                        .filter(c -> !KNOWN_COLUMNS.contains(c) && !c.isBlank())
                        .toList();
                if (numbers.isEmpty()) {
                    throw notATemplate(file);
                }
                return new FlowCsv(file, rows, numbers);
            }
        } catch (CsvParseException e) {
            throw new UserException(
                    file + " is no CSV file (" + e.getMessage()
                            + "). Choose the filled template of the PRISMA2020 package, or a flow.csv that was saved here.",
                    e);
        } catch (IOException e) {
            throw new UserException(file + " cannot be read. Check that it is there and may be read.", e);
        }
    }

    private static UserException notATemplate(Path file) {
        return new UserException(file + " is not filled in from the template of the PRISMA2020 package: its first line"
                + " has to name the columns data, box, boxtext, tooltips, url and n.");
    }

    /** The columns that hold numbers: n, or one for each version. */
    public List<String> columns() {
        return columns;
    }

    /** The numbers of the only column, or of the one with that name. */
    public Filled filled(String column) {
        String chosen = column.isEmpty() && columns.size() == 1 ? columns.get(0) : column;
        if (!columns.contains(chosen)) {
            throw new UserException(
                    file + " has these columns of numbers: " + String.join(", ", columns) + ". Name one of them.");
        }
        return new FlowCsvRows(chosen).filled(rows);
    }

    /** What a filled template says, and the official template that it fills. */
    public record Filled(FlowCounts counts, Template template) {}

    /** Every version's numbers, by the name of its column. */
    public Map<String, Filled> versions() {
        Map<String, Filled> all = new LinkedHashMap<>();
        columns.forEach(c -> all.put(c, filled(c)));
        return all;
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        List<Character> tried = new ArrayList<>(List.of(',', ';', '\t'));
        tried.removeIf(c -> header.indexOf(c) < 0);
        return tried.isEmpty() ? ',' : tried.get(0);
    }
}
