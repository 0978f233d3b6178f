package org.winnow.ui.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.ui.kit.MarkedText.Span;

class DifferencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Early mobilisation after stroke    | Early Mobilisation, after stroke. | Early mobilisation after stroke
            Early mobilisation after stroke    | Early mobilisation of patients    | Early mobilisation [after stroke]
            Part II: the results of the trial  | Part I: results of a trial        | Part [II: the] results of [the] trial
            Pages 345-352                      | Pages 345-52                      | Pages 345-[352]
            Neu                                | ''                                | [Neu]
            """)
    void wordsThatTheOtherLacksAreMarked(String text, String other, String marked) {
        assertThat(marked(text, other)).isEqualTo(marked);
    }

    @Property(tries = 200)
    void textsThatSayTheSameHaveNoDifference(@ForAll @AlphaChars @StringLength(max = 60) String text) {
        assertThat(Differences.in(text, text.toUpperCase(Locale.ROOT))).isEmpty();
    }

    private static String marked(String text, String other) {
        StringBuilder out = new StringBuilder(text);
        List<Span> spans = Differences.in(text, other);
        for (int i = spans.size() - 1; i >= 0; i--) {
            out.insert(spans.get(i).end(), ']').insert(spans.get(i).start(), '[');
        }
        return out.toString();
    }
}
