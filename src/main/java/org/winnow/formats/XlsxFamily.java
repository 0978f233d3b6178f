package org.winnow.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.winnow.formats.table.TableLayout;
import org.winnow.formats.table.TableMapping;
import org.winnow.formats.xls.OldWorkbook;
import org.winnow.formats.xlsx.XlsxFile;
import org.winnow.formats.xlsx.XlsxWriter;
import org.winnow.model.ScreenedRecord;
import org.winnow.work.Progress;

/** Excel workbooks, of today and of before 2007. */
final class XlsxFamily implements Family {
    @Override
    public Set<Format> reads() {
        return Set.of(Format.XLSX);
    }

    @Override
    public Set<Format> writes() {
        return Set.of(Format.XLSX);
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public Optional<Format> recognise(Head head) {
        boolean zip = head.startsWith("PK\u0003\u0004")
                && head.latin(Integer.MAX_VALUE).contains("xl/");
        return zip || old(head) ? Optional.of(Format.XLSX) : Optional.empty();
    }

    /** Office's files of before 2007; whether it is a workbook, the whole of it tells. */
    private static boolean old(Head head) {
        return head.startsWith("\u00D0\u00CF\u0011\u00E0");
    }

    @Override
    public Finding open(Format format, Head head) throws IOException {
        TableLayout seen = head.file() == null ? null : checked(head, head.file());
        return new Finding(format, seen == null ? "" : seen.database(), (contents, intake) -> {
            try (InputStream in = contents.bytes();
                    OnDisk whole = OnDisk.of(head, in)) {
                TableMapping mapping = (seen == null ? checked(head, whole) : seen).mapping();
                try (XlsxFile book = new XlsxFile(whole.book(), Progress.NONE)) {
                    book.read(mapping, intake);
                }
                if (!whole.fault().isEmpty()) {
                    intake.reject(0, whole.fault(), "");
                }
            }
        });
    }

    @Override
    public TableLayout layout(Format format, Head head) throws IOException {
        if (head.file() != null) {
            return layout(head, head.file());
        }
        try (OnDisk whole = OnDisk.of(head, new ByteArrayInputStream(head.bytes()))) {
            return layout(head, whole);
        }
    }

    private static TableLayout checked(Head head, Path file) throws IOException {
        try (OnDisk book = OnDisk.of(head, file)) {
            return checked(head, book);
        }
    }

    private static TableLayout checked(Head head, OnDisk book) throws IOException {
        TableLayout layout = layout(head, book);
        if (!layout.mapping().telling() || !layout.known() && head.options().table() == null) {
            throw Foreign.untold(head, layout.mapping());
        }
        return layout;
    }

    private static TableLayout layout(Head head, Path file) throws IOException {
        try (OnDisk book = OnDisk.of(head, file)) {
            return layout(head, book);
        }
    }

    private static TableLayout layout(Head head, OnDisk whole) throws IOException {
        try (XlsxFile book = new XlsxFile(whole.book(), Progress.NONE)) {
            TableMapping given = head.options().table();
            if (given != null && !given.sheet().isEmpty()) {
                return given.columns().isEmpty() ? book.layout(given.sheet()) : book.layout(given, true);
            }
            TableLayout found = book.layout()
                    .orElseThrow(() -> new UnreadableFile(head.name()
                            + " is a workbook without a table. Check that the sheet with the records is in it."));
            return given == null ? found : found.with(found.mapping().remembering(given));
        } catch (IOException e) {
            throw new UnreadableFile(head.name() + ": " + e.getMessage());
        }
    }

    /**
     * A workbook of today's kind as a file: the file itself, or a copy that goes when it is closed.
     *
     * @param fault what was wrong with an old one from some row on
     */
    private record OnDisk(Path book, boolean copy, String fault) implements AutoCloseable {
        static OnDisk of(Head head, Path file) throws IOException {
            if (!old(head)) {
                return new OnDisk(file, false, "");
            }
            Path today = Files.createTempFile("winnow-", ".xlsx");
            try {
                return new OnDisk(today, true, OldWorkbook.asXlsx(file, today));
            } catch (IOException e) {
                Files.deleteIfExists(today);
                throw new UnreadableFile(head.name() + ": " + e.getMessage());
            }
        }

        static OnDisk of(Head head, InputStream in) throws IOException {
            Path whole = Files.createTempFile("winnow-", ".xlsx");
            try {
                Files.copy(in, whole, StandardCopyOption.REPLACE_EXISTING);
                if (!old(head)) {
                    return new OnDisk(whole, true, "");
                }
                OnDisk today = of(head, whole);
                Files.delete(whole);
                return today;
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(whole);
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            if (copy) {
                Files.deleteIfExists(book);
            }
        }
    }

    @Override
    public long write(Format format, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        return new XlsxWriter(out).write(records);
    }
}
