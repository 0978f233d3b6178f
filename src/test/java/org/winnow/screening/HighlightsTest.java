package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.store.Keywords.Keyword;
import org.winnow.store.Keywords.Leaning;

class HighlightsTest {
    @Test
    void wholeWordsAreFoundWhateverTheirCaseAndAccents() {
        assertThat(found("Randomised trial; non-randomised; RANDOMISED café Cafe cafés", "randomised", "café"))
                .containsExactly("Randomised", "randomised", "RANDOMISED", "café", "Cafe");
    }

    @Test
    void aStarStandsForAnyLetters() {
        assertThat(found("random, randomly assigned, randomization of mice", "random*", "m*e"))
                .containsExactly("random", "randomly", "randomization", "mice");
    }

    @Test
    void aQuestionMarkStandsForOneLetterOrNoneAndAHashForExactlyOne() {
        assertThat(found("color colour colouur; woman women womn", "colo?r", "wom#n"))
                .containsExactly("color", "colour", "woman", "women");
    }

    @Test
    void aTildeStandsForAllWordsOfTheStemAndOnlyForThose() {
        assertThat(found("screened, Screening; screens in a screenplay; study of studies, sturdy", "screen~", "study~"))
                .containsExactly("screened", "Screening", "screens", "study", "studies");
        assertThat(found("controlled trials, control trial, contra trial", "control~ trial~"))
                .containsExactly("controlled trials", "control trial");
    }

    @Test
    void aPhraseIsFoundAcrossLineBreaksAndHyphens() {
        assertThat(found("a placebo\n controlled and placebo-controlled trial", "placebo controlled"))
                .containsExactly("placebo\n controlled", "placebo-controlled");
    }

    @Test
    void ofTwoThatOverlapTheLongerFromTheSamePlaceCounts() {
        assertThat(found("systematic review of reviews", "systematic", "systematic review", "review"))
                .containsExactly("systematic review");
    }

    @Test
    void signsOfRegularExpressionsMeanThemselves() {
        assertThat(found("C++ (a.b) [x] axb", "a.b", "(", "[x]")).containsExactly("a.b", "[x]");
    }

    @Test
    void everySpanSaysWhichWayItsKeywordLeans() {
        Highlights highlights =
                new Highlights(List.of(new Keyword("trial", Leaning.INCLUDE), new Keyword("mice", Leaning.EXCLUDE)));

        assertThat(highlights.in("A trial in mice"))
                .containsExactly(
                        new Highlights.Span(2, 7, Leaning.INCLUDE), new Highlights.Span(11, 15, Leaning.EXCLUDE));
    }

    private static List<String> found(String text, String... terms) {
        Highlights highlights = new Highlights(List.of(terms).stream()
                .map(t -> new Keyword(t, Leaning.INCLUDE))
                .toList());
        return highlights.in(text).stream()
                .map(s -> text.substring(s.start(), s.end()))
                .toList();
    }
}
