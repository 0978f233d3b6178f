package org.winnow.formats.nbib;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.winnow.formats.decision.DecisionNotes;
import org.winnow.formats.text.Chars;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.MedlineType;
import org.winnow.formats.value.PublicationYear;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;
import org.winnow.model.ScreenedRecord;

/**
 * Writes MEDLINE text as PubMed lays it out, wrapped at 80 columns, the note with the decision first among the notes.
 * The tags AN and URL, which MEDLINE does not have, carry accession numbers and addresses. It cannot carry: line breaks
 * within a value, which index terms are MeSH headings, the kind {@code NEWS}, publication types that contradict the kind
 * of document, and tags of other formats.
 */
public final class NbibWriter {
    private static final int COLUMNS = 80;
    private static final String INDENT = "      ";

    /** Words for kinds of documents that {@link MedlineType} reads. */
    private static final Map<ReferenceType, String> TYPES = Map.ofEntries(
            Map.entry(ReferenceType.BOOK, "Book"),
            Map.entry(ReferenceType.CHAPTER, "Book Chapter"),
            Map.entry(ReferenceType.CONFERENCE, "Conference Paper"),
            Map.entry(ReferenceType.DATASET, "Dataset"),
            Map.entry(ReferenceType.DISSERTATION, "Academic Dissertation"),
            Map.entry(ReferenceType.PATENT, "Patent"),
            Map.entry(ReferenceType.PREPRINT, "Preprint"),
            Map.entry(ReferenceType.REGISTRY_ENTRY, "Trial Registry Record"),
            Map.entry(ReferenceType.REPORT, "Technical Report"),
            Map.entry(ReferenceType.STANDARD, "Standard"),
            Map.entry(ReferenceType.WEB_PAGE, "Web Page"),
            Map.entry(ReferenceType.OTHER, "Unpublished"));

    /** Tags of MEDLINE that have no field and go out as they came in. */
    private static final Set<String> KEPT =
            Set.of(("AID LID GR SI RN NM CIN CON EIN EFR RIN ROF PRIN PROF RPI RPF RRI RRF "
                            + "ECI ECF UIN UOF SPIN ORI ADI AUI SB JID STAT OWN PHST DCOM LR EDAT MHDA CRDT DEP SO PST FPS PS GS "
                            + "CI COIS OAB OABL RF SFM OID FIR IR IRAD MID VTI AUID")
                    .split(" "));

    private static final Map<String, String> TAGS = tags();

    private final Writer out;

    /** @param out is flushed at the end and stays open */
    public NbibWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Writes all and tells how many. */
    public long write(Stream<ScreenedRecord> records) throws IOException {
        long written = 0;
        for (Iterator<ScreenedRecord> all = records.iterator(); all.hasNext(); ) {
            out.write(written == 0 ? "" : "\r\n");
            record(all.next());
            written++;
        }
        out.flush();
        return written;
    }

    private void record(ScreenedRecord screened) throws IOException {
        BibRecord r = screened.record();
        begin(r, screened.source());
        each("IS", r.issn());
        each("ISBN", r.isbn());
        tag("VI", r.volume());
        tag("IP", r.issue());
        date(r);
        tag("TI", r.title());
        tag("PG", r.pages());
        Doi doi = r.doi();
        tag("LID", doi == null ? "" : doi.value() + " [doi]");
        tag("AB", r.abstractText());
        for (Author author : r.authors()) {
            author(author);
        }
        each("LA", r.language());
        types(r);
        tag("TA", r.journalShort());
        tag("JT", r.journal());
        tag("PB", r.publisher());
        tag("AN", r.accession().equals(r.pmid()) ? "" : r.accession());
        tag("URL", r.url());
        for (String keyword : r.keywords()) {
            tag("OT", keyword);
        }
        extra(r);
        for (String note : DecisionNotes.of(screened)) {
            tag("GN", note);
        }
        for (String note : DecisionNotes.own(screened)) {
            tag("GN", note);
        }
    }

