package org.winnow.formats;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.winnow.formats.text.Chars;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;

/** Records as any reader may give them, with text that is hard on writers. */
final class AnyRecord {
    private AnyRecord() {}

    /** Records whose every field some format carries; beside the fields nothing. */
    static Arbitrary<BibRecord> plain() {
        Arbitrary<BibRecord.Builder> names = Combinators.combine(text(), authors(), text(), text(), text())
                .as((title, authors, journal, brief, publisher) -> BibRecord.builder()
                        .title("T" + title)
                        .authors(authors)
                        .journal(journal)
                        .journalShort(journal.isEmpty() ? "" : brief)
                        .publisher(publisher));
        Arbitrary<List<String>> words = word().list().ofMaxSize(5).uniqueElements();
        Arbitrary<String> abstracts =
                Arbitraries.strings().all().ofMaxLength(300).map(AnyRecord::clean);
        Arbitrary<Integer> years = Arbitraries.integers().between(1500, 2099).injectNull(0.2);
        Arbitrary<String> pages = Arbitraries.of("", "1", "345-52", "S1-S9", "e0815", "12-14, 17", "7-7", "345–352");
        Arbitrary<ReferenceType> types = Arbitraries.of(ReferenceType.class);
        return Combinators.combine(names, words, abstracts, years, pages, types, text(), text())
                .as((b, keywords, text, year, page, type, volume, note) -> b.keywords(keywords)
                        .abstractText(text)
                        .year(year)
                        .date(year == null ? "" : year + "/05/01/")
                        .pages(page)
                        .type(type)
                        .volume(volume)
                        .issue(volume)
                        .doi(year == null ? null : new Doi("10.5555/a(b)" + year))
                        .pmid(year == null ? "" : "1" + year)
                        .issn(year == null ? "" : "1234-" + year)
                        .isbn(year == null ? "978-0-00-000000-2" : "")
                        .url("https://example.org/" + page.length())
                        .accession("A" + page.length())
                        .notes(note.isEmpty() ? List.of() : List.of(note))
                        .build());
    }

    /** Books and chapters with everything that travels between formats beside the fields. */
    static Arbitrary<BibRecord> withExtras() {
        Arbitrary<ReferenceType> types = Arbitraries.of(ReferenceType.BOOK, ReferenceType.CHAPTER);
        return Combinators.combine(plain(), types, word(), word(), word().list().ofMaxSize(3))
                .as((record, type, one, two, several) -> {
                    BibRecord.Builder b = record.toBuilder().type(type).journal("J" + one);
                    several.forEach(v -> b.extra(ExtraKey.EDITOR, v + ", " + two));
                    several.forEach(v -> b.extra(ExtraKey.AFFILIATION, v + " Institute, " + two));
                    b.extra(ExtraKey.SERIES_EDITOR, one + ", " + two);
                    b.extra(ExtraKey.PLACE, one);
                    b.extra(ExtraKey.EDITION, two);
                    b.extra(ExtraKey.SERIES, "S" + one);
                    b.extra(ExtraKey.OTHER_TITLE, "O" + two);
                    b.extra(ExtraKey.PMCID, "PMC" + (1000 + one.length()));
                    b.extra(ExtraKey.OTHER_URL, "https://example.org/other/" + two.length());
                    b.extra(ExtraKey.SHORT_TITLE, "Sh" + two);
                    b.extra(ExtraKey.CALL_NUMBER, one);
                    b.extra(ExtraKey.LABEL, two);
                    b.extra(ExtraKey.RESEARCH_NOTE, one);
                    b.extra(ExtraKey.SECTION, two);
                    return b.build();
                });
    }

    private static Arbitrary<List<Author>> authors() {
        Arbitrary<String> given = Arbitraries.of("", "Ann", "J.-P.", "A B", "Ann, Jr");
        Arbitrary<Author> people =
                Combinators.combine(word().filter(w -> w.length() > 1), given).as(Author::new);
        Arbitrary<Author> groups = Arbitraries.of(
                new Author("Quiet Alliance A", ""),
                new Author("Institute of Rest, Oslo", ""),
                new Author("WHO", ""),
                new Author("van der Lull", "Ann"));
        return Arbitraries.frequencyOf(Tuple.of(4, people), Tuple.of(1, groups))
                .list()
                .ofMaxSize(6);
    }

    private static Arbitrary<String> word() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("äßñ茶'-=+@")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(w -> "x" + w);
    }

    private static Arbitrary<String> text() {
        Arbitrary<String> odd = Arbitraries.of(
                "=1+1",
                "'=x",
                "-5",
                "@at",
                "ER  - ",
                "a \"quote\", b",
                "a; b",
                "x  - y",
                "NA-",
                "%X y",
                "PMID- 1",
                "<record>",
                "]]> & <b>&amp;",
                "");
        return Arbitraries.oneOf(odd, Arbitraries.strings().all().ofMaxLength(60))
                .map(AnyRecord::clean);
    }

    /** Text as a reader gives it: no blanks around it, no control characters, no lone surrogates. */
    private static String clean(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.isDefined(c) && (c < 0xD800 || c > 0xDFFF))
                .filter(c -> c != 0xFEFF)
                .forEach(out::appendCodePoint);
        return Chars.trimmed(out.toString()).strip();
    }
}
