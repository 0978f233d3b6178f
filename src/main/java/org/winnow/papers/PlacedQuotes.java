package org.winnow.papers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.dfllm.corpus.Paper;
import org.winnow.dfllm.dataset.Evidence;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Reports;
import org.winnow.model.PageSpan;
import org.winnow.model.RecordId;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** Finds the pages on which quoted words stand in the full texts of a review. */
public final class PlacedQuotes {
    private final AttachedPapers papers;
    private final Reports reports;
    private final Map<RecordId, List<Paper>> read = new HashMap<>();

    /** @param cache where this computer keeps texts, so that each file is read once */
    public PlacedQuotes(Review review, Path cache) {
        this.papers = new AttachedPapers(review, cache);
        this.reports = new Reports(review);
    }

    /** The words in a full text of the report; empty where none has them. */
    public Optional<Evidence> of(RecordId report, String quote) {
        for (Paper paper :
                read.computeIfAbsent(report, r -> papers.of(r, Progress.NONE).papers())) {
            Optional<PageSpan> found = paper.find(quote);
            if (found.isPresent()) {
                PageSpan at = found.get();
                return Optional.of(new Evidence(
                        reports.uuid(report), paper.sha256(), at.page(), at.start(), at.end(), paper.words(at)));
            }
        }
        return Optional.empty();
    }

    /**
     * The item with the pages of quotes that came without.
     *
     * @param lost gets quotes that stand in no full text of their report
     */
    public Item of(Item item, List<String> lost) {
        List<Evidence> placed = new ArrayList<>();
        for (Evidence one : item.evidence()) {
            Optional<Evidence> found = one.page() > 0 || one.quote().isBlank()
                    ? Optional.of(one)
                    : reports.of(one.record()).flatMap(report -> of(report.number(), one.quote()));
            if (found.isEmpty()) {
                lost.add(one.quote());
            }
            placed.add(found.orElse(one));
        }
        return item.resting(placed);
    }
}
