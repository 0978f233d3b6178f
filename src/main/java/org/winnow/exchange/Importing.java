package org.winnow.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.Formats;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.ReadSummary;
import org.winnow.formats.RecordSink;
import org.winnow.formats.UnreadableFile;
import org.winnow.formats.table.TableLayout;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.model.Sha256;
import org.winnow.store.Imports;
import org.winnow.store.Imports.ImportedFile;
import org.winnow.store.Imports.Intake;
import org.winnow.store.Imports.NewImport;
import org.winnow.store.KnownRecords;
import org.winnow.store.NewSource;
import org.winnow.store.Review;
import org.winnow.store.Said;
import org.winnow.work.Progress;

/** Brings reference files into a review: one transaction for a file, streaming, cancelled without a trace. */
public final class Importing {
    /** How many problems of one file a report lists; the review keeps all of them. */
    public static final int KEPT_PROBLEMS = 1000;

    private final Review review;

    public Importing(Review review) {
        this.review = review;
    }

    /** Looks at a file as it would be read for this request, without importing it. */
    public static Preview preview(ImportRequest request, int records) {
        Opened.refuseAllButFiles(request.file());
        try {
            return Preview.of(request, records);
        } catch (IOException e) {
            throw unreadable(request.file(), e);
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

    /** Reads a file to its end without importing it: what it holds, what is wrong with it, what was decided. */
    public static Survey survey(ImportRequest request, Progress progress) {
        Opened.refuseAllButFiles(request.file());
        try {
            return Survey.of(request, progress);
        } catch (IOException e) {
            throw unreadable(request.file(), e);
        }
    }

    /** Whether an export has been here before: the very same file, or most of its records from the same source. */
    public Earlier earlier(ImportRequest request, Progress progress) {
        Opened.refuseAllButFiles(request.file());
        try {
            Optional<ImportedFile> same = review.imports().sameContent(sha256(request.file(), progress));
            if (same.isPresent()) {
                return new Earlier(same.get(), null);
            }
            Overlap overlap = overlap(request, progress);
            return new Earlier(null, overlap.mostlyKnown() ? overlap : null);
        } catch (IOException e) {
            throw unreadable(request.file(), e);
        }
    }

    /**
     * How much of a file its source has given this review before. Reads the whole file when the source has given
     * anything yet. A record counts as known by its PubMed number, by its DOI or the source's own number together with
     * its title, or, where it has no number, by title, year and first author.
     */
    Overlap overlap(ImportRequest request, Progress progress) throws IOException {
        String source = sourceName(request);
        KnownRecords before = review.imports().known(source);
        Comparing sink = new Comparing(before);
        if (!before.isEmpty()) {
            Formats.read(request.file(), request.name(), request.options(), sink, progress);
        }
        return new Overlap(source, sink.records, sink.known);
    }

    /**
     * Imports one file. A file that brings no record leaves the review as it was: none could be used, or all of them
     * were known and only new ones are wanted. What is left out as known counts nowhere: a record that a database gives
     * in each of two searches was identified by the first (PRISMA 2020 counts it once for the database).
     *
     * @throws UnreadableFile when the file is no reference file that we read, cannot be read at all, or changes
     *     meanwhile
     */
    public ImportReport run(ImportRequest request, Progress progress) {
        Path file = request.file();
        Opened.refuseAllButFiles(file);
        try {
            String name = sourceName(request);
            NewImport header = new NewImport(
                    new NewSource(name, request.kind(), request.searchDate(), request.query(), request.hits()),
                    request.shortName(),
                    sha256(file, progress),
                    request.decisions() != null);
            return commit(request, name, header, progress);
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, e.getCause());
        }
    }

    private ImportReport commit(ImportRequest request, String source, NewImport header, Progress progress)
            throws IOException {
        KnownRecords before = request.onlyNew() ? review.imports().known(source) : null;
        Intaking sink = new Intaking(before, new CarryingOver(request));
        FileState state = FileState.of(request.file());
        try {
            sink.taken = review.imports().take(header, intake -> {
                sink.intake = intake;
                ReadSummary summary = Formats.read(request.file(), request.name(), request.options(), sink, progress);
                sink.summary = summary;
                if (!state.equals(FileState.of(request.file()))) {
                    throw new UnreadableFile(request.name() + " changed while it was read, perhaps a download that had"
                            + " not ended. Nothing of it went in; wait until it is whole and import it again.");
                }
                if (sink.records == 0) {
                    throw new NothingNew();
                }
                return new Imports.Read(
                        summary.detection().format().key(),
                        summary.detection().encodingName(),
                        summary.read(),
                        summary.rejected(),
                        sink.said());
            });
        } catch (NothingNew nothing) {
            // The summary says what there was.
        }
        return sink.report(request.file(), source);
    }

    private static String sourceName(ImportRequest request) throws IOException {
        String asked = request.source();
        if (asked != null && !asked.isBlank()) {
            return asked.strip();
        }
        boolean told = request.options().format() != null;
        return sourceName(
                request.shortName(),
                told
                        ? ""
                        : Formats.detect(request.file(), request.name(), request.options())
                                .database());
    }

    /**
     * What a source is called while nobody has named it: what the file says it is from, else the file's own name.
     *
     * @param fileName may be that of a file inside an archive
     */
    public static String sourceName(String fileName, String database) {
        if (!database.isEmpty()) {
            return database;
        }
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** What shows that somebody writes to a file. */
    private record FileState(long bytes, FileTime changed) {
        static FileState of(Path file) throws IOException {
            return new FileState(Files.size(file), Files.getLastModifiedTime(file));
        }
    }

    private static String sha256(Path file, Progress progress) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = Sha256.digest();
            DigestInputStream hashed = new DigestInputStream(in, digest);
            byte[] buffer = new byte[1 << 16];
            while (hashed.read(buffer) >= 0) {
                progress.check();
            }
            return Sha256.hex(digest);
        }
    }

