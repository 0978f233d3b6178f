package org.winnow.formats.pubmedxml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.MedlineType;
import org.winnow.formats.value.PageRange;
import org.winnow.formats.value.PublicationYear;
import org.winnow.formats.value.StandardNumbers;
import org.winnow.formats.xml.XmlElement;
import org.winnow.formats.xml.XmlReader;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;

/**
 * From PubMed's elements (NLM, PubMed DTD) to the fields of a record, as the same citation reads in MEDLINE text; what
 * has no field stands under the tag that MEDLINE text has for it.
 */
public final class PubMedXmlMapping implements XmlReader.Mapping {
    /** The elements that are records, articles and books, bare or in their sets. */
    public static final Set<String> RECORDS = Set.of("PubmedArticle", "PubmedBookArticle");

    /** Older sets have no more than this around a citation. */
    public static final Set<String> CITATIONS = Set.of("MedlineCitation");

    @Override
    public BibRecord.Builder map(XmlElement record, Consumer<String> mends) {
        BibRecord.Builder b = BibRecord.builder();
        if (record.name().equals("PubmedBookArticle")) {
            book(record.child("BookDocument"), record.at("PubmedBookData", "ArticleIdList"), b);
        } else {
            XmlElement citation = record.name().equals("MedlineCitation") ? record : record.child("MedlineCitation");
            article(citation, record.at("PubmedData", "ArticleIdList"), b);
            new PubMedXmlExtras(citation, b).add();
        }
        return b;
    }

    private static void article(XmlElement citation, XmlElement ids, BibRecord.Builder b) {
        XmlElement article = citation.child("Article");
        XmlElement journal = article.child("Journal");
        XmlElement issue = journal.child("JournalIssue");
        kinds(article.child("PublicationTypeList").children("PublicationType"), ReferenceType.ARTICLE, b);
        titles(article, b);
        authors(article, b);
        String date = PubMedDates.of(issue.child("PubDate"));
        date = date.isEmpty() ? PubMedDates.of(article.child("ArticleDate")) : date;
        Integer year = PublicationYear.in(date);
        b.date(PublicationYear.dated(date, year)).year(year);
        String brief = citation.at("MedlineJournalInfo", "MedlineTA").text();
        String full = journal.child("Title").text();
        b.journal(full.isEmpty() ? brief : full);
        b.journalShort(brief.isEmpty() ? journal.child("ISOAbbreviation").text() : brief);
        b.volume(issue.child("Volume").text()).issue(issue.child("Issue").text());
        b.pages(pages(article.child("Pagination")));
        abstracts(article.child("Abstract"), citation, b);
        languages(article, b);
        StandardNumbers numbers = new StandardNumbers();
        journal.children("ISSN").forEach(n -> numbers.add(n.text(), false));
        String linking = citation.at("MedlineJournalInfo", "ISSNLinking").text();
        if (!linking.isEmpty()) {
            numbers.add(linking, false);
        }
        b.issn(numbers.issn());
        String place = citation.at("MedlineJournalInfo", "Country").text();
        some(ExtraKey.PLACE, place, b);
        identifiers(citation.children("PMID"), article.children("ELocationID"), ids, b);
    }

    private static void book(XmlElement document, XmlElement ids, BibRecord.Builder b) {
        XmlElement book = document.child("Book");
        String title = document.child("ArticleTitle").text();
        String whole = book.child("BookTitle").text();
        boolean part = !title.isEmpty() && !title.equals(whole);
        kinds(document.children("PublicationType"), part ? ReferenceType.CHAPTER : ReferenceType.BOOK, b);
        b.title(part ? title : whole).journal(part ? whole : "");
        some(ExtraKey.OTHER_TITLE, document.child("VernacularTitle").text(), b);
        authors(document, b);
        authors(book, b);
        String date = PubMedDates.of(book.child("PubDate"));
        date = date.isEmpty() ? PubMedDates.of(document.child("ContributionDate")) : date;
        Integer year = PublicationYear.in(date);
        b.date(PublicationYear.dated(date, year)).year(year);
        b.volume(book.child("Volume").text()).pages(pages(document.child("Pagination")));
        some(ExtraKey.EDITION, book.child("Edition").text(), b);
        some(ExtraKey.SERIES, book.child("CollectionTitle").text(), b);
        b.publisher(book.at("Publisher", "PublisherName").text());
        some(ExtraKey.PLACE, book.at("Publisher", "PublisherLocation").text(), b);
        abstracts(document.child("Abstract"), document, b);
        languages(document, b);
        StandardNumbers numbers = new StandardNumbers();
        book.children("Isbn").forEach(n -> numbers.add(n.text(), true));
        b.isbn(numbers.isbn());
        document.each("Keyword", k -> b.keyword(k.text()));
        List<XmlElement> places = new ArrayList<>(book.children("ELocationID"));
        places.addAll(document.children("ELocationID"));
        identifiers(document.children("PMID"), places, ids, b);
        document.child("ArticleIdList").children("ArticleId").forEach(id -> {
            if (id.attribute("IdType").equals("bookaccession")) {
                b.extra("AID", id.text() + " [bookaccession]");
            }
        });
    }

