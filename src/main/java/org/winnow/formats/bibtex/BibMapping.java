package org.winnow.formats.bibtex;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.winnow.formats.table.TypeWords;
import org.winnow.formats.text.Chars;
import org.winnow.formats.value.DocumentKind;
import org.winnow.formats.value.DoiText;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.Keywords;
import org.winnow.formats.value.PubMedId;
import org.winnow.formats.value.StandardNumbers;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;

/** From the fields of an entry to those of a record: BibTeX's, BibLaTeX's, and what databases add. */
final class BibMapping {
    /** Under which the citation key is kept. */
    static final String CITATION_KEY = "citation key";

    /** Under which the entry type is kept where the kind of document does not tell it. */
    static final String ENTRY_TYPE = "entry type";

    private final Consumer<String> mends;

    /** @param mends told of every value that could not go where its field says */
    BibMapping(Consumer<String> mends) {
        this.mends = mends;
    }

    /** The record that an entry describes, without its raw text. */
    BibRecord.Builder map(BibEntry entry) {
        Taken e = new Taken(entry);
        BibRecord.Builder b = BibRecord.builder();
        ReferenceType type = type(e);
        b.type(type);
        b.title(titled(e, "title", "subtitle"));
        b.authors(BibNames.of(String.join(" and ", e.all("author"))));
        people(e, b);
        String odd = BibDates.into(b, e);
        if (!odd.isEmpty()) {
            mends.accept("No year can be read in “" + Chars.excerpt(odd) + "”; the text is kept as the date.");
        }
        journals(e, b, type);
        b.volume(e.take("volume")).issue(e.take("number", "issue"));
        b.pages(pages(e));
        b.abstractText(LatexText.paragraphs(e.raw("abstract")));
        keywords(e, b);
        b.language(e.take("language", "langid"));
        numbers(e, b, type);
        identifiers(e, b);
        notes(e, b);
        others(e, b);
        if (!entry.key().isEmpty()) {
            b.extra(CITATION_KEY, entry.key());
        }
        if (!BibTypes.entryType(type).equals(entry.type())) {
            b.extra(ENTRY_TYPE, entry.type());
        }
        e.rest((field, value) -> b.extra(field, LatexText.line(value)));
        return b;
    }

    private static ReferenceType type(Taken e) {
        ReferenceType kind = BibTypes.kind(e.entry().type());
        if (kind == ReferenceType.OTHER) {
            Optional<ReferenceType> told = DocumentKind.of(e.peek("type")).filter(k -> k != ReferenceType.OTHER);
            boolean archive = e.peek("archiveprefix").equalsIgnoreCase("arxiv")
                    || e.peek("eprinttype").equalsIgnoreCase("arxiv");
            told.ifPresent(k -> e.same("type", TypeWords.word(k)));
            return told.orElse(archive ? ReferenceType.PREPRINT : kind);
        }
        return kind;
    }

    /** Title and subtitle as BibLaTeX prints them. */
    private static String titled(Taken e, String title, String subtitle) {
        String main = e.take(title);
        String sub = e.take(subtitle);
        boolean marked = !main.isEmpty() && ".:?!".indexOf(main.charAt(main.length() - 1)) >= 0;
        return main.isEmpty() || sub.isEmpty() ? main + sub : main + (marked ? " " : ": ") + sub;
    }

    private static void people(Taken e, BibRecord.Builder b) {
        named(e, b, ExtraKey.EDITOR, "editor");
        named(e, b, ExtraKey.TRANSLATOR, "translator");
    }

    private static void named(Taken e, BibRecord.Builder b, String key, String field) {
        for (Author person : BibNames.of(String.join(" and ", e.all(field)))) {
            b.extra(key, person.display());
        }
    }

    private static void journals(Taken e, BibRecord.Builder b, ReferenceType type) {
        String brief =
                e.take("shortjournal", "abbrev_source_title", "journal-iso", "journalabbreviation", "journal_abbrv");
        String journal = e.take("fjournal");
        if (!journal.isEmpty()) {
            brief = brief.isEmpty() ? e.take("journal") : brief;
        } else if (e.entry().has("journaltitle")) {
            journal = titled(e, "journaltitle", "journalsubtitle");
        } else {
            journal = e.take("journal");
        }
        if (journal.isEmpty()) {
            journal = titled(e, "booktitle", "booksubtitle");
        }
        boolean book = type == ReferenceType.BOOK || type == ReferenceType.CHAPTER;
        if (journal.isEmpty() && book) {
            journal = titled(e, "maintitle", "mainsubtitle");
        }
        if (journal.isEmpty()) {
            journal = brief;
        }
        b.journal(journal).journalShort(brief);
        b.publisher(e.take("publisher", "school", "institution", "organization"));
    }

