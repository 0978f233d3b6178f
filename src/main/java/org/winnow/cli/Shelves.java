package org.winnow.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.dfllm.ask.Asking;
import org.winnow.embedding.KeptEmbedding;
import org.winnow.embedding.MiniLm;
import org.winnow.model.RecordId;
import org.winnow.store.Review;
import org.winnow.store.Studies.IncludedReport;
import org.winnow.work.Progress;

/** The included papers of a review, made ready to be asked. */
final class Shelves {
    private Shelves() {}

    /** The included reports with their titles. */
    static Map<RecordId, String> included(Review review) {
        List<RecordId> ids =
                review.studies().included().stream().map(IncludedReport::record).toList();
        Map<RecordId, String> titles = review.records().titles(ids);
        Map<RecordId, String> reports = new LinkedHashMap<>();
        ids.forEach(id -> reports.put(id, titles.getOrDefault(id, "")));
        return reports;
    }

    static Asking of(Review review, Progress progress) {
        MiniLm network = new MiniLm();
        return new Asking(
                included(review), new AttachedPapers(review), new KeptEmbedding(review, network), network, progress);
    }
}
