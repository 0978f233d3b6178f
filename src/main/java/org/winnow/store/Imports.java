package org.winnow.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.model.SourceId;
import org.winnow.store.Changes.Kind;

/** Files that were imported, and the import itself: one transaction for a file, streaming. */
public final class Imports {
    /**
     * A file about to be imported.
     *
     * @param sha256 of its bytes, in hexadecimal: the same export is recognised when it comes again
     * @param withDecisions whether it may bring decisions, notes or tags
     */
    public record NewImport(NewSource source, String fileName, String sha256, boolean withDecisions) {
        /** A file of records alone. */
        public NewImport(NewSource source, String fileName, String sha256) {
            this(source, fileName, sha256, false);
        }
    }

    /**
     * What is told of a file once it has been read to its end.
     *
     * @param said what its records carry of decisions, to be written down with them
     */
    public record Read(String format, String encoding, long read, long rejected, List<Said> said) {
        public Read {
            said = List.copyOf(said);
        }

        /** A file of records alone. */
        public Read(String format, String encoding, long read, long rejected) {
            this(format, encoding, read, rejected, List.of());
        }
    }

    /** Where the reader of a file puts what it finds, one after another. */
    public interface Intake {
        void record(BibRecord record, long line);

        void problem(Problem problem);
    }

    /** Reads a file into the intake; any exception takes the whole import back. */
    public interface Feed {
        Read into(Intake intake) throws IOException;
    }

    /**
     * A problem without the text it is about, for long lists.
     *
     * @param id of the problem; 0 where it is not in the review, because nothing of its file went in
     * @param line in the file, from 1; 0 where the format has none
     * @param record position of the record in the file, from 1; 0 outside any
     */
    public record FileProblem(
            long id, String fileName, Problem.Severity severity, long line, long record, String reason) {}

    /** A file that was imported. */
    public record ImportedFile(
            long id,
            SourceId source,
            String fileName,
            String sha256,
            String format,
            String encoding,
            long read,
            long imported,
            long rejected,
            Instant at) {}

    private final Review review;

    Imports(Review review) {
        this.review = review;
    }

    public List<ImportedFile> all() {
        return review.read(handle -> handle.createQuery("""
                        SELECT id, source_id, file_name, sha256, format, encoding, records_read, imported, rejected,
                            imported_at
                        FROM import_file WHERE retired = 0 ORDER BY id
                        """)
                .map((rs, ctx) -> new ImportedFile(
                        rs.getLong("id"),
                        new SourceId(rs.getLong("source_id")),
                        rs.getString("file_name"),
                        rs.getString("sha256"),
                        rs.getString("format"),
                        rs.getString("encoding"),
                        rs.getLong("records_read"),
                        rs.getLong("imported"),
                        rs.getLong("rejected"),
                        Instant.ofEpochMilli(rs.getLong("imported_at"))))
                .list());
    }

    /** An earlier import of the very same bytes. */
    public Optional<ImportedFile> sameContent(String sha256) {
        return all().stream().filter(f -> f.sha256().equals(sha256)).findFirst();
    }

    /** The records that a source of this name has given so far; empty where there is no such source. */
    public KnownRecords known(String source) {
        return review.read(handle -> {
            KnownRecords known = new KnownRecords();
            handle.createQuery("""
                            SELECT r.title, r.authors, r.year, r.doi, r.pmid, r.accession
                            FROM record r JOIN import_file f ON f.id = r.import_id AND f.retired = 0
                            JOIN source s ON s.id = f.source_id
                            WHERE s.name = :source AND s.retired = 0
                            """)
                    .bind("source", source)
                    .map((rs, ctx) -> {
                        List<Author> authors = RecordText.authors(rs.getString("authors"));
                        known.add(
                                rs.getString("title"),
                                authors.isEmpty() ? "" : authors.get(0).family(),
                                rs.getObject("year") == null ? null : rs.getInt("year"),
                                rs.getString("doi"),
                                rs.getString("pmid"),
                                rs.getString("accession"));
                        return true;
                    })
                    .forEach(read -> {});
            return known;
        });
    }

