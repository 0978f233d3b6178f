package org.winnow.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.winnow.model.UserException;
import org.winnow.prisma.FlowCsv.Filled;

class FlowCsvTest {
    private static final String HEADER = "data,node,box,description,boxtext,tooltips,url,n\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"NEW_DATABASES", "NEW_ALL"})
    void whatIsWrittenIsReadBackWithTheSameBoxesAndLists(Template template) {
        FlowCounts counts = FlowFixture.finishedCounts();
        Path file = folder.resolve("flow.csv");
        FlowExport.write(counts, template, file);
        Filled back = FlowCsv.read(file).filled("");

        assertThat(back.template()).isEqualTo(template);
        // Without the other methods' column, what they gave cannot be explained.
        assertThat(back.counts().warnings().isEmpty()).isEqualTo(template.otherMethods());
        assertThat(back.counts().databases()).isEqualTo(counts.databases());
        assertThat(back.counts().reasons()).isEqualTo(counts.reasons());
        back.counts().boxes().forEach((box, n) -> assertThat(n).as(box).isEqualTo(counts.box(box)));
        assertThat(texts(FlowDiagram.of(back.counts(), template)))
                .filteredOn(t -> !t.startsWith("Counts do not add up"))
                .isEqualTo(texts(FlowDiagram.of(counts, template)));
    }

    @Test
    void labelsTooltipsAndLinksOfTheFileGoIntoTheDrawing() throws Exception {
        Filled filled = read(
                HEADER
                        + "NA,node6,newstud,,Neue Studien über Datenbanken,NA,NA,0\n"
                        + "records_screened,node9,box4,,Gesichtete Einträge,Titel und Abstract,https://example.org/s,\"1,234\"\n");
        FlowDiagram diagram = FlowDiagram.of(filled.counts(), filled.template());

        assertThat(texts(diagram)).contains("Neue Studien über Datenbanken", "Gesichtete Einträge", "(n = 1,234)");
        Path svg = folder.resolve("flow.svg");
        FlowExport.write(filled.counts(), filled.template(), svg);
        assertThat(Files.readString(svg))
                .contains("xlink:href=\"https://example.org/s\"")
                .contains("<title>Titel und Abstract</title>");
    }

    @Test
    void aLanguageFromRightToLeftMirrorsThePage() throws Exception {
        Filled filled = read(HEADER
                + "NA,node6,newstud,,זיהוי מחקרים במאגרים ובמרשמים,NA,NA,0\n"
                + "records_screened,node9,box4,,רשומות שנסרקו,NA,NA,12\n");
        FlowDiagram diagram = FlowDiagram.of(filled.counts(), filled.template());
        assertThat(diagram.rightToLeft()).isTrue();
        assertThat(box(diagram, "records_screened").x())
                .isGreaterThan(box(diagram, "records_excluded").x());
        FlowDiagram.Box screened = box(diagram, "records_screened");
        FlowDiagram.TextLine words = screened.lines().getFirst();
        assertThat(words.x() + words.width()).isBetween(screened.x(), screened.x() + screened.w() - 6);
        for (String ending : List.of("pdf", "svg", "docx", "png")) {
            FlowExport.write(filled.counts(), filled.template(), folder.resolve("rtl." + ending));
        }
        assertThat(Files.readString(folder.resolve("rtl.svg"))).contains("direction=\"rtl\"");
    }

