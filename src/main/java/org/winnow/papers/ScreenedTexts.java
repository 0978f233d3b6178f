package org.winnow.papers;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.corpus.Chunk;
import org.winnow.model.RecordId;
import org.winnow.screening.advice.ReportTexts;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/**
 * The attached full texts of reports that are screened, found by words and meaning as those of included reports are.
 *
 * @param cache where this computer keeps texts and vectors, so that each is made once
 */
public record ScreenedTexts(Review review, Path cache) implements ReportTexts {
    private static final int PASSAGES_EACH = 3;
    /** About 1,200 tokens: together with the question it fits models that read 2,048. */
    private static final int MOST = 12;

    @Override
    public List<Passage> of(RecordId report, List<String> about, Progress progress) {
        try (Asking asking = Shelves.of(review, cache, Map.of(report, ""), progress)) {
            List<Chunk> all = asking.corpus().chunks();
            if (all.isEmpty()) {
                return List.of();
            }
            Set<Chunk> chosen = new LinkedHashSet<>(List.of(all.getFirst()));
            List<List<Chunk>> bearing = about.stream()
                    .map(words -> asking.bearing(words, report, PASSAGES_EACH))
                    .toList();
            // The best of every one come first: what there is no room for is what bears least.
            for (int place = 0; place < PASSAGES_EACH; place++) {
                for (List<Chunk> some : bearing) {
                    if (place < some.size() && chosen.size() < MOST) {
                        chosen.add(some.get(place));
                    }
                }
            }
            return all.stream()
                    .filter(chosen::contains)
                    .map(ScreenedTexts::passage)
                    .toList();
        }
    }

    private static Passage passage(Chunk chunk) {
        int first = chunk.spans().isEmpty() ? 0 : chunk.spans().getFirst().page();
        return new Passage(
                chunk.sha256(),
                chunk.sentences().stream()
                        .map(s -> new Sentence(
                                s.quotes().isEmpty()
                                        ? first
                                        : s.quotes().getFirst().span().page(),
                                s.text()))
                        .toList());
    }
}
