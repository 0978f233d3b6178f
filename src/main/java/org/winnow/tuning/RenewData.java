package org.winnow.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.card.Checksums;
import org.winnow.dfllm.card.Runs;
import org.winnow.dfllm.corpus.Corpus;
import org.winnow.dfllm.corpus.CorpusBuilder;
import org.winnow.dfllm.corpus.CorpusJson;
import org.winnow.dfllm.corpus.CorpusSettings;
import org.winnow.dfllm.corpus.Growth;
import org.winnow.dfllm.dataset.Account;
import org.winnow.dfllm.dataset.Dataset;
import org.winnow.dfllm.dataset.Decontamination;
import org.winnow.dfllm.dataset.Exporting;
import org.winnow.dfllm.dataset.Items;
import org.winnow.dfllm.dataset.Mixture;
import org.winnow.dfllm.dataset.PassageLines;
import org.winnow.dfllm.dataset.PassageLines.Asked;
import org.winnow.dfllm.dataset.PassageLines.Pair;
import org.winnow.dfllm.dataset.Reports;
import org.winnow.dfllm.dataset.Split;
import org.winnow.dfllm.dataset.Splitting;
import org.winnow.papers.AttachedPapers;
import org.winnow.papers.DatasetParts;
import org.winnow.papers.Shelves;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/**
 * The corpus and the dataset of a review as they are now, and what of them is new since they were put on record. What
 * reports are for stays as it was.
 *
 * @param growth of the corpus; null where none is on record
 * @param account of the dataset
 * @param files of the dataset by their names
 * @param known numbers of the items that were examples before
 */
public record RenewData(
        Corpus corpus,
        @Nullable Growth growth,
        Dataset dataset,
        Map<String, Object> account,
        Map<String, byte[]> files,
        Set<String> known,
        Reports reports) {
    private static final int WORDS = 8;

    public static RenewData of(Review review, Path cache, Progress progress) {
        Corpus corpus = new CorpusBuilder(CorpusSettings.USUAL, new AttachedPapers(review, cache))
                .build(Shelves.included(review), progress);
        Growth growth = Runs.newest(review, Runs.CORPUS)
                .map(before -> Growth.since(before, corpus))
                .orElse(null);
        JsonNode before = Runs.newest(review, Runs.DATASET).orElse(null);
        Set<String> known = new HashSet<>();
        if (before != null) {
            before.path("examples").forEach(split -> split.forEach(id -> known.add(id.asText())));
        }
        Reports reports = new Reports(review);
        Dataset dataset = Dataset.of(
                DatasetParts.of(review, reports, corpus),
                splitting(before),
                new Decontamination(WORDS),
                Items.splits(review));
        Map<String, byte[]> files = new LinkedHashMap<>(Exporting.files(dataset, reports, Mixture.NONE));
        Map<String, Object> account = Account.of(dataset, Checksums.of(files));
        files.put("dataset.json", CorpusJson.file(account));
        return new RenewData(corpus, growth, dataset, account, files, known, reports);
    }

    /** New reports are divided as the old ones were. */
    private static Splitting splitting(@Nullable JsonNode before) {
        JsonNode settings = before == null ? null : before.path("settings");
        return settings == null || settings.isEmpty()
                ? Splitting.USUAL
                : new Splitting(
                        settings.path("validation_share_of_reports").asDouble(),
                        settings.path("test_share_of_reports").asDouble(),
                        settings.path("seed").asLong());
    }

    /** Questions with their passages, of a split. */
    public List<Pair> pairs(Split split) {
        return lines(split).pairs(dataset.in(split));
    }

    /** Questions of the test; none of them was learnt from. */
    List<Asked> questions() {
        return lines(Split.TEST).questions(dataset.in(Split.TEST)).stream()
                .filter(asked -> asked.question().label() == null)
                .toList();
    }

    private PassageLines lines(Split split) {
        return new PassageLines(dataset.texts().getOrDefault(split, List.of()), reports);
    }

    public boolean isKnown(Pair pair) {
        return known.contains(pair.item());
    }

    /** Whether nothing came since. */
    public boolean nothingNew() {
        return growth != null
                && growth.none()
                && known.containsAll(dataset.examples().keySet());
    }

    /** Keeps both on record. */
    public List<Op<Void>> records() {
        return new ArrayList<>(List.of(
                Runs.record(Runs.CORPUS, CorpusJson.summary(corpus)),
                Runs.record(Runs.DATASET, account),
                Items.keepSplits(dataset.divided().reports())));
    }
}
