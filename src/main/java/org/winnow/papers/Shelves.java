package org.winnow.papers;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Asking.Finder;
import org.winnow.dfllm.ask.Asking.Networks;
import org.winnow.dfllm.ask.SharedPapers;
import org.winnow.embedding.Centred;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.SmallE5;
import org.winnow.embedding.TunedNetwork;
import org.winnow.model.RecordId;
import org.winnow.store.Review;
import org.winnow.store.Studies.IncludedReport;
import org.winnow.work.Progress;

/** The included papers of a review, made ready to be asked. Nothing is written into the review. */
public final class Shelves {
    private Shelves() {}

    /** The included reports with their titles. */
    public static Map<RecordId, String> included(Review review) {
        List<RecordId> ids =
                review.studies().included().stream().map(IncludedReport::record).toList();
        Map<RecordId, String> titles = review.records().titles(ids);
        Map<RecordId, String> reports = new LinkedHashMap<>();
        ids.forEach(id -> reports.put(id, titles.getOrDefault(id, "")));
        return reports;
    }

    /**
     * The papers of a review; passages are found by the network that was tuned to it where that is in use.
     *
     * @param cache where this computer keeps texts and vectors, so that each is made once; to be closed
     */
    public static Asking of(Review review, Path cache, Progress progress) {
        return of(review, cache, included(review), progress);
    }

    /** These reports of a review with their titles, included or not; to be closed. */
    static Asking of(Review review, Path cache, Map<RecordId, String> reports, Progress progress) {
        return asking(review, cache, reports, tuned(review, cache), progress);
    }

    /** The papers of a review by what the program brings alone. */
    public static Asking untuned(Review review, Path cache, Progress progress) {
        return asking(review, cache, included(review), null, progress);
    }

    private static Asking asking(
            Review review, Path cache, Map<RecordId, String> reports, @Nullable Finder tuned, Progress progress) {
        return new Asking(reports, new AttachedPapers(review, cache), networks(cache, tuned), progress);
    }

    /**
     * Papers that somebody gave away, made ready to be asked.
     *
     * @param tuned the network that came with them to find passages by, or null
     */
    public static Asking of(SharedPapers papers, @Nullable Embedding tuned, Path cache, Progress progress) {
        return papers.asking(networks(cache, tuned == null ? null : finder(tuned, cache)), progress);
    }

    /** What finds passages by a network that was tuned to a review. */
    public static Finder finder(Embedding tuned, Path cache) {
        return new Finder(tuned, new KeptVectors(cache, tuned));
    }

    private static @Nullable Finder tuned(Review review, Path cache) {
        Embedding usual = new SmallE5();
        Embedding now = TunedNetwork.of(review, TunedNetwork.RETRIEVAL, usual);
        return now.name().equals(usual.name()) ? null : finder(now, cache);
    }

    private static Networks networks(Path cache, @Nullable Finder tuned) {
        SmallE5.Held network = new SmallE5.Held();
        Embedding passages = new Centred(network.passages());
        return new Networks(
                new Centred(network.questions()), passages, new KeptVectors(cache, passages), tuned, network::close);
    }
}
