package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.formats.UnreadableFile;

class DecisionsFileTest {
    private static final DecisionLine FIRST =
            new DecisionLine(2, "12", "exclude", "Zu jung, <18", "schöne Grüße", List.of("a", "b"));
    private static final String COMMAS = """
            record,decision,reason,note,tags
            12,exclude,"Zu jung, <18",schöne Grüße,a; b
            """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void readsTheCodingsThatSpreadsheetsWrite(String charset) throws IOException {
        assertThat(read(COMMAS.getBytes(Charset.forName(charset)))).containsExactly(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheHeader(String charset) throws IOException {
        assertThat(read(("\uFEFF" + COMMAS).getBytes(Charset.forName(charset)))).containsExactly(FIRST);
    }

    @Test
    void readsSemicolonsTabsAndBars() throws IOException {
        assertThat(read("record;decision;reason;note;tags\r\n12;exclude;Zu jung, <18;schöne Grüße;\"a;b\"\r\n"))
                .containsExactly(FIRST);
        assertThat(read("record\tdecision\treason\tnote\ttags\n12\texclude\tZu jung, <18\tschöne Grüße\ta;b\n"))
                .containsExactly(FIRST);
        assertThat(read("record|decision|reason|note|tags\n12|exclude|Zu jung, <18|schöne Grüße|a;b\n"))
                .containsExactly(FIRST);
    }

    @Test
    void theLineInWhichExcelNamesTheDelimiterIsCounted() throws IOException {
        assertThat(read("sep=;\r\nrecord;decision\r\n12;maybe\r\n"))
                .containsExactly(new DecisionLine(3, "12", "maybe", "", "", List.of()));
    }

    @Test
    void theHeaderMayBeInAnyCaseAndOrderAndNameOtherColumns() throws IOException {
        assertThat(read(" Decision ,Title,RECORD\ninclude,Of mice,10.1000/x\n"))
                .containsExactly(new DecisionLine(2, "10.1000/x", "include", "", "", List.of()));
    }

    @Test
    void emptyLinesCountAndMeanNothingShortLinesHaveEmptyCells() throws IOException {
        assertThat(read("\n\nrecord,decision,reason\n\n1,include\n,,\n2,exclude,No\n"))
                .containsExactly(
                        new DecisionLine(5, "1", "include", "", "", List.of()),
                        new DecisionLine(7, "2", "exclude", "No", "", List.of()));
    }

    @Test
    void aHeaderAloneHasNoLines() throws IOException {
        assertThat(read("record,decision\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            'id,verdict\\n1,include\\n',      'd.csv, line 1: the columns record and decision are missing'
            'record\\n1\\n',                  'It names: record.'
            '',                               'd.csv is empty. It needs a first line'
            '\\n \\n',                        'd.csv is empty'
            'record,decision,note\\n1,include,\\n2,include,"never\\n3,include,\\n', 'd.csv, line 3: a quotation mark'
            """)
    void whatIsNoDecisionsFileIsRefusedByName(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(message);
    }

    @Test
    void aSpreadsheetIsRefusedWithWhatToDo() {
        byte[] workbook = {'P', 'K', 3, 4, 20, 0, 6, 0};

        assertThatThrownBy(() -> read(workbook))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("as CSV");
    }

    private static List<DecisionLine> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<DecisionLine> read(byte[] bytes) throws IOException {
        return DecisionsFile.read(new ByteArrayInputStream(bytes), "d.csv");
    }
}
