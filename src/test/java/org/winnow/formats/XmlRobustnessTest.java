package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.model.Problem.Severity;

/** Damaged and hostile XML: nothing is resolved, nothing read that was not asked for, and whole records go in. */
class XmlRobustnessTest {
    private static String endNote(String... records) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml><records>\n" + String.join("\n", records)
                + "\n</records></xml>\n";
    }

    private static String record(String title) {
        return "<record><ref-type name=\"Journal Article\">17</ref-type><titles><title>" + title
                + "</title></titles><dates><year>2001</year></dates></record>";
    }

    @Test
    void billionLaughsAreNotToldAndTheRecordGoesIn() throws IOException {
        StringBuilder entities = new StringBuilder("<!ENTITY lol \"lol\">\n");
        for (int i = 1; i < 10; i++) {
            String before = i == 1 ? "&lol;" : "&lol" + (i - 1) + ";";
            entities.append("<!ENTITY lol")
                    .append(i)
                    .append(" \"")
                    .append(before.repeat(10))
                    .append("\">\n");
        }
        String file = endNote(record("Laugh &lol9;"), record("Next"))
                .replace("<xml>", "<!DOCTYPE xml [\n" + entities + "]>\n<xml>");
        Reading reading = Reading.of(file);
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("Laugh &lol9;", "Next");
        assertThat(reading.problems())
                .extracting(Problem::line, Problem::record)
                .contains(tuple(3L, 0L));
        assertThat(reading.problems()).allMatch(p -> p.severity() == Severity.MENDED);
    }

    @Test
    void anExternalEntityIsNeverRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        String file = endNote(record("Read &xxe;"))
                .replace("<xml>", "<!DOCTYPE xml [<!ENTITY xxe SYSTEM \"" + secret.toUri() + "\">]><xml>");
        Reading reading = Reading.of(file);
        assertThat(reading.only().title()).isEqualTo("Read &xxe;");
        assertThat(reading.problems()).hasSize(2);
    }

    @Test
    void xmlOfAnotherKindIsNamed() {
        assertThatThrownBy(() -> Reading.of("<!DOCTYPE lolz [<!ENTITY lol \"lol\">]><lolz>&lol;</lolz>"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("is XML, but neither PubMed's nor EndNote's nor Zotero's");
    }

    @Test
    void aFileThatBreaksOffGivesItsWholeRecordsAndWhatIsThereOfTheLast() throws IOException {
        String file = endNote(record("One"), record("Two"), record("Three"));
        String cut = file.substring(0, file.indexOf("<dates>", file.indexOf("Three")) + 10);
        Reading reading = Reading.of(cut);
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("One", "Two", "Three");
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.problems().getFirst().line()).isEqualTo(5);
        assertThat(reading.problems().getFirst().record()).isEqualTo(3);
        assertThat(reading.problems().getFirst().reason()).startsWith("The file ends before this record does");
    }

    @Test
    void aFileThatBreaksOffBeforeAnythingIsKnownOfTheLastRecordRejectsIt() throws IOException {
        String file = endNote(record("One"), record("Two"));
        Reading reading = Reading.of(file.substring(0, file.indexOf("<titles>", file.indexOf("One") + 20)));
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("One");
        assertThat(reading.summary().rejected()).isEqualTo(1);
    }

    @Test
    void everyPlaceToBreakOffKeepsTheRecordsBefore() throws IOException {
        String file = endNote(record("One &amp; only"), record("Two"));
        int afterFirst = file.indexOf("</record>") + "</record>".length();
        for (int at = afterFirst; at < file.length(); at++) {
            assertThat(Reading.of(file.substring(0, at)).records().getFirst().title())
                    .isEqualTo("One & only");
        }
    }

    @Test
    void aMissingEndTagDoesNotSwallowTheNextRecord() throws IOException {
        String file = endNote(record("One").replace("</record>", ""), record("Two"));
        Reading reading = Reading.of(file);
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("One", "Two");
        assertThat(reading.problems()).hasSize(1);
    }

    @Test
    void brokenMarkupCostsNoMoreThanItsOwnRecord() throws IOException {
        String broken = record("Two").replace("</title>", "</titel>");
        Reading reading = Reading.of(endNote(record("One"), broken, record("Three")));
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("One", "Two", "Three");
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.problems().getFirst().record()).isEqualTo(2);
    }

    @Test
    void signsThatShouldHaveBeenEscapedAreText() throws IOException {
        Reading reading = Reading.of(endNote(
                record("p < 0.05 & q <0.1, A&B, AT&T; &eacute;&#xB;&#0;&#x1F600; <![CDATA[<i>&amp;]]> \u0001end")));
        assertThat(reading.only().title()).isEqualTo("p < 0.05 & q <0.1, A&B, AT&T; é 😀 <i>&amp; end");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void theDeclaredEncodingIsUsed() throws IOException {
        String file = endNote(record("Größe 茶")).replace("UTF-8", "GB18030");
        assertThat(Reading.of(file.getBytes(Charset.forName("GB18030"))).only().title())
                .isEqualTo("Größe 茶");
        String latin = endNote(record("Größe")).replace("UTF-8", "iso-8859-1");
        assertThat(Reading.of(latin.getBytes(StandardCharsets.ISO_8859_1))
                        .only()
                        .title())
                .isEqualTo("Größe");
        assertThat(Reading.of(("\uFEFF" + endNote(record("Größe"))).getBytes(StandardCharsets.UTF_16LE))
                        .only()
                        .title())
                .isEqualTo("Größe");
    }

    @Test
    void bytesThatDoNotFitTheEncodingAreReportedWithTheirRecord() throws IOException {
        byte[] file = endNote(record("Größe"), record("Plain"), record("Gr??e"), record("Äther und Öl, Übung"))
                .getBytes(StandardCharsets.UTF_8);
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf("??");
        file[at] = (byte) 0xF6;
        file[at + 1] = (byte) 0xDF;
        Reading reading = Reading.of(file);
        assertThat(reading.records())
                .extracting(BibRecord::title)
                .containsExactly("Größe", "Plain", "Größe", "Äther und Öl, Übung");
        assertThat(reading.problems())
                .extracting(Problem::line, Problem::record)
                .containsExactly(tuple(5L, 3L));
    }

    @Test
    void threeThousandAuthorsAreThreeThousandAuthors() throws IOException {
        String authors =
                "<contributors><authors>" + "<author>Long, Name</author>".repeat(3000) + "</authors></contributors>";
        assertThat(Reading.of(endNote(record("Many").replace("<titles>", authors + "<titles>")))
                        .only()
                        .authors())
                .hasSize(3000);
    }

    @Test
    void aRecordThatIsTooLargeIsRejectedAndTheNextGoesIn() throws IOException {
        String large = record("x".repeat(40_000_000));
        Reading reading = Reading.of(endNote(large, record("Next")));
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("Next");
        assertThat(reading.summary().rejected()).isEqualTo(1);
    }

    @Test
    void anEmptyElementIsARecordOfItsOwn() throws IOException {
        Reading reading = Reading.of(endNote("<record/>", record("Next"), "<record a=\">\" />", record("Last")));
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("Next", "Last");
        assertThat(reading.problems()).extracting(Problem::severity).containsOnly(Severity.REJECTED);
    }

    @Test
    void itemsOfZoterosRdfHaveTheirFilesWhereverTheseStandAndStayInOrder() throws IOException {
        String item = "<bib:Article rdf:about=\"#%1$s\"><z:itemType>journalArticle</z:itemType>"
                + "<link:link rdf:resource=\"#f%1$s\"/><dc:title>%1$s</dc:title></bib:Article>\n";
        String file = "<z:Attachment rdf:about=\"#f%1$s\"><z:path rdf:resource=\"files/%1$s.pdf\"/></z:Attachment>\n";
        Reading reading = Reading.of("<rdf:RDF xmlns:z=\"http://www.zotero.org/namespaces/export#\">\n"
                + file.formatted("B")
                + item.formatted("A")
                + item.formatted("B")
                + item.formatted("C").replace("</bib:Article>", "")
                + item.formatted("D")
                + file.formatted("A")
                + file.formatted("D")
                + "</rdf:RDF>");
        assertThat(reading.records())
                .extracting(
                        BibRecord::title,
                        r -> r.extra().getOrDefault(ExtraKey.FILE, List.of()).toString())
                .containsExactly(
                        tuple("A", "[files/A.pdf]"),
                        tuple("B", "[files/B.pdf]"),
                        tuple("C", "[]"),
                        tuple("D", "[files/D.pdf]"));
    }
}
