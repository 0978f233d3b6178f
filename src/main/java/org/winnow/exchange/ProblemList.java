package org.winnow.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.winnow.formats.table.Cells;
import org.winnow.store.Imports.FileProblem;
import org.winnow.work.WholeFile;

/** The problems of imported files as a table for people: CSV with a byte order mark, so that spreadsheets read it. */
public final class ProblemList {
    /**
     * One problem.
     *
     * @param source the text of the file that it is about, empty where there is none
     */
    public record Entry(FileProblem problem, String source) {}

    private ProblemList() {}

    /**
     * Writes the table: file, severity, line, record, reason, source.
     *
     * @return how many problems were written
     */
    public static long write(Path target, List<Entry> entries) {
        return WholeFile.write(target, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write('\uFEFF');
            CsvWriter csv = CsvWriter.builder().build(text);
            csv.writeRecord("file", "severity", "line", "record", "reason", "source");
            for (Entry entry : entries) {
                FileProblem p = entry.problem();
                csv.writeRecord(
                        Cells.defused(p.fileName()),
                        p.severity().name().toLowerCase(Locale.ROOT),
                        p.line() == 0 ? "" : Long.toString(p.line()),
                        p.record() == 0 ? "" : Long.toString(p.record()),
                        Cells.defused(p.reason()),
                        Cells.defused(entry.source()));
            }
            csv.flush();
            return entries.size();
        });
    }
}
