package org.winnow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.winnow.document.Cell.Piece;
import org.winnow.document.Cell.Type;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Heading;
import org.winnow.document.Document.Listing;
import org.winnow.document.Document.Table;
import org.winnow.document.Document.Text;
import org.winnow.testkit.PdfUa;

class DocumentsTest {
    private static final List<Column> COLUMNS = List.of(new Column("Study", 1), new Column("Reference", 4));

    /** Every kind of block, a table longer than a page, and letters that the font lacks. */
    private static final Document LONG = new Document(
            "Trials & <reports>",
            List.of(
                    new Heading(1, "First"),
                    new Text("Words\nin two lines"),
                    new Heading(2, "Second"),
                    new Listing(List.of("1. sleep*", "2. 1 AND \"nap\"")),
                    Table.plain(
                            "Included",
                            COLUMNS,
                            IntStream.range(0, 120)
                                    .mapToObj(i -> List.of("Study " + i, "睡眠 and naps ".repeat(12)))
                                    .toList())));

    @Test
    void aPdfIsAccessible() throws Exception {
        assertThat(PdfUa.broken(Documents.bytes(LONG, "pdf").orElseThrow())).isEmpty();
    }

    @Test
    void markdownSetsNoMarkWhereASpaceStandsInsideOfIt() {
        Piece journal = new Piece("J | Falls ", Set.of(Type.ITALIC, Type.BOLD));
        Piece raised = new Piece("2", Set.of(Type.RAISED));
        List<Cell> row = List.of(
                Cell.of("A"), new Cell(List.of(journal, Cell.of("x").pieces().getFirst(), raised)));

        String written = new String(
                Documents.bytes(new Document("T", List.of(new Table("", COLUMNS, List.of(row)))), "md")
                        .orElseThrow(),
                StandardCharsets.UTF_8);

        assertThat(written).endsWith("| A | ***J \\| Falls*** x<sup>2</sup> |\n");
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        assertThat(Stream.of("docx", "pdf", "html", "md", "tex"))
                .allSatisfy(ending -> assertThat(Documents.bytes(LONG, ending)).hasValueSatisfying(b -> assertThat(b)
                        .isEqualTo(Documents.bytes(LONG, ending).orElseThrow())));
    }
}
