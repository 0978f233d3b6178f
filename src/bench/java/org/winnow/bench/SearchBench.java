package org.winnow.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.winnow.model.Stage;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;

/** How long it takes to find the records of a word among the large review. */
final class SearchBench {
    private SearchBench() {}

    public static void main(String[] args) throws Exception {
        Workplace workplace = new Workplace(Path.of(args[0]));
        List<String> words = workplace.searchWords();
        Samples search = new Samples();
        Samples beginnings = new Samples();
        Samples scan = new Samples();
        try (Review review = Review.open(workplace.largeReview(), Clock.systemUTC())) {
            List<String> texts = new ArrayList<>();
            review.records()
                    .forEachBib(
                            RecordQuery.everything(),
                            (id, r) -> texts.add((r.title() + " " + r.abstractText()).toLowerCase(Locale.ROOT)));
            long found = 0;
            RecordQuery all = RecordQuery.at(Stage.TITLE_ABSTRACT);
            for (String word : words) {
                search.time(() -> review.records().ids(all.withText(word)));
                beginnings.time(() -> review.records().ids(all.withText(word.substring(0, 2))));
                scan.time(() -> texts.stream().filter(t -> t.contains(word)).count());
                found += review.records().ids(all.withText(word)).length;
            }
            workplace
                    .report()
                    .add(Figure.of("search a word among 100,000 records", search, "ms")
                            .against("looking through all titles and abstracts in memory", scan.median())
                            .withGoal("median below 100 ms"));
            workplace.report().add(Figure.of("search two letters among 100,000 records", beginnings, "ms"));
            workplace
                    .report()
                    .add(Figure.of("records found by a word, mean", (double) found / words.size(), "records"));
        }
    }
}
