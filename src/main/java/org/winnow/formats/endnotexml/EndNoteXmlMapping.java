package org.winnow.formats.endnotexml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.winnow.formats.value.AuthorNames;
import org.winnow.formats.value.DocumentKind;
import org.winnow.formats.value.DoiText;
import org.winnow.formats.value.EndNoteIds;
import org.winnow.formats.value.EndNoteType;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.Keywords;
import org.winnow.formats.value.PublicationYear;
import org.winnow.formats.value.StandardNumbers;
import org.winnow.formats.value.WorkTypes;
import org.winnow.formats.xml.XmlElement;
import org.winnow.formats.xml.XmlReader;
import org.winnow.model.BibRecord;
import org.winnow.model.ReferenceType;

/** From EndNote's elements (its RSXML document type) to the fields of a record. */
public final class EndNoteXmlMapping implements XmlReader.Mapping {
    /** The element that is a record. */
    public static final Set<String> RECORDS = Set.of("record");

    /** Elements that have a field, or say nothing of the document. */
    private static final Set<String> PLACED = Set.of(
            "database",
            "source-app",
            "foreign-keys",
            "ref-type",
            "contributors",
            "titles",
            "periodical",
            "alt-periodical",
            "pages",
            "volume",
            "number",
            "dates",
            "publisher",
            "isbn",
            "accession-num",
            "electronic-resource-num",
            "abstract",
            "notes",
            "language",
            "urls",
            "keywords");

    @Override
    public BibRecord.Builder map(XmlElement r, Consumer<String> mends) {
        BibRecord.Builder b = BibRecord.builder();
        ReferenceType type =
                WorkTypes.finer(type(r, b), r.child("work-type").lines().lines().toList());
        b.type(type);
        titles(r, b);
        people(r.child("contributors"), b);
        dates(r.child("dates"), b, mends);
        b.volume(r.child("volume").text());
        String number = r.child("number").text();
        String issue = r.child("issue").text();
        b.issue(number.isEmpty() ? issue : number);
        b.pages(r.child("pages").text());
        b.abstractText(r.child("abstract").lines());
        keywords(r.child("keywords"), b);
        b.language(r.child("language").text()).publisher(r.child("publisher").text());
        StandardNumbers numbers = new StandardNumbers();
        boolean book = type == ReferenceType.BOOK || type == ReferenceType.CHAPTER;
        r.child("isbn").lines().lines().forEach(n -> numbers.add(n, book));
        b.issn(numbers.issn()).isbn(numbers.isbn());
        r.children("notes").forEach(n -> n.paragraphs().forEach(b::note));
        List<String> addresses = addresses(r.child("urls"), b);
        identifiers(r, addresses, b);
        rest(r, issue.equals(number) || number.isEmpty(), type == ReferenceType.ARTICLE, b);
        return b;
    }

    /** The name counts: other programs write numbers of their own. A name that says more than the kind is kept. */
    private static ReferenceType type(XmlElement r, BibRecord.Builder b) {
        XmlElement element = r.child("ref-type");
        String name = element.attribute("name").strip();
        Optional<EndNoteType> known = EndNoteType.named(name).or(() -> EndNoteType.numbered(element.text()));
        ReferenceType kind = known.map(EndNoteType::kind)
                .or(() -> DocumentKind.of(name))
                .orElse(element == XmlElement.NONE ? ReferenceType.ARTICLE : ReferenceType.OTHER);
        String told = name.isEmpty() ? known.map(EndNoteType::title).orElse("") : name;
        if (!told.isEmpty() && !EndNoteType.of(kind).title().equals(told)) {
            b.extra("ref-type", told);
        }
        return kind;
    }

    private static void titles(XmlElement r, BibRecord.Builder b) {
        XmlElement titles = r.child("titles");
        b.title(first(
                titles.child("title").text(),
                titles.child("short-title").text(),
                titles.child("translated-title").text()));
        String second = titles.child("secondary-title").text();
        String full = r.at("periodical", "full-title").text();
        String brief = r.at("periodical", "abbr-1").text();
        String journal =
                first(full, second, r.at("alt-periodical", "full-title").text());
        b.journal(journal);
        boolean other = !second.isEmpty() && !second.equals(journal);
        b.journalShort(first(brief, other && second.length() < journal.length() ? second : ""));
        if (other && (!brief.isEmpty() || second.length() >= journal.length()) && !second.equals(brief)) {
            b.extra("secondary-title", second);
        }
        keep(titles.child("tertiary-title").text(), ExtraKey.SERIES, b);
        keep(titles.child("short-title").text(), ExtraKey.SHORT_TITLE, b);
        keep(titles.child("translated-title").text(), ExtraKey.OTHER_TITLE, b);
        String alternate = first(
                titles.child("alt-title").text(),
                r.at("alt-periodical", "full-title").text());
        if (!alternate.equals(journal) && !alternate.equals(brief)) {
            keep(alternate, "alt-title", b);
        }
    }

