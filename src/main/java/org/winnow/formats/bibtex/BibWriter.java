package org.winnow.formats.bibtex;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.formats.decision.DecisionNotes;
import org.winnow.formats.decision.RayyanNote;
import org.winnow.formats.decision.WinnowNote;
import org.winnow.formats.table.RecordCells;
import org.winnow.formats.table.TypeWords;
import org.winnow.formats.value.DocumentKind;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.PublicationYear;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.ReferenceType;
import org.winnow.model.ScreenedRecord;

/**
 * Writes BibTeX in UTF-8 that JabRef, Zotero and biber read; what was decided stands in {@code note} as Rayyan writes
 * it, and whole in {@code annotation}.
 */
public final class BibWriter {
    /** What has no field in a record, and the field that it is in BibTeX. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry(ExtraKey.PLACE, "address"),
            Map.entry(ExtraKey.EDITION, "edition"),
            Map.entry(ExtraKey.SERIES, "series"),
            Map.entry(ExtraKey.CONFERENCE, "eventtitle"),
            Map.entry(ExtraKey.SHORT_TITLE, "shorttitle"),
            Map.entry(ExtraKey.PAGE_COUNT, "pagetotal"),
            Map.entry(ExtraKey.VOLUME_COUNT, "volumes"),
            Map.entry(ExtraKey.SECTION, "chapter"),
            Map.entry(ExtraKey.AFFILIATION, "affiliation"),
            Map.entry(ExtraKey.ACCESS_DATE, "urldate"),
            Map.entry(ExtraKey.ARTICLE_NUMBER, "eid"),
            Map.entry(ExtraKey.PMCID, "pmcid"),
            Map.entry(ExtraKey.DATABASE, "source"));

    /** Fields that are written from a record's own, or never. */
    private static final Set<String> OWN = Set.of(
            "author",
            "editor",
            "translator",
            "title",
            "subtitle",
            "journal",
            "journaltitle",
            "fjournal",
            "booktitle",
            "shortjournal",
            "year",
            "month",
            "day",
            "date",
            "volume",
            "number",
            "issue",
            "pages",
            "doi",
            "pmid",
            "abstract",
            "keywords",
            "language",
            "issn",
            "isbn",
            "publisher",
            "url",
            "accession",
            "note",
            "annote",
            "annotation",
            "type",
            "file",
            "crossref",
            "xdata",
            "xref",
            "ids",
            "source");

    private static final String ISO = "\\d{4}-\\d{2}(-\\d{2})?";

    private final Writer out;
    private final CitationKeys keys = new CitationKeys();

    /** @param out is flushed at the end and stays open */
    public BibWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Writes all and tells how many. */
    public long write(Stream<ScreenedRecord> records) throws IOException {
        long written = 0;
        for (Iterator<ScreenedRecord> all = records.iterator(); all.hasNext(); written++) {
            entry(all.next());
        }
        out.flush();
        return written;
    }

    private void entry(ScreenedRecord s) throws IOException {
        BibRecord r = s.record();
        out.write("@" + entryType(r) + "{" + keys.of(r));
        field("author", names(r.authors()));
        for (String who : List.of(ExtraKey.EDITOR, ExtraKey.TRANSLATOR)) {
            List<String> people = r.extra().getOrDefault(who, List.of());
            field(who, names(people.stream().map(Author::of).toList()));
        }
        field("title", LatexEscape.title(r.title()));
        boolean part = r.type() == ReferenceType.CHAPTER || r.type() == ReferenceType.CONFERENCE;
        text(part ? "booktitle" : "journal", r.journal());
        text("shortjournal", r.journalShort());
        dates(r);
        text("volume", r.volume());
        text("number", r.issue());
        text("pages", r.pages());
        text("publisher", r.publisher());
        identifiers(r);
        type(r);
        extra(s);
        text("keywords", keywords(r.keywords()));
        field("abstract", LatexEscape.of(r.abstractText()).replace("\n", "\n\n"));
        notes(s);
        out.write("\n}\n\n");
    }

    private static String entryType(BibRecord r) {
        String own = r.extra().getOrDefault(BibMapping.ENTRY_TYPE, List.of("")).getFirst();
        boolean agrees = own.matches("[a-z]+") && BibTypes.kind(own) == r.type();
        return agrees ? own : BibTypes.entryType(r.type());
    }

    private void dates(BibRecord r) throws IOException {
        Integer year = r.year();
        Integer dated = PublicationYear.in(r.date());
        boolean iso = r.date().matches(ISO) && dated != null && dated.equals(year);
        field("year", year == null ? "" : String.format("%04d", year));
        field("date", iso ? r.date() : "");
        text(BibDates.AS_IT_CAME, iso ? "" : r.date());
    }

