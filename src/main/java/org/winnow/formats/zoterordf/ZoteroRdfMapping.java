package org.winnow.formats.zoterordf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.formats.value.DocumentKind;
import org.winnow.formats.value.DoiText;
import org.winnow.formats.value.EndNoteIds;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.NoteText;
import org.winnow.formats.value.PublicationYear;
import org.winnow.formats.value.StandardNumbers;
import org.winnow.formats.value.WorkTypes;
import org.winnow.formats.xml.XmlElement;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;

/** From one item of Zotero's RDF, with what stands beside it, to the fields of a record. */
final class ZoteroRdfMapping {
    /** Elements that have a field, or say nothing of the document. */
    private static final Set<String> PLACED = Set.of(
            "rdf:type",
            "z:itemType",
            "z:itemID",
            "z:displayTitle",
            "dc:title",
            "dcterms:isPartOf",
            "dcterms:isReferencedBy",
            "dcterms:abstract",
            "dcterms:dateSubmitted",
            "link:link",
            "dc:subject",
            "dc:date",
            "dc:identifier",
            "dc:publisher",
            "dc:relation",
            "dc:description",
            "bib:pages",
            "bib:presentedAt",
            "prism:volume",
            "prism:number",
            "z:language",
            "z:accessDate");

    private static final Map<String, String> KEYS = Map.of(
            "prism:edition", ExtraKey.EDITION,
            "z:shortTitle", ExtraKey.SHORT_TITLE,
            "z:numPages", ExtraKey.PAGE_COUNT,
            "z:numberOfVolumes", ExtraKey.VOLUME_COUNT,
            "z:libraryCatalog", ExtraKey.DATABASE,
            "z:type", ExtraKey.WORK_TYPE,
            "dc:type", ExtraKey.WORK_TYPE,
            "z:citationKey", ExtraKey.LABEL);

    /** Whoever made a thing of this kind, where it has no authors. */
    private static final List<String> MAKERS =
            List.of("bib:authors", "z:presenters", "z:inventors", "z:programmers", "z:podcasters", "z:directors");

    private static final Map<String, String> PEOPLE = Map.of(
            "bib:editors", ExtraKey.EDITOR,
            "z:seriesEditors", ExtraKey.SERIES_EDITOR,
            "z:translators", ExtraKey.TRANSLATOR);

    /** Zotero has no fields for these and keeps each in a line of Extra. */
    private static final Pattern LINE = Pattern.compile("(?m)^(DOI|PMCID): *(\\S+) *$");

    private final XmlElement item;
    private final Map<String, XmlElement> beside;
    private final List<String> mends;
    private final BibRecord.Builder b = BibRecord.builder();
    /** What it is a part of: journal, book, section, series, each perhaps a part of the next. */
    private final List<XmlElement> wholes = new ArrayList<>();

    private final List<String> numbers = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    ZoteroRdfMapping(XmlElement item, Map<String, XmlElement> beside, List<String> mends) {
        this.item = item;
        this.beside = beside;
        this.mends = mends;
    }

    /** The elements beside an item that it names. */
    static Set<String> named(XmlElement item) {
        Set<String> names = new LinkedHashSet<>();
        for (String link : List.of("dcterms:isPartOf", "link:link", "dcterms:isReferencedBy")) {
            item.each(link, e -> {
                names.add(e.attribute("resource"));
                e.children().forEach(inner -> names.addAll(named(inner)));
            });
        }
        names.remove("");
        return names;
    }

    /** The record, all but its raw text. */
    BibRecord.Builder record() {
        gather(item);
        String told = item.child("z:itemType").text();
        Optional<ReferenceType> kind = DocumentKind.of(told);
        ReferenceType type = WorkTypes.finer(
                kind.orElse(ReferenceType.OTHER),
                List.of(item.child("z:type").text(), item.child("dc:type").text()));
        b.type(type).title(item.child("dc:title").text());
        if (kind.isEmpty()) {
            keep(told, "item type");
        }
        people();
        journal();
        dates();
        b.pages(item.child("bib:pages").text())
                .language(item.child("z:language").text());
        b.abstractText(item.child("dcterms:abstract").verbatim());
        publisher();
        subjects();
        identifiers(type == ReferenceType.BOOK || type == ReferenceType.CHAPTER);
        item.each("dcterms:isReferencedBy", e -> notes(target(e)));
        item.each("link:link", e -> file(target(e)));
        rest();
        return b;
    }

    private void gather(XmlElement part) {
        for (XmlElement e : part.children("dcterms:isPartOf")) {
            for (XmlElement whole : target(e)) {
                wholes.add(whole);
                gather(whole);
            }
        }
    }

    /** What an element holds, or names by its address. */
    private List<XmlElement> target(XmlElement e) {
        XmlElement named = beside.get(e.attribute("resource"));
        return named == null ? e.children() : List.of(named);
    }

    private void people() {
        String made = MAKERS.stream()
                .filter(role -> item.child(role) != XmlElement.NONE)
                .findFirst()
                .orElse("");
        for (XmlElement role : item.children()) {
            role.each("foaf:Person", person -> {
                String given = person.child("foaf:givenName").text();
                Author author = new Author(
                        person.child("foaf:surname").text(),
                        given.isEmpty() ? person.child("foaf:givenname").text() : given);
                if (role.name().equals(made)) {
                    b.author(author);
                } else {
                    keep(author.display(), PEOPLE.getOrDefault(role.name(), local(role)));
                }
            });
        }
    }

