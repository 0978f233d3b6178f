package org.winnow.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.winnow.work.Progress;

/** The networks and what goes into them. */
class NetworksTest {
    @Test
    void textsThatMeanTheSameAreNearerThanTextsThatShareWords() {
        List<Vector> vectors = new MiniLm()
                .of(
                        List.of(
                                "Treatment of heart attack in old people.",
                                "Myocardial infarction therapy among the elderly.",
                                "Treatment of waste water in old towns."),
                        Progress.NONE);
        assertThat(product(vectors.get(0), vectors.get(1)))
                .isGreaterThan(product(vectors.get(0), vectors.get(2)) + 0.1);
        assertThat(product(vectors.get(0), vectors.get(0))).isCloseTo(1, within(1e-5));
    }

    @Test
    void aTextHasTheSameVectorInWhateverCompany() {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            texts.add("Sleep and memory. ".repeat(i));
        }
        List<Vector> together = new MiniLm().of(texts, Progress.NONE);
        Vector alone = new MiniLm().of(List.of(texts.get(7)), Progress.NONE).getFirst();
        assertThat(together.get(7)).isEqualTo(alone);
        assertThat(new MiniLm().of(List.of(), Progress.NONE)).isEmpty();
    }

    @Test
    void theSlowerNetworkTellsMeaningFromWordsOnceTheMeanIsTakenOff() {
        List<float[]> vectors = new SmallE5()
                        .of(
                                List.of(
                                        "Treatment of heart attack in old people.",
                                        "Myocardial infarction therapy among the elderly.",
                                        "Treatment of waste water in old towns.",
                                        "Old towns and their treatment of visitors."),
                                Progress.NONE)
                        .stream()
                        .map(Vector::components)
                        .toList();
        for (int d = 0; d < vectors.get(0).length; d++) {
            float mean = 0;
            for (float[] vector : vectors) {
                mean += vector[d] / vectors.size();
            }
            for (float[] vector : vectors) {
                vector[d] -= mean;
            }
        }
        assertThat(cosine(vectors.get(0), vectors.get(1))).isGreaterThan(cosine(vectors.get(0), vectors.get(2)) + 0.1);
    }

    /** The numbers are those that Hugging Face's own library gives. */
    @Test
    void wordsAreCutAsTheNetworkLearntThem() throws Exception {
        try (InputStream file = MiniLm.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            WordPieces pieces = new WordPieces(file, 12);
            assertThat(pieces.of("Sleep, naïve!")).containsExactly(101, 3637, 1010, 15743, 999, 102);
            assertThat(pieces.of("")).containsExactly(101, 102);
            assertThat(pieces.of("x".repeat(101))).containsExactly(101, 100, 102);
            assertThat(pieces.of("a b c d e f g h i j k l m"))
                    .hasSize(12)
                    .startsWith(101)
                    .endsWith(102);
        }
    }

    @Property
    void aVectorIsOfLengthOneAndPointsTheSameWay(
            @ForAll @Size(8) List<@FloatRange(min = -5, max = 5) Float> components) {
        float[] given = new float[8];
        double length = 0;
        for (int i = 0; i < 8; i++) {
            given[i] = components.get(i);
            length += given[i] * given[i];
        }
        Vector vector = Vector.of(given);
        assertThat(Vector.of(vector.bytes())).isEqualTo(vector);
        float[] kept = vector.components();
        for (int i = 0; i < 8; i++) {
            double direction = length == 0 ? 0 : given[i] / Math.sqrt(length);
            assertThat((double) kept[i]).isCloseTo(direction, within(0.02));
        }
    }

    private static double product(Vector a, Vector b) {
        return product(a.components(), b.components());
    }

    private static double cosine(float[] a, float[] b) {
        return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
