package org.winnow.ranking.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.winnow.embedding.MiniLm;
import org.winnow.ranking.Document;
import org.winnow.ranking.Labels;
import org.winnow.ranking.Models;
import org.winnow.ranking.insight.Alike.Pair;
import org.winnow.ranking.insight.SecondLook.Doubt;
import org.winnow.ranking.insight.TellingTerms.Term;
import org.winnow.work.Progress;

/** What verdicts and meanings show beyond an order. */
class InsightTest {
    private static final int RECORDS = 120;

    /** Every fourth record is about yoga and relevant, the others about surgery; all have words in common. */
    private static List<Document> records() {
        List<Document> records = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < RECORDS; i++) {
            String topic = i % 4 == 0 ? "yoga breathing exercise group" : "spinal surgery outcome cohort";
            records.add(new Document("The study of " + topic, "patients word" + random.nextInt(20) + " pain 2019"));
        }
        return records;
    }

    private static boolean yoga(int record) {
        return record % 4 == 0;
    }

    @Test
    void termsTellTheGroupsApartAndWhatBothHaveOrOneRecordAloneTellsNothing() {
        List<Term> terms = TellingTerms.of(records(), InsightTest::yoga, i -> !yoga(i), Progress.NONE);
        assertThat(terms.stream().filter(t -> t.z() > 0).map(Term::words))
                .contains("yoga", "exercise", "yoga breathing", "breathing exercise")
                .doesNotContain("study", "the", "patients", "pain", "2019");
        assertThat(terms.stream().filter(t -> t.z() < 0).map(Term::words)).contains("surgery", "spinal surgery");
        assertThat(terms).allMatch(t -> t.z() > 0 ? t.first() >= 2 : t.second() >= 2);
        Term yoga =
                terms.stream().filter(t -> t.words().equals("yoga")).findFirst().orElseThrow();
        assertThat(yoga.first()).isEqualTo(30);
        assertThat(yoga.second()).isZero();
    }

    @Test
    void theLogOddsAreThoseOfMonroeAndOthers() {
        // aa 120 of 160 uses in the first group and 40 of 160 in the second; 160 of 320 in all, so 250 of 500 in the
        // prior.
        List<Document> records = new ArrayList<>();
        records.addAll(Collections.nCopies(40, new Document("aa aa aa bb", "")));
        records.addAll(Collections.nCopies(40, new Document("aa bb bb bb", "")));
        List<Term> terms = TellingTerms.of(records, i -> i < 40, i -> i >= 40, Progress.NONE);
        Term aa = terms.stream().filter(t -> t.words().equals("aa")).findFirst().orElseThrow();
        double delta = Math.log(370.0 / 290) - Math.log(290.0 / 370);
        assertThat(aa.z()).isCloseTo(delta / Math.sqrt(1 / 370.0 + 1 / 290.0), within(1e-9));
        assertThat(terms.stream()
                        .filter(t -> t.words().equals("bb"))
                        .findFirst()
                        .orElseThrow()
                        .z())
                .isCloseTo(-aa.z(), within(1e-9));
    }

    @Test
    void verdictsThatWereMixedUpAreTheFirstToBeLookedAtAgainWhateverTheySay() {
        Labels labels = new Labels(RECORDS);
        for (int i = 0; i < 100; i++) {
            labels.set(i, yoga(i));
        }
        labels.set(8, false);
        labels.set(9, true);
        var model = Models.named("u4").orElseThrow().prepare(records(), new MiniLm(), Progress.NONE);
        List<Doubt> doubts = SecondLook.of(model.ranker(), labels, 3, Progress.NONE);
        assertThat(doubts.stream().map(Doubt::record)).containsExactlyInAnyOrder(8, 9);
        assertThat(doubts.stream().filter(d -> d.record() == 8)).allMatch(d -> !d.relevant() && d.certainty() > 0.8);
        assertThat(doubts).isEqualTo(SecondLook.of(model.ranker(), labels, 3, Progress.NONE));
    }

    @Test
    void withOneRecordOfAKindThereIsNothingToJudgeBy() {
        Labels labels = new Labels(RECORDS);
        labels.set(0, true);
        labels.set(1, false);
        labels.set(2, false);
        assertThat(SecondLook.possible(labels)).isFalse();
        var model = Models.named("u4").orElseThrow().prepare(records(), new MiniLm(), Progress.NONE);
        assertThat(SecondLook.of(model.ranker(), labels, 1, Progress.NONE)).isEmpty();
    }

    @Test
    void theCurveGivesTheSharesThatWereObserved() {
        Labels labels = new Labels(300);
        double[] scores = new double[300];
        int[] known = new int[300];
        for (int i = 0; i < 300; i++) {
            known[i] = i;
            scores[i] = i % 3;
            // 1 of 10, 5 of 10 and 9 of 10.
            labels.set(i, i / 3 % 10 < 1 + 4 * (i % 3));
        }
        Platt curve = Platt.of(scores, known, labels);
        assertThat(curve.probability(0)).isCloseTo(0.1, within(0.01));
        assertThat(curve.probability(1)).isCloseTo(0.5, within(0.01));
        assertThat(curve.probability(2)).isCloseTo(0.9, within(0.01));
    }

    /** Rows around three axes, in turn. */
    private static float[][] rows(int count) {
        SplittableRandom random = new SplittableRandom(11);
        float[][] rows = new float[count][8];
        for (int i = 0; i < count; i++) {
            double length = 0;
            for (int d = 0; d < 8; d++) {
                rows[i][d] = (float) (random.nextDouble(-0.3, 0.3) + (d == i % 3 ? 1 : 0));
                length += rows[i][d] * rows[i][d];
            }
            for (int d = 0; d < 8; d++) {
                rows[i][d] /= (float) Math.sqrt(length);
            }
        }
        return rows;
    }

    @Test
    void groupsAreFoundDrawnApartAndNamedByTheirWords() {
        List<Document> records = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            records.add(new Document(List.of("yoga", "surgery", "opioids").get(i % 3) + " for pain", "study"));
        }
        RecordMap map = RecordMap.of(records, rows(90), 3, 1, Progress.NONE);
        assertThat(map.groups()).hasSize(3).allMatch(g -> g.size() == 30);
        for (int i = 0; i < 90; i++) {
            assertThat(map.group()[i]).isEqualTo(map.group()[i % 3]);
            assertThat(map.groups().get(map.group()[i]).terms())
                    .contains(records.get(i).title().split(" ")[0]);
            assertThat(map.x()[i]).isBetween(0f, 1f);
        }
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < a; b++) {
                assertThat(Math.hypot(map.x()[a] - map.x()[b], map.y()[a] - map.y()[b]))
                        .isGreaterThan(0.2);
            }
        }
        assertThat(RecordMap.of(records, rows(90), 3, 1, Progress.NONE).x()).isEqualTo(map.x());
    }

    @Test
    void aMapOfNothingOfOneRecordAndOfRecordsWithoutMeaningIsDrawnToo() {
        assertThat(RecordMap.of(List.of(), new float[0][], 5, 1, Progress.NONE).groups())
                .isEmpty();
        Document one = new Document("Yoga", "");
        assertThat(RecordMap.of(List.of(one), new float[][] {{1, 0}}, 5, 1, Progress.NONE)
                        .groups())
                .hasSize(1);
        float[] none = {0, 0};
        assertThat(RecordMap.of(List.of(one, one, one), new float[][] {none, none, none}, 2, 1, Progress.NONE)
                        .x())
                .containsOnly(0.5f);
    }

    @Test
    void theClosestPairsAreFoundInWholeAndInParts() {
        float[][] few = rows(60);
        few[7] = few[40].clone();
        assertThat(Alike.of(few, Progress.NONE).getFirst())
                .isEqualTo(
                        new Pair(7, 40, Alike.of(few, Progress.NONE).getFirst().likeness()));
        SplittableRandom random = new SplittableRandom(2);
        float[][] many = new float[12_500][12];
        for (float[] row : many) {
            double length = 0;
            for (int d = 0; d < row.length; d++) {
                row[d] = (float) random.nextDouble(-1, 1);
                length += row[d] * row[d];
            }
            for (int d = 0; d < row.length; d++) {
                row[d] /= (float) Math.sqrt(length);
            }
        }
        many[5] = many[12_000].clone();
        List<Pair> pairs = Alike.of(many, Progress.NONE);
        assertThat(pairs.getFirst().a()).isEqualTo(5);
        assertThat(pairs.getFirst().b()).isEqualTo(12_000);
        assertThat(pairs).hasSize(200);
        assertThat(pairs.stream().map(p -> Arrays.asList(p.a(), p.b()))).doesNotHaveDuplicates();
    }
}
