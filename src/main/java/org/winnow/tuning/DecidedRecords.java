package org.winnow.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.tune.Screened;
import org.winnow.dfllm.tune.Taught;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.WordPieces;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.ranking.Document;
import org.winnow.ranking.Labels;
import org.winnow.ranking.Model;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/**
 * The records of a stage that tuning learns from.
 *
 * @param documents those that were decided on
 * @param relevant as many, whether they passed
 * @param open those that nobody decided on yet
 */
record DecidedRecords(List<Document> documents, boolean[] relevant, List<Document> open) {
    private static final int FEWEST = 5;

    /** @param who whose decisions; null for what is settled */
    static DecidedRecords of(Review review, Stage stage, @Nullable ReviewerId who) {
        Map<RecordId, Boolean> labels = review.rankings().labels(stage, who);
        List<Document> documents = new ArrayList<>();
        List<Document> open = new ArrayList<>();
        List<Boolean> passed = new ArrayList<>();
        review.records().forEachBib(RecordQuery.at(stage), (id, record) -> {
            Document document = new Document(record.title(), record.abstractText());
            Boolean label = labels.get(id);
            if (label == null) {
                open.add(document);
            } else {
                documents.add(document);
                passed.add(label);
            }
        });
        boolean[] relevant = new boolean[passed.size()];
        int found = 0;
        for (int i = 0; i < relevant.length; i++) {
            relevant[i] = passed.get(i);
            found += relevant[i] ? 1 : 0;
        }
        if (found < FEWEST || relevant.length - found < FEWEST) {
            throw new UserException("Tuning needs " + FEWEST + " relevant and " + FEWEST
                    + " irrelevant records that are decided; there are " + found + " and " + (relevant.length - found)
                    + ". Screen more first.");
        }
        return new DecidedRecords(documents, relevant, open);
    }

    Screened screened(WordPieces pieces) {
        return new Screened(texts(documents, pieces), relevant);
    }

    private static List<long[]> texts(List<Document> documents, WordPieces pieces) {
        return documents.stream().map(d -> pieces.of(d.sentence())).toList();
    }

    /**
     * What a ranking model says of the records that the network learns from and of the open ones. It knows of the verdicts
     * that the network learns from, and of no other; what is stopped by and judged with, it does not speak of.
     */
    Taught taught(Model model, double weight, int[] learn, Embedding network, WordPieces pieces, Progress progress) {
        List<Document> all = Stream.concat(Arrays.stream(learn).mapToObj(documents::get), open.stream())
                .toList();
        Labels labels = new Labels(all.size());
        for (int i = 0; i < learn.length; i++) {
            labels.set(i, relevant[learn[i]]);
        }
        double[] scores = model.prepare(all, network, progress).ranker().scores(labels);
        // Its scores of what it was told mean nothing: those records have verdicts.
        int[] asked = IntStream.range(learn.length, all.size()).toArray();
        if (asked.length == 0) {
            throw new UserException("A teacher speaks of records that are not decided on, and there are none."
                    + " Tune without --teacher.");
        }
        return new Taught(
                texts(open, pieces),
                Arrays.stream(asked).mapToDouble(i -> scores[i]).toArray(),
                model.name() + " " + model.version(),
                weight);
    }
}
