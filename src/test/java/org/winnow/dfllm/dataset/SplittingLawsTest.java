package org.winnow.dfllm.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.winnow.dfllm.dataset.Dataset.Parts;
import org.winnow.dfllm.dataset.Dataset.Text;
import org.winnow.dfllm.dataset.Splitting.Divided;

/** What holds whatever is asked about whatever reports: nothing of the test is trained on. */
class SplittingLawsTest {
    private static Item item(int number, int group, Set<Integer> reports, String question, String answer) {
        return new Item(
                "item" + number,
                Level.PAPER,
                question,
                answer,
                "group" + group,
                null,
                reports.stream()
                        .sorted()
                        .map(r -> Evidence.report("report" + r))
                        .toList(),
                Provenance.WRITTEN,
                "",
                "Ada",
                State.ACCEPTED,
                "",
                "Ada",
                Instant.EPOCH);
    }

    /** Items of few groups and reports, so that they meet. */
    @Provide
    Arbitrary<List<Item>> items() {
        Arbitrary<Set<Integer>> reports =
                Arbitraries.integers().between(0, 12).set().ofMaxSize(3);
        Arbitrary<String> words = Arbitraries.of("dose", "trial", "sleep", "nurse", "rose")
                .list()
                .ofMinSize(3)
                .ofMaxSize(9)
                .map(w -> String.join(" ", w));
        return Combinators.combine(Arbitraries.integers().between(0, 9), reports, words, words)
                .as((group, some, question, answer) -> item(0, group, some, question, answer))
                .list()
                .ofMaxSize(25)
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(i -> new Item(
                                "item" + i,
                                all.get(i).level(),
                                all.get(i).question(),
                                all.get(i).answer(),
                                all.get(i).group(),
                                null,
                                all.get(i).evidence(),
                                all.get(i).provenance(),
                                "",
                                "Ada",
                                all.get(i).state(),
                                "",
                                "Ada",
                                Instant.EPOCH))
                        .toList());
    }

    @Property(tries = 200)
    void noReportAndNoGroupIsInTwoSplits(@ForAll("items") List<Item> items, @ForAll @IntRange(max = 50) int seed) {
        Divided divided = new Splitting(0.2, 0.3, seed).of(items, Set.of(), Map.of());

        Map<String, Split> groups = new LinkedHashMap<>();
        Map<String, Split> reports = new LinkedHashMap<>();
        for (Item item : items) {
            Split split = divided.items().get(item.id());
            if (split != null) {
                assertThat(groups.merge(item.group(), split, (a, b) -> a)).isEqualTo(split);
                for (String report : item.records()) {
                    assertThat(reports.merge(report, split, (a, b) -> a)).isEqualTo(split);
                    assertThat(divided.reports()).containsEntry(report, split);
                }
            }
        }
        assertThat(divided.items().size() + divided.across().size()).isEqualTo(items.size());
    }

    @Property(tries = 100)
    void reportsThatComeLaterMoveNoneThatWereThere(
            @ForAll("items") List<Item> items, @ForAll @IntRange(min = 1, max = 20) int more) {
        Splitting splitting = new Splitting(0.2, 0.3, 1);
        Map<String, Split> before = splitting.of(items, Set.of(), Map.of()).reports();
        Set<String> later = new HashSet<>(before.keySet());
        IntStream.range(0, more).forEach(i -> later.add("later" + i));

        Map<String, Split> after = splitting.of(items, later, before).reports();

        assertThat(after).containsAllEntriesOf(before);
        assertThat(after.keySet()).isEqualTo(later);
    }

    @Property(tries = 150)
    void nothingThatIsTrainedOnSharesSoManyWordsWithTheTest(@ForAll("items") List<Item> items) {
        List<Text> texts = new ArrayList<>();
        items.forEach(i -> texts.add(new Text(i.id(), "report" + i.id().length(), "So " + i.answer() + " again.", 5)));
        Dataset dataset = Dataset.of(
                new Parts(items, Set.of(), texts, List.of()),
                new Splitting(0.2, 0.3, 1),
                new Decontamination(4),
                Map.of());

        Set<String> test = new HashSet<>();
        dataset.in(Split.TEST).forEach(i -> List.of(i.question(), i.answer()).forEach(t -> test.addAll(runs(t, 4))));
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
            dataset.in(split).forEach(i -> List.of(i.question(), i.answer())
                    .forEach(t -> assertThat(runs(t, 4)).noneMatch(test::contains)));
            dataset.texts().getOrDefault(split, List.of()).forEach(t -> assertThat(
                            runs(t.text().toLowerCase(Locale.ROOT).replace(".", ""), 4))
                    .noneMatch(test::contains));
        }
    }

    private static Set<String> runs(String text, int n) {
        String[] words = text.split(" ");
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + n <= words.length; i++) {
            runs.add(String.join(" ", List.of(words).subList(i, i + n)));
        }
        return runs;
    }
}
