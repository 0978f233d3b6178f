package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.formats.table.NameOrder;
import org.winnow.formats.table.TableField;
import org.winnow.formats.table.TableLayout;
import org.winnow.formats.table.TableMapping;
import org.winnow.formats.table.TableMapping.Column;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;

/** What columns hold is guessed, shown, changed, kept, and then obeyed. */
class TableMappingTest {
    private static final String UNKNOWN = """
            Nr;Überschrift;Wer;Inhalt;Kennung
            1;Ruhe in der Klinik, ein Versuch;Lull, Ann/Hush, Bea;Die Klinik wurde leiser.;10.5555/r.1
            2;Stille auf dem Gang;Solo, Han;Der Gang war still.;10.5555/r.2
            3;Schlaf bei Tage;Calm, Cleo;Am Tage schlief niemand.;10.5555/r.3
            """;

    private static final String HEADERLESS = """
            10.5555/n.1,Quiet rooms for sleepless adults,"Lull, Ann; Hush, Bea",2019
            10.5555/n.2,Warm milk against wakefulness,"Calm, Cleo",2020
            10.5555/n.3,Noise in hospitals at night,"Still, B.; Solo, H.",2018
            """;

    @TempDir
    private Path folder;

    @Test
    void aTableOfWhichNoColumnIsKnownIsRefusedWithItsColumnsAndTheRemedy() throws IOException {
        Path file = file(UNKNOWN);
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("“Überschrift”")
                .hasMessageContaining("--map");
    }

    @Test
    void itsLayoutIsShownAllTheSameGuessedFromWhatTheCellsLookLike() throws IOException {
        TableLayout layout = layout(UNKNOWN);
        assertThat(layout.known()).isFalse();
        assertThat(layout.mapping().delimiter()).isEqualTo(";");
        assertThat(layout.mapping().headerRow()).isZero();
        assertThat(layout.mapping().columns())
                .contains(new Column("Überschrift", TableField.TITLE), new Column("Kennung", TableField.DOI));
        assertThat(layout.sample()).hasSize(3);
        assertThat(layout.sample().getFirst()).startsWith("1", "Ruhe in der Klinik, ein Versuch");
    }

    @Test
    void whatThePersonSaysOfTheColumnsIsObeyed() throws IOException {
        TableMapping mapping = layout(UNKNOWN)
                .mapping()
                .with(1, TableField.TITLE)
                .with(2, TableField.AUTHORS)
                .with(3, TableField.ABSTRACT)
                .with(4, TableField.DOI)
                .withAuthors("/", NameOrder.AS_WRITTEN);
        List<BibRecord> records = read(UNKNOWN, mapping).records();
        assertThat(records).hasSize(3);
        BibRecord first = records.getFirst();
        assertThat(first.title()).isEqualTo("Ruhe in der Klinik, ein Versuch");
        assertThat(first.authors()).containsExactly(new Author("Lull", "Ann"), new Author("Hush", "Bea"));
        assertThat(first.abstractText()).isEqualTo("Die Klinik wurde leiser.");
        assertThat(first.extra()).containsOnlyKeys("Nr");
    }

    @Test
    void aTableWithoutAHeaderLosesNoFirstRow() throws IOException {
        TableLayout layout = layout(HEADERLESS);
        assertThat(layout.known()).isFalse();
        assertThat(layout.mapping().headerRow()).isEqualTo(TableMapping.NO_HEADER);
        assertThat(layout.mapping().columns())
                .containsExactly(
                        new Column("column 1", TableField.DOI),
                        new Column("column 2", TableField.TITLE),
                        new Column("column 3", TableField.AUTHORS),
                        new Column("column 4", TableField.YEAR));
        List<BibRecord> records = read(HEADERLESS, layout.mapping()).records();
        assertThat(records)
                .extracting(BibRecord::title)
                .containsExactly(
                        "Quiet rooms for sleepless adults",
                        "Warm milk against wakefulness",
                        "Noise in hospitals at night");
        assertThat(records).extracting(BibRecord::year).containsExactly(2019, 2020, 2018);
    }

    @Test
    void aChosenColumnTakesTheFieldFromTheOneThatHadIt() throws IOException {
        String table = "title,other title,doi\nwrong,right,10.5555/x\n";
        TableMapping mapping = layout(table).mapping();
        assertThat(mapping.columns().getFirst().field()).isEqualTo(TableField.TITLE);
        BibRecord record = read(table, mapping.with(1, TableField.TITLE)).only();
        assertThat(record.title()).isEqualTo("right");
        assertThat(record.extra()).containsEntry("title", List.of("wrong"));
    }

    @Test
    void aMappingOfAnotherFileIsLaidOverTheLayoutOfThisOne() throws IOException {
        TableMapping said =
                layout(UNKNOWN).mapping().with(1, TableField.ABSTRACT).with(3, TableField.TITLE);
        TableMapping remembered = new TableMapping("", "", 0, false, said.columns(), "", NameOrder.AS_WRITTEN);
        String tabs = UNKNOWN.replace(';', '\t');
        assertThat(read(tabs, remembered).records().getFirst().title()).isEqualTo("Die Klinik wurde leiser.");
        assertThat(layout(tabs).mapping().fingerprint()).isEqualTo(said.fingerprint());
    }

    @Test
    void givenNamesBeforeFamilyNamesAreTurnedRoundWhenThePersonSaysSo() throws IOException {
        String table = "title,authors\nT,Ann Lull; Bea van der Hush; WHO\n";
        TableMapping mapping = layout(table).mapping().withAuthors("", NameOrder.GIVEN_FIRST);
        assertThat(read(table, mapping).only().authors())
                .containsExactly(new Author("Lull", "Ann"), new Author("van der Hush", "Bea"), new Author("WHO", ""));
    }

    @Test
    void aMappingIsTheSameAfterItsJson() throws IOException {
        TableMapping mapping = layout(HEADERLESS).mapping().withAuthors(" / ", NameOrder.FAMILY_FIRST);
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readValue(json.writeValueAsString(mapping), TableMapping.class))
                .isEqualTo(mapping);
    }

    @Test
    void aFileWithoutColumnsHasNoLayout() throws IOException {
        assertThat(Formats.tableLayout(file("TY  - JOUR\nTI  - T\nER  - \n"), ReadOptions.AUTO))
                .isEmpty();
    }

    private TableLayout layout(String table) throws IOException {
        return Formats.tableLayout(file(table), ReadOptions.AUTO).orElseThrow();
    }

    private static Reading read(String table, TableMapping mapping) throws IOException {
        return Reading.of(table.getBytes(StandardCharsets.UTF_8), ReadOptions.AUTO.withTable(mapping));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }
}
