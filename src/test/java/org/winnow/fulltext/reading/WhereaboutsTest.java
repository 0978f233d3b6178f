package org.winnow.fulltext.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.winnow.fulltext.reading.Whereabouts.Found;

class WhereaboutsTest {
    private static final String PAGE = """
            Methods. We measured pain with a scale from 0 to 10 before the oper-
            ation and after it. Sixty-two patients were lost to follow-up
            because they moved away. Results. Pain fell by 2.1 points in the
            treated group. In the control group pain fell by 0.4 points, and
            pain fell by 0.9 points in those who had dropped out.
            """;

    @Test
    void theSameWordsAreFoundOverLineEndsAndHyphens() {
        assertThat(found("before the operation and after it", "0 to 10 ", ". Sixty"))
                .isEqualTo("before the oper-\nation and after it");
    }

    @Test
    void ofSeveralPlacesTheOneWithTheSameSurroundingsIsTaken() {
        String before = "In the control group ";
        assertThat(new Whereabouts("pain fell by", before, " 0.4 points").in(3, PAGE))
                .hasValueSatisfying(
                        f -> assertThat(f.span().start()).isEqualTo(PAGE.indexOf(before) + before.length()));
        assertThat(new Whereabouts("pain fell by", "and ", " 0.9 points in those").in(3, PAGE))
                .hasValueSatisfying(f -> assertThat(f.span().start()).isEqualTo(PAGE.lastIndexOf("pain fell")));
    }

    @Test
    void wordsThatWereReadALittleDifferentlyAreFoundAndSaidToBeLessAlike() {
        Optional<Found> other = new Whereabouts(
                        "Sixty two pat1ents were lost to folow up because of moving", "after it. ", " Results.")
                .in(7, PAGE);
        assertThat(other).hasValueSatisfying(f -> {
            assertThat(f.span().page()).isEqualTo(7);
            assertThat(PAGE.substring(f.span().start(), f.span().end()))
                    .startsWith("Sixty-two patients were lost to follow-up\nbecause");
            assertThat(f.likeness()).isBetween(0.75, 0.98);
        });
    }

    @Test
    void longQuotationsAreFoundByTheirEnds() {
        String middle = "many words that nobody reads stand in the middle of it and go on for a long time, ".repeat(6);
        String page =
                "Before. We begin with something of our own, " + middle + "and then we end as nobody else. After.";
        String quote = "We begin with something of OUR own, " + middle + "and than we end as nobody else.";
        assertThat(new Whereabouts(quote, "", "").in(1, page)).hasValueSatisfying(f -> assertThat(
                        page.substring(f.span().start(), f.span().end()))
                .startsWith("We begin")
                .endsWith("nobody else."));
    }

    @Test
    void otherWordsAreNotFound() {
        assertThat(found("Sleep quality improved in both groups by a third", "", ""))
                .isEmpty();
        assertThat(found("Pain fell by 2.4 points in the treated group.", "Results. ", ""))
                .as("a sentence with another number says something else")
                .isEmpty();
        assertThat(found("in the", "quite another ", " surrounding of it"))
                .as("few letters stand anywhere")
                .isEmpty();
        assertThat(found("", "after it. ", "because")).isEmpty();
    }

    private static String found(String quote, String prefix, String suffix) {
        return new Whereabouts(quote, prefix, suffix)
                .in(1, PAGE)
                .map(f -> PAGE.substring(f.span().start(), f.span().end()))
                .orElse("");
    }
}
