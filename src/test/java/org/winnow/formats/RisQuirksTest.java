package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;

/** The liberties that databases and programs take with RIS, one by one. */
class RisQuirksTest {
    @ParameterizedTest
    @CsvSource({"TI", "T1", "CT"})
    void everyTagOfATitleGivesTheTitle(String tag) throws IOException {
        assertThat(only(tag + "  - A title").title()).isEqualTo("A title");
    }

    @ParameterizedTest
    @CsvSource({"AU", "A1"})
    void bothTagsOfAuthorsGiveAuthorsInOrder(String tag) throws IOException {
        assertThat(only("TI  - A\n" + tag + "  - Lull, Ann\n" + tag + "  - Hush, J.")
                        .authors())
                .containsExactly(new Author("Lull", "Ann"), new Author("Hush", "J."));
    }

    @Test
    void secondAuthorsAreEditorsOfBooksOnly() throws IOException {
        String lines = "TI  - A\nAU  - Lull, Ann\nA2  - Calm, Cy";
        BibRecord chapter = Reading.of("TY  - CHAP\n" + lines + "\nER  - \n").only();
        assertThat(chapter.authors()).containsExactly(new Author("Lull", "Ann"));
        assertThat(chapter.extra()).containsEntry(ExtraKey.EDITOR, List.of("Calm, Cy"));
        assertThat(only(lines).extra()).containsEntry("A2", List.of("Calm, Cy"));
    }

    @ParameterizedTest
    @CsvSource({"AB", "N2"})
    void bothTagsOfAbstractsGiveTheAbstract(String tag) throws IOException {
        assertThat(only("TI  - A\n" + tag + "  - Rest is short.").abstractText())
                .isEqualTo("Rest is short.");
    }

    @ParameterizedTest
    @CsvSource({
        "DO,10.5555/q.1",
        "DI,10.5555/Q.1",
        "DO,https://doi.org/10.5555/q.1",
        "DO,doi: 10.5555/q.1.",
        "M3,10.5555/q.1",
        "L3,http://dx.doi.org/10.5555/q.1",
        "UR,https://doi.org/10.5555/q.1"
    })
    void aDoiIsFoundWhereverItStands(String tag, String value) throws IOException {
        assertThat(only("TI  - A\n" + tag + "  - " + value).doi()).hasToString("10.5555/q.1");
    }

    @Test
    void aMissingErEndsWhereTheNextTyBeginsAndIsReported() throws IOException {
        Reading reading = Reading.of("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  - \n");
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("One", "Two");
        assertThat(reading.problems()).hasSize(1);
    }

    @Test
    void tyBehindOtherTagsBeginsARecordOfItsOwn() throws IOException {
        Reading reading = Reading.of("TI  - One\nAU  - Lull, Ann\nTY  - BOOK\nTI  - Two\nER  - \n");
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("One", "Two");
    }

    @Test
    void wrappedLinesWithoutATagBelongToTheLineBefore() throws IOException {
        BibRecord record = only("TI  - A title that\ngoes on\nAB  - Rest is\n   short.\nKW  - rest\nquiet\nPY  - 2001");
        assertThat(record.title()).isEqualTo("A title that goes on");
        assertThat(record.abstractText()).isEqualTo("Rest is short.");
        assertThat(record.keywords()).containsExactly("rest", "quiet");
        assertThat(record.year()).isEqualTo(2001);
    }

    @ParameterizedTest
    @CsvSource({"'TI  - '", "'TI - '", "'TI  -'", "'TI  -  '", "'TI   - '"})
    void oneBlankOrMoreMayStandBeforeAndBehindTheDash(String tag) throws IOException {
        assertThat(only(tag + "A title").title()).isEqualTo("A title");
    }

    @Test
    void anEmptyValueDoesNotSwallowTheNextTag() throws IOException {
        BibRecord record = only("TI  - A\nSP  -\nEP  - \nVL  - 3");
        assertThat(record.pages()).isEmpty();
        assertThat(record.volume()).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({
        "PY,2024,2024,''",
        "PY,2024/04/03/,2024,2024/04/03/",
        "Y1,2024///,2024,2024///",
        "Y1,Spring 2019,2019,Spring 2019",
        "DA,2024-02-01,2024,2024-02-01",
        "Y1,Jun2023,2023,Jun2023"
    })
    void datesKeepTheirWordsAndGiveTheYear(String tag, String value, int year, String date) throws IOException {
        BibRecord record = only("TI  - A\n" + tag + "  - " + value);
        assertThat(record.year()).isEqualTo(year);
        assertThat(record.date()).isEqualTo(date);
    }

    @Test
    void headingsOfOvidAndCochraneAreNoProblem() throws IOException {
        String record = "TY  - JOUR\nTI  - A\nER  - \n\n";
        Reading reading = Reading.of("1. \n" + record + "<2>\n" + record
                + "Record #3 of 18\nProvider: John Wiley & Sons\nContent: text/plain\n\n" + record);
        assertThat(reading.records()).hasSize(3);
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void aTagThatNobodyKnowsIsKept() throws IOException {
        assertThat(only("TI  - A\nQ7  - odd").extra()).containsEntry("Q7", List.of("odd"));
    }

    private static BibRecord only(String lines) throws IOException {
        return Reading.of("TY  - JOUR\n" + lines + "\nER  - \n").only();
    }
}
