package org.winnow.papers;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Asking.Networks;
import org.winnow.dfllm.ask.SharedPapers;
import org.winnow.embedding.Centred;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.SmallE5;
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

    /** @param cache where this computer keeps texts and vectors, so that each is made once; to be closed */
    public static Asking of(Review review, Path cache, Progress progress) {
        return new Asking(included(review), new AttachedPapers(review, cache), networks(cache), progress);
    }

    /** Papers that somebody gave away, made ready to be asked. */
    public static Asking of(SharedPapers papers, Path cache, Progress progress) {
        return papers.asking(networks(cache), progress);
    }

    private static Networks networks(Path cache) {
        SmallE5.Held network = new SmallE5.Held();
        Embedding passages = new Centred(network.passages());
        return new Networks(
                new Centred(network.questions()), passages, new KeptVectors(cache, passages), network::close);
    }
}
