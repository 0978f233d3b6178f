package org.winnow.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.winnow.formats.table.TableLayout;
import org.winnow.formats.text.Encoding;
import org.winnow.formats.text.Intake;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.UserException;
import org.winnow.work.Progress;

/** Reference files in and out. What a file is, its content says; its name is never asked. */
public final class Formats {
    private static final int HEAD = 1 << 18;
    private static final int RECORDS_A_TICK = 500;

    private Formats() {}

    /** The formats that can be read. */
    public static Set<Format> readable() {
        return Families.formats(Family::reads);
    }

    /** The formats that can be written. */
    public static Set<Format> writable() {
        return Families.formats(Family::writes);
    }

    /** The format to write to a file with this ending, where one is known by it. */
    public static Optional<Format> ofEnding(String ending) {
        return writable().stream()
                .filter(f -> f.extension().equals(ending) || f.key().equals(ending))
                .findFirst();
    }

    /**
     * Finds out what a file is.
     *
     * @throws UnreadableFile when it is none of the formats that can be read
     */
    public static Detection detect(Path file) throws IOException {
        return detect(file, file.toString(), ReadOptions.AUTO);
    }

    /** Finds out what a file is, with what the person knows of it. */
    public static Detection detect(Path file, ReadOptions options) throws IOException {
        return detect(file, file.toString(), options);
    }

    /** @param name what messages call the file */
    public static Detection detect(Path file, String name, ReadOptions options) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Head head = new Head(in.readNBytes(HEAD), name, options, file);
            return detection(Sniffer.of(head), head.encoding());
        }
    }

    /**
     * How a table is laid out and what its columns seem to hold, to be shown and changed; the mapping then goes into
     * {@link ReadOptions#withTable}. A table of which no column is known has a layout too.
     *
     * @return empty when the file is in a format without columns
     * @throws UnreadableFile when it is none of the formats that can be read
     */
    public static Optional<TableLayout> tableLayout(Path file, ReadOptions options) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sniffer.layout(new Head(in.readNBytes(HEAD), file.toString(), options, file));
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
        return read(file, file.toString(), options, sink, progress);
    }

    /** @param name what messages call the file */
    public static ReadSummary read(Path file, String name, ReadOptions options, RecordSink sink, Progress progress)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(HEAD);
            Head head = new Head(first, name, options, file);
            return read(head, in, Files.size(file), sink, progress);
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
        return read(new Head(in.readNBytes(HEAD), name, options), in, size, sink, progress);
    }

    private static ReadSummary read(Head head, InputStream in, long size, RecordSink sink, Progress progress)
            throws IOException {
        Finding found = Sniffer.of(head);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head.bytes()), in);
        Contents contents = new Contents(whole, head.encoding());
        Intake intake = new Intake(
                sink::record,
                sink::problem,
                new Meter(contents, size, progress),
                head.options().repairMojibake());
        found.reader().read(contents, intake);
        intake.end();
        progress.at(contents.taken(), size);
        return new ReadSummary(
                detection(found, contents.encoding()),
                intake.read(),
                intake.rejected(),
                intake.garbled(),
                contents.taken());
    }

    /**
     * Writes records with what the review decided about them, UTF-8 without a byte order mark, and leaves the stream
     * open.
     *
     * @return the number of records written
     * @throws UserException for a format that can be read but not written
     */
    public static long write(Format format, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        Family family = Families.writing(format)
                .orElseThrow(() ->
                        new UserException(format.title() + " can be read but not written; choose RIS or CSV instead."));
        return family.write(format, records, out);
    }

    private static Detection detection(Finding found, Encoding encoding) {
        // the parts of a workbook are XML and say themselves how they are coded
        boolean text = Families.BINARY.stream().noneMatch(f -> f.reads().contains(found.format()));
        return text
                ? new Detection(found.format(), encoding.charset(), encoding.name(), found.database())
                : new Detection(found.format(), StandardCharsets.UTF_8, "UTF-8", found.database());
    }

    /** Passes on how far the reading is, not at every record. */
    private static final class Meter implements Runnable {
        private final Contents contents;
        private final long size;
        private final Progress progress;
        private int ticks;

        Meter(Contents contents, long size, Progress progress) {
            this.contents = contents;
            this.size = size;
            this.progress = progress;
        }

        @Override
        public void run() {
            if (ticks++ % RECORDS_A_TICK == 0) {
                progress.check();
                progress.at(contents.taken(), size);
            }
        }
    }
}
