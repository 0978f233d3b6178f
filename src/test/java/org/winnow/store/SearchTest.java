package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.SourceKind;
import org.winnow.testkit.TestReview;

class SearchTest {
    @TempDir
    static Path folder;

    /** Only searched, so that one serves all. */
    private static Review review;

    @BeforeAll
    static void importRecords() {
        review = TestReview.create(folder, "Ada");
        BibRecord first = BibRecord.builder()
                .title("Sleep deprivation and café culture: a meta-analysis")
                .author(new Author("Müller", "Jörg"))
                .abstractText("Adults who slept too little. IL-6 (p<0.05) rose; β-blockers did not help.")
                .keyword("randomised controlled trial")
                .build();
        BibRecord second = BibRecord.builder()
                .title("Controlled sleep, randomised people")
                .journal("Journal of Naps")
                .abstractText("Ελληνικά 睡眠 сон AND OR NOT")
                .build();
        TestReview.importRecords(review, "PubMed", SourceKind.DATABASE, List.of(first, second));
    }

    @AfterAll
    static void close() {
        review.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sleep                          | 1 2
            SLEEP                          | 1 2
            depriv                         | 1
            eprivation                     |
            sl                             | 1 2
            a                              | 1
            p                              | 1
            s                              |
            睡                             | 2
            cafe                           | 1
            CAFÉ                           | 1
            Müller                         | 1
            muller jorg                    | 1
            naps                           | 2
            meta-analysis                  | 1
            meta analysis                  | 1
            analysis-meta                  |
            "controlled trial"             | 1
            “controlled trial”             | 1
            "controlled tri"               |
            controlled random              | 1 2
            sleep nothing                  |
            il-6                           | 1
            β-block                        | 1
            ΕΛΛΗΝΙΚΆ                       | 2
            睡                              | 2
            сон                            | 2
            -sleep                         | 1 2
            +sleep                         | 1 2
            sleep*                         | 1 2
            "sleep                         | 1 2
            sleep"                         | 1 2
            AND                            | 1 2
            NOT                            | 1 2
            title:sleep                    |
            (sleep)                        | 1 2
            NEAR(sleep people)             |
            """)
    void whatPeopleTypeFindsWhatTheyMean(String text, String ids) {
        assertThat(found(text))
                .containsExactly(
                        ids == null
                                ? new Long[0]
                                : List.of(ids.split(" ")).stream()
                                        .map(Long::valueOf)
                                        .toArray(Long[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "-", "\"", "\"\"", "'", "()", "::", "^", "{", "..", "\u0301", "\uD83D\uDE34", "ª", "〇"})
    void markingsWithoutWordsFindNothingAndNeverFail(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void anyTextWhateverCanBeSearchedFor() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of(
                        "AND", "OR", "NOT", "NEAR(", "\"", "*", "-", "^", ":", "title", "(", ")", "+", "{", "}", " "),
                Arbitraries.strings().ofMaxLength(4));
        pieces.list()
                .ofMaxSize(8)
                .map(l -> String.join("", l))
                .sampleStream()
                .limit(2000)
                .forEach(text -> assertThat(found(text)).hasSizeLessThanOrEqualTo(2));
    }

    private List<Long> found(String text) {
        return Arrays.stream(review.records().ids(RecordQuery.everything().withText(text)))
                .boxed()
                .toList();
    }
}
