package org.winnow.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.winnow.dfllm.corpus.Paper;
import org.winnow.dfllm.dataset.Evidence;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Items;
import org.winnow.dfllm.dataset.State;
import org.winnow.model.PageSpan;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.papers.AttachedPapers;
import org.winnow.store.Review;
import org.winnow.ui.fulltext.QuestionDesk;
import org.winnow.work.Progress;

/**
 * The questions of the dataset, as the reader needs them.
 *
 * @param cache where this computer keeps what can be computed again
 */
record PaperQuestions(Review review, Reviewer reviewer, Path cache) implements QuestionDesk {
    @Override
    public List<Item> about(RecordId report) {
        String uuid = uuid(report);
        return Items.of(review).values().stream()
                .filter(item -> item.records().contains(uuid))
                .sorted(Comparator.comparing(Item::at).thenComparing(Item::id))
                .toList();
    }

    @Override
    public void write(Draft draft, Progress progress) {
        Item item = Item.written(
                draft.level(),
                draft.question(),
                draft.answer(),
                draft.sameAs(),
                draft.label(),
                evidence(draft, progress),
                reviewer.name(),
                Instant.now());
        put(item);
    }

    private List<Evidence> evidence(Draft draft, Progress progress) {
        Item same = draft.sameAs();
        if (same != null) {
            return same.evidence();
        }
        if (draft.passages().isEmpty()) {
            return List.of(Evidence.report(uuid(draft.report())));
        }
        Optional<Paper> paper = new AttachedPapers(review, cache)
                .of(draft.report(), progress).papers().stream()
                        .filter(p -> p.sha256().equals(draft.sha256()))
                        .findFirst();
        List<Evidence> evidence = new ArrayList<>();
        for (Passage passage : draft.passages()) {
            // The reader's pages have running heads, the corpus's have not: letters are counted in the latter.
            Optional<PageSpan> at = paper.flatMap(p -> p.find(passage.words(), passage.page()));
            evidence.add(new Evidence(
                    uuid(draft.report()),
                    draft.sha256(),
                    passage.page(),
                    at.map(PageSpan::start).orElse(0),
                    at.map(PageSpan::end).orElse(0),
                    passage.words()));
        }
        return evidence;
    }

    @Override
    public void say(Item item, boolean right) {
        put(item.as(right ? State.ACCEPTED : State.REJECTED, reviewer.name(), Instant.now()));
    }

    @Override
    public void edit(Item item, String question, String answer) {
        put(item.edited(question, answer, reviewer.name(), Instant.now()));
    }

    private void put(Item item) {
        review.write(Items.put(List.of(item)).by(reviewer.id()));
    }

    private String uuid(RecordId report) {
        return review.records().uuids().getOrDefault(report, "");
    }
}
