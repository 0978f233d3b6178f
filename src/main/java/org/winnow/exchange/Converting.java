package org.winnow.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.winnow.formats.Format;
import org.winnow.formats.Formats;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.RecordSink;
import org.winnow.formats.UnreadableFile;
import org.winnow.model.BibRecord;
import org.winnow.model.Outcome;
import org.winnow.model.Problem;
import org.winnow.model.RecordId;
import org.winnow.model.ScreenedRecord;
import org.winnow.work.Progress;

/** Reference file to reference file, without a review. */
public final class Converting {
    private Converting() {}

    /** How to read a file, or one of those in an archive. */
    public interface Options {
        ReadOptions of(Opened.Part part, boolean archive);
    }

    /**
     * Reads a whole file, or every file in an archive, into the lists; gives the number of records seen, rejected ones
     * included.
     */
    public static long read(
            Path file, Options options, List<BibRecord> records, List<Problem> problems, Progress progress) {
        RecordSink sink = new RecordSink() {
            @Override
            public void record(BibRecord record, long line) {
                records.add(record);
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        };
        try (Opened opened = Opened.of(file, progress)) {
            long read = 0;
            UnreadableFile foreign = null;
            int readable = 0;
            for (Opened.Part part : opened.parts()) {
                try {
                    read += Formats.read(part.file(), part.name(), options.of(part, opened.archive()), sink, progress)
                            .read();
                    readable++;
                } catch (UnreadableFile e) {
                    foreign = e;
                    problems.add(new Problem(Problem.Severity.MENDED, 0, 0, e.getMessage() + " It was left out.", ""));
                }
            }
            if (readable == 0 && foreign != null) {
                throw foreign;
            }
            return read;
        } catch (IOException e) {
            throw Importing.unreadable(file, e);
        }
    }

    /** Writes records on which nothing has been decided. */
    public static void write(Format format, List<BibRecord> records, OutputStream out) throws IOException {
        Formats.write(format, records.stream().map(Converting::undecided), out);
    }

    private static ScreenedRecord undecided(BibRecord record) {
        return new ScreenedRecord(
                new RecordId(0),
                record,
                "",
                null,
                Outcome.UNDECIDED,
                Outcome.UNDECIDED,
                List.of(),
                "",
                List.of(),
                Map.of());
    }
}
