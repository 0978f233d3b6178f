package org.winnow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.document.Cell;
import org.winnow.document.Cell.Piece;
import org.winnow.document.Cell.Type;
import org.winnow.document.Document;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;
import org.winnow.document.Documents;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.UserException;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

class ReferencesTest {
    private static final BibRecord TRIAL = BibRecord.builder()
            .title("Vitamin D & falls: a <randomised> trial?")
            .author(new Author("Müller", "Anna Maria"))
            .author(new Author("van der Berg", "J."))
            .author(new Author("WHO Study Group", ""))
            .journal("Journal of Falls")
            .journalShort("J Falls")
            .year(2019)
            .volume("12")
            .issue("3")
            .pages("123-9")
            .doi(Doi.find("10.1000/abc").orElseThrow())
            .url("https://database.example/record?id=7")
            .abstractText("Secret abstract")
            .note("Secret note")
            .keyword("Secret keyword")
            .build();

    private static final String OWN = """
            <?xml version="1.0" encoding="utf-8"?>
            <style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
              <info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00Z</updated></info>
              <citation><layout><text variable="title"/></layout></citation>
              <bibliography><layout suffix="!"><text variable="title"/></layout></bibliography>
            </style>
            """;

    @TempDir
    Path folder;

    private static ScreenedRecord screened(long id, BibRecord record) {
        return new ScreenedRecord(
                new RecordId(id),
                record,
                "PubMed",
                null,
                Outcome.INCLUDE,
                Outcome.INCLUDE,
                List.of(),
                "",
                List.of("secret tag"),
                Map.of("Ada", "secret remark"));
    }

    private static String set(ReferenceStyle style, BibRecord record) {
        return cell(style, record).text();
    }

    private static Cell cell(ReferenceStyle style, BibRecord record) {
        return References.in(style, List.of(screened(7, record))).to(new RecordId(7));
    }

    @Test
    void whatAStyleSetsInItalicsStaysSoInEveryFormatThatCan() {
        Cell reference = cell(ReferenceStyle.named("apa"), TRIAL);
        assertThat(reference.pieces())
                .filteredOn(p -> p.types().contains(Type.ITALIC))
                .extracting(Piece::text)
                .containsExactly("Journal of Falls", "12");
        Document document =
                new Document("T", List.of(new Table("", List.of(new Column("R", 1)), List.of(List.of(reference)))));

        assertThat(written(document, "html")).contains("<i>Journal of Falls</i>, <i>12</i>(3)");
        assertThat(written(document, "md")).contains("*Journal of Falls*, *12*(3)");
        assertThat(written(document, "tex")).contains("\\textit{Journal of Falls}, \\textit{12}(3)");
    }

    private static String written(Document document, String ending) {
        return new String(Documents.bytes(document, ending).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** Capitals stay as the record has them: only the person knows which words are names. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            vancouver | Müller AM, van der Berg J, WHO Study Group. Vitamin D & falls: a <randomised> trial? J Falls. 2019;12(3):123–9.
            apa | Müller, A. M., van der Berg, J., & WHO Study Group. (2019). Vitamin D & falls: a <randomised> trial? Journal of Falls, 12(3), 123–129. https://doi.org/10.1000/abc
            The Lancet | Müller AM, van der Berg J, WHO Study Group. Vitamin D & falls: a <randomised> trial? J Falls 2019; 12: 123–9.
            the-lancet-oncology | Müller AM, van der Berg J, WHO Study Group. Vitamin D & falls: a <randomised> trial? J Falls 2019; 12: 123–9.
            """)
    void aReferenceIsSetAsItsStyleAsksWithoutANumber(String style, String reference) {
        assertThat(set(ReferenceStyle.named(style), TRIAL)).isEqualTo(reference);
    }

    @Test
    void whatPeopleWroteAboutARecordIsNoPartOfItsReference() {
        assertThat(set(ReferenceStyle.named("apa-annotated-bibliography"), TRIAL))
                .doesNotContainIgnoringCase("secret");
    }

    @Test
    void aBareTitleIsAReferenceToo() {
        assertThat(set(ReferenceStyle.USUAL, TestReview.titled("Only a title"))).isEqualTo("Only a title.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the lancett", "lancett", "Lancet."})
    void aWrongNameIsAnsweredWithTheNearestOnes(String wrong) {
        assertThatThrownBy(() -> ReferenceStyle.named(wrong))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the-lancet,");
    }

    @Test
    void aStyleOfFootnotesIsRefusedWhereItIsChosen() {
        assertThatThrownBy(() -> ReferenceStyle.named("chicago-notes"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("sets no list of references");
    }

    @Test
    void anOwnStyleIsKeptInTheReviewAndFollowed() throws IOException {
        try (Review review = TestReview.create(folder, "Ada")) {
            assertThat(ReferenceStyle.of(review)).isEqualTo(ReferenceStyle.USUAL);
            review.write(ReferenceStyle.file(style("mine.csl", OWN)).keep());

            assertThat(ReferenceStyle.of(review).name()).isEqualTo("mine.csl");
            assertThat(set(ReferenceStyle.of(review), TRIAL)).endsWith("trial?!");
            review.undo();
            assertThat(ReferenceStyle.of(review)).isEqualTo(ReferenceStyle.USUAL);
        }
    }

    @Test
    void anOwnFileThatOnlyRenamesAStyleStandsForIt() throws IOException {
        String renamed = OWN.replace(
                        "<updated>",
                        "<link href=\"http://www.zotero.org/styles/apa\" rel=\"independent-parent\"/><updated>")
                .replaceAll("(?s)<bibliography>.*</bibliography>", "");
        assertThat(ReferenceStyle.file(style("renamed.csl", renamed))).isEqualTo(ReferenceStyle.named("apa"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!DOCTYPE style [<!ENTITY a "b">]><style/> | document type
            <html><body>Log in</body></html>           | holds no style
            <style>                                    | line 1 is not XML
            <style><citation/></style>                 | no list of references
            """)
    void aFileThatIsNoStyleIsRefusedWithTheReason(String text, @Nullable String why) throws IOException {
        Path file = style("broken.csl", text);
        assertThatThrownBy(() -> ReferenceStyle.file(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("broken.csl")
                .hasMessageContaining(why);
    }

    private Path style(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