    /** Readers know a record by its first tag; where there is no PMID it is the owner. */
    private void begin(BibRecord r, String source) throws IOException {
        tag("PMID", r.pmid());
        boolean owned = r.extra().containsKey("OWN");
        if (r.pmid().isEmpty()) {
            tag("OWN", owned ? r.extra().get("OWN").getFirst() : source.isEmpty() ? "Winnow" : source);
        } else if (owned) {
            tag("OWN", r.extra().get("OWN").getFirst());
        }
    }

    private void date(BibRecord r) throws IOException {
        Integer year = r.year();
        String whole = PublicationYear.dated(r.date(), year);
        tag("DP", whole.isEmpty() && year != null ? String.format("%04d", year) : whole);
    }

    private void author(Author author) throws IOException {
        if (author.given().isEmpty()) {
            tag("CN", author.family());
            return;
        }
        tag("FAU", author.family() + ", " + author.given());
        int comma = author.given().indexOf(", ");
        String suffix = comma < 0 ? "" : " " + author.given().substring(comma + 2);
        String given = comma < 0 ? author.given() : author.given().substring(0, comma);
        tag("AU", author.family() + " " + initials(given) + suffix);
    }

    private static String initials(String given) {
        StringBuilder all = new StringBuilder();
        for (String name : given.split("[\\s.-]+")) {
            if (!name.isEmpty()) {
                all.appendCodePoint(Character.toUpperCase(name.codePointAt(0)));
            }
        }
        return all.toString();
    }

    /** The publication types that came with the record, but for those that tell another kind; that is told before them. */
    private void types(BibRecord r) throws IOException {
        List<String> told = r.extra().getOrDefault(ExtraKey.WORK_TYPE, List.of());
        Optional<ReferenceType> read = MedlineType.of(told);
        if (r.type() != read.orElse(ReferenceType.ARTICLE)) {
            tag("PT", TYPES.getOrDefault(r.type(), ""));
        }
        boolean article = r.type() == ReferenceType.ARTICLE;
        for (String type : told) {
            boolean other = article && MedlineType.of(List.of(type)).isPresent();
            tag("PT", other ? "" : type);
        }
    }

    private void extra(BibRecord r) throws IOException {
        for (Map.Entry<String, List<String>> kept : r.extra().entrySet()) {
            String key = kept.getKey();
            String tag = TAGS.getOrDefault(key, KEPT.contains(key) && !key.equals("OWN") ? key : "");
            for (String value : tag.isEmpty() ? List.<String>of() : kept.getValue()) {
                tag(tag, value);
            }
        }
    }

    private void each(String tag, String values) throws IOException {
        for (String value : values.split("; ")) {
            tag(tag, value);
        }
    }

    private void tag(String tag, String value) throws IOException {
        String line = Chars.oneLine(value);
        if (line.isEmpty()) {
            return;
        }
        out.write((tag + "    ").substring(0, 4));
        out.write("- ");
        for (String part : wrapped(line)) {
            out.write(part);
            out.write("\r\n");
        }
    }

    /** Divides at blanks; what has none stays on one line. */
    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        int room = COLUMNS - INDENT.length();
        while (text.length() - from > room) {
            int at = from + room;
            while (at > from && !divides(text, at)) {
                at--;
            }
            if (at == from) {
                at = from + room;
                while (at < text.length() && !divides(text, at)) {
                    at++;
                }
            }
            if (at >= text.length()) {
                break;
            }
            lines.add((lines.isEmpty() ? "" : INDENT) + text.substring(from, at));
            from = at + 1;
        }
        lines.add((lines.isEmpty() ? "" : INDENT) + text.substring(from));
        return lines;
    }

    /** Whether a blank stands alone: readers trim lines, and odd blanks beside it would be lost. */
    private static boolean divides(String text, int at) {
        return text.charAt(at) == ' '
                && at > 0
                && at + 1 < text.length()
                && !Chars.blank(text.charAt(at - 1))
                && !Chars.blank(text.charAt(at + 1));
    }

    private static Map<String, String> tags() {
        Map<String, String> m = new HashMap<>();
        NbibMapping.KEYS.forEach((tag, key) -> m.put(key, tag));
        m.put(ExtraKey.EDITOR, "FED");
        m.put(ExtraKey.REGISTRATION, "SI");
        m.remove(ExtraKey.WORK_TYPE);
        return Map.copyOf(m);
    }
}
