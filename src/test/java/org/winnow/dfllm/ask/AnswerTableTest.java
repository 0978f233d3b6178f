package org.winnow.dfllm.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.dfllm.corpus.Chunk;
import org.winnow.dfllm.corpus.Chunk.Quote;
import org.winnow.dfllm.corpus.Chunk.Sentence;
import org.winnow.model.PageSpan;
import org.winnow.model.RecordId;

/** Words found again in a passage, and answers put into a table. */
class AnswerTableTest {
    private static final RecordId ONE = new RecordId(1);
    private static final RecordId TWO = new RecordId(2);

    private static Quote quote(int page, String words) {
        return new Quote(new PageSpan(page, 0, words.length()), words);
    }

    private static final Chunk PASSAGE = new Chunk(
            "c",
            ONE,
            "sha",
            "Methods",
            List.of(),
            List.of(
                    new Sentence("We recruited 42 nurses.", List.of(quote(3, "We recruited 42 nurses."))),
                    new Sentence("They drank co-ffee.", List.of(quote(3, "They drank"), quote(4, "co-ffee.")))),
            12,
            "We recruited 42 nurses. They drank co-ffee.");

    @Test
    void wordsAreFoundWhateverTheirBlanksCapitalsAndSigns() {
        assertThat(Cited.in(PASSAGE, "“recruited 42  Nurses”")).get().satisfies(c -> {
            assertThat(c.text()).isEqualTo("We recruited 42 nurses.");
            assertThat(c.quotes()).extracting(q -> q.span().page()).containsExactly(3);
        });
        assertThat(Cited.in(PASSAGE, "nurses. They drank")).get().satisfies(c -> assertThat(c.quotes())
                .hasSize(3));
        assertThat(Cited.in(PASSAGE, "42 nurse")).isEmpty();
        assertThat(Cited.in(PASSAGE, "…")).isEmpty();
    }

    @Test
    void aTableHasARowForEachPaperAndFourColumnsForEachQuestion() {
        Said source = new Said(
                ONE,
                "sha",
                "Methods",
                "We recruited 42 nurses.",
                PASSAGE.sentences().getFirst().quotes(),
                0.6);
        AnswerTable first = AnswerTable.of(
                Map.of(ONE, "Coffee", TWO, "Gardens"),
                Map.of("How many?", Map.of(ONE, new Cell("42", source, Label.SUPPORTED))));
        AnswerTable table = first.with(
                "Who?",
                Map.of(ONE, "Coffee", TWO, "Gardens"),
                Map.of(ONE, new Cell("cooks", source, Label.REFUTED), TWO, Cell.EMPTY));

        assertThat(table.wide().texts())
                .containsExactly(
                        List.of(
                                "1",
                                "Coffee",
                                "42",
                                "3",
                                "We recruited 42 nurses.",
                                "",
                                "cooks",
                                "3",
                                "We recruited 42 nurses.",
                                "not supported"),
                        List.of("2", "Gardens", "", "", "", "", "", "", "", ""));
    }
}
