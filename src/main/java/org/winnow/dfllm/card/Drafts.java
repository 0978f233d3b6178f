package org.winnow.dfllm.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.winnow.dfllm.card.ModelVersions.ModelVersion;
import org.winnow.store.Review;

/**
 * What the records of the runs say to the items of PRISMA-DFLLM, by their numbers. Where there is no record there is no
 * sentence.
 */
public final class Drafts {
    private final Wording wording = new Wording();
    private final Map<String, String> said = new LinkedHashMap<>();

    private Drafts() {}

    public static Map<String, String> of(Review review) {
        Drafts drafts = new Drafts();
        Optional<JsonNode> corpus = Runs.newest(review, Runs.CORPUS);
        Optional<JsonNode> dataset = Runs.newest(review, Runs.DATASET);
        corpus.ifPresent(drafts::corpus);
        dataset.ifPresent(drafts::dataset);
        Runs.newest(review, Runs.TUNING).ifPresent(drafts::tuning);
        Runs.newest(review, Runs.EVALUATION).ifPresent(drafts::evaluation);
        List<ModelVersion> models = ModelVersions.all(review);
        if (!models.isEmpty()) {
            drafts.renewed(models.getLast());
        }
        List<String> whole = new ArrayList<>();
        corpus.ifPresent(c -> whole.add(drafts.said.getOrDefault("16a", "")));
        dataset.ifPresent(d -> whole.add(drafts.said.getOrDefault("16f", "")));
        if (!whole.isEmpty()) {
            drafts.said.put("16", String.join(" ", whole));
        }
        return drafts.said;
    }

    private void corpus(JsonNode corpus) {
        JsonNode settings = corpus.path("settings");
        JsonNode without = corpus.path("without");
        String sources = wording.of(
                "sources",
                corpus.path("reports").asInt(),
                corpus.path("papers").size(),
                corpus.path("chunks").asInt(),
                corpus.path("tokens").asInt(),
                settings.path("token_encoding").asText());
        if (!without.isEmpty()) {
            List<String> names = new ArrayList<>();
            without.forEach(w ->
                    names.add(w.path("title").asText() + " (" + w.path("why").asText() + ")"));
            sources += " " + wording.of("sources.without", without.size(), String.join("; ", names));
        }
        said.put("16a", sources);
        said.put(
                "16b",
                wording.of(
                        "preprocessing",
                        settings.path("chunk_tokens").asInt(),
                        settings.path("overlap_sentences").asInt(),
                        list(settings.path("sections_left_out")),
                        settings.path("near_duplicate").asText()));
        Map<String, Integer> licences = new TreeMap<>();
        corpus.path("papers").forEach(p -> licences.merge(p.path("licence").asText(), 1, Integer::sum));
        String only = list(settings.path("licences"));
        said.put(
                "31",
                wording.of("licences", counts(licences))
                        + (only.isEmpty() ? "" : " " + wording.of("licences.only", only)));
    }

    private void dataset(JsonNode dataset) {
        JsonNode settings = dataset.path("settings");
        said.put("16c", wording.of("format", dataset.path("schema").asText()));
        said.put("16d", wording.of("augmentation", counts(dataset.path("provenance"))));
        said.put(
                "16e",
                wording.of("curation", counts(dataset.path("states")), counts(dataset.path("checked_by")))
                        + " "
                        + wording.of(
                                "curation.left",
                                dataset.path("contaminated").size(),
                                settings.path("decontamination_words").asInt(),
                                dataset.path("across_splits").size()));
        List<String> splits = new ArrayList<>();
        dataset.path("splits")
                .properties()
                .forEach(e -> splits.add(wording.of(
                        "split",
                        e.getKey(),
                        e.getValue().path("items").asInt(),
                        e.getValue().path("reports").asInt(),
                        e.getValue().path("passages").asInt(),
                        e.getValue().path("passage_tokens").asInt())));
        said.put("16f", wording.of("composition", counts(dataset.path("levels")), String.join("; ", splits)));
        said.put("16g", wording.of("leakage", settings.path("seed").asText()));
        said.put("L1+", wording.of("living", dataset.path("report_splits").size()));
    }

