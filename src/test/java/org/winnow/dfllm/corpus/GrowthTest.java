package org.winnow.dfllm.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.model.RecordId;

/** What came into a corpus since it was put on record. */
class GrowthTest {
    private static PaperSummary paper(String sha256, int chunks) {
        return new PaperSummary(
                new RecordId(1), "Paper " + sha256, "p.pdf", sha256, "CC0-1.0", "en", chunks, 10 * chunks, List.of());
    }

    private static Corpus corpus(PaperSummary... papers) {
        return new Corpus(CorpusSettings.USUAL, papers.length, List.of(papers), List.of(), List.of());
    }

    @Test
    void newChangedAndGoneFilesAreToldApartByTheirContent() {
        JsonNode before = new ObjectMapper()
                .valueToTree(CorpusJson.summary(corpus(paper("aaa", 3), paper("bbb", 4), paper("ccc", 5))));

        Growth growth = Growth.since(before, corpus(paper("aaa", 3), paper("bbb", 2), paper("ddd", 7)));

        assertThat(growth.fresh()).extracting(PaperSummary::sha256).containsExactly("ddd");
        assertThat(growth.changed()).extracting(PaperSummary::sha256).containsExactly("bbb");
        assertThat(growth.gone()).containsExactly("Paper ccc");
        assertThat(growth.words()).contains("1 new files with 7 passages");
        assertThat(Growth.since(before, corpus(paper("aaa", 3), paper("bbb", 4), paper("ccc", 5)))
                        .none())
                .isTrue();
    }
}
