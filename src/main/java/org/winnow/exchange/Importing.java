package org.winnow.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.winnow.formats.Detection;
import org.winnow.formats.Formats;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.ReadSummary;
import org.winnow.formats.RecordSink;
import org.winnow.formats.UnreadableFile;
import org.winnow.formats.table.TableLayout;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.store.Imports;
import org.winnow.store.Imports.ImportedFile;
import org.winnow.store.Imports.Intake;
import org.winnow.store.Imports.NewImport;
import org.winnow.store.NewSource;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** Brings reference files into a review: one transaction for a file, streaming, cancelled without a trace. */
public final class Importing {
    /** How many problems of one file a report lists; the review keeps all of them. */
    public static final int KEPT_PROBLEMS = 1000;

    private final Review review;

    public Importing(Review review) {
        this.review = review;
    }

    /** Looks at a file without importing it. */
    public static Preview preview(Path file, int records) {
        try {
            return Preview.of(file, ReadOptions.AUTO, records);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Looks at a file with what the person knows of it, without importing it. */
    public static Preview preview(Path file, ReadOptions options, int records) {
        try {
            return Preview.of(file, options, records);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** How a table is laid out, to be shown and changed before it is imported; empty where a file has no columns. */
    public static Optional<TableLayout> tableLayout(Path file, ReadOptions options) {
        try {
            return Formats.tableLayout(file, options);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The earlier import of the very same bytes, if there was one. */
    public Optional<ImportedFile> sameContent(Path file) {
        try {
            return review.imports().sameContent(sha256(file, Progress.NONE));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Imports one file. A file of which no record can be used leaves the review as it was.
     *
     * @throws UnreadableFile when the file is no reference file that we read, or cannot be read at all
     */
    public ImportReport run(ImportRequest request, Progress progress) {
        Path file = request.file();
        try {
            Detection detection = request.options().format() == null ? Formats.detect(file, request.options()) : null;
            String name = sourceName(request, detection == null ? "" : detection.database());
            NewImport header = new NewImport(
                    new NewSource(name, request.kind(), request.searchDate(), request.query(), request.hits()),
                    String.valueOf(file.getFileName()),
                    sha256(file, progress));
            return commit(request, name, header, progress);
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, e.getCause());
        }
    }

    private ImportReport commit(ImportRequest request, String source, NewImport header, Progress progress)
            throws IOException {
        List<Problem> problems = new ArrayList<>();
        try {
            ImportedFile done = review.imports().take(header, intake -> {
                Counting sink = new Counting(intake, problems);
                ReadSummary summary = Formats.read(request.file(), request.options(), sink, progress);
                if (sink.records == 0) {
                    throw new NothingUsable(summary);
                }
                return new Imports.Read(
                        summary.detection().format().key(),
                        summary.detection().encodingName(),
                        summary.read(),
                        summary.rejected());
            });
            return new ImportReport(
                    request.file(),
                    source,
                    done.format(),
                    done.encoding(),
                    done.read(),
                    done.imported(),
                    done.rejected(),
                    problems);
        } catch (NothingUsable nothing) {
            ReadSummary summary = nothing.summary;
            return new ImportReport(
                    request.file(),
                    source,
                    summary.detection().format().key(),
                    summary.detection().encodingName(),
                    summary.read(),
                    0,
                    summary.rejected(),
                    problems);
        }
    }

    private static String sourceName(ImportRequest request, String database) {
        String asked = request.source();
        if (asked != null && !asked.isBlank()) {
            return asked.strip();
        }
        return sourceName(request.file(), database);
    }

    /** What a source is called while nobody has named it: what the file says it is from, else the file's own name. */
    public static String sourceName(Path file, String database) {
        if (!database.isEmpty()) {
            return database;
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String sha256(Path file, Progress progress) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DigestInputStream hashed = new DigestInputStream(in, digest);
            byte[] buffer = new byte[1 << 16];
            while (hashed.read(buffer) >= 0) {
                progress.check();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static UnreadableFile unreadable(Path file, IOException e) {
        return new UnreadableFile("Cannot read " + file + ": "
                + (Files.exists(file) ? e.getMessage() + "." : "there is no such file.")
                + " Check the name and whether you may read it.");
    }

    /** Passes everything on and counts. */
    private static final class Counting implements RecordSink {
        private final Intake intake;
        private final List<Problem> problems;
        private long records;

        Counting(Intake intake, List<Problem> problems) {
            this.intake = intake;
            this.problems = problems;
        }

        @Override
        public void record(BibRecord record, long line) {
            records++;
            intake.record(record, line);
        }

        @Override
        public void problem(Problem problem) {
            if (problems.size() < KEPT_PROBLEMS) {
                problems.add(problem);
            }
            intake.problem(problem);
        }
    }

    /** Takes the transaction back when a file gave nothing. */
    private static final class NothingUsable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ReadSummary summary;

        NothingUsable(ReadSummary summary) {
            super("nothing usable", null, false, false);
            this.summary = summary;
        }
    }
}
