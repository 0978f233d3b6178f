package org.winnow.dfllm.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.winnow.dfllm.corpus.Paper.Grid;
import org.winnow.dfllm.corpus.Paper.Row;
import org.winnow.model.PageSpan;
import org.winnow.model.RecordId;

/** A table is one passage, parted between rows only where it is too long. */
class TableChunksTest {
    private static final String PAGE = "Table 1. Sleep\nWard Nurses\nSurgery 21\nMedicine 20\n";
    private static final Tokens TOKENS = new Tokens();

    private static Paper paper(int rows) {
        List<Row> all = new ArrayList<>();
        all.add(new Row(List.of("Ward", "Nurses"), List.of(new PageSpan(1, 15, 26))));
        for (int i = 0; i < rows; i++) {
            all.add(
                    i % 2 == 0
                            ? new Row(List.of("Surgery", "21"), List.of(new PageSpan(1, 27, 37)))
                            : new Row(List.of("Medicine", "2|0"), List.of(new PageSpan(1, 38, 49))));
        }
        Grid grid = new Grid("Table 1", "Sleep", List.of(new PageSpan(1, 0, 14)), all);
        return new Paper(
                new RecordId(7), "T", "t.pdf", "f".repeat(64), List.of(), List.of(grid), List.of(), Map.of(1, PAGE));
    }

    @Test
    void aTableIsOnePassageWithItsRowsAndWhereTheyStand() {
        Paper paper = paper(2);

        List<Chunk> parts = TableChunks.of(paper, paper.tables().getFirst(), 0, 320, TOKENS);

        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().text())
                .isEqualTo(
                        "Table 1. Sleep\n\n| Ward | Nurses |\n| --- | --- |\n| Surgery | 21 |\n| Medicine | 2\\|0 |");
        assertThat(parts.getFirst().spans()).hasSize(4);
        assertThat(parts.getFirst().sentences())
                .extracting(s -> s.text() + " = " + s.quotes().getFirst().words())
                .containsExactly(
                        "Table 1. Sleep = Table 1. Sleep",
                        "Surgery; Nurses: 21 = Surgery 21",
                        "Medicine; Nurses: 2|0 = Medicine 20");
    }

    @Test
    void aLongTableIsPartedBetweenRowsAndEveryPartHasItsHeading() {
        Paper paper = paper(40);

        List<Chunk> parts = TableChunks.of(paper, paper.tables().getFirst(), 0, 100, TOKENS);

        assertThat(parts).hasSizeGreaterThan(2).allSatisfy(part -> {
            assertThat(part.tokens()).isLessThanOrEqualTo(100);
            assertThat(part.text()).contains("| Ward | Nurses |");
            assertThat(part.text().lines().skip(4))
                    .allMatch(line -> line.matches("\\| (Surgery \\| 21|Medicine \\| 2\\\\\\|0) \\|"));
        });
        assertThat(parts.stream().flatMap(p -> p.text().lines().skip(4))).hasSize(40);
        assertThat(parts.stream().map(Chunk::id)).doesNotHaveDuplicates();
    }
}
