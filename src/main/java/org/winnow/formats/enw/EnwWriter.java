package org.winnow.formats.enw;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.winnow.formats.decision.DecisionNotes;
import org.winnow.formats.text.Chars;
import org.winnow.formats.value.AuthorNames;
import org.winnow.formats.value.EndNoteIds;
import org.winnow.formats.value.EndNoteType;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.WorkTypes;
import org.winnow.model.BibRecord;
import org.winnow.model.ReferenceType;
import org.winnow.model.ScreenedRecord;

/**
 * Writes EndNote's tagged format, one value a line, the note with the decision first among the notes. It cannot carry:
 * line breaks within a value, the abbreviated journal of a reference that is none of a journal, tags of other formats,
 * and of a kind of document what EndNote does not distinguish.
 */
public final class EnwWriter {
    private static final String FREE = "$#4312";

    private static final Map<String, String> TAGS = tags();

    private final Writer out;

    /** @param out is flushed at the end and stays open */
    public EnwWriter(OutputStream out) {
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
        List<String> told = r.extra().getOrDefault("%0", List.of());
        tag("%0", EndNoteType.of(r.type(), told.isEmpty() ? "" : told.getLast()).title());
        tag("%T", r.title());
        for (var author : r.authors()) {
            tag("%A", AuthorNames.forEndNote(author));
        }
        tag("%D", r.year() == null ? "" : String.format("%04d", r.year()));
        tag("%8", r.date());
        journal(r);
        tag("%V", r.volume());
        tag("%N", r.issue());
        tag("%P", r.pages());
        tag("%I", r.publisher());
        each("%@", r.issn());
        each("%@", r.isbn());
        tag("%G", r.language());
        identifiers(r, screened.source());
        tag("%X", r.abstractText());
        for (String keyword : r.keywords()) {
            tag("%K", keyword);
        }
        for (String type : WorkTypes.of(r)) {
            tag("%9", type);
        }
        for (Map.Entry<String, List<String>> kept : r.extra().entrySet()) {
            String key = kept.getKey();
            String tag = TAGS.getOrDefault(key, EnwTags.at(key.toCharArray(), 0, key.length()) ? key : "");
            for (String value :
                    tag.equals("%0") || tag.equals("%9") || tag.isEmpty() ? List.<String>of() : kept.getValue()) {
                tag(tag, value);
            }
        }
        for (String note : DecisionNotes.of(screened)) {
            tag("%Z", note);
        }
        for (String note : DecisionNotes.own(screened)) {
            tag("%Z", note);
        }
        out.write("\r\n");
    }

    /** EndNote has the journal of an article under J and the book or conference of anything else under B. */
    private void journal(BibRecord r) throws IOException {
        boolean article = r.type() == ReferenceType.ARTICLE;
        tag(article ? "%J" : "%B", r.journal());
        tag("%J", r.journalShort().length() < r.journal().length() ? r.journalShort() : "");
    }

    private void identifiers(BibRecord r, String source) throws IOException {
        tag("%M", r.accession());
        if (r.doi() != null && !r.extra().containsKey("%R")) {
            tag("%R", r.doi().value());
        }
        tag("%U", r.url());
        String database = String.join(" ", r.extra().getOrDefault(ExtraKey.DATABASE, List.of(source)));
        if (!r.extra().containsKey(ExtraKey.DATABASE)) {
            tag("%~", source);
        }
        String provider = String.join(" ", r.extra().getOrDefault(ExtraKey.PROVIDER, List.of()));
        boolean told = EndNoteIds.pmid(r.accession(), database + " " + provider, List.of())
                .equals(r.pmid());
        for (int i = 0; i < FREE.length() && !told; i++) {
            String tag = "%" + FREE.charAt(i);
            if (!r.extra().containsKey(EnwTags.KEYS.get(tag))) {
                tag(tag, EndNoteIds.PMID + r.pmid());
                told = true;
            }
        }
    }

    private void each(String tag, String numbers) throws IOException {
        for (String number : numbers.split("; ")) {
            tag(tag, number);
        }
    }

    private void tag(String tag, String value) throws IOException {
        if (!value.isEmpty()) {
            out.write(tag);
            out.write(' ');
            out.write(Chars.oneLine(value));
            out.write("\r\n");
        }
    }

    private static Map<String, String> tags() {
        Map<String, String> m = new HashMap<>();
        EnwTags.KEYS.forEach((tag, key) -> m.put(key, tag));
        m.put(ExtraKey.OTHER_URL, "%U");
        m.put(ExtraKey.PMCID, "%2");
        return Map.copyOf(m);
    }
}
