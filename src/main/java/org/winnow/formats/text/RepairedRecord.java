package org.winnow.formats.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;

/** A record with its garbled text put right; the raw text stays as it stood in the file. */
final class RepairedRecord {
    private RepairedRecord() {}

    static BibRecord of(BibRecord r) {
        Map<String, List<String>> extra = new LinkedHashMap<>();
        r.extra().forEach((key, values) -> extra.put(fix(key), all(values)));
        return new BibRecord(
                r.type(),
                fix(r.title()),
                r.authors().stream()
                        .map(a -> new Author(fix(a.family()), fix(a.given())))
                        .toList(),
                r.year(),
                fix(r.date()),
                fix(r.journal()),
                fix(r.journalShort()),
                fix(r.volume()),
                fix(r.issue()),
                fix(r.pages()),
                r.doi(),
                r.pmid(),
                fix(r.abstractText()),
                all(r.keywords()),
                fix(r.language()),
                r.issn(),
                r.isbn(),
                fix(r.publisher()),
                r.url(),
                r.accession(),
                all(r.notes()),
                extra,
                r.raw());
    }

    private static List<String> all(List<String> texts) {
        return texts.stream().map(RepairedRecord::fix).toList();
    }

    private static String fix(String text) {
        return Mojibake.undone(text);
    }
}
