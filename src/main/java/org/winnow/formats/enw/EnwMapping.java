package org.winnow.formats.enw;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.winnow.formats.tagged.Fields;
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
import org.winnow.model.BibRecord;
import org.winnow.model.ReferenceType;

/** From EndNote's tags to the fields of a record. */
final class EnwMapping {
    /** Tags under which people and filters leave identifiers. */
    private static final Set<String> OTHERS = Set.of("%1", "%2", "%3", "%4", "%#", "%$", "%Z", "%<", "%F", "%L");

    private final Fields f;
    private final Consumer<String> mends;

    EnwMapping(Fields fields, Consumer<String> mends) {
        this.f = fields;
        this.mends = mends;
    }

    BibRecord.Builder map() {
        BibRecord.Builder b = BibRecord.builder();
        ReferenceType type = type();
        b.type(type);
        b.title(f.take("%T", "%!", "%Q"));
        f.takeAll("%A", v -> AuthorNames.several(v).forEach(b::author));
        dates(b);
        journals(b, type);
        b.volume(f.take("%V")).issue(f.take("%N")).pages(f.take("%P"));
        b.abstractText(f.take("%X"));
        f.takeAll("%K", v -> Keywords.divide(v, b::keyword));
        b.language(f.take("%G")).publisher(f.take("%I"));
        StandardNumbers numbers = new StandardNumbers();
        boolean book = type == ReferenceType.BOOK || type == ReferenceType.CHAPTER;
        f.takeAll("%@", v -> numbers.add(v, book));
        b.issn(numbers.issn()).isbn(numbers.isbn());
        identifiers(b);
        f.takeAll("%Z", b::note);
        if (f.peek("%2").matches("PMC\\d+")) {
            f.keep("%2", ExtraKey.PMCID, b);
        }
        dropOwnNumber();
        EnwTags.KEYS.forEach((tag, key) -> f.keep(tag, key, b));
        f.rest(b);
        return b;
    }

    /** The last name counts where there are several; one that says more than the kind stays beside it. */
    private ReferenceType type() {
        ReferenceType kind = f.has("%J") || !f.has("%0") && f.has("%N") ? ReferenceType.ARTICLE : ReferenceType.BOOK;
        for (int i = 0; i < f.size(); i++) {
            if (f.tag(i).equals("%0")) {
                String name = f.value(i);
                kind = EndNoteType.named(name)
                        .map(EndNoteType::kind)
                        .or(() -> DocumentKind.of(name))
                        .orElse(ReferenceType.OTHER);
                if (EndNoteType.of(kind).title().equals(name)) {
                    f.take(i);
                }
            }
        }
        return WorkTypes.finer(kind, f.all("%9"));
    }

    private void dates(BibRecord.Builder b) {
        String year = f.peek("%D");
        String date = f.peek("%8");
        Integer read = PublicationYear.in(year);
        b.year(read == null ? PublicationYear.in(date) : read);
        if (!date.isEmpty()) {
            b.date(PublicationYear.dated(f.take("%8"), read));
        } else if (read != null && !year.equals(read.toString())) {
            b.date(year);
        }
        if (read != null) {
            f.take("%D");
        } else if (!year.isEmpty()) {
            mends.accept("No year can be read in “" + year + "”; the text is kept among the other fields.");
        }
    }

    private void journals(BibRecord.Builder b, ReferenceType type) {
        String journal = type == ReferenceType.ARTICLE ? f.take("%J", "%B") : f.take("%B", "%J");
        b.journal(journal);
        String second = f.peek("%J");
        if (!journal.isEmpty() && !second.isEmpty() && second.length() < journal.length()) {
            b.journalShort(f.take("%J"));
        }
    }

    private void identifiers(BibRecord.Builder b) {
        String accession = f.take("%M");
        b.accession(accession);
        b.url(f.take("%U"));
        f.keep("%U", ExtraKey.OTHER_URL, b);
        List<String> others = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < f.size(); i++) {
            if (f.tag(i).equals("%U")) {
                addresses.add(f.value(i));
            } else if (OTHERS.contains(f.tag(i))) {
                others.add(f.value(i));
            }
        }
        String resource = f.peek("%R");
        b.doi(EndNoteIds.doi(resource, others, addresses).orElse(null));
        if (DoiText.whole(resource).isPresent()) {
            f.take("%R");
        }
        others.addAll(addresses);
        b.pmid(EndNoteIds.pmid(accession, f.peek("%~") + " " + f.peek("%W"), others));
    }

    /** The line in which we ourselves write a PubMed identifier has found its field. */
    private void dropOwnNumber() {
        for (int i = 0; i < f.size(); i++) {
            boolean custom = EnwTags.KEYS.getOrDefault(f.tag(i), "").startsWith(ExtraKey.CUSTOM);
            if (custom && f.value(i).matches(EndNoteIds.PMID + "\\d+")) {
                f.take(i);
            }
        }
    }
}
