package org.winnow.formats.ris;

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
import java.util.stream.Stream;
import org.winnow.formats.decision.DecisionNotes;
import org.winnow.formats.text.Chars;
import org.winnow.formats.value.AuthorNames;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.PageRange;
import org.winnow.formats.value.WorkTypes;
import org.winnow.model.BibRecord;
import org.winnow.model.ScreenedRecord;

/**
 * Writes RIS that EndNote, Zotero, Rayyan, Covidence, EPPI-Reviewer and ASReview read: the new family of tags, one value
 * a line, notes last and the note with the decision first among them.
 */
public final class RisWriter {
    /** Tags that have their own place in the record, whatever was kept beside the fields. */
    private static final Set<String> LAST = Set.of("N1", "ER", "TY");

    private final Writer out;

    /** @param out is flushed at the end and stays open */
    public RisWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Writes all and tells how many. */
    public long write(Stream<ScreenedRecord> records) throws IOException {
        long written = 0;
        for (Iterator<ScreenedRecord> all = records.iterator(); all.hasNext(); ) {
            record(all.next());
            written++;
        }
        out.flush();
        return written;
    }

    private void record(ScreenedRecord screened) throws IOException {
        BibRecord r = screened.record();
        tag("TY", type(r));
        tag("TI", r.title());
        for (var author : r.authors()) {
            tag("AU", AuthorNames.written(author));
        }
        tag("PY", r.year() == null ? "" : String.format("%04d", r.year()));
        tag("DA", r.date());
        // readers prefer JF, so a further JF that was kept must not come before the journal
        tag(r.extra().containsKey("JF") ? "JF" : "T2", r.journal());
        tag("J2", r.journalShort());
        tag("VL", r.volume());
        tag("IS", r.issue());
        PageRange pages = PageRange.of(r.pages());
        tag("SP", pages.first());
        tag("EP", pages.last());
        identifiers(r, screened.source());
        tag("AB", r.abstractText());
        for (String keyword : r.keywords()) {
            tag("KW", keyword);
        }
        extra(r);
        notes(screened);
        out.write("ER  - \r\n\r\n");
    }

    private void identifiers(BibRecord r, String source) throws IOException {
        tag("DO", r.doi() == null ? "" : r.doi().value());
        each("SN", r.issn());
        each("SN", r.isbn());
        tag("LA", r.language());
        tag("PB", r.publisher());
        tag("UR", r.url());
        tag("AN", r.accession());
        if (!r.pmid().isEmpty()) {
            tag("C2", "PMID: " + r.pmid());
        }
        if (!r.extra().containsKey(ExtraKey.DATABASE)) {
            tag("DB", source);
        }
        for (String type : WorkTypes.of(r)) {
            tag("M3", type);
        }
    }

    /** Tags that came with the record and have no field go out as they came in. */
    private void extra(BibRecord r) throws IOException {
        for (Map.Entry<String, List<String>> kept : r.extra().entrySet()) {
            String key = kept.getKey();
            String tag = key.equals(ExtraKey.WORK_TYPE) ? null : RisKeys.tag(key, r.type());
            if (tag == null && RisTags.shaped(key) && RisTags.known(RisTags.code(key)) && !LAST.contains(key)) {
                tag = key;
            }
            for (String value : tag == null ? List.<String>of() : kept.getValue()) {
                if (!misread(tag, value, r)) {
                    tag(tag, value);
                }
            }
        }
    }

    /** Whether a tag that another format uses in another way would fill a field that is empty. */
    private static boolean misread(String tag, String value, BibRecord r) {
        return switch (tag) {
            case "DA", "PY", "Y1", "YR" -> r.year() != null && r.date().isEmpty();
            case "SP", "EP", "PG" -> r.pages().isEmpty();
            case "VL" -> r.volume().isEmpty();
            case "IS", "NO" -> r.issue().isEmpty();
            case "LA", "LG" -> r.language().isEmpty();
            case "PB", "PU" -> r.publisher().isEmpty();
            case "AB", "N2" -> r.abstractText().isEmpty();
            case "ID" -> r.accession().isEmpty() && !value.matches("\\d{1,5}");
            default -> false;
        };
    }

    private void notes(ScreenedRecord screened) throws IOException {
        for (String note : DecisionNotes.of(screened)) {
            tag("N1", note);
        }
        for (String note : DecisionNotes.own(screened)) {
            tag("N1", note);
        }
    }

    private static String type(BibRecord r) {
        List<String> told = r.extra().getOrDefault("TY", List.of());
        boolean agrees = !told.isEmpty() && RisTypes.kind(told.getFirst()) == r.type();
        return agrees ? told.getFirst() : RisTypes.code(r.type());
    }

    private void each(String tag, String numbers) throws IOException {
        for (String number : numbers.split("; ")) {
            tag(tag, number);
        }
    }

    private void tag(String tag, String value) throws IOException {
        if (!value.isEmpty()) {
            out.write(tag);
            out.write("  - ");
            out.write(Chars.oneLine(value));
            out.write("\r\n");
        }
    }
}
