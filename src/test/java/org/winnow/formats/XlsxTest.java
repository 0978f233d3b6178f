package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.formats.table.TableLayout;
import org.winnow.formats.table.TableMapping;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;

/** Workbooks as Excel, LibreOffice and databases write them, and as we do. */
class XlsxTest {
    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
            </Types>""";
    private static final String STYLES = """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts><numFmt numFmtId="170" formatCode="[$-409]mmm\\-yy;@"/><numFmt numFmtId="171" formatCode="&quot;day&quot; 0"/></numFmts>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>""";
    private static final String STRINGS = """
            <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <si><t>Title</t></si><si><t>Year</t></si><si><t>Date</t></si><si><t>DOI</t></si><si><t>Authors</t></si>
            <si><r><t>Rich </t></r><r><rPr><b/></rPr><t xml:space="preserve">title</t></r><rPh sb="0" eb="1"><t>sound</t></rPh></si>
            <si><t>Lull, Ann; Hush, Bea</t></si><si><t>Line one_x000D_
            line two</t></si><si><t>Abstract</t></si></sst>""";

    @TempDir
    private Path folder;

    @Test
    void readsSharedAndRichTextNumbersDatesAndTheValuesOfFormulas() throws IOException {
        byte[] book = workbook(Map.of("Export", sheet("""
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>8</v></c></row>
                <row r="2"><c r="A2" t="s"><v>5</v></c><c r="B2"><v>2019</v></c><c r="C2" s="1"><v>43525</v></c><c r="D2" t="str"><f>CONCATENATE("10.5555/","x")</f><v>10.5555/x</v></c><c r="E2" t="s"><v>6</v></c><c r="F2" t="s"><v>7</v></c></row>
                <row r="4"><c r="A4" t="inlineStr"><is><t>Inline</t></is></c><c r="B4"><f>2000+20</f><v>2020</v></c><c r="C4" s="2"><v>43983</v></c></row>
                """)));
        Reading reading = Reading.of(book);
        assertThat(reading.summary().detection())
                .isEqualTo(new Detection(Format.XLSX, StandardCharsets.UTF_8, "UTF-8", ""));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.lines()).containsExactly(2L, 4L);
        BibRecord first = reading.records().getFirst();
        assertThat(first.title()).isEqualTo("Rich title");
        assertThat(first.year()).isEqualTo(2019);
        assertThat(first.date()).isEqualTo("2019-03-01");
        assertThat(first.doi()).hasToString("10.5555/x");
        assertThat(first.authors()).containsExactly(new Author("Lull", "Ann"), new Author("Hush", "Bea"));
        assertThat(first.abstractText().lines().map(String::strip)).containsExactly("Line one", "line two");
        assertThat(first.raw()).contains("\"Lull, Ann; Hush, Bea\"");
        BibRecord second = reading.records().get(1);
        assertThat(second.title()).isEqualTo("Inline");
        assertThat(second.year()).isEqualTo(2020);
        assertThat(second.date()).isEqualTo("2020-06");
    }

    @Test
    void stylesAndATableOfTextsMayBeMissing() throws IOException {
        Map<String, Part> parts = parts(Map.of("Export", sheet(row("Title", "Year") + row("Plain", "2001"))));
        parts.remove("xl/styles.xml");
        parts.remove("xl/sharedStrings.xml");
        parts.put("[Content_Types].xml", text(TYPES.replaceAll(".*(styles|sharedStrings).*", "")));
        BibRecord record = Reading.of(zipped(parts)).only();
        assertThat(record.title()).isEqualTo("Plain");
        assertThat(record.year()).isEqualTo(2001);
    }

    @Test
    void choosesTheSheetWithTheRecordsAndGoesOnWithThoseOfTheSameColumns() throws IOException {
        String records =
                "<row><c t=\"inlineStr\"><is><t>Title</t></is></c><c t=\"inlineStr\"><is><t>DOI</t></is></c></row>";
        byte[] book = workbook(Map.of(
                "1 About", sheet("<row><c t=\"inlineStr\"><is><t>Exported on Monday</t></is></c></row>"),
                "2 First", sheet(records + row("One", "10.5555/1")),
                "3 Second", sheet(records + row("Two", "10.5555/2"))));
        assertThat(Reading.of(book).records()).extracting(BibRecord::title).containsExactly("One", "Two");
        TableLayout layout = Formats.tableLayout(file(book), ReadOptions.AUTO).orElseThrow();
        assertThat(layout.sheets()).containsExactly("1 About", "2 First", "3 Second");
        assertThat(layout.mapping().sheet()).isEqualTo("2 First");
        assertThat(layout.known()).isTrue();
        assertThat(layout.sample()).containsExactly(List.of("One", "10.5555/1"));
    }

    @Test
    void aSheetThatThePersonChoosesIsTheOneThatIsRead() throws IOException {
        byte[] book = workbook(Map.of(
                "a", sheet(row("Title", "DOI") + row("One", "10.5555/1")),
                "b", sheet(row("Paper", "Link") + row("Other", "x"))));
        TableMapping mapping = TableMapping.ofSheet("b", 0, List.of("Paper", "Link"))
                .with(0, org.winnow.formats.table.TableField.TITLE);
        assertThat(Reading.of(book, ReadOptions.AUTO.withTable(mapping)).only().title())
                .isEqualTo("Other");
    }

    @Test
    void anotherSheetIsReadAsItIsGuessedWhereOnlyItsNameIsSaid() throws IOException {
        byte[] book = workbook(Map.of(
                "a", sheet(row("Title", "DOI") + row("One", "10.5555/1")),
                "b", sheet(row("Name", "") + row("Title", "Journal") + row("Two", "Acta")),
                "c", sheet("")));
        assertThat(Reading.of(book).only().title()).isEqualTo("One");
        BibRecord second = Reading.of(book, sheetCalled("b")).only();
        assertThat(second.title() + ", " + second.journal()).isEqualTo("Two, Acta");
        assertThatThrownBy(() -> Reading.of(book, sheetCalled("c")))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("the sheet c is empty");
    }

    private static ReadOptions sheetCalled(String name) {
        return ReadOptions.AUTO.withTable(TableMapping.ofSheet(name, TableMapping.NO_HEADER, List.of()));
    }

    @Test
    void textsBeyondACellOfExcelComeBackWhole() throws IOException {
        String text = "_x000D_ ".repeat(3) + "Ünïcödé 𝕏 ".repeat(20_000).strip();
        BibRecord record = BibRecord.builder().title("Long").abstractText(text).build();
        BibRecord back = Reading.of(xlsx(record)).only();
        assertThat(back.abstractText()).isEqualTo(text);
    }

    @Test
    void aWorkbookThatUnpacksToMoreThanMemoryHoldsIsRefusedWithTheRemedy() throws IOException {
        byte[] bomb = zipped(Map.of("xl/sharedStrings.xml", out -> {
            byte[] block = "<si><t>x</t></si>".repeat(4000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 4000; i++) {
                out.write(block);
            }
        }));
        assertThat(bomb.length).isLessThan(2_000_000);
        assertThatThrownBy(() -> Reading.of(bomb))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("too large")
                .hasMessageContaining("CSV");
    }

    @Test
    void aCellInAColumnThatCannotBeIsRefused() throws IOException {
        byte[] book = workbook(Map.of("a", sheet("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")));
        assertThatThrownBy(() -> Reading.of(book)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void aCutOffWorkbookIsRefusedAndADamagedSheetLosesOnlyWhatFollows() throws IOException {
        byte[] whole = workbook(Map.of("a", sheet(row("Title", "DOI") + row("One", "10.5555/1"))));
        assertThatThrownBy(() -> Reading.of(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("cut off");
        String broken = sheet(row("Title", "DOI") + row("One", "10.5555/1") + "<row><c t=\"n\"><v>1</x></c></row>");
        Reading reading = Reading.of(workbook(Map.of("a", broken)));
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("One");
        assertThat(reading.problems()).extracting(Problem::severity).containsExactly(Problem.Severity.REJECTED);
    }

    @Test
    void aWorkbookOfWhichNoColumnIsKnownIsRefusedWithItsColumns() throws IOException {
        byte[] book = workbook(Map.of("a", sheet(row("Eins", "Zwei") + row("Ruhe in der Klinik", "still und leise"))));
        assertThatThrownBy(() -> Reading.of(book))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("“Eins”");
    }

    static byte[] xlsx(BibRecord... records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Formats.write(Format.XLSX, Arrays.stream(records).map(WritingTest::screened), out);
        return out.toByteArray();
    }

    private Path file(byte[] book) throws IOException {
        return Files.write(folder.resolve("book.xlsx"), book);
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    /** @param sheets by name; they stand in the order of their names */
    private static byte[] workbook(Map<String, String> sheets) throws IOException {
        return zipped(parts(sheets));
    }

    private static Map<String, Part> parts(Map<String, String> sheets) {
        StringBuilder names =
                new StringBuilder("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>");
        StringBuilder links = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        Map<String, Part> parts = new java.util.TreeMap<>();
        int n = 0;
        for (String name : sheets.keySet().stream().sorted().toList()) {
            n++;
            names.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(name, n, n));
            links.append("<Relationship Id=\"rId%d\" Type=\"worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                    .formatted(n, n));
            byte[] sheet = sheets.get(name).getBytes(StandardCharsets.UTF_8);
            parts.put("xl/worksheets/sheet" + n + ".xml", out -> out.write(sheet));
        }
        parts.put("[Content_Types].xml", text(TYPES));
        parts.put("xl/workbook.xml", text(names + "</sheets></workbook>"));
        parts.put("xl/_rels/workbook.xml.rels", text(links + "</Relationships>"));
        parts.put("xl/styles.xml", text(STYLES));
        parts.put("xl/sharedStrings.xml", text(STRINGS));
        return parts;
    }

    private static Part text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Part {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] zipped(Map<String, Part> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().write(zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