    private static FlowDiagram.Box box(FlowDiagram diagram, String name) {
        return diagram.shapes().stream()
                .filter(s -> s instanceof FlowDiagram.Box b && b.name().equals(name))
                .map(FlowDiagram.Box.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCommaInAReasonDoesNotCutItsLabelAndPlaceholdersStayPlaceholders() throws Exception {
        Filled filled = read(HEADER
                + "database_specific_results,NA,box2,,,NA,NA,\"Database 1, xxx; Database 2, xxx\"\n"
                + "dbr_excluded,node14,box9,,Reports excluded,NA,NA,\"Wrong design, or none, 12; Reason 2, xxx\"\n");
        assertThat(filled.counts().reasons()).containsExactly(Map.entry("Wrong design, or none", 12L));
        assertThat(texts(FlowDiagram.of(filled.counts(), filled.template())))
                .contains("Reason 2 (n = xxx)")
                .noneMatch(t -> t.contains("Database 1"));
    }

    @Test
    void oddNumbersAndUnknownLinesAreNamedByLine() throws Exception {
        Filled filled = read(HEADER
                + "duplicates,node8,box3,,,NA,NA,about ten\n"
                + "participants,,box99,,,NA,NA,5\n"
                + "records_screened,node9,box4,,,NA,NA,-3\n");
        assertThat(filled.counts().warnings())
                .contains(
                        "Line 2: \"about ten\" is no whole number for duplicates; the diagram shows xxx.",
                        "Line 3: the flow diagram has no number called \"participants\"; the line is left out.",
                        "E13: Records screened is -3, but no count can be below 0.");
    }

    @Test
    void aFileOfAnotherKindIsRefusedWithWhatIsExpected() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> FlowCsv.read(other))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("other.csv")
                .hasMessageContaining("boxtext");
        assertThatThrownBy(() -> FlowCsv.read(folder.resolve("gone.csv"))).hasMessageContaining("gone.csv");
    }

    @Test
    void aSpreadsheetsSemicolonsAndWindowsLettersAreRead() throws IOException {
        Path file = folder.resolve("excel.csv");
        Files.write(
                file,
                "data;node;box;description;boxtext;tooltips;url;n\nrecords_screened;node9;box4;;Geprüft;;;7\n"
                        .getBytes(Charset.forName("windows-1252")));
        FlowCounts counts = FlowCsv.read(file).filled("").counts();
        assertThat(counts.box("records_screened")).isEqualTo(7);
        assertThat(counts.text().labels()).containsEntry("records_screened", "Geprüft");
    }

    @Test
    void severalVersionsAreReadByTheNameOfTheirColumn() throws IOException {
        Path file = Files.writeString(
                folder.resolve("living.csv"),
                "data,node,box,description,boxtext,tooltips,url,Base,Update\n"
                        + "records_screened,node9,box4,,Records screened,NA,NA,90,4\n");
        FlowCsv csv = FlowCsv.read(file);
        assertThat(csv.columns()).containsExactly("Base", "Update");
        assertThat(csv.filled("Update").counts().box("records_screened")).isEqualTo(4);
        assertThatThrownBy(() -> csv.filled("")).hasMessageContaining("Base, Update");
    }

    @Test
    void thePackagesOwnTemplateGivesItsDiagram() {
        Filled filled = real("PRISMA2020_template.csv");
        assertThat(filled.template()).isEqualTo(Template.UPDATED_ALL);
        assertThat(filled.counts().warnings()).isEmpty();
        assertThat(texts(FlowDiagram.of(filled.counts(), filled.template())))
                .contains(
                        "Previous studies",
                        "Identification of new studies via databases and registers",
                        "Identification of new studies via other methods",
                        "Reason3 (n = xxx)",
                        "Websites (n = 0)",
                        "Total studies included in review",
                        "Included");
    }

    @Test
    void aPublishedFileIsDrawnAsItIsAndItsOwnInconsistencyIsNamed() {
        Filled filled = real("real_DR-epTB.csv");
        assertThat(filled.counts().box("records_screened")).isEqualTo(1873);
        assertThat(filled.counts().databases()).containsEntry("Embase", 1902L);
        assertThat(filled.counts().warnings())
                .anyMatch(w -> w.startsWith("E5: Reports sought for retrieval is 35, but"))
                .anyMatch(w -> w.startsWith("E11:"))
                .hasSize(2);
    }

    private static Filled real(String name) {
        String root = System.getenv("WINNOW_TEST_DATA");
        assumeTrue(root != null, "WINNOW_TEST_DATA is not set");
        return FlowCsv.read(Path.of(root, "prisma", name)).filled("");
    }

    private Filled read(String csv) throws IOException {
        return FlowCsv.read(Files.writeString(folder.resolve("filled.csv"), csv))
                .filled("");
    }

    private static List<String> texts(FlowDiagram diagram) {
        return diagram.shapes().stream()
                .flatMap(s -> FlowDiagram.lines(s).stream())
                .map(FlowDiagram.TextLine::text)
                .collect(Collectors.toList());
    }
}
