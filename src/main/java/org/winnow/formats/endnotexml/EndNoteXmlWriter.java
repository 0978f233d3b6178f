package org.winnow.formats.endnotexml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.winnow.formats.decision.DecisionNotes;
import org.winnow.formats.value.AuthorNames;
import org.winnow.formats.value.EndNoteIds;
import org.winnow.formats.value.EndNoteType;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.WorkTypes;
import org.winnow.formats.xml.XmlWriter;
import org.winnow.model.BibRecord;
import org.winnow.model.ScreenedRecord;

/**
 * Writes EndNote's XML, which Zotero, Mendeley and JabRef read too; the note with the decision is the first of the notes.
 * Everything that a record has goes in but for the tags of other formats that have no element here; of a kind of
 * document only what EndNote distinguishes comes back, and an empty line within a note divides it.
 */
public final class EndNoteXmlWriter {
    /** Elements in which EndNote keeps what it likes, in the order in which they are used for a PubMed identifier. */
    private static final int[] FREE = {6, 5, 4, 3, 1, 7, 2};

    private final XmlWriter xml;

    /** @param out is flushed at the end and stays open */
    public EndNoteXmlWriter(OutputStream out) throws IOException {
        this.xml = new XmlWriter(out);
    }

    /** Writes all and tells how many. */
    public long write(Stream<ScreenedRecord> records) throws IOException {
        long written = 0;
        xml.open("xml");
        xml.open("records");
        xml.line();
        for (Iterator<ScreenedRecord> all = records.iterator(); all.hasNext(); ) {
            record(all.next());
            written++;
        }
        xml.close("records");
        xml.close("xml");
        xml.line();
        xml.end();
        return written;
    }

    private void record(ScreenedRecord screened) throws IOException {
        BibRecord r = screened.record();
        xml.open("record");
        xml.open("source-app", "name", "Winnow");
        xml.text("Winnow");
        xml.close("source-app");
        String number = first(r, ExtraKey.LIBRARY_NUMBER);
        xml.element(
                "rec-number",
                number.isEmpty() && screened.id().value() > 0 ? screened.id().toString() : number);
        EndNoteType type = EndNoteType.of(r.type(), first(r, "ref-type"));
        xml.open("ref-type", "name", type.title());
        xml.text(String.valueOf(type.number()));
        xml.close("ref-type");
        people(r);
        xml.element("auth-address", joined(r, ExtraKey.AFFILIATION));
        titles(r);
        place(r);
        keywords(r.keywords());
        dates(r);
        publication(r);
        String source = r.extra().containsKey(ExtraKey.DATABASE) ? first(r, ExtraKey.DATABASE) : screened.source();
        identifiers(r, source + " " + first(r, ExtraKey.PROVIDER));
        xml.element("abstract", r.abstractText());
        notes(screened);
        xml.element("remote-database-name", source);
        for (Map.Entry<String, String> element : EndNoteElements.TEXT.entrySet()) {
            String text = element.getValue().equals(ExtraKey.WORK_TYPE)
                    ? String.join("\n", WorkTypes.of(r))
                    : joined(r, element.getValue());
            boolean numbered = text.isEmpty() && element.getKey().startsWith("custom");
            xml.element(element.getKey(), numbered ? joined(r, EndNoteElements.KEYS.get(element.getKey())) : text);
        }
        xml.element("language", r.language());
        addresses(r);
        xml.close("record");
        xml.line();
    }

    private void people(BibRecord r) throws IOException {
        xml.open("contributors");
        names("authors", r.authors().stream().map(AuthorNames::forEndNote).toList());
        names("secondary-authors", all(r, ExtraKey.EDITOR));
        names("tertiary-authors", all(r, ExtraKey.SERIES_EDITOR));
        names("subsidiary-authors", all(r, ExtraKey.TRANSLATOR));
        names("translated-authors", all(r, "translated-authors"));
        xml.close("contributors");
    }

    private void names(String element, List<String> names) throws IOException {
        if (!names.isEmpty()) {
            xml.open(element);
            for (String name : names) {
                xml.element("author", name);
            }
            xml.close(element);
        }
    }

