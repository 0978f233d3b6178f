package org.winnow.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a database gave us about one report: the bibliographic record. Text fields are never null; an empty string says
 * that the source gave nothing. Nothing is guessed: pages, dates and names stay as they came, apart from white space.
 *
 * @param year year of publication, or null when the source gives none that can be read
 * @param date the full date as the source wrote it
 * @param journal journal, book, proceedings or series in which it appeared, in full where the source has both forms
 * @param journalShort the abbreviated form, where given
 * @param pages as the source wrote them ({@code 345-52}), or an article number
 * @param doi bare and in lower case, or null
 * @param pmid PubMed identifier, digits only
 * @param accession the source's own identifier of the record
 * @param extra every tag or column that has no field here, in order, so that nothing is lost
 * @param raw the record as it stood in the file
 */
public record BibRecord(
        ReferenceType type,
        String title,
        List<Author> authors,
        @Nullable Integer year,
        String date,
        String journal,
        String journalShort,
        String volume,
        String issue,
        String pages,
        @Nullable Doi doi,
        String pmid,
        String abstractText,
        List<String> keywords,
        String language,
        String issn,
        String isbn,
        String publisher,
        String url,
        String accession,
        List<String> notes,
        Map<String, List<String>> extra,
        String raw) {

    public BibRecord {
        authors = List.copyOf(authors);
        keywords = List.copyOf(keywords);
        notes = List.copyOf(notes);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with everything this record holds. */
    public Builder toBuilder() {
        Builder b = new Builder();
        b.type = type;
        b.title = title;
        b.authors.addAll(authors);
        b.year = year;
        b.date = date;
        b.journal = journal;
        b.journalShort = journalShort;
        b.volume = volume;
        b.issue = issue;
        b.pages = pages;
        b.doi = doi;
        b.pmid = pmid;
        b.abstractText = abstractText;
        b.keywords.addAll(keywords);
        b.language = language;
        b.issn = issn;
        b.isbn = isbn;
        b.publisher = publisher;
        b.url = url;
        b.accession = accession;
        b.notes.addAll(notes);
        extra.forEach((k, v) -> b.extra.put(k, new ArrayList<>(v)));
        b.raw = raw;
        return b;
    }

    /** Collects the fields of one record while a file is read. Every text setter strips its value. */
    public static final class Builder {
        private ReferenceType type = ReferenceType.ARTICLE;
        private String title = "";
        private final List<Author> authors = new ArrayList<>();
        private @Nullable Integer year;
        private String date = "";
        private String journal = "";
        private String journalShort = "";
        private String volume = "";
        private String issue = "";
        private String pages = "";
        private @Nullable Doi doi;
        private String pmid = "";
        private String abstractText = "";
        private final List<String> keywords = new ArrayList<>();
        private String language = "";
        private String issn = "";
        private String isbn = "";
        private String publisher = "";
        private String url = "";
        private String accession = "";
        private final List<String> notes = new ArrayList<>();
        private final Map<String, List<String>> extra = new LinkedHashMap<>();
        private String raw = "";

        public Builder type(ReferenceType value) {
            type = value;
            return this;
        }

        public Builder title(String value) {
            title = value.strip();
            return this;
        }

        public Builder author(Author value) {
            authors.add(value);
            return this;
        }

        public Builder authors(List<Author> values) {
            authors.clear();
            authors.addAll(values);
            return this;
        }

        public Builder year(@Nullable Integer value) {
            year = value;
            return this;
        }

        public Builder date(String value) {
            date = value.strip();
            return this;
        }

        public Builder journal(String value) {
            journal = value.strip();
            return this;
        }

        public Builder journalShort(String value) {
            journalShort = value.strip();
            return this;
        }

        public Builder volume(String value) {
            volume = value.strip();
            return this;
        }

        public Builder issue(String value) {
            issue = value.strip();
            return this;
        }

        public Builder pages(String value) {
            pages = value.strip();
            return this;
        }

        public Builder doi(@Nullable Doi value) {
            doi = value;
            return this;
        }

        public Builder pmid(String value) {
            pmid = value.strip();
            return this;
        }

        public Builder abstractText(String value) {
            abstractText = value.strip();
            return this;
        }

        public Builder keyword(String value) {
            keywords.add(value.strip());
            return this;
        }

        public Builder keywords(List<String> values) {
            keywords.clear();
            keywords.addAll(values);
            return this;
        }

        public Builder language(String value) {
            language = value.strip();
            return this;
        }

        public Builder issn(String value) {
            issn = value.strip();
            return this;
        }

        public Builder isbn(String value) {
            isbn = value.strip();
            return this;
        }

        public Builder publisher(String value) {
            publisher = value.strip();
            return this;
        }

        public Builder url(String value) {
            url = value.strip();
            return this;
        }

        public Builder accession(String value) {
            accession = value.strip();
            return this;
        }

        public Builder note(String value) {
            notes.add(value.strip());
            return this;
        }

        public Builder notes(List<String> values) {
            notes.clear();
            notes.addAll(values);
            return this;
        }

        /** Keeps a tag or column that has no field; the order of tags and of their values stays. */
        public Builder extra(String tag, String value) {
            extra.computeIfAbsent(tag, t -> new ArrayList<>()).add(value.strip());
            return this;
        }

        /** The record as it stood in the file, not stripped. */
        public Builder raw(String value) {
            raw = value;
            return this;
        }

        public BibRecord build() {
            Map<String, List<String>> kept = new LinkedHashMap<>();
            extra.forEach((k, v) -> kept.put(k, List.copyOf(v)));
            return new BibRecord(
                    type,
                    title,
                    authors,
                    year,
                    date,
                    journal,
                    journalShort,
                    volume,
                    issue,
                    pages,
                    doi,
                    pmid,
                    abstractText,
                    keywords,
                    language,
                    issn,
                    isbn,
                    publisher,
                    url,
                    accession,
                    notes,
                    kept,
                    raw);
        }
    }
}
