package org.winnow.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.winnow.model.SourceKind;
import org.winnow.model.UserException;
import org.winnow.testkit.PdfUa;

class FlowExportTest {
    private static final FlowCounts COUNTS = FlowFixture.finishedCounts();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf", "png", "tiff", "docx", "html", "csv", "json"})
    void theSameCountsGiveTheSameBytesAndNothingElseIsLeft(String ending) throws IOException {
        byte[] once = written(COUNTS, Template.NEW_ALL, ending);
        assertThat(written(FlowFixture.finishedCounts(), Template.NEW_ALL, ending))
                .isEqualTo(once);
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("flow." + ending);
        }
    }

    @Test
    void anotherEndingIsRefusedWithThoseThatWork() {
        assertThatThrownBy(() -> FlowExport.write(COUNTS, Template.NEW_ALL, folder.resolve("flow.odt")))
                .isInstanceOf(UserException.class)
                .hasMessage("The flow diagram cannot be saved as .odt."
                        + " Use a name that ends in .pdf, .svg, .png, .tiff, .docx, .html, .csv or .json.");
    }

    @Test
    void aMissingFolderIsSaid() {
        Path target = folder.resolve("nowhere").resolve("flow.csv");
        assertThatThrownBy(() -> FlowExport.write(COUNTS, Template.NEW_ALL, target))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(target.toString());
    }

    @ParameterizedTest
    @EnumSource
    void thePdfIsAccessible(Template template) throws Exception {
        assertThat(PdfUa.broken(written(COUNTS, template, "pdf"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void thePdfSaysWhatTheDiagramSays(Template template) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(written(COUNTS, template, "pdf"))) {
            FlowDiagram diagram = FlowDiagram.of(COUNTS, template);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(diagram.title());
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            PDFont font = pdf.getPage(0)
                    .getResources()
                    .getFont(pdf.getPage(0)
                            .getResources()
                            .getFontNames()
                            .iterator()
                            .next());
            assertThat(font.isEmbedded()).isTrue();
            assertThat(font.getName()).matches("[A-Z]{6}\\+LiberationSans");
            // The rotated words come out in pieces: compare without white space.
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
                    .isEqualTo(String.join("", texts(diagram)).replace(" ", ""));
        }
    }

    @Test
    void charactersThatTheFontLacksBecomeSquaresInThePdfAndStayInTheSvg() throws Exception {
        FlowCounts counts = FlowCounts.of(
                List.of(FlowFixture.source(1, "中国知网 CNKI 🙂 \u0007\uD800", SourceKind.DATABASE)),
                List.of(FlowFixture.included(FlowFixture.EMBASE, 2)),
                List.of());
        try (PDDocument pdf = Loader.loadPDF(written(counts, Template.NEW_DATABASES, "pdf"))) {
            // A computer with a font for them draws the letters themselves; there is no text to extract then.
            assertThat(new PDFTextStripper().getText(pdf))
                    .satisfiesAnyOf(
                            t -> assertThat(lines(t)).contains("□□□□ CNKI □ (n = 2)"),
                            t -> assertThat(t).doesNotContain("CNKI").doesNotContain("□"));
        }
        assertThat(svgTexts(written(counts, Template.NEW_DATABASES, "svg"))).contains("中国知网 CNKI 🙂 (n = 2)");
    }

    @ParameterizedTest
    @EnumSource
    void theSvgHasEveryTextATitleADescriptionAndAnIdPerBox(Template template) throws Exception {
        byte[] bytes = written(COUNTS, template, "svg");
        FlowDiagram diagram = FlowDiagram.of(COUNTS, template);
        Element root = xml(bytes).getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(diagram.title());
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo(diagram.description());
        assertThat(svgTexts(bytes)).containsExactlyElementsOf(texts(diagram));
        NodeList groups = root.getElementsByTagName("g");
        assertThat(IntStream.range(0, groups.getLength()).mapToObj(i -> ((Element) groups.item(i)).getAttribute("id")))
                .doesNotHaveDuplicates()
                .contains("identified", "removed", "records_screened", "dbr_excluded", "included");
    }

    @Test
    void thePngHas300DotsPerInchAndTheColoursOfTheTemplate() throws IOException {
        byte[] png = written(COUNTS, Template.NEW_DATABASES, "png");
        FlowDiagram diagram = FlowDiagram.of(COUNTS, Template.NEW_DATABASES);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo((int) (diagram.width() / 72 * 300));
        assertThat(image.getHeight()).isEqualTo((int) (diagram.height() / 72 * 300));
        int chunk = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        assertThat(ByteBuffer.wrap(png, chunk + 4, 4).getInt()).isEqualTo(11811);
        assertThat(png[chunk + 12]).isEqualTo((byte) 1);
        FlowDiagram.TitleBar bar = (FlowDiagram.TitleBar) diagram.shapes().getFirst();
        int x = (int) ((bar.x() + 20) / 72 * 300);
        int y = (int) ((bar.y() + bar.h() / 2) / 72 * 300);
        assertThat(image.getRGB(x, y) & 0xFFFFFF).isEqualTo(bar.fill().rgb());
    }

    @Test
    void aDiagramTooLongForPixelsIsRefusedWithARemedy() {
        Map<String, Long> reasons = new LinkedHashMap<>();
        for (int i = 0; i < 2_000; i++) {
            reasons.put("Reason " + i, 1L);
        }
        FlowCounts counts = new FlowCounts(Map.of(), Map.of(), Map.of(), Map.of(), reasons, Map.of(), List.of());
        assertThatThrownBy(() -> FlowExport.write(counts, Template.NEW_ALL, folder.resolve("flow.png")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(".pdf or .svg");
    }

    @Test
    void theCsvHasTheRowsOfTheRPackage() throws IOException {
        Map<String, String> n = csv(COUNTS, Template.NEW_ALL);
        assertThat(n)
                .containsEntry("previous_studies", "NA")
                .containsEntry("database_results", "1400")
                .containsEntry("database_specific_results", "Embase, 1000; PubMed, 400")
                .containsEntry("register_specific_results", "ClinicalTrials.gov, 60")
                .containsEntry("other_results", "3")
                .containsEntry("dbr_excluded", "Wrong population, 15; No control, 11")
                .containsEntry("other_excluded", "No control, 5; Not a report, 25")
                .containsEntry("new_reports", "9")
                .containsEntry("total_studies_ma", "NA");
        assertThat(csv(FlowCounts.of(List.of(), List.of(), List.of()), Template.NEW_DATABASES))
                .hasSize(32)
                .containsEntry("database_specific_results", "NA")
                .containsEntry("website_results", "NA")
                .containsEntry("other_excluded", "NA")
                .containsEntry("dbr_excluded", "0")
                .doesNotContainKey("other_results");
    }

    @Test
    void labelsCannotBreakTheListsOfTheCsvNorActAsFormulas() throws IOException {
        Map<String, Long> reasons = new LinkedHashMap<>();
        reasons.put("=Adults, children; both,", 4L);
        reasons.put("Not \"randomised\"", 1L);
        FlowCounts counts = new FlowCounts(Map.of(), Map.of(), Map.of(), Map.of(), reasons, Map.of(), List.of());
        assertThat(csv(counts, Template.NEW_ALL))
                .containsEntry("dbr_excluded", "'=Adults - children - both, 4; Not \"randomised\", 1");
    }

    @Test
    void theJsonHoldsTheCountsAndWarnsOfWhatTheTemplateHides() throws IOException {
        Map<String, Object> values = FlowExport.json(COUNTS, Template.NEW_DATABASES);
        assertThat(values.keySet())
                .containsExactly("template", "boxes", "reasons", "otherReasons", "databases", "registers", "warnings");
        assertThat(values.get("warnings"))
                .isEqualTo(List.of("37 records were found by other methods, which the template new-databases does not"
                        + " show: use new-all."));
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(written(COUNTS, Template.NEW_DATABASES, "json")))
                .isEqualTo(mapper.readTree(mapper.writeValueAsString(values)));
    }

    private byte[] written(FlowCounts counts, Template template, String ending) throws IOException {
        Path target = folder.resolve("flow." + ending);
        FlowExport.write(counts, template, target);
        return Files.readAllBytes(target);
    }

    /** The last column by the first, without the headings' rows. */
    private Map<String, String> csv(FlowCounts counts, Template template) throws IOException {
        String text = new String(written(counts, template, "csv"), StandardCharsets.UTF_8);
        assertThat(text).startsWith("data,node,box,description,boxtext,tooltips,url,n\r\n");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().collect(Collectors.toMap(r -> r.getField("data"), r -> r.getField("n"), (a, b) -> a));
        }
    }

    private static List<String> texts(FlowDiagram diagram) {
        return diagram.shapes().stream()
                .flatMap(s -> FlowDiagram.lines(s).stream())
                .map(FlowDiagram.TextLine::text)
                .toList();
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R")).map(String::strip).toList();
    }

    private static List<String> svgTexts(byte[] svg) throws Exception {
        NodeList texts = xml(svg).getDocumentElement().getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    private static Document xml(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }
}
