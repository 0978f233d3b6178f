package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;
import org.winnow.model.ScreenedRecord;

/** Reading, writing and reading again gives the same record in every field that the format can carry. */
class RoundTripTest {
    @Property(tries = 500)
    void risBringsBackEveryFieldOfAnyRecord(@ForAll("records") BibRecord record) throws IOException {
        BibRecord back = Reading.of(WritingTest.written(Format.RIS, WritingTest.screened(record)))
                .only();
        assertThat(carried(back)).isEqualTo(carried(record));
        assertThat(back.notes()).isEqualTo(record.notes());
    }

    @Property(tries = 500)
    void csvBringsBackEveryFieldOfAnyRecord(@ForAll("records") BibRecord record) throws IOException {
        BibRecord back = Reading.of(WritingTest.written(Format.CSV, WritingTest.screened(record)))
                .only();
        assertThat(carried(back)).isEqualTo(carried(record));
    }

    @Test
    void risBringsBackEveryRecordOfTheRealFiles() throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path file : realFiles()) {
            roundTrip(file, Format.RIS, lost);
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void csvBringsBackEveryRecordOfTheRealFiles() throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path file : realFiles()) {
            roundTrip(file, Format.CSV, lost);
        }
        assertThat(lost).isEmpty();
    }

    private static List<Path> realFiles() throws IOException {
        return RealFiles.below("formats/ris", "formats/nbib", "formats/csv", "end-to-end").stream()
                .filter(f -> !f.toString().matches(".*(\\.json|\\.bib|wos\\.ris|\\.py\\.txt)$"))
                .toList();
    }

    private static void roundTrip(Path file, Format format, List<String> lost) throws IOException {
        List<BibRecord> before = Reading.of(file).records();
        if (before.isEmpty()) {
            return;
        }
        ScreenedRecord[] screened = before.stream().map(WritingTest::screened).toArray(ScreenedRecord[]::new);
        List<BibRecord> after =
                Reading.of(WritingTest.written(format, screened)).records();
        if (after.size() != before.size()) {
            lost.add(file.getFileName() + ": " + before.size() + " records became " + after.size());
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            String was = carried(before.get(i));
            String is = carried(after.get(i));
            if (!was.equals(is)) {
                lost.add(file.getFileName() + " " + (i + 1) + difference(was, is));
            }
        }
    }

    private static String difference(String was, String is) {
        String[] before = was.split("\n", -1);
        String[] after = is.split("\n", -1);
        for (int i = 0; i < Math.min(before.length, after.length); i++) {
            if (!before[i].equals(after[i])) {
                return " field " + i + "\n  was " + before[i] + "\n  is  " + after[i];
            }
        }
        return " lines";
    }

    /** The fields that RIS and CSV carry, on one line each: line breaks within a value are white space to RIS. */
    private static String carried(BibRecord r) {
        String authors =
                r.authors().stream().map(a -> a.family() + "|" + a.given()).collect(Collectors.joining("\n"));
        return List.of(
                        r.type(),
                        r.title(),
                        authors,
                        Objects.toString(r.year()),
                        r.date(),
                        r.journal(),
                        r.journalShort(),
                        r.volume(),
                        r.issue(),
                        r.pages(),
                        Objects.toString(r.doi()),
                        r.pmid(),
                        r.abstractText(),
                        r.keywords(),
                        r.language(),
                        r.issn(),
                        r.isbn(),
                        r.publisher(),
                        r.url(),
                        r.accession())
                .stream()
                .map(v -> v.toString().replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining("\n"));
    }

    @Provide
    Arbitrary<BibRecord> records() {
        Arbitrary<BibRecord.Builder> names = Combinators.combine(text(), authors(), text(), text(), text())
                .as((title, authors, journal, brief, publisher) -> BibRecord.builder()
                        .title("T" + title)
                        .authors(authors)
                        .journal(journal)
                        .journalShort(journal.isEmpty() ? "" : brief)
                        .publisher(publisher));
        Arbitrary<List<String>> words = word().list().ofMaxSize(5).uniqueElements();
        Arbitrary<String> abstracts =
                Arbitraries.strings().all().ofMaxLength(300).map(RoundTripTest::clean);
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

    private static Arbitrary<List<Author>> authors() {
        Arbitrary<String> given = Arbitraries.of("", "Ann", "J.-P.", "A B", "Ann, Jr");
        return Combinators.combine(word().filter(w -> w.length() > 1), given)
                .as(Author::new)
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
        Arbitrary<String> odd =
                Arbitraries.of("=1+1", "'=x", "-5", "@at", "ER  - ", "a \"quote\", b", "a; b", "x  - y", "NA-", "");
        return Arbitraries.oneOf(odd, Arbitraries.strings().all().ofMaxLength(60))
                .map(RoundTripTest::clean);
    }

    /** Text as a reader gives it: no blanks around it, no control characters, no lone surrogates. */
    private static String clean(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.isDefined(c) && (c < 0xD800 || c > 0xDFFF))
                .filter(c -> c != 0xFEFF)
                .forEach(out::appendCodePoint);
        return org.winnow.formats.text.Chars.trimmed(out.toString()).strip();
    }
}