    /** The problems of every file that is still in the review, in the order of the imports. */
    public List<FileProblem> everyProblem() {
        return review.read(handle -> handle.createQuery("""
                        SELECT p.id, f.file_name, p.severity, p.line, p.record_no, p.reason
                        FROM problem p JOIN import_file f ON f.id = p.import_id
                        WHERE f.retired = 0 ORDER BY p.id
                        """)
                .map((rs, ctx) -> new FileProblem(
                        rs.getLong("id"),
                        rs.getString("file_name"),
                        Problem.Severity.valueOf(rs.getString("severity")),
                        rs.getLong("line"),
                        rs.getLong("record_no"),
                        rs.getString("reason")))
                .list());
    }

    /** The text of the file that a problem is about, as the reader saw it; empty where it kept none. */
    public String source(FileProblem problem) {
        return review.read(handle -> handle.createQuery("SELECT raw FROM problem WHERE id = :id")
                .bind("id", problem.id())
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    /**
     * Imports one file while the calling thread reads it: its source, its records, its problems, in one transaction.
     * Whatever the feed throws takes all of it back and is thrown on.
     */
    public ImportedFile take(NewImport file, Feed feed) throws IOException {
        Pipe pipe = new Pipe();
        Future<Writer.Written<ImportedFile>> storing = review.begin(operation(file, pipe::into), pipe::abandon);
        boolean read = false;
        try {
            pipe.end(feed.into(pipe));
            read = true;
        } catch (Pipe.BrokenOff writingFailed) {
            // What is asked for below says why.
            read = true;
        } finally {
            if (!read) {
                takeBack(pipe, storing);
            }
        }
        return review.finished(storing);
    }

    /** Waits until nothing is left of an import; why it came to nothing is on its way to the caller already. */
    private void takeBack(Pipe pipe, Future<Writer.Written<ImportedFile>> storing) {
        try {
            pipe.breakOff();
            review.finished(storing);
        } catch (RuntimeException asAsked) {
            // The reading's own failure is what matters.
        }
    }

    /** Imports one file as an operation, read on the writing thread itself: for small ones, and inside others. */
    public static Op<ImportedFile> importFile(NewImport file, Feed feed) {
        return operation(file, feed::into);
    }

    private interface Filling {
        Read fill(RecordInserter intake) throws IOException;
    }

    private static Op<ImportedFile> operation(NewImport file, Filling filling) {
        Op.Work<ImportedFile> work = tx -> run(tx, file, filling);
        return file.withDecisions()
                ? Op.of(
                        "import",
                        work,
                        Kind.RECORDS,
                        Kind.SOURCES,
                        Kind.DECISIONS,
                        Kind.NOTES,
                        Kind.TAGS,
                        Kind.CRITERIA,
                        Kind.REVIEWERS)
                : Op.of("import", work, Kind.RECORDS, Kind.SOURCES);
    }

    private static ImportedFile run(Tx tx, NewImport file, Filling filling) {
        long source = Sources.idOf(tx, file.source());
        long id = tx.handle()
                .createQuery("""
                        INSERT INTO import_file (uuid, source_id, file_name, sha256, format, encoding, imported_at)
                        VALUES (:uuid, :source, :name, :sha256, '', '', :now) RETURNING id
                        """)
                .bind("uuid", tx.newUuid())
                .bind("source", source)
                .bind("name", file.fileName())
                .bind("sha256", file.sha256())
                .bind("now", tx.now())
                .mapTo(Long.class)
                .one();
        try (RecordInserter intake = new RecordInserter(tx, id)) {
            Read read = filling.fill(intake);
            intake.finish();
            finish(tx, id, read, intake.imported());
            Said.write(tx, intake.first(), read.said());
            return new ImportedFile(
                    id,
                    new SourceId(source),
                    file.fileName(),
                    file.sha256(),
                    read.format(),
                    read.encoding(),
                    read.read(),
                    intake.imported(),
                    read.rejected(),
                    Instant.ofEpochMilli(tx.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static void finish(Tx tx, long id, Read read, long imported) throws SQLException {
        try (PreparedStatement statement = tx.handle().getConnection().prepareStatement("""
                UPDATE import_file SET format = ?, encoding = ?, records_read = ?, imported = ?, rejected = ? WHERE id = ?
                """)) {
            statement.setString(1, read.format());
            statement.setString(2, read.encoding());
            statement.setLong(3, read.read());
            statement.setLong(4, imported);
            statement.setLong(5, read.rejected());
            statement.setLong(6, id);
            statement.executeUpdate();
        }
    }
}
