package org.winnow.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.dfllm.corpus.Paper;
import org.winnow.dfllm.corpus.Papers;
import org.winnow.dfllm.tune.Base;
import org.winnow.dfllm.tune.Marked;
import org.winnow.embedding.WordPieces;
import org.winnow.model.Anchor;
import org.winnow.model.AnnotationKind;
import org.winnow.model.MarkColour;
import org.winnow.model.PlacedText;
import org.winnow.model.Quad;
import org.winnow.model.RecordId;
import org.winnow.model.SourceKind;
import org.winnow.store.Annotations;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** Which sentences of papers count as marked by reviewers. */
class RationalesTest {
    private static final WordPieces PIECES = Base.miniLm().pieces(64);

    @TempDir
    private Path folder;

    private static String sentence(int i) {
        return "Sentence number " + i + " of this paper tells something else.";
    }

    private static Papers papers(int sentences) {
        String text =
                IntStream.range(0, sentences).mapToObj(RationalesTest::sentence).collect(Collectors.joining(" "));
        return (report, progress) -> new Papers.Texts(
                List.of(new Paper(
                        report,
                        "A trial",
                        "a.pdf",
                        "ab",
                        List.of(new Paper.Part("Methods", new PlacedText(text, List.of()))),
                        List.of(),
                        List.of(),
                        Map.of(1, text))),
                List.of());
    }

    private Review marked(int marks, AnnotationKind kind) {
        Review review = TestReview.create(folder, "Ada");
        TestReview.importTitles(review, "Medline", SourceKind.DATABASE, "A trial");
        for (int i = 0; i < marks; i++) {
            // As it stands on the page: broken in the middle of a word.
            String quote = sentence(2 * i).replace("something", "some-\nthing");
            review.write(Annotations.make(new Annotations.Draft(
                    new RecordId(1),
                    "ab",
                    review.reviewers().all().getFirst().id(),
                    kind,
                    MarkColour.PALETTE.getFirst(),
                    new Anchor(1, List.of(Quad.upright(0, 0, 1, 1)), quote, "", ""),
                    "",
                    null,
                    "")));
        }
        return review;
    }

    @Test
    void whatReviewersHighlightedIsToldFromTheOtherSentencesOfTheSamePapers() {
        try (Review review = marked(15, AnnotationKind.HIGHLIGHT)) {
            Marked rationales = Rationales.of(review, papers(50), PIECES, 0.5, 1, Progress.NONE);

            assertThat(rationales.learn().texts().size()
                            + rationales.judge().texts().size())
                    .isEqualTo(50);
            assertThat(count(rationales.learn().relevant())).isEqualTo(12);
            assertThat(count(rationales.judge().relevant())).isEqualTo(3);
            List<long[]> texts = rationales.learn().texts();
            List<long[]> highlighted = IntStream.range(0, texts.size())
                    .filter(i -> rationales.learn().relevant()[i])
                    .mapToObj(texts::get)
                    .toList();
            List<long[]> possible = IntStream.range(0, 15)
                    .mapToObj(i -> PIECES.of(sentence(2 * i)))
                    .toList();
            assertThat(highlighted).allSatisfy(h -> assertThat(possible)
                    .anySatisfy(p -> assertThat(p).isEqualTo(h)));
        }
    }

    @Test
    void tooFewAreSaidToBeAndNotesAreNoRationales() {
        try (Review review = marked(15, AnnotationKind.NOTE)) {
            assertThatThrownBy(() -> Rationales.of(review, papers(50), PIECES, 0.5, 1, Progress.NONE))
                    .hasMessageContaining("there are 0 and 0")
                    .hasMessageContaining("without --rationales");
        }
    }

    private static int count(boolean[] kinds) {
        return (int) IntStream.range(0, kinds.length).filter(i -> kinds[i]).count();
    }
}
