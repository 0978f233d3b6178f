package org.winnow.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.winnow.formats.archive.Archive;
import org.winnow.formats.archive.Limits;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.work.Progress;

/** What the fuzzer calls with the bytes that it thinks of: the laws of reading must hold for them. */
public final class FuzzTarget {
    /** The system property that names the reader. */
    static final String READER = "winnow.fuzz.reader";

    /** The reader is chosen by content, as for a file that somebody drops. */
    static final String AUTO = "auto";

    /** The bytes are opened as an archive. */
    static final String ARCHIVE = "archive";

    /** The first byte says which of the readers gets the others, or whether they are opened as an archive. */
    static final String EACH = "each";

    private static final Limits LIMITS = new Limits(20, 8 << 20, 200, 1 << 20);

    private FuzzTarget() {}

    /** Called by name, once for each input. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        String reader = System.getProperty(READER, AUTO);
        if (!reader.equals(EACH)) {
            as(reader, bytes);
        } else if (bytes.length > 0) {
            List<String> all = all();
            as(all.get(Byte.toUnsignedInt(bytes[0]) % all.size()), Arrays.copyOfRange(bytes, 1, bytes.length));
        }
    }

    /** Every reader, the archive and the choice by content. */
    static List<String> all() {
        return Stream.concat(Stream.of(Format.values()).map(Format::key), Stream.of(ARCHIVE, AUTO))
                .toList();
    }

    private static void as(String reader, byte[] bytes) throws IOException {
        switch (reader) {
            case ARCHIVE -> unpack(bytes);
            case AUTO -> ReadingLaws.hold(bytes, ReadOptions.AUTO);
            default -> read(bytes, Format.of(reader).orElseThrow());
        }
    }

    private static void read(byte[] bytes, Format format) throws IOException {
        ReadOptions options = new ReadOptions(format, null);
        if (format == Format.XLSX) {
            workbook(bytes, options);
        } else {
            ReadingLaws.hold(bytes, options);
        }
    }

    /** A workbook is read from where it lies. */
    private static void workbook(byte[] bytes, ReadOptions options) throws IOException {
        Path file = Files.createTempFile("fuzz", ".xlsx");
        try {
            Files.write(file, bytes);
            Formats.read(file, options, new Nowhere(), Progress.NONE);
        } catch (UnreadableFile refused) {
            // In words: that is what is asked.
        } finally {
            Files.delete(file);
        }
    }

    private static void unpack(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        try {
            Path file = Files.write(folder.resolve("archive"), bytes);
            if (Archive.is(file)) {
                List<Archive.Entry> entries = Archive.unpack(
                        file, "archive", Files.createDirectory(folder.resolve("in")), LIMITS, Progress.NONE);
                for (Archive.Entry entry : entries) {
                    ReadingLaws.hold(Files.readAllBytes(entry.file()), ReadOptions.AUTO);
                }
            }
        } catch (UnreadableFile refused) {
            // In words: that is what is asked.
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static final class Nowhere implements RecordSink {
        @Override
        public void record(BibRecord record, long line) {
            // Read is enough.
        }

        @Override
        public void problem(Problem problem) {
            // Told is enough.
        }
    }
}
