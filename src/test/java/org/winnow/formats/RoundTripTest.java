package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.PublicationYear;
import org.winnow.model.BibRecord;
import org.winnow.model.ReferenceType;
import org.winnow.model.ScreenedRecord;

/** Reading, writing and reading again gives the same record in every field that the format can carry. */
class RoundTripTest {
    private static final int MOST_OF_A_FILE = 400;

    /** Read once for all formats in which they are written. */
    private static final Map<Path, List<BibRecord>> READ = new ConcurrentHashMap<>();

    @Property(tries = 150)
    void risBringsBackEveryFieldOfAnyRecord(@ForAll("records") BibRecord record) throws IOException {
        comesBack(record, Format.RIS);
    }

    @Property(tries = 150)
    void csvBringsBackEveryFieldOfAnyRecord(@ForAll("records") BibRecord record) throws IOException {
        BibRecord back = back(record, Format.CSV);
        assertThat(carried(back, Format.CSV)).isEqualTo(carried(record, Format.CSV));
    }

    @Property(tries = 150)
    void nbibBringsBackEveryFieldOfAnyRecord(@ForAll("records") BibRecord record) throws IOException {
        comesBack(record, Format.NBIB);
    }

    @Property(tries = 150)
    void enwBringsBackEveryFieldOfAnyRecord(@ForAll("records") BibRecord record) throws IOException {
        comesBack(record, Format.ENW);
    }

    @Property(tries = 150)
    void endNoteXmlBringsBackEveryFieldOfAnyRecord(@ForAll("records") BibRecord record) throws IOException {
        comesBack(record, Format.ENDNOTE_XML);
    }

    @Property(tries = 150)
    void bibtexBringsBackEveryFieldOfAnyRecord(@ForAll("records") BibRecord record) throws IOException {
        comesBack(record, Format.BIBTEX);
    }

    @Property(tries = 150)
    void cslJsonBringsBackEveryFieldOfAnyRecord(@ForAll("records") BibRecord record) throws IOException {
        comesBack(record, Format.CSL_JSON);
    }

    @Property(tries = 100)
    void xlsxBringsBackEveryFieldOfAnyRecord(@ForAll("records") BibRecord record) throws IOException {
        assertThat(carried(back(record, Format.XLSX), Format.XLSX)).isEqualTo(carried(record, Format.XLSX));
    }

    @Property(tries = 100)
    void whatHasNoFieldTravelsThroughTablesAndJson(@ForAll("books") BibRecord record) throws IOException {
        for (Format format : List.of(Format.CSV, Format.XLSX, Format.CSL_JSON)) {
            assertThat(back(record, format).extra()).as(format.key()).containsAllEntriesOf(record.extra());
        }
    }

    @Property(tries = 100)
    void whatHasNoFieldTravelsThroughRisAndEndNote(@ForAll("books") BibRecord record) throws IOException {
        Map<String, List<String>> wanted = record.extra();
        assertThat(back(record, Format.RIS).extra()).containsAllEntriesOf(wanted);
        assertThat(back(record, Format.ENW).extra()).containsAllEntriesOf(wanted);
        assertThat(back(record, Format.ENDNOTE_XML).extra()).containsAllEntriesOf(wanted);
        BibRecord around = back(back(back(record, Format.ENDNOTE_XML), Format.ENW), Format.RIS);
        assertThat(around.extra()).containsAllEntriesOf(wanted);
    }

    @Property(tries = 100)
    void whatPubMedTextHasATagForTravelsThroughIt(@ForAll("books") BibRecord record) throws IOException {
        Map<String, List<String>> back = back(record, Format.NBIB).extra();
        for (String key : Set.of(
                ExtraKey.EDITOR,
                ExtraKey.AFFILIATION,
                ExtraKey.PLACE,
                ExtraKey.EDITION,
                ExtraKey.SERIES,
                ExtraKey.OTHER_TITLE,
                ExtraKey.PMCID)) {
            assertThat(back.get(key)).as(key).isEqualTo(record.extra().get(key));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RIS", "CSV", "NBIB", "ENW", "ENDNOTE_XML", "BIBTEX", "XLSX", "CSL_JSON"})
    void recordsOfAllTheRealFilesComeBack(Format format) throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path file : realFiles()) {
            roundTrip(file, format, lost);
        }
        assertThat(lost).isEmpty();
    }