    private void titles(BibRecord r) throws IOException {
        xml.open("titles");
        xml.element("title", r.title());
        String second = first(r, "secondary-title");
        xml.element("secondary-title", second.isEmpty() ? r.journal() : second);
        xml.element("tertiary-title", first(r, ExtraKey.SERIES));
        xml.element("alt-title", first(r, "alt-title"));
        xml.element("short-title", first(r, ExtraKey.SHORT_TITLE));
        xml.element("translated-title", first(r, ExtraKey.OTHER_TITLE));
        xml.close("titles");
        if (!r.journal().isEmpty()) {
            xml.open("periodical");
            xml.element("full-title", r.journal());
            xml.element("abbr-1", r.journalShort());
            xml.close("periodical");
        }
    }

    private void place(BibRecord r) throws IOException {
        xml.element("pages", r.pages());
        xml.element("volume", r.volume());
        xml.element("number", r.issue());
    }

    private void keywords(List<String> keywords) throws IOException {
        if (!keywords.isEmpty()) {
            xml.open("keywords");
            for (String keyword : keywords) {
                xml.element("keyword", keyword);
            }
            xml.close("keywords");
        }
    }

    private void dates(BibRecord r) throws IOException {
        if (r.year() == null && r.date().isEmpty()) {
            return;
        }
        xml.open("dates");
        xml.element("year", r.year() == null ? "" : String.format("%04d", r.year()));
        if (!r.date().isEmpty()) {
            xml.open("pub-dates");
            xml.element("date", r.date());
            xml.close("pub-dates");
        }
        xml.close("dates");
    }

    private void publication(BibRecord r) throws IOException {
        xml.element("publisher", r.publisher());
        List<String> numbers = new ArrayList<>();
        for (String all : new String[] {r.issn(), r.isbn()}) {
            if (!all.isEmpty()) {
                numbers.addAll(List.of(all.split("; ")));
            }
        }
        xml.element("isbn", String.join("\n", numbers));
    }

    /** A PubMed identifier that the accession number does not tell goes into an element that is free. */
    private void identifiers(BibRecord r, String database) throws IOException {
        xml.element("accession-num", r.accession());
        String told = first(r, "electronic-resource-num");
        xml.element(
                "electronic-resource-num",
                told.isEmpty() && r.doi() != null ? r.doi().value() : told);
        boolean open = !r.pmid().isEmpty()
                && !EndNoteIds.pmid(r.accession(), database, List.of()).equals(r.pmid());
        for (int n : FREE) {
            boolean free = !r.extra().containsKey(ExtraKey.CUSTOM + n)
                    && !(n == 2 && r.extra().containsKey(ExtraKey.PMCID))
                    && !(n == 7 && r.extra().containsKey(ExtraKey.ARTICLE_NUMBER));
            if (open && free) {
                xml.element("custom" + n, EndNoteIds.PMID + r.pmid());
                open = false;
            }
        }
    }

    private void notes(ScreenedRecord screened) throws IOException {
        List<String> notes = new ArrayList<>(DecisionNotes.of(screened));
        notes.addAll(DecisionNotes.own(screened));
        xml.element("notes", String.join("\n\n", notes));
    }

    private void addresses(BibRecord r) throws IOException {
        List<String> web = new ArrayList<>();
        if (!r.url().isEmpty()) {
            web.add(r.url());
        }
        web.addAll(all(r, ExtraKey.OTHER_URL));
        xml.open("urls");
        urls("related-urls", web);
        urls("pdf-urls", all(r, ExtraKey.FILE));
        xml.close("urls");
    }

    private void urls(String element, List<String> urls) throws IOException {
        if (!urls.isEmpty()) {
            xml.open(element);
            for (String url : urls) {
                xml.element("url", url);
            }
            xml.close(element);
        }
    }

    private static List<String> all(BibRecord r, String key) {
        return r.extra().getOrDefault(key, List.of());
    }

    private static String first(BibRecord r, String key) {
        List<String> values = all(r, key);
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static String joined(BibRecord r, String key) {
        return String.join("\n", all(r, key));
    }
}
