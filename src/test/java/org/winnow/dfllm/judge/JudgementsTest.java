package org.winnow.dfllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.ask.Share;
import org.winnow.model.RecordId;
import org.winnow.model.UserException;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

/** Answers that two people judge, each without seeing the other. */
class JudgementsTest {
    @TempDir
    Path folder;

    private Review review;
    private List<GivenAnswer> answers;

    @BeforeEach
    void tenAnswers() throws IOException {
        review = TestReview.create(folder, "Ada", "Ben");
        answers = GivenAnswer.read(run(10));
    }

    @AfterEach
    void close() {
        review.close();
    }

    /** A run of so many answered questions, every second with the right sentence, and one that was not answered. */
    private Path run(int answered) throws IOException {
        String each = IntStream.range(0, answered)
                .mapToObj(i -> """
                        {"question": "Q%d?", "answered": true, "right": %b, "first_sentence": "S%d.", "first_report": 1,
                         "first_page": 3}""".formatted(i, i % 2 == 0, i))
                .collect(Collectors.joining(","));
        return Files.writeString(
                folder.resolve("run.json"),
                "{\"schema\": \"winnow-evaluation/1\", \"each\": [" + each + (each.isEmpty() ? "" : ",")
                        + "{\"question\": \"Silent?\", \"answered\": false, \"first_sentence\": \"S.\"}]}");
    }

    @Test
    void whatStandsNowhereIsJudgedBesideThePaperThatAnswersAndWhatTwoSayAlikeOnce() throws IOException {
        Path run = Files.writeString(folder.resolve("w.json"), """
                {"schema": "winnow-evaluation/1", "questions": [{"question": "Q?", "report": 7}], "each": [], "written": [
                    {"question": "Q?", "answered": true, "right": false, "first_sentence": "Mars."},
                    {"question": "Q?", "answered": true, "right": false, "first_sentence": "Mars."}]}
                """);

        assertThat(GivenAnswer.read(run)).extracting(GivenAnswer::report).containsExactly(new RecordId(7));
    }

    private Judgements now() {
        return Judgements.of(review, answers);
    }

    private void say(String person, int answer, Label label) {
        review.write(Judgements.say(answers.get(answer), person, label));
    }

    @Test
    void eachPersonHasTheirOwnLeftAndTheNewestWordOfEachCounts() {
        assertThat(now().open("Ada")).hasSize(10);
        say("Ada", 0, Label.REFUTED);
        say("Ada", 0, Label.SUPPORTED);
        assertThat(now().open("Ada")).hasSize(9).doesNotContain(answers.getFirst());
        assertThat(now().open("Ben")).hasSize(10);
        assertThat(now().share("Ada", Label.SUPPORTED)).isEqualTo(new Share(1, 1));
        review.undo();
        assertThat(now().share("Ada", Label.REFUTED)).isEqualTo(new Share(1, 1));
    }

    /** Seven of ten the same; by the margins chance alone gives 0.38, so that kappa is (0.7 - 0.38) / 0.62. */
    @Test
    void agreementIsCohensKappaOverThreeLabels() {
        List<Label> ada = labels("SSSSSRRRNN");
        List<Label> ben = labels("SSSSRRRNNS");
        for (int i = 0; i < 10; i++) {
            say("Ada", i, ada.get(i));
            say("Ben", i, ben.get(i));
        }
        Judgements.Pair pair = now().pairs().getFirst();
        assertThat(pair.same()).isEqualTo(new Share(7, 10));
        assertThat(Objects.requireNonNull(pair.kappa()).value()).isCloseTo((0.7 - 0.38) / 0.62, within(1e-9));
    }

    private static List<Label> labels(String letters) {
        return letters.chars()
                .mapToObj(c -> c == 'S' ? Label.SUPPORTED : c == 'R' ? Label.REFUTED : Label.NOT_ENOUGH)
                .toList();
    }

    @Test
    void theScoreOfTheRunStandsBesideWhatPeopleSay() {
        for (int i = 0; i < 10; i++) {
            say("Ada", i, answers.get(i).right() ? Label.SUPPORTED : Label.NOT_ENOUGH);
            say("Ben", i, Label.SUPPORTED);
        }
        assertThat(now().asScored("Ada")).isEqualTo(new Share(10, 10));
        assertThat(now().asScored("Ben")).isEqualTo(new Share(5, 10));
    }

    @Test
    void aFileThatIsNoRunOrHasNoAnswersIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");
        assertThatThrownBy(() -> GivenAnswer.read(other))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is no run of an evaluation");
        Path silent = run(0);
        assertThatThrownBy(() -> GivenAnswer.read(silent)).hasMessageContaining("has no answer to judge");
    }
}