    @AfterAll
    static void forget() {
        READ.clear();
    }

    /** Of a large file a few hundred records from all of it: the rest are of the same kinds. */
    private static List<BibRecord> some(Path file) throws IOException {
        List<BibRecord> some = READ.get(file);
        if (some == null) {
            List<BibRecord> all = Reading.of(file).records();
            int step = 1 + all.size() / MOST_OF_A_FILE;
            some = IntStream.range(0, all.size())
                    .filter(i -> i % step == 0)
                    .mapToObj(all::get)
                    .toList();
            READ.put(file, some);
        }
        return some;
    }

    private static void comesBack(BibRecord record, Format format) throws IOException {
        BibRecord back = back(record, format);
        assertThat(carried(back, format)).isEqualTo(carried(record, format));
        assertThat(oneLine(back.notes())).isEqualTo(oneLine(record.notes()));
    }

    private static BibRecord back(BibRecord record, Format format) throws IOException {
        return Reading.of(WritingTest.bytes(format, WritingTest.screened(record)))
                .only();
    }

    private static List<String> oneLine(List<String> values) {
        return values.stream().map(v -> v.replaceAll("\\s+", " ").strip()).toList();
    }

    private static List<Path> realFiles() throws IOException {
        return RealFiles.below(
                        "formats/ris",
                        "formats/nbib",
                        "formats/csv",
                        "formats/enw",
                        "formats/ciw",
                        "formats/ovid",
                        "formats/refworks",
                        "formats/pubmed-xml",
                        "formats/endnote-xml",
                        "end-to-end")
                .stream()
                .filter(f -> !f.toString().matches(".*(\\.json|\\.bib|wos\\.ris|\\.py\\.txt|TestEmpty\\.isi)$"))
                .toList();
    }

    static void roundTrip(Path file, Format format, List<String> lost) throws IOException {
        List<BibRecord> before = some(file);
        if (before.isEmpty()) {
            return;
        }
        ScreenedRecord[] screened = before.stream().map(WritingTest::screened).toArray(ScreenedRecord[]::new);
        List<BibRecord> after = Reading.of(WritingTest.bytes(format, screened)).records();
        if (after.size() != before.size()) {
            lost.add(file.getFileName() + ": " + before.size() + " records became " + after.size());
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            String was = carried(before.get(i), format);
            String is = carried(after.get(i), format);
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

    /** The fields that a format carries, on one line each: line breaks within a value are white space to most. */
    private static String carried(BibRecord record, Format format) {
        BibRecord r = within(record, format);
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

    /** What the writers say they cannot carry. */
    private static BibRecord within(BibRecord r, Format format) {
        BibRecord.Builder b = r.toBuilder();
        switch (format) {
            case NBIB -> {
                b.type(r.type() == ReferenceType.NEWS ? ReferenceType.ARTICLE : r.type());
                b.accession(r.accession().isEmpty() ? r.pmid() : r.accession());
                b.date(PublicationYear.dated(r.date(), r.year()));
            }
            case ENW -> {
                b.date(PublicationYear.dated(r.date(), r.year()));
                b.journalShort(r.journalShort().length() < r.journal().length() ? r.journalShort() : "");
            }
            case ENDNOTE_XML -> b.date(PublicationYear.dated(r.date(), r.year()));
            default -> {}
        }
        return b.build();
    }

    @Provide
    Arbitrary<BibRecord> records() {
        return AnyRecord.plain();
    }

    @Provide
    Arbitrary<BibRecord> books() {
        return AnyRecord.withExtras();
    }
}
