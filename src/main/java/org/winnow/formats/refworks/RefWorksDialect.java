package org.winnow.formats.refworks;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.winnow.formats.tagged.Dialect;
import org.winnow.formats.tagged.Fields;
import org.winnow.formats.value.AuthorNames;
import org.winnow.formats.value.DocumentKind;
import org.winnow.formats.value.EndNoteType;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.Keywords;
import org.winnow.formats.value.PageRange;
import org.winnow.formats.value.PubMedId;
import org.winnow.formats.value.PublicationYear;
import org.winnow.formats.value.StandardNumbers;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;

/** A record begins with {@code RT}; before the first there may be a legend of all tags. */
public final class RefWorksDialect implements Dialect {
    private static final int LINES_LOOKED_AT = 300;

    /** Whether a text is in this format, told by its first lines. */
    public static boolean recognises(String text) {
        boolean type = false;
        for (String line : (Iterable<String>) text.lines().limit(LINES_LOOKED_AT)::iterator) {
            String l = line.replace("\uFEFF", "");
            if (l.equalsIgnoreCase("Refworks Export Tagged Format")) {
                return true;
            }
            if (type && l.matches("(T1|A1|SR|ID|JF|YR) \\S.*")) {
                return true;
            }
            type |= l.matches("RT [A-Z][A-Za-z ,/()-]{2,60}");
        }
        return false;
    }

    @Override
    public String tag(char[] b, int start, int end) {
        return RefWorksTags.at(b, start, end);
    }

    @Override
    public int value(char[] b, int start, int end, String tag) {
        return start + tag.length();
    }

    @Override
    public Step step(String tag, Fields fields, boolean afterBlank) {
        if (tag.equals("RT")) {
            return fields.size() > 0 ? Step.BEGIN : Step.FIELD;
        }
        return fields.size() > 0 || !tag.equals("IP") ? Step.FIELD : Step.PASS;
    }

    @Override
    public boolean furniture(String line) {
        return line.matches("[A-Z0-9]{2,5}=.*|\\*{3,}|Start .*|End .*|Character Set=.*|(?i)refworks export.*"
                + "|Tag legend|Font Attribute Legend|BEGIN EXPORTED REFERENCES|END EXPORTED REFERENCES");
    }

    @Override
    public void more(Fields fields, String line, boolean indented, boolean afterBlank) {
        if (furniture(line)) {
            return;
        }
        if (afterBlank) {
            fields.more(line, '\n');
        } else {
            fields.paragraph(line);
        }
    }

    @Override
    public String remedy() {
        return "text that belongs to a record must follow its RT line";
    }

    @Override
    public BibRecord.Builder map(Fields f, Consumer<String> mends) {
        BibRecord.Builder b = BibRecord.builder();
        ReferenceType type = type(f);
        b.type(type).title(f.take("T1", "OT", "ST"));
        f.takeAll("A1", v -> AuthorNames.several(v).forEach(b::author));
        dates(f, b);
        b.journal(f.take("JF", "T2", "JO", "T3")).journalShort(f.take("JO"));
        b.volume(f.take("VO")).issue(f.take("IS"));
        b.pages(PageRange.joined(f.take("SP"), f.take("OP")));
        b.abstractText(f.joined("AB", "\n"));
        f.takeAll("K1", v -> Keywords.divide(v, b::keyword));
        b.language(f.take("LA")).publisher(f.take("PB"));
        StandardNumbers numbers = new StandardNumbers();
        boolean book = type == ReferenceType.BOOK || type == ReferenceType.CHAPTER;
        f.takeAll("SN", v -> numbers.add(v, book));
        b.issn(numbers.issn()).isbn(numbers.isbn());
        identifiers(f, b);
        f.takeAll("NO", b::note);
        RefWorksTags.KEYS.forEach((tag, key) -> f.keep(tag, key, b));
        f.rest(b);
        return b;
    }

    private static ReferenceType type(Fields f) {
        String name = f.peek("RT");
        ReferenceType kind = EndNoteType.named(name)
                .map(EndNoteType::kind)
                .or(() -> name.equals("Book, Section") ? Optional.of(ReferenceType.CHAPTER) : Optional.empty())
                .or(() -> name.startsWith("Book,") ? Optional.of(ReferenceType.BOOK) : DocumentKind.of(name))
                .orElse(ReferenceType.OTHER);
        if (EndNoteType.of(kind).title().equals(name)) {
            f.take("RT");
        }
        return kind;
    }

    private static void dates(Fields f, BibRecord.Builder b) {
        String told = f.take("YR", "PY");
        String part = f.take("FD");
        Integer year = PublicationYear.in(told.isEmpty() ? part : told);
        b.year(year);
        b.date(PublicationYear.dated(part, year));
    }

    private static void identifiers(Fields f, BibRecord.Builder b) {
        Optional<Doi> doi = Doi.find(f.peek("DO"));
        if (doi.isPresent()) {
            f.take("DO");
        }
        String note = f.peek("NO");
        b.doi(doi.or(() -> note.toLowerCase(Locale.ROOT).startsWith("doi") ? Doi.find(note) : Optional.empty())
                .orElse(null));
        String pmid = PubMedId.plain(f.peek("PMID"));
        if (pmid.isEmpty()) {
            pmid = PubMedId.in(f.peek("PMID"));
        }
        if (!pmid.isEmpty()) {
            f.take("PMID");
        }
        b.pmid(pmid).accession(f.take("AN"));
        b.url(f.take("UL", "LK"));
        f.keep("UL", ExtraKey.OTHER_URL, b);
    }
}
