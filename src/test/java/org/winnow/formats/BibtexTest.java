package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.model.ReferenceType;

/** BibTeX and BibLaTeX as people and databases write them. */
class BibtexTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            Erd{\\H o}s and {\\'E}cole, Swe{\\i}g, \\c{c}a, \\v{S}imon, G\\"odel, \\o{}re, \\ss | Erdős and École, Sweıg, ça, Šimon, Gödel, øre, ß
            The {DNA} of {{Nested}} braces | The DNA of Nested braces
            50\\% of A\\&B \\#1 \\_x \\$5 | 50% of A&B #1 _x $5
            pages 1--2 --- dash ``quoted'' | pages 1–2 — dash “quoted”
            \\textit{Natrix cetti} {\\em et} \\textbf{do not} | Natrix cetti et do not
            DNA$_{\\textrm{2}}$ and H$_2$O at $\\alpha\\leq 0.05$, 37$^{\\circ}$C | DNA₂ and H₂O at α≤0.05, 37°C
            Keep $\\frac{a}{b}$ as it is | Keep $\\frac{a}{b}$ as it is
            ({\\textless} 1 year), \\textgreater{} 2 | (< 1 year), > 2
            tie~here, thin\\,space | tie here, thin space
            """)
    void latexBecomesTheTextItStandsFor(String latex, String text) throws IOException {
        assertThat(Reading.of("@article{k, title = {" + latex + "}}").only().title())
                .isEqualTo(text);
    }

    @Test
    void blankLinesBeforeTheFirstEntryAreNothing() throws IOException {
        String entry = "@article{key, title = {Naps}}\n";
        assertThat(Reading.of("\n".repeat(60_000) + entry).only().title()).isEqualTo("Naps");
    }

    @Test
    void namesAreReadInEveryFormOfBibtex() throws IOException {
        String authors = "Ludwig van Beethoven and van der Hush, Bea and King, Jr, Martin Luther and {World Health"
                + " Organization} and Jean {de la} Fontaine AND G{\\\"u}nter Gra{\\ss} and Smith J and and {\\'E}mile Zola and others";
        assertThat(Reading.of("@book{k, title={T}, author={" + authors + "}}")
                        .only()
                        .authors())
                .containsExactly(
                        new Author("van Beethoven", "Ludwig"),
                        new Author("van der Hush", "Bea"),
                        new Author("King", "Martin Luther, Jr"),
                        new Author("World Health Organization", ""),
                        new Author("Fontaine", "Jean de la"),
                        new Author("Graß", "Günter"),
                        new Author("Smith", "J"),
                        new Author("Zola", "Émile"));
    }

    @Test
    void abbreviationsAreJoinedAndEntriesInheritFromThoseThatComeLater() throws IOException {
        Reading reading = Reading.of("""
                @string(jq = "Journal " # {of Quiet})
                @comment{ @article{no, title={Not this}} }
                @inproceedings{paper, title={Paper}, author={Lull, Ann}, crossref={proc}, pages={1--9}}
                @article{art, title={Article}, journal = jq, month = mar # "~12", year = 2019}
                @proceedings{proc, title={Proceedings of Quiet}, year=2018, publisher={Hush}, editor={Still, C.}}
                """);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.records())
                .extracting(BibRecord::title)
                .containsExactly("Paper", "Article", "Proceedings of Quiet");
        BibRecord paper = reading.records().getFirst();
        assertThat(paper.journal()).isEqualTo("Proceedings of Quiet");
        assertThat(paper.year()).isEqualTo(2018);
        assertThat(paper.publisher()).isEqualTo("Hush");
        assertThat(paper.pages()).isEqualTo("1-9");
        assertThat(paper.authors()).containsExactly(new Author("Lull", "Ann"));
        assertThat(paper.type()).isEqualTo(ReferenceType.CONFERENCE);
        BibRecord article = reading.records().get(1);
        assertThat(article.journal()).isEqualTo("Journal of Quiet");
        assertThat(article.date()).isEqualTo("2019-03-12");
    }

    @Test
    void aBrokenEntryCostsItselfOnlyAndIsNamedWithItsLine() throws IOException {
        Reading reading = Reading.of("""
                @article{one, title={One}, year={2001}}

                @article{two, title={Two {unclosed}, year={2002},
                  author={Lull, Ann}

                @article{three, title={Three}, year={2003}}
                @article{four title={Four} author={Hush, Bea}, year={2004},,}
                @article{empty, note={nothing to know it by}}
                @article{five, title={Five}, Usage-Count-(Last-180-days)={3}, year={2005}}
                """);
        assertThat(reading.records())
                .extracting(BibRecord::title)
                .startsWith("One")
                .contains("Three", "Four", "Five");
        assertThat(reading.records()).extracting(BibRecord::year).contains(2001, 2003, 2004, 2005);
        assertThat(reading.problems()).extracting(Problem::line).contains(3L, 7L, 8L);
        assertThat(reading.summary().rejected()).isEqualTo(1);
    }

    @Test
    void anIncludedFileIsNeverOpened() throws IOException {
        Reading reading = Reading.of("@include{/etc/hostname}\n@article{a, title={A}}\n");
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("A");
    }

    @Test
    void anEntryWhoseParentIsMissingGoesInAndSaysSo() throws IOException {
        Reading reading = Reading.of("@inbook{a, title={A}, crossref={gone}}\n@article{b, title={B}}\n");
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("A", "B");
        assertThat(reading.problems()).singleElement().satisfies(p -> assertThat(p.reason())
                .contains("gone"));
    }

    @Test
    void citationKeysAreUniqueAndKept() throws IOException {
        BibRecord kept = Reading.of("@article{My:Key_1, title={Kept}}").only();
        BibRecord made = BibRecord.builder()
                .title("The quiet room")
                .author(new Author("Lüll", "Ann"))
                .year(2020)
                .build();
        String bib = written(kept, made, made);
        assertThat(bib).contains("@article{My:Key_1,", "@article{lull2020quiet,", "@article{lull2020quiet-2,");
    }

    @ParameterizedTest
    @EnumSource(names = {"BIBTEX", "CSV", "XLSX", "CSL_JSON"})
    void everyEntryOfTheRealFilesComesBack(Format format) throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path file : RealFiles.below("formats/bibtex")) {
            if (file.toString().matches(".*(?<!WithoutNewline)\\.bib")) {
                RoundTripTest.roundTrip(file, format, lost);
            }
        }
        assertThat(lost).isEmpty();
    }

    static String written(BibRecord... records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Formats.write(Format.BIBTEX, Stream.of(records).map(WritingTest::screened), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void pathsOfFilesAreReadAsMendeleyAndAsZoteroWriteThem() throws IOException {
        assertThat(file(":C$\\backslash$:/Users/me/M{\\\"{u}}ller - a{\\_}b -- c.pdf:pdf"))
                .isEqualTo(":C\\:/Users/me/Müller - a_b -- c.pdf:pdf");
        assertThat(file("Full Text:C\\:\\\\Users\\\\me\\\\a_b\\;c.pdf:application/pdf"))
                .isEqualTo("Full Text:C\\:\\\\Users\\\\me\\\\a_b\\;c.pdf:application/pdf");
    }

    private static String file(String written) throws IOException {
        return Reading.of("@article{a, title = {T}, file = {" + written + "}}")
                .only()
                .extra()
                .get(ExtraKey.FILE)
                .getFirst();
    }
}
