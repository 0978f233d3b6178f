package org.winnow.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.winnow.formats.csv.CsvReader;
import org.winnow.formats.csv.CsvShape;
import org.winnow.formats.csv.CsvWriter;
import org.winnow.formats.nbib.NbibReader;
import org.winnow.formats.ris.RisReader;
import org.winnow.formats.ris.RisWriter;
import org.winnow.formats.text.Encoding;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;
import org.winnow.formats.text.TextInput;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.UserException;
import org.winnow.work.Progress;

/** Reference files in and out. What a file is, its content says; its name is never asked. */
public final class Formats {
    private static final int HEAD = 1 << 18;
    private static final int RECORDS_A_TICK = 500;

    private Formats() {}

    /**
     * Finds out what a file is.
     *
     * @throws UnreadableFile when it is none of the formats that can be read
     */
    public static Detection detect(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            return Sniffer.of(head, file.toString(), ReadOptions.AUTO).detection();
        }
    }

    /**
     * Reads a file as a stream: memory does not grow with its length.
     *
     * @param progress told bytes read of bytes in all; asked often whether to go on
     * @throws UnreadableFile when it is none of the formats that can be read
     */
    public static ReadSummary read(Path file, ReadOptions options, RecordSink sink, Progress progress)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString(), Files.size(file), options, sink, progress);
        }
    }

    /**
     * Reads a stream to its end and leaves it open.
     *
     * @param name what messages call it
     * @param size its length in bytes, negative when not known
     */
    public static ReadSummary read(
            InputStream in, String name, long size, ReadOptions options, RecordSink sink, Progress progress)
            throws IOException {
        byte[] head = in.readNBytes(HEAD);
        Sniffer.Finding found = Sniffer.of(head, name, options);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
        TextInput text = new TextInput(whole, found.encoding());
        Meter meter = new Meter(text, size, progress);
        Intake intake = new Intake(sink::record, sink::problem, meter);
        read(new Lines(text), found, intake);
        intake.end();
        progress.at(text.bytes(), size);
        Detection told = found.detection();
        Detection seen = text.legacy()
                ? new Detection(told.format(), Encoding.WINDOWS_1252, "windows-1252", told.database())
                : told;
        return new ReadSummary(seen, intake.read(), intake.rejected(), text.bytes());
    }

    /**
     * Writes records with what the review decided about them, UTF-8 without a byte order mark, and leaves the stream
     * open.
     *
     * @return the number of records written
     * @throws UserException for a format that can be read but not written
     */
    public static long write(Format format, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        return switch (format) {
            case RIS -> new RisWriter(out).write(records);
            case CSV -> new CsvWriter(out, ',').write(records);
            case TSV -> new CsvWriter(out, '\t').write(records);
            case NBIB ->
                throw new UserException("PubMed text (nbib) can be read but not written; choose RIS or CSV instead.");
        };
    }

    private static void read(Lines lines, Sniffer.Finding found, Intake intake) throws IOException {
        CsvShape shape = found.shape();
        if (shape != null) {
            new CsvReader(lines, shape, intake).read();
        } else if (found.detection().format() == Format.NBIB) {
            new NbibReader(lines, intake).read();
        } else {
            new RisReader(lines, intake).read();
        }
    }

    /** Passes on how far the reading is, not at every record. */
    private static final class Meter implements Runnable {
        private final TextInput text;
        private final long size;
        private final Progress progress;
        private int ticks;

        Meter(TextInput text, long size, Progress progress) {
            this.text = text;
            this.size = size;
            this.progress = progress;
        }

        @Override
        public void run() {
            if (ticks++ % RECORDS_A_TICK == 0) {
                progress.check();
                progress.at(text.bytes(), size);
            }
        }
    }
}