    private void journal() {
        for (XmlElement whole : wholes) {
            String title = whole.child("dc:title").text();
            switch (whole.name()) {
                case "bib:Part" -> keep(title, ExtraKey.SECTION);
                case "bib:Series" -> {
                    keep(title, ExtraKey.SERIES);
                    keep(whole.child("dcterms:alternative").text(), ExtraKey.SERIES);
                    keep(whole.child("dc:description").text(), "series text");
                    keep(whole.child("dc:identifier").text(), "series number");
                }
                default -> {
                    b.journal(title)
                            .journalShort(whole.child("dcterms:alternative").text());
                    whole.children("dc:identifier").forEach(this::number);
                }
            }
        }
        b.volume(anywhere("prism:volume")).issue(anywhere("prism:number"));
        item.at("bib:presentedAt", "bib:Conference").each("dc:title", title -> keep(title.text(), ExtraKey.CONFERENCE));
    }

    private String anywhere(String name) {
        String own = item.child(name).text();
        for (XmlElement whole : wholes) {
            own = own.isEmpty() ? whole.child(name).text() : own;
        }
        return own;
    }

    private void dates() {
        String date = item.child("dc:date").text();
        Integer year = PublicationYear.in(date);
        if (year == null && !date.isEmpty()) {
            mends.add("No year can be read in “" + date + "”; the text is kept as the date.");
        }
        b.year(year).date(PublicationYear.dated(date, year));
        keep(item.child("dcterms:dateSubmitted").text(), ExtraKey.ACCESS_DATE);
    }

    private void publisher() {
        XmlElement house = item.at("dc:publisher", "foaf:Organization");
        b.publisher(house.child("foaf:name").text());
        house.each("vcard:locality", place -> keep(place.text(), ExtraKey.PLACE));
    }

    private void subjects() {
        for (XmlElement subject : item.children("dc:subject")) {
            if (subject.child("dcterms:LCC") != XmlElement.NONE) {
                keep(subject.text(), ExtraKey.CALL_NUMBER);
            } else if (!subject.text().isEmpty()) {
                b.keyword(subject.text());
            }
        }
    }

    private void identifiers(boolean book) {
        item.children("dc:identifier").forEach(this::number);
        String extra = item.child("dc:description").verbatim();
        keep(extra, "Extra");
        Matcher line = LINE.matcher(extra);
        while (line.find()) {
            if (line.group(1).equals("PMCID")) {
                keep(line.group(2), ExtraKey.PMCID);
            } else {
                numbers.add("DOI " + line.group(2));
            }
        }
        StandardNumbers standard = new StandardNumbers();
        Optional<Doi> doi = Optional.empty();
        String accession = "";
        for (String number : numbers) {
            if (number.startsWith("ISSN ") || number.startsWith("ISBN ")) {
                standard.add(number.substring(5), number.startsWith("ISBN ") || book);
            } else if (number.startsWith("DOI ")) {
                doi = doi.or(() -> Doi.find(number.substring(4)));
            } else {
                accession = accession.isEmpty() ? number : accession + "; " + number;
            }
        }
        b.issn(standard.issn()).isbn(standard.isbn()).accession(accession);
        b.doi(doi.or(() -> addresses.stream()
                        .flatMap(a -> DoiText.inAddress(a).stream())
                        .findFirst())
                .orElse(null));
        List<String> others = new ArrayList<>(addresses);
        others.addAll(extra.lines().toList());
        b.pmid(EndNoteIds.pmid(accession, item.child("z:libraryCatalog").text(), others));
    }

    private void number(XmlElement identifier) {
        String address = identifier.at("dcterms:URI", "rdf:value").text();
        if (address.isEmpty()) {
            numbers.add(identifier.text());
        } else if (addresses.isEmpty()) {
            addresses.add(address);
            b.url(address);
        } else {
            addresses.add(address);
            keep(address, ExtraKey.OTHER_URL);
        }
    }

    private void notes(List<XmlElement> memos) {
        for (XmlElement memo : memos) {
            String note = NoteText.plain(memo.child("rdf:value").verbatim());
            if (!note.isEmpty()) {
                b.note(note);
            }
        }
    }

    /** Files with their paths beside the export, or where they lie on the computer that has written it. */
    private void file(List<XmlElement> attachments) {
        for (XmlElement attachment : attachments) {
            String copied = attachment.child("rdf:resource").attribute("resource");
            String path = copied.isEmpty() ? attachment.child("z:path").attribute("resource") : copied;
            keep(path.isEmpty() ? attachment.child("z:path").text() : path, ExtraKey.FILE);
        }
    }

    private void rest() {
        for (XmlElement e : item.children()) {
            boolean person = e.child("rdf:Seq") != XmlElement.NONE;
            if (!PLACED.contains(e.name()) && !person) {
                keep(e.text(), KEYS.getOrDefault(e.name(), local(e)));
            }
        }
    }

    private static String local(XmlElement e) {
        return e.name().substring(e.name().indexOf(':') + 1);
    }

    private void keep(String value, String key) {
        if (!value.isBlank()) {
            b.extra(key, value);
        }
    }
}
