package org.winnow.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.document.Document;
import org.winnow.document.Document.Block;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Heading;
import org.winnow.document.Document.Table;
import org.winnow.document.Document.Text;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.RecordId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.UserException;
import org.winnow.store.AuditTrail.Event;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.store.Review;

/** The life of a record from its import to now: where it stands, and everything that was done to it and its duplicates. */
public final class RecordLife {
    private static final List<Column> COLUMNS =
            List.of(new Column("Time (UTC)", 2), new Column("Person", 1.5), new Column("What", 5));

    private final Review review;

    private RecordLife(Review review) {
        this.review = review;
    }

    public static Document of(Review review, RecordId record) {
        return new RecordLife(review).document(record);
    }

    private Document document(RecordId record) {
        ScreenedRecord now = review.records()
                .screened(record)
                .orElseThrow(
                        () -> new UserException("This review has no record " + record + ", or its import was undone."));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Text(citation(now.record())));
        blocks.add(new Heading(1, "Where it stands"));
        blocks.add(new Text(standing(now)));
        blocks.add(new Heading(1, "What was done"));
        blocks.add(steps(record));
        for (Duplicate duplicate : review.duplicates().behind(record)) {
            blocks.add(new Heading(1, "Record " + duplicate.record() + ", a duplicate of it"));
            blocks.add(steps(duplicate.record()));
        }
        return new Document("The life of record " + record, blocks);
    }

    private Table steps(RecordId record) {
        List<List<String>> rows = new ArrayList<>();
        review.auditTrail().life(record, e -> rows.add(row(e)));
        return Table.plain("", COLUMNS, rows);
    }

    private static List<String> row(Event event) {
        String what = event.what().isEmpty() ? event.operation() : event.what();
        return List.of(
                event.at().toString(),
                event.reviewer(),
                event.direction().equals("do") ? what : event.direction() + ": " + what);
    }

    private static String citation(BibRecord record) {
        Doi doi = record.doi();
        return Stream.of(
                        record.authors().stream().map(Author::display).collect(Collectors.joining("; ")),
                        record.title().isEmpty() ? "[No title]" : record.title(),
                        record.journal(),
                        record.year() == null ? "" : record.year().toString(),
                        doi == null ? "" : "doi:" + doi,
                        record.pmid().isEmpty() ? "" : "PMID " + record.pmid())
                .filter(part -> !part.isEmpty())
                .map(part -> part.endsWith(".") ? part : part + ".")
                .collect(Collectors.joining(" "));
    }

    private static String standing(ScreenedRecord now) {
        RecordId keeper = now.duplicateOf();
        String from = "It came from " + now.source() + ". ";
        if (keeper != null) {
            return from + "It is a duplicate of record " + keeper + ", which stands for it.";
        }
        return from + "Title and abstract: " + now.titleAbstract().key() + ". Full text: "
                + now.fullText().key() + (now.reason().isEmpty() ? "" : ", because of: " + now.reason()) + "."
                + (now.tags().isEmpty() ? "" : " Tags: " + String.join(", ", now.tags()) + ".");
    }
}
