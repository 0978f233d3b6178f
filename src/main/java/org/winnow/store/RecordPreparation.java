package org.winnow.store;

import org.jspecify.annotations.Nullable;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.store.fts.Pages;
import org.winnow.store.fts.WordIndex;

/**
 * Everything about a record that can be done before it is written down: its number, its columns, its share of the
 * digest, its words. On whichever thread reads, while the writing thread writes what came before.
 */
final class RecordPreparation {
    /**
     * A record ready to be written.
     *
     * @param values in the order of {@link RecordRuns#COLUMNS}
     * @param words how many each column of the search index has
     * @param segment of the search index that this record was the last of, if it was
     */
    record Prepared(
            long id,
            @Nullable Object[] values,
            String raw,
            byte[] words,
            @Nullable Pages segment) {}

    private final Tx tx;
    private final long importId;
    private final RowDigest digest = new RowDigest();
    private final WordIndex words = new WordIndex(new SqliteFolding());
    private long nextId;

    /** @param first number that a record may have */
    RecordPreparation(Tx tx, long importId, long first) {
        this.tx = tx;
        this.importId = importId;
        this.nextId = first;
    }

    Prepared prepare(BibRecord r, long line) {
        long id = nextId++;
        String authors = RecordText.authors(r.authors());
        String keywords = RecordText.lines(r.keywords());
        @Nullable Object[] values = values(r, id, line, authors, keywords);
        for (Object value : values) {
            digest.add(value);
        }
        digest.add(r.raw());
        byte[] sizes = words.add(id, r.title(), authors, r.abstractText(), keywords, r.journal());
        return new Prepared(id, values, r.raw(), sizes, words.isFull() ? words.take() : null);
    }

    private @Nullable Object[] values(BibRecord r, long id, long line, String authors, String keywords) {
        Doi doi = r.doi();
        return new @Nullable Object[] {
            id,
            tx.newUuid(),
            importId,
            line,
            r.type().name(),
            r.title(),
            authors,
            r.year(),
            r.date(),
            r.journal(),
            r.journalShort(),
            r.volume(),
            r.issue(),
            r.pages(),
            doi == null ? "" : doi.value(),
            r.pmid(),
            keywords,
            r.language(),
            r.issn(),
            r.isbn(),
            r.publisher(),
            r.url(),
            r.accession(),
            RecordText.paragraphs(r.notes()),
            RecordText.json(r.extra()),
            r.abstractText()
        };
    }

    /** What is left of the search index once the last record is prepared. */
    @Nullable
    Pages rest() {
        return words.isEmpty() ? null : words.take();
    }

    /** Of all records that were prepared. */
    String digest() {
        return digest.hex();
    }
}
