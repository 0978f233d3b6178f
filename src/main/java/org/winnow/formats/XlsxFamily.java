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
import org.winnow.formats.xlsx.XlsxFile;
import org.winnow.formats.xlsx.XlsxWriter;
import org.winnow.model.ScreenedRecord;
import org.winnow.work.Progress;

/** Excel workbooks. */
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
        boolean zip = head.startsWith("PK\u0003\u0004");
        return zip && head.latin(Integer.MAX_VALUE).contains("xl/") ? Optional.of(Format.XLSX) : Optional.empty();
    }

    @Override
    public Finding open(Format format, Head head) throws IOException {
        Path file = head.file();
        TableLayout seen = file == null ? null : checked(head, file);
        return new Finding(format, seen == null ? "" : seen.database(), (contents, intake) -> {
            Path whole = Files.createTempFile("winnow-", ".xlsx");
            try {
                try (InputStream in = contents.bytes()) {
                    Files.copy(in, whole, StandardCopyOption.REPLACE_EXISTING);
                }
                TableMapping mapping = (seen == null ? checked(head, whole) : seen).mapping();
                try (XlsxFile book = new XlsxFile(whole, Progress.NONE)) {
                    book.read(mapping, intake);
                }
            } finally {
                Files.deleteIfExists(whole);
            }
        });
    }

    @Override
    public TableLayout layout(Format format, Head head) throws IOException {
        Path file = head.file();
        if (file != null) {
            return layout(head, file);
        }
        Path whole = Files.createTempFile("winnow-", ".xlsx");
        try {
            Files.copy(new ByteArrayInputStream(head.bytes()), whole, StandardCopyOption.REPLACE_EXISTING);
            return layout(head, whole);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static TableLayout checked(Head head, Path file) throws IOException {
        TableLayout layout = layout(head, file);
        if (!layout.mapping().telling() || !layout.known() && head.options().table() == null) {
            throw Foreign.untold(head, layout.mapping());
        }
        return layout;
    }

    private static TableLayout layout(Head head, Path file) throws IOException {
        try (XlsxFile book = new XlsxFile(file, Progress.NONE)) {
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

    @Override
    public long write(Format format, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        return new XlsxWriter(out).write(records);
    }
}
