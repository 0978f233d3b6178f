package org.winnow.ui.fulltext;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Level;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/** Questions that reviewers write beside a report, for the dataset of the review. Beside the FX thread. */
public interface QuestionDesk {
    /** Words of a page, letter for letter. */
    record Passage(int page, String words) {}

    /**
     * A question about to be written.
     *
     * @param sha256 of the file that is read
     * @param passages that the answer rests on; none for the report as a whole
     * @param label how the answer stands to the report, or null
     * @param sameAs a question that asks the same in other words, or null
     */
    record Draft(
            RecordId report,
            String sha256,
            List<Passage> passages,
            Level level,
            String question,
            String answer,
            @Nullable Label label,
            @Nullable Item sameAs) {
        public Draft {
            passages = List.copyOf(passages);
        }
    }

    /** What may be seen of the questions about a report, in the order in which they came to stand as they do. */
    List<Item> about(RecordId report);

    void write(Draft draft, Progress progress);

    /** Says of a question whether it is right. */
    void say(Item item, boolean right);

    /** Stands for a question in other words. */
    void edit(Item item, String question, String answer);
}