    private void identifiers(BibRecord r) throws IOException {
        field("doi", r.doi() == null ? "" : r.doi().value().replaceAll("[{}]", ""));
        field("pmid", r.pmid());
        text("issn", r.issn());
        text("isbn", r.isbn());
        text("language", r.language());
        field("url", r.url().replace("{", "%7B").replace("}", "%7D"));
        text("accession", r.accession());
    }

    private void type(BibRecord r) throws IOException {
        boolean misc = BibTypes.entryType(r.type()).equals("misc") && r.type() != ReferenceType.OTHER;
        List<String> told = r.extra().getOrDefault(ExtraKey.WORK_TYPE, List.of());
        String words = String.join("; ", told);
        boolean misleading =
                r.type() == ReferenceType.OTHER && DocumentKind.of(words).isPresent();
        text("type", misc ? TypeWords.word(r.type()) : misleading ? "" : words);
    }

    private void extra(ScreenedRecord s) throws IOException {
        BibRecord r = s.record();
        if (!r.extra().containsKey(ExtraKey.DATABASE)) {
            text("source", s.source());
        }
        for (Map.Entry<String, List<String>> kept : r.extra().entrySet()) {
            String field = FIELDS.getOrDefault(kept.getKey(), kept.getKey());
            boolean known = FIELDS.containsKey(kept.getKey());
            boolean free = field.matches("[a-z][a-z0-9_:+.-]{2,40}")
                    && !OWN.contains(field)
                    && !RecordCells.HEADER.contains(field)
                    && !FIELDS.containsValue(field);
            if (known || free) {
                text(field, String.join("; ", kept.getValue()));
            }
        }
        List<String> files = r.extra().getOrDefault(ExtraKey.FILE, List.of());
        field(
                "file",
                files.size() == 1
                        ? files.getFirst()
                        : files.stream().map(BibWriter::path).collect(Collectors.joining(";")));
    }

    /** A path among several, unless it came from BibTeX: what divides paths there is escaped in a name. */
    private static String path(String file) {
        boolean written = file.matches("(?i).*:(pdf|[a-z]+/[a-z.+-]+)");
        return written ? file : file.replaceAll("(?<!\\\\)(;|(?<!^[A-Za-z]):(?!//))", "\\\\$1");
    }

    /** Rayyan's line first, then the record's own notes, then everything that was decided. */
    private void notes(ScreenedRecord s) throws IOException {
        List<String> own = DecisionNotes.own(s);
        if (s.decisions().isEmpty()) {
            text("note", String.join("\n\n", own));
            return;
        }
        text("note", RayyanNote.of(s));
        text("annote", String.join("\n\n", own));
        text("annotation", WinnowNote.of(s));
    }

    private static String keywords(List<String> keywords) {
        boolean commas =
                keywords.stream().anyMatch(k -> k.indexOf(',') >= 0 || k.indexOf('(') >= 0 || k.indexOf(')') >= 0);
        boolean marks = keywords.stream().anyMatch(k -> k.indexOf(';') >= 0);
        return commas || marks
                ? keywords.stream().map(k -> k + ";").collect(Collectors.joining(" "))
                : String.join(", ", keywords);
    }

    private static String names(List<Author> people) {
        return people.stream().map(BibWriter::name).collect(Collectors.joining(" and "));
    }

    private static String name(Author a) {
        if (a.given().isEmpty()) {
            return "{" + LatexEscape.of(a.family()) + "}";
        }
        int comma = a.given().lastIndexOf(',');
        String given = comma < 0 ? a.given() : a.given().substring(0, comma);
        String suffix = comma < 0 ? "" : a.given().substring(comma + 1).strip();
        return word(a.family()) + ", " + (suffix.isEmpty() ? "" : word(suffix) + ", ") + word(given);
    }

    /** Part of a name; in braces where what it holds would divide it. */
    private static String word(String text) {
        String latex = LatexEscape.of(text);
        boolean divides = text.isBlank() || text.indexOf(',') >= 0 || (" " + text + " ").matches("(?i).*\\sand\\s.*");
        return divides ? "{" + latex + "}" : latex;
    }

    private void text(String name, String value) throws IOException {
        field(name, LatexEscape.of(value));
    }

    private void field(String name, String latex) throws IOException {
        if (!latex.isBlank()) {
            out.write(",\n  " + name + " = {" + latex.strip() + "}");
        }
    }
}