    private static String pages(Taken e) {
        String pages = LatexText.line(e.raw("pages").replaceAll("\\s*-{2,3}\\s*", "-"));
        return pages.isEmpty() ? e.take("articleno", "article-number", "art_number", "eid") : pages;
    }

    private static void keywords(Taken e, BibRecord.Builder b) {
        for (String latex : e.all("keywords", "keyword", "author_keywords", "keywords-plus")) {
            String text = LatexText.line(latex);
            if (text.indexOf(';') >= 0) {
                Keywords.divide(text, b::keyword);
            } else {
                Keywords.divideAtCommas(text, b::keyword);
            }
        }
    }

    private static void numbers(Taken e, BibRecord.Builder b, ReferenceType type) {
        StandardNumbers numbers = new StandardNumbers();
        boolean book = type == ReferenceType.BOOK || type == ReferenceType.CHAPTER;
        e.all("issn", "eissn").forEach(v -> add(numbers, v, book));
        e.all("isbn").forEach(v -> add(numbers, v, true));
        b.issn(numbers.issn()).isbn(numbers.isbn());
    }

    private static void add(StandardNumbers numbers, String latex, boolean book) {
        String value = LatexText.verbatim(latex);
        if (!value.isEmpty()) {
            numbers.add(value, book);
        }
    }

    private void identifiers(Taken e, BibRecord.Builder b) {
        String address = LatexText.verbatim(e.raw("url", "ee"));
        String how = e.entry().get("howpublished");
        if (address.isEmpty() && (how.contains("\\url") || how.contains("http"))) {
            address = LatexText.verbatim(how);
            e.drop("howpublished");
        }
        b.url(address);
        String told = LatexText.verbatim(e.entry().get("doi"));
        Optional<Doi> doi = told.isEmpty() ? Optional.empty() : Doi.find(told);
        if (doi.isPresent()) {
            e.drop("doi");
        } else if (!told.isEmpty()) {
            mends.accept("“" + Chars.excerpt(told) + "” is not a DOI; it is kept among the other fields.");
        }
        String link = address;
        b.doi(doi.or(() -> DoiText.inAddress(link)).orElse(null));
        b.pmid(pmid(e));
        b.accession(e.take("accession", "accession-number", "unique-id", "unique_id"));
    }

    private static String pmid(Taken e) {
        String told = LatexText.verbatim(e.entry().get("pmid"));
        String digits = PubMedId.plain(told).isEmpty() ? PubMedId.in(told) : PubMedId.plain(told);
        if (!digits.isEmpty()) {
            e.same("pmid", LatexText.line(e.entry().get("pmid")));
            return digits;
        }
        String kind = e.peek("eprinttype").toLowerCase(Locale.ROOT);
        String number = PubMedId.plain(e.peek("eprint"));
        if (kind.equals("pubmed") && !number.isEmpty()) {
            e.drop("eprint");
            e.drop("eprinttype");
            return number;
        }
        return PubMedId.plain(e.take("pubmed_id", "pubmedid"));
    }

    private static void notes(Taken e, BibRecord.Builder b) {
        for (String note : e.all("note", "annote", "annotation", "comment", "comments", "review")) {
            String text = LatexText.paragraphs(note);
            if (!text.isEmpty()) {
                b.note(text);
            }
        }
    }

    private static void others(Taken e, BibRecord.Builder b) {
        keep(e, b, ExtraKey.PLACE, "address", "location");
        keep(e, b, ExtraKey.EDITION, "edition");
        keep(e, b, ExtraKey.SERIES, "series");
        keep(e, b, ExtraKey.CONFERENCE, "eventtitle");
        keep(e, b, ExtraKey.SHORT_TITLE, "shorttitle");
        keep(e, b, ExtraKey.PAGE_COUNT, "pagetotal", "numpages");
        keep(e, b, ExtraKey.VOLUME_COUNT, "volumes");
        keep(e, b, ExtraKey.SECTION, "chapter");
        if (!e.done("type")) {
            keep(e, b, ExtraKey.WORK_TYPE, "type", "document_type");
        }
        keep(e, b, ExtraKey.AFFILIATION, "affiliation", "affiliations");
        keep(e, b, ExtraKey.ACCESS_DATE, "urldate");
        keep(e, b, ExtraKey.ARTICLE_NUMBER, "articleno", "article-number", "art_number", "eid");
        keep(e, b, ExtraKey.PMCID, "pmcid", "pmc");
        keep(e, b, ExtraKey.DATABASE, "source");
        for (String file : List.copyOf(e.all("file"))) {
            b.extra(ExtraKey.FILE, Chars.oneLine(LatexText.path(file)));
        }
    }

    private static void keep(Taken e, BibRecord.Builder b, String key, String... fields) {
        String value = e.take(fields);
        if (!value.isEmpty()) {
            b.extra(key, value);
        }
    }
}
