package org.winnow.ui.retrieval;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.winnow.fulltext.Snowballing;
import org.winnow.fulltext.Snowballing.Cited;
import org.winnow.fulltext.Snowballing.Found;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** Backward citation searching: what included reports cite, and which of it is to come in. */
final class CitedModel {
    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Found> found =
            new ReadOnlyObjectWrapper<>(new Found(List.of(), 0, 0, List.of(), List.of()));
    private final ObservableSet<Cited> chosen = FXCollections.observableSet();

    CitedModel(Review review, Jobs jobs, Texts texts) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
    }

    ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Those that are to come in. */
    ObservableSet<Cited> chosen() {
        return chosen;
    }

    /** Reads the lists of references; what the review does not have is chosen at first. */
    void find() {
        jobs.run(texts.get("cited.running"), progress -> new Snowballing(review).find(progress))
                .then(now -> {
                    found.set(now);
                    chooseAll();
                });
    }

    void chooseAll() {
        chosen.clear();
        found.get().works().stream().filter(work -> work.known() == null).forEach(chosen::add);
    }

    /** @param taken hears how many records came in */
    void take(IntConsumer taken) {
        Found from = found.get();
        List<Cited> works = from.works().stream().filter(chosen::contains).toList();
        jobs.inOrder(p -> new Snowballing(review).take(works)).then(count -> {
            found.set(new Found(
                    from.works().stream().filter(work -> !works.contains(work)).toList(),
                    from.reports(),
                    from.references(),
                    from.unread(),
                    from.trouble()));
            chosen.clear();
            taken.accept(count);
        });
    }
}
