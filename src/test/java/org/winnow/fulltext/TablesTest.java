package org.winnow.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.fulltext.layout.PageText;
import org.winnow.model.PageSpan;
import org.winnow.work.Progress;

/** Tables of an article as rows and cells, and what is none. */
class TablesTest {
    @TempDir
    Path folder;

    private Article read(PaperFixture paper) {
        return ArticleReader.USUAL.read(paper.save(folder.resolve("paper.pdf")), "", Progress.NONE);
    }

    private static PaperFixture row(PaperFixture paper, float y, String... cells) {
        float[] at = {60, 180, 240};
        for (int i = 0; i < cells.length; i++) {
            paper.line(at[i], y, 9, false, cells[i]);
        }
        return paper;
    }

    private static PaperFixture twoColumns() {
        PaperFixture paper = PaperFixture.paper().line(60, 60, 18, true, "A trial of coffee");
        paper.line(60, 100, 12, true, "1. Results");
        paper.left(116, "More nurses slept well in the ward than at", "home, as Table 1 shows for each of them.");
        paper.right(
                116,
                "The discussion of these findings begins on",
                "the right hand side of this very page, and",
                "goes on beside the table in the left column",
                "for as many lines as the table has there,",
                "so that no cell of it is taken for prose,",
                "and no prose is taken for any of its cells",
                "however close beside each other they are.");
        paper.line(60, 160, 9, true, "Table 1. Sleep of nurses by ward");
        row(paper, 174, "Ward", "Nurses", "Hours");
        row(paper, 186, "Surgery", "21", "6.5");
        row(paper, 198, "Medicine and", "20", "7.1");
        row(paper, 208, "geriatrics");
        row(paper, 220, "All", "41");
        paper.left(260, "After the table the prose of this column goes", "on in full sentences as it did above of it.");
        return paper;
    }

    @Test
    void rowsAndCellsAreToldBelowTheCaptionAndLeaveTheProse() {
        Article article = read(twoColumns());

        assertThat(article.tables()).hasSize(1);
        Table table = article.tables().getFirst();
        assertThat(table.label() + ": " + table.caption()).isEqualTo("Table 1: Sleep of nurses by ward");
        assertThat(table.rows())
                .extracting(row -> String.join(" | ", row.cells()))
                .containsExactly(
                        "Ward | Nurses | Hours",
                        "Surgery | 21 | 6.5",
                        "Medicine and | 20 | 7.1",
                        "geriatrics |  | ",
                        "All | 41 | ");
        PageText page = article.text().getFirst();
        PageSpan second = table.rows().get(1).spans().getFirst();
        assertThat(page.text().substring(second.start(), second.end())).isEqualTo("Surgery 21 6.5");
        String prose = article.sections().getLast().text();
        assertThat(prose)
                .contains("Table 1 shows for each", "After the table the prose")
                .doesNotContain("Surgery");
        assertThat(article.captions()).extracting(Caption::label).containsExactly("Table 1");
    }

    @Test
    void withoutColumnsThereIsNoTable() {
        Article article = read(PaperFixture.paper()
                .line(60, 60, 18, true, "A trial of tea")
                .line(60, 100, 12, true, "1. Results")
                .line(60, 130, 10, true, "Table 1. What nurses said")
                .left(
                        144,
                        "We liked the tea very much, said one of them.",
                        "Another would rather have had coffee instead."));

        assertThat(article.tables()).isEmpty();
        assertThat(List.of(article.captions().getFirst().label())).containsExactly("Table 1");
    }
}