    static UnreadableFile unreadable(Path file, IOException e) {
        return new UnreadableFile("Cannot read " + file + ": "
                + (Files.exists(file) ? e.getMessage() + "." : "there is no such file.")
                + " Check the name and whether you may read it.");
    }

    /** Passes everything on and counts. */
    private static final class Intaking implements RecordSink {
        private final List<Problem> problems = new ArrayList<>();
        private final @Nullable KnownRecords before;
        private final CarryingOver carrying;
        private @Nullable Intake intake;
        private @Nullable ReadSummary summary;
        private @Nullable ImportedFile taken;
        private long records;
        private long known;
        private long decisions;

        /** @param before what the source gave before and is to be left out, or null to take everything */
        Intaking(@Nullable KnownRecords before, CarryingOver carrying) {
            this.before = before;
            this.carrying = carrying;
        }

        List<Said> said() {
            List<Said> said = carrying.said();
            decisions = said.stream().filter(s -> s.verdict() != null).count();
            return said;
        }

        @Override
        public void record(BibRecord record, long line) {
            if (before != null && before.has(record)) {
                known++;
                return;
            }
            carrying.hear(records++, record);
            Objects.requireNonNull(intake).record(record, line);
        }

        @Override
        public void problem(Problem problem) {
            if (problems.size() < KEPT_PROBLEMS) {
                problems.add(problem);
            }
            Objects.requireNonNull(intake).problem(problem);
        }

        ImportReport report(Path file, String source) {
            ReadSummary read = Objects.requireNonNull(summary);
            return new ImportReport(
                    file,
                    taken == null ? null : taken.id(),
                    source,
                    read.detection().format().key(),
                    read.detection().encodingName(),
                    read.read(),
                    records,
                    read.rejected(),
                    known,
                    read.garbled(),
                    decisions,
                    problems);
        }
    }

    /** Counts what a source has given before. */
    private static final class Comparing implements RecordSink {
        private final KnownRecords before;
        private long records;
        private long known;

        Comparing(KnownRecords before) {
            this.before = before;
        }

        @Override
        public void record(BibRecord record, long line) {
            records++;
            known += before.has(record) ? 1 : 0;
        }

        @Override
        public void problem(Problem problem) {
            // The import will tell.
        }
    }

    /** Takes the transaction back when a file gave nothing. */
    private static final class NothingNew extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingNew() {
            super("nothing new", null, false, false);
        }
    }
}
