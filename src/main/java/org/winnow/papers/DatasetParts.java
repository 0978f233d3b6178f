package org.winnow.papers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.corpus.Corpus;
import org.winnow.dfllm.dataset.Dataset.Parts;
import org.winnow.dfllm.dataset.Dataset.Text;
import org.winnow.dfllm.dataset.Items;
import org.winnow.dfllm.dataset.Preferences;
import org.winnow.dfllm.dataset.Reports;
import org.winnow.store.Review;

/** What a dataset of a review is made of. */
public final class DatasetParts {
    private DatasetParts() {}

    /** @param corpus passages of it go in; null for items alone */
    public static Parts of(Review review, Reports reports, @Nullable Corpus corpus) {
        Set<String> included = new LinkedHashSet<>();
        Shelves.included(review).keySet().forEach(number -> included.add(reports.uuid(number)));
        List<Text> texts = new ArrayList<>();
        if (corpus != null) {
            corpus.chunks().forEach(c -> texts.add(new Text(c.id(), reports.uuid(c.report()), c.text(), c.tokens())));
        }
        return new Parts(Items.of(review).values(), included, texts, Preferences.ofConflicts(review));
    }
}