    /** A kind of document other than an article decides; the words of the source are kept. */
    private static void kinds(List<XmlElement> types, ReferenceType otherwise, BibRecord.Builder b) {
        List<String> words = types.stream().map(XmlElement::text).toList();
        b.type(MedlineType.of(words).orElse(otherwise));
        words.forEach(w -> some(ExtraKey.WORK_TYPE, w, b));
    }

    private static void titles(XmlElement article, BibRecord.Builder b) {
        String title = article.child("ArticleTitle").text();
        String original = article.child("VernacularTitle").text();
        b.title(title.isEmpty() ? original : title);
        if (!title.isEmpty()) {
            some(ExtraKey.OTHER_TITLE, original, b);
        }
    }

    /** Names that were corrected later stand beside the right ones and are marked as not valid. */
    private static void authors(XmlElement parent, BibRecord.Builder b) {
        for (XmlElement list : parent.children("AuthorList")) {
            boolean editors = list.attribute("Type").equals("editors");
            for (XmlElement author : list.children("Author")) {
                Author name = name(author);
                boolean valid = !author.attribute("ValidYN").equals("N")
                        && !name.family().isEmpty();
                if (valid && editors) {
                    b.extra(ExtraKey.EDITOR, name.display());
                } else if (valid) {
                    b.author(name);
                }
                author.each("Affiliation", a -> some(ExtraKey.AFFILIATION, a.text(), b));
            }
        }
        parent.children("Affiliation").forEach(a -> some(ExtraKey.AFFILIATION, a.text(), b));
    }

    private static Author name(XmlElement author) {
        String group = author.child("CollectiveName").text();
        if (!group.isEmpty()) {
            return new Author(group, "");
        }
        String given = author.child("ForeName").text();
        given = given.isEmpty() ? author.child("FirstName").text() : given;
        given = given.isEmpty() ? author.child("Initials").text() : given;
        String suffix = author.child("Suffix").text();
        return new Author(author.child("LastName").text(), suffix.isEmpty() ? given : given + ", " + suffix);
    }

    private static String pages(XmlElement pagination) {
        String whole = pagination.child("MedlinePgn").text();
        return whole.isEmpty()
                ? PageRange.joined(
                        pagination.child("StartPage").text(),
                        pagination.child("EndPage").text())
                : whole;
    }

    /** Each part of a structured abstract is a line that begins with its label. */
    private static void abstracts(XmlElement main, XmlElement citation, BibRecord.Builder b) {
        String text = sections(main);
        List<XmlElement> others = new ArrayList<>(citation.children("OtherAbstract"));
        for (XmlElement other : others) {
            String of = sections(other);
            if (text.isEmpty() && !of.contains("Abstract available from the publisher")) {
                text = of;
            } else {
                some("OAB", of, b);
            }
        }
        b.abstractText(text);
        some("CI", main.child("CopyrightInformation").text(), b);
    }

    private static String sections(XmlElement parent) {
        StringBuilder all = new StringBuilder();
        for (XmlElement part : parent.children("AbstractText")) {
            String label = part.attribute("Label");
            String text = part.text();
            if (!text.isEmpty()) {
                all.append(all.isEmpty() ? "" : "\n")
                        .append(label.isEmpty() || label.equals("UNLABELLED") ? "" : label + ": ")
                        .append(text);
            }
        }
        return all.toString();
    }

    private static void languages(XmlElement parent, BibRecord.Builder b) {
        List<String> all = parent.children("Language").stream()
                .map(XmlElement::text)
                .filter(l -> !l.isEmpty())
                .toList();
        b.language(String.join("; ", all));
    }

    /** A DOI that is marked as not valid does not, where there is another. */
    private static void identifiers(
            List<XmlElement> pmids, List<XmlElement> places, XmlElement ids, BibRecord.Builder b) {
        String pmid = pmids.isEmpty() ? "" : pmids.getFirst().text();
        b.pmid(pmid).accession(pmid);
        Optional<Doi> doi = Optional.empty();
        Set<String> seen = new HashSet<>();
        for (XmlElement place : places) {
            boolean valid = !place.attribute("ValidYN").equals("N");
            if (place.attribute("EIdType").equals("doi")) {
                doi = doi.isEmpty() && valid ? Doi.find(place.text()) : doi;
            } else {
                String value = place.text() + " [" + place.attribute("EIdType") + "]";
                some("LID", seen.add(value) ? value : "", b);
            }
        }
        for (XmlElement id : ids.children("ArticleId")) {
            String type = id.attribute("IdType");
            switch (type) {
                case "doi" -> doi = doi.or(() -> Doi.find(id.text()));
                case "url" -> b.url(id.text());
                case "pmc" -> some(ExtraKey.PMCID, id.text(), b);
                case "pubmed" -> {
                    if (pmid.isEmpty()) {
                        b.pmid(id.text()).accession(id.text());
                    }
                }
                default -> {
                    String value = id.text() + " [" + type + "]";
                    some("AID", seen.add(value) ? value : "", b);
                }
            }
        }
        b.doi(doi.orElse(null));
    }

    static void some(String key, String value, BibRecord.Builder b) {
        if (!value.isEmpty()) {
            b.extra(key, value);
        }
    }
}
