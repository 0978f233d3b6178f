package org.winnow.dfllm.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.winnow.dfllm.dataset.Preferences.Ranked;
import org.winnow.dfllm.dataset.Splitting.Divided;

/**
 * Items, preferences and passages divided for training, validation and test, and what had to be left out so that the test
 * tells something.
 *
 * @param items those that people stand for
 * @param others drafts and rejected ones, which are not trained on
 * @param examples what the items of {@code items} are for, by their numbers; without those that are left out
 * @param contaminated items left out of training and validation, each with the item of the test that it resembles
 * @param texts passages by what they are for; those that resemble the test are not in it
 * @param textsLeftOut how many passages resemble the test
 */
public record Dataset(
        List<Item> items,
        List<Item> others,
        Splitting splitting,
        Decontamination decontamination,
        Divided divided,
        Map<String, Split> examples,
        Map<String, String> contaminated,
        Map<Split, List<Text>> texts,
        int textsLeftOut,
        Map<Split, List<Ranked>> preferences) {
    /**
     * A passage to go on training a model with.
     *
     * @param record UUID of its report's record
     */
    public record Text(String id, String record, String text, int tokens) {}

    /**
     * What a dataset is made of.
     *
     * @param items all of the review
     * @param reports that are included, by the UUIDs of their records
     * @param conflicts that were settled
     */
    public record Parts(Collection<Item> items, Set<String> reports, List<Text> texts, List<Ranked> conflicts) {}

    /** Divides the parts; {@code before} says what reports were for the last time. */
    public static Dataset of(
            Parts parts, Splitting splitting, Decontamination decontamination, Map<String, Split> before) {
        List<Item> good = parts.items().stream().filter(i -> i.state().good()).toList();
        List<Item> others =
                parts.items().stream().filter(i -> !i.state().good()).toList();
        Set<String> reports = new TreeSet<>(parts.reports());
        parts.conflicts().forEach(c -> reports.addAll(c.records()));
        // Drafts are divided, too: a group is where all of it is, whatever people have said of its items so far.
        Divided divided = splitting.of(parts.items(), reports, before);
        Map<String, List<String>> test = new LinkedHashMap<>();
        good.stream()
                .filter(i -> divided.items().get(i.id()) == Split.TEST)
                .forEach(i -> test.put(i.id(), List.of(whole(i))));
        Decontamination.Seen seen = decontamination.seen(test);
        Map<String, Split> examples = new LinkedHashMap<>();
        Map<String, String> contaminated = new LinkedHashMap<>();
        for (Item item : good) {
            Split split = divided.items().get(item.id());
            Optional<String> like = split == Split.TEST ? Optional.empty() : seen.in(List.of(whole(item)));
            if (split != null && like.isEmpty()) {
                examples.put(item.id(), split);
            } else {
                like.ifPresent(other -> contaminated.put(item.id(), other));
            }
        }
        Map<Split, List<Text>> texts = new LinkedHashMap<>();
        int left = 0;
        for (Text text : parts.texts()) {
            Split split = divided.reports().getOrDefault(text.record(), Split.TRAIN);
            if (split != Split.TEST && seen.in(List.of(text.text())).isPresent()) {
                left++;
            } else {
                texts.computeIfAbsent(split, s -> new ArrayList<>()).add(text);
            }
        }
        return new Dataset(
                good,
                others,
                splitting,
                decontamination,
                divided,
                examples,
                contaminated,
                texts,
                left,
                preferences(parts, divided, examples, seen));
    }

    /** A question with its answer as one text: a short answer alone, such as a yes, is no leak. */
    private static String whole(Item item) {
        return item.question() + " " + item.answer();
    }

    private static Map<Split, List<Ranked>> preferences(
            Parts parts, Divided divided, Map<String, Split> examples, Decontamination.Seen seen) {
        Map<String, Split> groups = new LinkedHashMap<>();
        parts.items().stream()
                .filter(i -> examples.containsKey(i.id()))
                .forEach(i -> groups.put(i.group(), examples.getOrDefault(i.id(), Split.TRAIN)));
        Map<Split, List<Ranked>> preferences = new LinkedHashMap<>();
        Stream.concat(Preferences.ofItems(parts.items()).stream(), parts.conflicts().stream())
                .forEach(ranked -> {
                    Split split = ranked.how().equals("conflict")
                            ? divided.reports().get(ranked.group())
                            : groups.get(ranked.group());
                    List<String> texts = new ArrayList<>(ranked.answers());
                    texts.add(ranked.prompt());
                    if (split != null && (split == Split.TEST || seen.in(texts).isEmpty())) {
                        preferences
                                .computeIfAbsent(split, s -> new ArrayList<>())
                                .add(ranked);
                    }
                });
        return preferences;
    }

    /** The examples of a split. */
    public List<Item> in(Split split) {
        return items.stream().filter(i -> examples.get(i.id()) == split).toList();
    }
}
