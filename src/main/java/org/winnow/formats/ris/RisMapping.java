package org.winnow.formats.ris;

import static org.winnow.formats.ris.RisTags.code;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.text.Chars;
import org.winnow.formats.value.AuthorNames;
import org.winnow.formats.value.DocumentKind;
import org.winnow.formats.value.Keywords;
import org.winnow.formats.value.PageRange;
import org.winnow.formats.value.PublicationYear;
import org.winnow.formats.value.StandardNumbers;
import org.winnow.model.BibRecord;
import org.winnow.model.ReferenceType;

/**
 * From RIS tags to the fields of a record: one order of preference over the old family of tags (T1, A1, JF, N2, Y1), the
 * new one (TI, AU, T2, AB, PY) and what each database makes of them.
 */
final class RisMapping {
    private static final int[] TITLES = codes("TI T1 CT");
    private static final int[] JOURNALS = codes("JF T2 JO BT T3");
    private static final int[] BOOKS = codes("JF T2 JO BT");
    private static final int[] SHORT_JOURNALS = codes("JA J2 J1 JI J9 JO");
    private static final int[] ABBREVIATIONS = codes("JA J2 J1 JI J9");
    private static final int[] DATES = codes("PY Y1 YR DA");

    private static final int[] ISSUES = codes("IS NO");
    private static final int[] LANGUAGES = codes("LA LG");
    private static final int[] PUBLISHERS = codes("PB PU");
    private static final int[] ABSTRACTS = codes("AB N2");
    private static final int[] OTHER_PAGES = codes("PG C7");
    private static final int[] OTHER_TITLES = codes("ST TT");

    private final Consumer<String> mends;

    /** @param mends told of every value that could not go where its tag says */
    RisMapping(Consumer<String> mends) {
        this.mends = mends;
    }

    /** The record that the entry's tags describe, without its raw text. */
    BibRecord.Builder map(RisEntry e) {
        BibRecord.Builder b = BibRecord.builder();
        ReferenceType type = type(e);
        b.type(type);
        b.title(title(e, type));
        e.takeAll(v -> AuthorNames.several(v).forEach(b::author), code('A', 'U'), code('A', '1'));
        dates(e, b);
        journals(e, b, type);
        b.volume(e.take(code('V', 'L'))).issue(e.take(ISSUES));
        b.pages(pages(e));
        abstracts(e, b);
        e.takeAll(v -> Keywords.divide(v, b::keyword), RisTags.KW);
        b.language(e.take(LANGUAGES)).publisher(e.take(PUBLISHERS));
        numbers(e, b, type);
        String database = database(e);
        new RisIdentifiers(e, database, mends).into(b);
        e.takeAll(b::note, code('N', '1'));
        e.rest(b, type);
        return b;
    }

    private static ReferenceType type(RisEntry e) {
        String ty = e.peek(RisTags.TY);
        ReferenceType kind = RisTypes.kind(ty.toUpperCase(Locale.ROOT));
        if (RisTypes.code(kind).equals(ty)) {
            e.take(RisTags.TY);
        }
        String m3 = e.peek(code('M', '3'));
        Optional<ReferenceType> told = m3.isEmpty() || m3.length() > 40 ? Optional.empty() : DocumentKind.of(m3);
        boolean finer = told.isPresent()
                && (told.get() == ReferenceType.REGISTRY_ENTRY || told.get() == ReferenceType.PREPRINT);
        return finer ? told.get() : kind;
    }

    private static String title(RisEntry e, ReferenceType type) {
        String title = e.take(TITLES);
        if (title.isEmpty() && type == ReferenceType.BOOK) {
            title = e.take(code('B', 'T'));
        }
        if (title.isEmpty()) {
            title = e.take(OTHER_TITLES);
        }
        e.same(title, TITLES);
        return title;
    }

    private void dates(RisEntry e, BibRecord.Builder b) {
        Integer year = null;
        for (int tag : DATES) {
            Integer found = year == null ? year(e, tag) : null;
            year = found == null ? year : found;
        }
        String asked = e.peek(DATES);
        if (year == null && !asked.isEmpty()) {
            mends.accept("No year can be read in “" + Chars.excerpt(asked)
                    + "”; the year is left empty and the text is kept among the other fields.");
            return;
        }
        b.year(year);
        b.date(date(e));
        if (year != null) {
            e.same(year.toString(), DATES);
        }
    }

    private static @Nullable Integer year(RisEntry e, int tag) {
        return e.first(v -> Optional.ofNullable(PublicationYear.in(v)), tag).orElse(null);
    }

    /** DA where given; else the first of PY and Y1 that says more than a year. */
    private static String date(RisEntry e) {
        String da = e.take(code('D', 'A'));
        if (!da.isEmpty()) {
            e.same(da, DATES);
            return da;
        }
        String full = e.first(RisMapping::moreThanYear, code('P', 'Y'))
                .or(() -> e.first(RisMapping::moreThanYear, code('Y', '1')))
                .orElse("");
        e.same(full, DATES);
        return full;
    }

    private static Optional<String> moreThanYear(String v) {
        return v.length() > 4 ? Optional.of(v) : Optional.empty();
    }

    /** T3 is the series of a book; in an article that has nothing else it is the journal. */
    private static void journals(RisEntry e, BibRecord.Builder b, ReferenceType type) {
        String journal = e.take(type == ReferenceType.ARTICLE ? JOURNALS : BOOKS);
        String brief;
        if (journal.isEmpty()) {
            journal = e.take(ABBREVIATIONS);
            brief = journal;
        } else {
            e.same(journal, JOURNALS);
            brief = e.take(SHORT_JOURNALS);
        }
        e.same(brief, SHORT_JOURNALS);
        b.journal(journal).journalShort(brief);
    }

    private static String pages(RisEntry e) {
        String pages = PageRange.joined(e.take(code('S', 'P')), e.take(code('E', 'P')));
        return pages.isEmpty() ? e.take(OTHER_PAGES) : pages;
    }

    private static void abstracts(RisEntry e, BibRecord.Builder b) {
        String text = e.take(ABSTRACTS);
        e.same(text, ABSTRACTS);
        b.abstractText(text);
    }

    private static void numbers(RisEntry e, BibRecord.Builder b, ReferenceType type) {
        StandardNumbers numbers = new StandardNumbers();
        boolean book = type == ReferenceType.BOOK || type == ReferenceType.CHAPTER;
        e.takeAll(v -> numbers.add(v, book), code('S', 'N'));
        b.issn(numbers.issn()).isbn(numbers.isbn());
    }

    private static String database(RisEntry e) {
        StringBuilder all = new StringBuilder();
        e.each(v -> all.append(v.toLowerCase(Locale.ROOT)).append('\n'), code('D', 'B'), code('D', 'P'));
        return all.toString();
    }

    private static int[] codes(String tags) {
        String[] names = tags.split(" ");
        int[] codes = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            codes[i] = code(names[i]);
        }
        return codes;
    }
}
