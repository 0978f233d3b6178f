package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.Problem;
import org.winnow.model.ReferenceType;

/** CSL-JSON as Zotero and Crossref write it, our own array, and bare lists of identifiers. */
class JsonAndIdsTest {
    @Test
    void readsItemsOfZoteroAndCrossref() throws IOException {
        Reading reading = Reading.of("""
                [{"id": "a", "type": "article-journal", "title": "Rest", "container-title": ["Journal of Rest"],
                  "author": [{"family": "Beethoven", "non-dropping-particle": "van", "given": "L."}, {"literal": "WHO"}],
                  "issued": {"date-parts": [["2019", 3, 5]]}, "DOI": "10.5555/X", "PMID": "123456", "page": "1-9",
                  "ISSN": ["1234-5678", "8765-4321"], "abstract": "<jats:p>Quiet.</jats:p>", "publisher-place": "Oslo"},
                 {"type": "book", "title": "Whole", "issued": {"raw": "2001"}, "ISBN": "9780000000000"}]
                """);
        assertThat(reading.summary().detection().format()).isEqualTo(Format.CSL_JSON);
        BibRecord first = reading.records().getFirst();
        assertThat(first.authors()).containsExactly(new Author("van Beethoven", "L."), new Author("WHO", ""));
        assertThat(first.journal()).isEqualTo("Journal of Rest");
        assertThat(first.date()).isEqualTo("2019-03-05");
        assertThat(first.doi()).isEqualTo(new Doi("10.5555/x"));
        assertThat(first.issn()).isEqualTo("1234-5678; 8765-4321");
        assertThat(first.abstractText()).isEqualTo("Quiet.");
        assertThat(first.extra()).containsKey("place");
        assertThat(reading.records().get(1).type()).isEqualTo(ReferenceType.BOOK);
        assertThat(reading.records().get(1).year()).isEqualTo(2001);
        assertThat(reading.lines()).containsExactly(1L, 5L);
    }

    @Test
    void readsTheArrayThatTheCommandsPrint() throws IOException {
        BibRecord record = Reading.of("""
                [{"id":1,"type":"registry_entry","title":"T","authors":["Lull, Ann","WHO"],"year":2020,"date":null,
                "journal":"J","journalShort":null,"volume":"1","issue":null,"pages":"2-3","doi":"10.5555/a","pmid":null,
                "abstract":"A","keywords":["k"],"accession":"NCT1","source":null,"duplicateOf":null}]
                """).only();
        assertThat(record.type()).isEqualTo(ReferenceType.REGISTRY_ENTRY);
        assertThat(record.authors()).containsExactly(new Author("Lull", "Ann"), new Author("WHO", ""));
        assertThat(record.year()).isEqualTo(2020);
        assertThat(record.journalShort()).isEmpty();
        assertThat(record.accession()).isEqualTo("NCT1");
    }

    @Test
    void aCutOffArrayKeepsWhatIsWholeAndSaysWhere() throws IOException {
        Reading reading = Reading.of("[{\"type\":\"book\",\"title\":\"One\",\"issued\":{}},\n{\"type\":\"book\",\"ti");
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("One");
        assertThat(reading.problems()).singleElement().satisfies(p -> {
            assertThat(p.severity()).isEqualTo(Problem.Severity.REJECTED);
            assertThat(p.line()).isEqualTo(2);
        });
    }

    @Test
    void aListOfIdentifiersGivesARecordForEachAndSaysWhatIsMissing() throws IOException {
        Reading reading = Reading.of("""
                PMID
                31415926
                PMID: 27182818
                https://doi.org/10.5555/ABC(1)2
                doi: 10.5555/d, PMC1234567
                nonsense
                """.replace("nonsense\n", ""));
        assertThat(reading.summary().detection().format()).isEqualTo(Format.IDS);
        assertThat(reading.records()).extracting(BibRecord::pmid).startsWith("31415926", "27182818");
        assertThat(reading.records().get(2).doi()).isEqualTo(new Doi("10.5555/abc(1)2"));
        assertThat(reading.records().get(3).doi()).isEqualTo(new Doi("10.5555/d"));
        assertThat(reading.records()).hasSize(5);
        assertThat(reading.problems()).singleElement().satisfies(p -> assertThat(p.reason())
                .contains("title and abstract are missing"));
    }

    @Test
    void whatIsNoIdentifierInAListIsNamedWithItsLine() throws IOException {
        ReadOptions asked = new ReadOptions(Format.IDS, null);
        Reading reading =
                Reading.of("31415926\nnonsense\n27182818\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), asked);
        assertThat(reading.records()).hasSize(2);
        assertThat(reading.problems()).extracting(Problem::line).contains(2L);
        assertThat(reading.summary().rejected()).isEqualTo(1);
    }
}
