package org.winnow.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.Formats;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.RecordSink;
import org.winnow.formats.table.TableLayout;
import org.winnow.formats.table.TableMapping;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.model.UserException;
import org.winnow.work.Progress;

/** The records of one file, each under the name by which an evaluation knows it, and none of them left out. */
public final class NamedRecords {
    /**
     * @param name what the naming column or EndNote says, else the position in the file from 1
     * @param record null where the file holds nothing to know the record by
     */
    public record Named(String name, @Nullable BibRecord record) {}

    private NamedRecords() {}

    /** All records of a file at once; see {@link #forEach}. */
    public static List<Named> read(Path file, @Nullable String column, List<Problem> problems, Progress progress) {
        List<Named> records = new ArrayList<>();
        forEach(file, column, problems, progress, records::add);
        return records;
    }

    /**
     * Reads a file to its end, or every file in an archive, one after another, and hands over each record.
     *
     * @param column the column of a table that names its records, or null
     * @throws UserException when the file is no table or has no such column
     */
    public static void forEach(
            Path file, @Nullable String column, List<Problem> problems, Progress progress, Consumer<Named> taker) {
        AtomicLong taken = new AtomicLong();
        try (Opened opened = Opened.of(file, progress)) {
            for (Opened.Part part : opened.parts()) {
                NamingColumn naming = column == null ? null : NamingColumn.of(part, column);
                Naming sink = new Naming(naming, taken, taker, problems);
                Formats.read(part.file(), part.name(), ReadOptions.AUTO, sink, progress);
            }
        } catch (IOException e) {
            throw Importing.unreadable(file, e);
        }
    }

    /** Gives every record its name, those that were left out too. */
    private record Naming(
            @Nullable NamingColumn column, AtomicLong taken, Consumer<Named> taker, List<Problem> problems)
            implements RecordSink {
        @Override
        public void record(BibRecord record, long line) {
            add(column == null ? libraryNumber(record) : column.in(record.raw()), record);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
            if (problem.severity() == Problem.Severity.REJECTED) {
                add(column == null ? "" : column.in(problem.raw()), null);
            }
        }

        private void add(String name, @Nullable BibRecord record) {
            String position = String.valueOf(taken.incrementAndGet());
            taker.accept(new Named(name.isEmpty() ? position : name, record));
        }
    }

    /** The number that EndNote's XML gives its records; other files number theirs in other ways or not at all. */
    private static String libraryNumber(BibRecord record) {
        List<String> told = record.extra().getOrDefault(ExtraKey.LIBRARY_NUMBER, List.of());
        return told.isEmpty() || !record.raw().startsWith("<record") ? "" : told.getFirst();
    }

    /** Where the name stands in the rows of a table. */
    private record NamingColumn(char delimiter, int place) {
        static NamingColumn of(Opened.Part part, String column) throws IOException {
            Optional<TableMapping> layout = Formats.tableLayout(part.file(), ReadOptions.AUTO)
                    .map(TableLayout::mapping)
                    .filter(TableMapping::named);
            List<String> header = layout.map(TableMapping::header).orElse(List.of());
            int place = layout.flatMap(l -> l.place(column)).orElse(-1);
            if (place < 0 || layout.orElseThrow().delimiter().isEmpty()) {
                throw new UserException(part.name() + " has no column " + column + ". "
                        + (header.isEmpty()
                                ? "It is no table: leave --id away."
                                : "It has: " + String.join(", ", header) + "."));
            }
            return new NamingColumn(layout.orElseThrow().delimiter().charAt(0), place);
        }

        /** What the row says, empty where it says nothing or cannot be divided. */
        String in(String row) {
            try (CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .skipEmptyLines(true)
                    .ofCsvRecord(row)) {
                Iterator<CsvRecord> rows = csv.iterator();
                CsvRecord first = rows.hasNext() ? rows.next() : null;
                return first == null || place >= first.getFieldCount()
                        ? ""
                        : first.getField(place).strip();
            } catch (CsvParseException faultyQuotes) {
                return "";
            } catch (IOException e) {
                throw new IllegalStateException("a row in memory cannot fail to be read", e);
            }
        }
    }
}
