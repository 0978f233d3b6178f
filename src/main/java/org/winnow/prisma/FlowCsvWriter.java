package org.winnow.prisma;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the counts as the CSV file of the R package PRISMA2020 (1.1.4), which draws them.
 *
 * <p>A row per number; NA for what the template does not have; several numbers in one cell as "label, n; label, n".
 */
final class FlowCsvWriter {
    private static final List<String> HEADER =
            List.of("data", "node", "box", "description", "boxtext", "tooltips", "url");
    private static final int BOXTEXT = 4;
    private static final int TOOLTIP = 5;
    private static final int URL = 6;
    private static final String ABSENT = "NA";
    private static final Set<String> PREVIOUS =
            Set.of("previous_studies", "previous_reports", "total_studies", "total_reports");

    /** Where the template of an updated review words it otherwise. */
    private static final Map<String, String> UPDATED = Map.of(
            "newstud", "Identification of new studies via databases and registers",
            "othstud", "Identification of new studies via other methods",
            "new_studies", "New studies included in review",
            "new_reports", "Reports of new included studies");

    private static final Set<String> OTHER_METHODS = Set.of(
            "website_results",
            "organisation_results",
            "citations_results",
            "other_results",
            "other_sought_reports",
            "other_notretrieved_reports",
            "other_assessed",
            "other_excluded");

    private final FlowCounts counts;
    private final Template template;

    private FlowCsvWriter(FlowCounts counts, Template template) {
        this.counts = counts;
        this.template = template;
    }

    static byte[] bytes(FlowCounts counts, Template template) {
        StringWriter text = new StringWriter();
        FlowCsvWriter writer = new FlowCsvWriter(counts, template);
        try (CsvWriter csv = CsvWriter.builder().build(text);
                CsvReader<NamedCsvRecord> rows = rows()) {
            csv.writeRecord("data", "node", "box", "description", "boxtext", "tooltips", "url", "n");
            for (NamedCsvRecord row : rows) {
                // The R package has no row for sources of any other kind: only where there are such.
                if (!row.getField("data").equals("other_results") || counts.box("other_results") != 0) {
                    csv.writeRecord(writer.row(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The counts cannot be written as CSV.", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static CsvReader<NamedCsvRecord> rows() throws IOException {
        InputStream in = FlowCsvWriter.class.getResourceAsStream("flow_rows.csv");
        if (in == null) {
            throw new IOException("flow_rows.csv is missing from the program.");
        }
        return CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private String[] row(NamedCsvRecord row) {
        String[] cells = new String[HEADER.size() + 1];
        for (int i = 0; i < HEADER.size(); i++) {
            cells[i] = row.getField(HEADER.get(i));
        }
        String key = row.getField("data").equals(ABSENT) ? row.getField("box") : row.getField("data");
        FlowText text = counts.text();
        String words = template.updated() ? UPDATED.getOrDefault(key, cells[BOXTEXT]) : cells[BOXTEXT];
        cells[BOXTEXT] = safe(text.label(key, words));
        cells[TOOLTIP] = safe(text.tooltips().getOrDefault(key, cells[TOOLTIP]));
        cells[URL] = safe(text.links().getOrDefault(key, cells[URL]));
        cells[HEADER.size()] = safe(n(row.getField("data")));
        return cells;
    }

    private String n(String data) {
        if (OTHER_METHODS.contains(data) && !template.otherMethods()) {
            return ABSENT;
        }
        if (PREVIOUS.contains(data) && !template.updated()
                || counts.text().hidden().contains(data)) {
            return ABSENT;
        }
        return switch (data) {
            case "database_specific_results" -> list(data, counts.databases(), ABSENT);
            case "register_specific_results" -> list(data, counts.registers(), ABSENT);
            case "dbr_excluded" -> list(data, counts.reasons(), Long.toString(counts.box(data)));
            case "other_excluded" -> list(data, counts.otherReasons(), Long.toString(counts.box(data)));
            case "NA", "identification", "screening", "included" -> "0";
            default -> counts.boxes().containsKey(data) ? Long.toString(counts.box(data)) : ABSENT;
        };
    }

    private String list(String data, Map<String, Long> parts, String none) {
        Stream<String> known = parts.entrySet().stream().map(e -> label(e.getKey()) + ", " + e.getValue());
        Stream<String> unknown = counts.text().unknown().stream()
                .filter(k -> k.startsWith(data + "/"))
                .map(k -> label(k.substring(data.length() + 1)) + ", xxx");
        String list = Stream.concat(known, unknown).collect(Collectors.joining("; "));
        return list.isEmpty() ? none : list;
    }

    /** The package ends a label at its first comma and an entry at a semicolon. */
    private static String label(String label) {
        String clean =
                label.replaceAll("\\s+", " ").replaceAll(" ?[,;][ ,;]*", " - ").strip();
        return clean.replaceAll("^(- ?)+|( ?-)+$", "");
    }

    /** A spreadsheet would take a cell with such a beginning for a formula. */
    private static String safe(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") && !cell.matches("-?\\d+") ? "'" + cell : cell;
    }
}
