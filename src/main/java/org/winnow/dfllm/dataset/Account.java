package org.winnow.dfllm.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What is to be said of a dataset: how it was made, what is in it, who checked it, what was left out and why. */
public final class Account {
    private Account() {}

    /** As a JSON object. */
    public static Map<String, Object> of(Dataset dataset, Map<String, String> checksums) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("schema", DatasetFile.SCHEMA);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("validation_share_of_reports", dataset.splitting().validation());
        settings.put("test_share_of_reports", dataset.splitting().test());
        settings.put("seed", dataset.splitting().seed());
        settings.put("decontamination_words", dataset.decontamination().words());
        account.put("settings", settings);
        account.put("items", dataset.items().size() + dataset.others().size());
        account.put("states", counts(dataset, i -> i.state().key()));
        account.put("levels", counts(dataset, i -> i.level().key()));
        account.put("provenance", counts(dataset, i -> i.provenance().key()));
        account.put("checked_by", checkers(dataset));
        Map<String, Object> splits = new LinkedHashMap<>();
        for (Split split : Split.values()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("items", dataset.in(split).size());
            one.put(
                    "reports",
                    dataset.divided().reports().values().stream()
                            .filter(s -> s == split)
                            .count());
            one.put("passages", dataset.texts().getOrDefault(split, List.of()).size());
            one.put(
                    "passage_tokens",
                    dataset.texts().getOrDefault(split, List.of()).stream()
                            .mapToInt(Dataset.Text::tokens)
                            .sum());
            one.put(
                    "preferences",
                    dataset.preferences().getOrDefault(split, List.of()).size());
            splits.put(split.key(), one);
        }
        account.put("splits", splits);
        Map<String, Object> examples = new LinkedHashMap<>();
        for (Split split : Split.values()) {
            examples.put(split.key(), dataset.in(split).stream().map(Item::id).toList());
        }
        account.put("examples", examples);
        account.put("report_splits", keys(dataset.divided().reports()));
        account.put(
                "across_splits",
                dataset.divided().across().stream().map(Item::id).toList());
        account.put("contaminated", dataset.contaminated());
        account.put("passages_like_the_test", dataset.textsLeftOut());
        account.put("files_sha256", checksums);
        return account;
    }

    private static Map<String, Integer> counts(Dataset dataset, Function<Item, String> by) {
        Map<String, Integer> counts = new TreeMap<>();
        dataset.items().forEach(i -> counts.merge(by.apply(i), 1, Integer::sum));
        dataset.others().forEach(i -> counts.merge(by.apply(i), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> checkers(Dataset dataset) {
        Map<String, Integer> counts = new TreeMap<>();
        dataset.items().forEach(i -> counts.merge(i.by(), 1, Integer::sum));
        dataset.others().stream()
                .filter(i -> i.state() == State.REJECTED)
                .forEach(i -> counts.merge(i.by(), 1, Integer::sum));
        return counts;
    }

    private static Map<String, String> keys(Map<String, Split> splits) {
        Map<String, String> keys = new TreeMap<>();
        splits.forEach((report, split) -> keys.put(report, split.key()));
        return keys;
    }
}
