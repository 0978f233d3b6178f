package org.winnow.prisma;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.winnow.work.WholeFile;

/** A checklist as a CSV file, with commas, semicolons or tabs between the cells. */
final class CsvForm {
    private static final String SEPARATORS = ",;\t";
    private static final int FIRST = 4096;

    private CsvForm() {}

    /** @return how many items were filled in; where it is none nothing is written */
    static int fill(Path form, Map<String, String> answers, Path target) throws IOException {
        CsvText file = CsvText.of(Files.readAllBytes(form));
        String plain = file.text();
        char separator = separator(plain);
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .ofCsvRecord(plain)) {
            reader.forEach(record -> rows.add(new ArrayList<>(record.getFields())));
        } catch (CsvParseException e) {
            throw new IOException(e);
        }
        List<FormGrid.Answer> found = FormGrid.answers(rows, answers);
        for (FormGrid.Answer answer : found) {
            List<String> row = rows.get(answer.row());
            while (row.size() <= answer.column()) {
                row.add("");
            }
            row.set(answer.column(), answer.text());
        }
        if (!found.isEmpty()) {
            String written = written(rows, separator, plain.contains("\r\n"));
            WholeFile.write(target, file.coded(written));
        }
        return found.size();
    }

    private static String written(List<List<String>> rows, char separator, boolean windows) throws IOException {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(windows ? LineDelimiter.CRLF : LineDelimiter.LF)
                .build(out)) {
            rows.forEach(writer::writeRecord);
        }
        return out.toString();
    }

    /** The one that is most frequent outside quotation marks in the first lines. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < Math.min(text.length(), FIRST); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            int which = quoted ? -1 : SEPARATORS.indexOf(c);
            if (which >= 0) {
                counts[which]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }
}