    private static void people(XmlElement all, BibRecord.Builder b) {
        for (XmlElement author : all.child("authors").children("author")) {
            AuthorNames.several(author.text()).forEach(b::author);
        }
        names(all.child("secondary-authors"), ExtraKey.EDITOR, b);
        names(all.child("tertiary-authors"), ExtraKey.SERIES_EDITOR, b);
        names(all.child("subsidiary-authors"), ExtraKey.TRANSLATOR, b);
        names(all.child("translated-authors"), "translated-authors", b);
    }

    private static void names(XmlElement list, String key, BibRecord.Builder b) {
        list.children("author").forEach(a -> keep(a.text(), key, b));
    }

    private static void dates(XmlElement dates, BibRecord.Builder b, Consumer<String> mends) {
        String told = dates.child("year").text();
        String part = first(
                dates.at("pub-dates", "date").text(),
                dates.at("copyright-dates", "date").text());
        Integer year = PublicationYear.in(told);
        if (year == null && !told.isEmpty()) {
            mends.accept("No year can be read in “" + told + "”; the text is kept among the other fields.");
            b.extra("year", told);
        }
        year = year == null ? PublicationYear.in(part) : year;
        b.year(year);
        boolean more = year != null && !told.isEmpty() && !told.equals(year.toString());
        b.date(part.isEmpty() && more ? told : PublicationYear.dated(part, year));
    }

    private static void keywords(XmlElement list, BibRecord.Builder b) {
        list.children("keyword").forEach(k -> k.lines().lines().forEach(line -> Keywords.divide(line, b::keyword)));
    }

    /** The first web address is the record's own; files are kept as EndNote names them. */
    private static List<String> addresses(XmlElement urls, BibRecord.Builder b) {
        List<String> web = new ArrayList<>();
        for (XmlElement group : urls.children()) {
            boolean file = group.name().equals("pdf-urls");
            group.each("url", u -> u.lines().lines().forEach(line -> {
                if (file) {
                    b.extra(ExtraKey.FILE, line);
                } else {
                    web.add(line);
                }
            }));
        }
        for (int i = 0; i < web.size(); i++) {
            if (i == 0) {
                b.url(web.getFirst());
            } else {
                b.extra(ExtraKey.OTHER_URL, web.get(i));
            }
        }
        return web;
    }

    private static void identifiers(XmlElement r, List<String> addresses, BibRecord.Builder b) {
        List<String> others = new ArrayList<>();
        for (XmlElement e : r.children()) {
            boolean free = e.name().startsWith("custom") || e.name().startsWith("misc");
            if (free || Set.of("notes", "research-notes", "label", "call-num").contains(e.name())) {
                others.add(e.text());
            }
        }
        String resource = r.child("electronic-resource-num").text();
        b.doi(EndNoteIds.doi(resource, others, addresses).orElse(null));
        if (DoiText.whole(resource).isEmpty()) {
            keep(resource, "electronic-resource-num", b);
        }
        String accession = r.child("accession-num").text();
        b.accession(accession);
        others.addAll(addresses);
        String database = r.child("remote-database-name").text() + " "
                + r.child("remote-database-provider").text();
        b.pmid(EndNoteIds.pmid(accession, database, others));
    }

    /** EndNote calls the seventh custom field of an article its article number, the second its PMCID. */
    private static void rest(XmlElement r, boolean issuePlaced, boolean article, BibRecord.Builder b) {
        for (XmlElement e : r.children()) {
            boolean placed = PLACED.contains(e.name()) || e.name().equals("issue") && issuePlaced;
            if (placed) {
                continue;
            }
            String key = EndNoteElements.KEYS.getOrDefault(e.name(), e.name());
            if (key.startsWith(ExtraKey.CUSTOM) && e.text().matches(EndNoteIds.PMID + "\\d+")) {
                continue;
            }
            if (key.equals(ExtraKey.CUSTOM + 2) && e.text().matches("PMC\\d+")) {
                key = ExtraKey.PMCID;
            } else if (key.equals(ExtraKey.CUSTOM + 7) && article) {
                key = ExtraKey.ARTICLE_NUMBER;
            }
            if (key.equals(ExtraKey.AFFILIATION) || key.equals(ExtraKey.WORK_TYPE)) {
                String many = key;
                e.lines().lines().forEach(line -> keep(line, many, b));
            } else {
                keep(e.lines(), key, b);
            }
        }
    }

    private static String first(String... values) {
        for (String value : values) {
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static void keep(String value, String key, BibRecord.Builder b) {
        if (!value.isEmpty()) {
            b.extra(key, value);
        }
    }
}