    private void renewed(ModelVersion model) {
        JsonNode account = model.account();
        JsonNode old = account.path("questions").path("old_questions");
        String version = account.path("review_version").asText();
        said.merge(
                "L1+",
                wording.of(
                        account.path("in_use").asBoolean() ? "renewed" : "renewed.unused",
                        model.number(),
                        version.isEmpty() ? wording.of("renewed.unfrozen") : version,
                        account.path("papers_sha256").size(),
                        account.path("learnt_from").asInt(),
                        account.path("of_them_old").asInt(),
                        old.path("questions").asInt(),
                        share(old.path("usual").path("both").path("recall_at_5")),
                        share(old.path("tuned").path("both").path("recall_at_5")),
                        old.path("usual").path("both").path("mrr").asDouble(),
                        old.path("tuned").path("both").path("mrr").asDouble()),
                (a, b) -> a + " " + b);
    }

    /** The account of a training: its base with the licence, its method and objective, and all plain fields and settings. */
    private void tuning(JsonNode tuning) {
        JsonNode base = tuning.path("base");
        JsonNode settings = tuning.path("settings");
        String name = base.path("name").asText(tuning.path("base_model").asText());
        if (!name.isEmpty()) {
            said.put("17a", wording.of("base", name, base.path("licence").asText("")));
        }
        String method = settings.path("method").asText(tuning.path("method").asText());
        if (!method.isEmpty()) {
            said.put(
                    "17b",
                    wording.of("strategy", method, tuning.path("objective").asText("")));
        }
        List<String> fields = new ArrayList<>();
        plain(tuning, fields);
        plain(settings, fields);
        said.put("17", wording.of("tuning", String.join(", ", fields)));
        said.put("17c", wording.of("tuning", String.join(", ", fields)));
    }

    private static void plain(JsonNode node, List<String> fields) {
        node.properties().stream()
                .filter(e -> e.getValue().isValueNode())
                .forEach(e -> fields.add(e.getKey() + " " + e.getValue().asText()));
    }

    private void evaluation(JsonNode run) {
        JsonNode results = run.path("results");
        List<String> ways = new ArrayList<>();
        results.path("retrieval")
                .properties()
                .forEach(e -> ways.add(wording.of(
                        "way",
                        e.getKey(),
                        share(e.getValue().path("recall_at_5")),
                        e.getValue().path("mrr").asDouble())));
        String baseline = wording.of("baseline", run.path("questions").size(), String.join("; ", ways));
        String performance = wording.of(
                "performance",
                share(results.path("answered")),
                share(results.path("right_sentence_first")),
                share(results.path("told_not_in_the_papers")),
                results.path("threshold").asDouble());
        said.put("18", performance);
        said.put("18a", baseline + written(run.path("ways")));
        said.put("18b", performance + levels(results.path("levels")));
        said.put("18e", factuality(results));
        said.put("23c+", wording.of("limits", share(results.path("right_sentence_first"))));
    }

    /** A base and a tuned model, each with passages and without, as far as they were asked. */
    private String written(JsonNode ways) {
        StringBuilder each = new StringBuilder();
        ways.forEach(way -> each.append(' ')
                .append(wording.of(
                        way.path("passages").asBoolean() ? "written" : "written.alone",
                        way.path("model").asText(),
                        share(way.at("/results/answered")),
                        share(way.at("/results/right")),
                        share(way.at("/results/supported")))));
        return each.toString();
    }

    /** What was not tried is not told of. */
    private String factuality(JsonNode results) {
        List<String> sentences = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        results.path("labels").properties().forEach(e -> labels.add(e.getKey() + " " + share(e.getValue())));
        if (!labels.isEmpty()) {
            sentences.add(wording.of("factuality.labels", String.join("; ", labels)));
        }
        for (String what : List.of("citation_correct", "consistent")) {
            if (results.path(what).path("all").asInt() > 0) {
                sentences.add(wording.of("factuality." + what, share(results.path(what))));
            }
        }
        return String.join(" ", sentences);
    }

    private String levels(JsonNode levels) {
        List<String> each = new ArrayList<>();
        levels.properties().forEach(e -> each.add(e.getKey() + " " + share(e.getValue())));
        return each.isEmpty() ? "" : " " + wording.of("levels", String.join("; ", each));
    }

    /** "17 of 30 (0.57, 95 % interval 0.39 to 0.73)". */
    private String share(JsonNode share) {
        return wording.of(
                "share",
                share.path("of").asInt(),
                share.path("all").asInt(),
                share.path("value").asDouble(),
                share.path("low").asDouble(),
                share.path("high").asDouble());
    }

    private static String list(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(v -> words.add(v.asText()));
        return String.join(", ", words);
    }

    private static String counts(JsonNode counts) {
        Map<String, Integer> all = new TreeMap<>();
        counts.properties().forEach(e -> all.put(e.getKey(), e.getValue().asInt()));
        return counts(all);
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    }
}
