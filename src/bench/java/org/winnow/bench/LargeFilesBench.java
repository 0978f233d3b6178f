package org.winnow.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import org.winnow.formats.Formats;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.RecordSink;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.work.Progress;

/** Files beyond any export, read in a heap of 512 MB: five million records, 2 GB of abstracts, one line of 2 GB,
 * and the largest workbook that is let in. */
final class LargeFilesBench {
    private static final int FIVE_MILLION = 5_000_000;
    private static final long TWO_GIGABYTES = 2L << 30;
    private static final int LINE_PIECE = 1 << 20;

    private LargeFilesBench() {}

    public static void main(String[] args) throws IOException {
        Workplace workplace = new Workplace(Path.of(args[0]));
        Report report = workplace.report();
        byte[] small = "TY  - JOUR\nTI  - Title of a record\nAU  - Doe, Jane\nPY  - 2001\nER  - \n\n"
                .getBytes(StandardCharsets.UTF_8);
        report.add(Figure.of("read 5,000,000 small RIS records", seconds(small, FIVE_MILLION, FIVE_MILLION), "s"));
        byte[] large = ("TY  - JOUR\nTI  - Title\nAB  - " + "Sleep and naps in adults. ".repeat(80) + "\nER  - \n\n")
                .getBytes(StandardCharsets.UTF_8);
        int records = (int) (TWO_GIGABYTES / large.length);
        report.add(Figure.of("read 2 GB of RIS records with abstracts", seconds(large, records, records), "s"));
        byte[] line = "x".repeat(LINE_PIECE).getBytes(StandardCharsets.UTF_8);
        int pieces = (int) (TWO_GIGABYTES / LINE_PIECE);
        report.add(Figure.of("read one line of 2 GB", seconds(line, pieces, 1), "s"));
        Path workbook = LargeWorkbook.write(workplace.folder().resolve("large.xlsx"));
        report.add(
                Figure.of("read a workbook of %,d records".formatted(LargeWorkbook.RECORDS), seconds(workbook), "s"));
        report.add(
                Figure.of("heap that was allowed for it", Runtime.getRuntime().maxMemory() / 1e6, "MB"));
    }

    private static double seconds(byte[] piece, int times, int expected) throws IOException {
        return seconds(
                sink -> Formats.read(repeated(piece, times), "large.ris", -1, ReadOptions.AUTO, sink, Progress.NONE),
                expected);
    }

    private static double seconds(Path workbook) throws IOException {
        return seconds(sink -> Formats.read(workbook, ReadOptions.AUTO, sink, Progress.NONE), LargeWorkbook.RECORDS);
    }

    private interface Work {
        void into(RecordSink sink) throws IOException;
    }

    private static double seconds(Work reading, int expected) throws IOException {
        long[] records = {0};
        RecordSink sink = new RecordSink() {
            @Override
            public void record(BibRecord record, long line) {
                records[0]++;
            }

            @Override
            public void problem(Problem problem) {
                // That a line is too long, or a record has no abstract, is said, and right.
            }
        };
        long begin = System.nanoTime();
        reading.into(sink);
        if (records[0] != expected) {
            throw new IllegalStateException(records[0] + " records instead of " + expected);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** The piece over and over, after the beginning of a record and before its end where it is no record by itself. */
    private static InputStream repeated(byte[] piece, int times) {
        boolean record = piece[0] == 'T';
        byte[] begin = record ? new byte[0] : "TY  - JOUR\nTI  - Long\nAB  - ".getBytes(StandardCharsets.UTF_8);
        byte[] end = record ? new byte[0] : "\nER  - \n".getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(new Enumeration<InputStream>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < times + 2;
            }

            @Override
            public InputStream nextElement() {
                int part = next++;
                return new ByteArrayInputStream(part == 0 ? begin : part <= times ? piece : end);
            }
        });
    }
}
