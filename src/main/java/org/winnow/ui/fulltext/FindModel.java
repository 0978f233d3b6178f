package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.reading.Finding;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.model.PageSpan;
import org.winnow.model.UserException;
import org.winnow.ui.fulltext.Errands.Errand;
import org.winnow.work.Progress;

/** Words looked for in the whole of the open file, page after page; what is found can be gone through at once. */
final class FindModel implements Errands.Client {
    /** More than anybody goes through. */
    static final int MOST_HITS = 5_000;

    private static final int PAGES_AT_ONCE = 16;
    private static final int AROUND = 36;

    /** A place where the words stand, and what stands around them. */
    record Hit(PageSpan span, String before, String words, String after) {}

    private record Read(List<String> texts, List<Hit> hits) {}

    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Hit> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper searched = new ReadOnlyIntegerWrapper();
    private final List<String> texts = new ArrayList<>();
    private final Runnable stir;
    private @Nullable OpenPdf pdf;
    private int startPage = 1;
    private boolean waiting;
    /** Whether the first hit is gone to once it is found: words that are left from the file before move nothing. */
    private boolean goes;

    /** @param stir called when there is something to be looked for */
    FindModel(Runnable stir) {
        this.stir = stir;
        words.subscribe((was, is) -> {
            goes = true;
            begin();
        });
    }

    StringProperty wordsProperty() {
        return words;
    }

    /** In the order of the pages. */
    ObservableList<Hit> hits() {
        return hits;
    }

    /** The hit that is gone to, or null. */
    ReadOnlyObjectProperty<@Nullable Hit> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** How many pages have been looked through for the words. */
    ReadOnlyIntegerProperty searchedProperty() {
        return searched.getReadOnlyProperty();
    }

    void open(@Nullable OpenPdf now) {
        pdf = now;
        texts.clear();
        goes = false;
        begin();
    }

    /** The page in sight, from which on a hit is gone to first. */
    void startAt(int page) {
        startPage = Math.max(1, page);
    }

    private void begin() {
        hits.clear();
        current.set(null);
        searched.set(0);
        waiting = !new Finding(words.get()).empty();
        stir.run();
    }

    void next() {
        step(1);
    }

    void previous() {
        step(-1);
    }

    private void step(int by) {
        if (!hits.isEmpty()) {
            int at = hits.indexOf(current.get());
            go(hits.get(Math.floorMod(at < 0 ? first(by) : at + by, hits.size())));
        }
    }

    /** Where one begins who has gone to none: from the page in sight on, or back from it. */
    private int first(int by) {
        int before =
                (int) hits.stream().filter(h -> h.span().page() < startPage).count();
        return by < 0 ? before - 1 : before;
    }

    void go(Hit hit) {
        current.set(hit);
    }

    /** The number of the current hit, from 1; 0 for none. */
    int number() {
        return hits.indexOf(current.get()) + 1;
    }

    /** Whether all pages have been looked through, or as many hits found as are kept. */
    boolean done() {
        OpenPdf from = pdf;
        return from == null || searched.get() >= from.pages() || hits.size() >= MOST_HITS;
    }

    /** Whether no page has a letter, as those that were scanned. */
    boolean wordless() {
        return done() && !texts.isEmpty() && texts.stream().allMatch(String::isBlank);
    }

    @Override
    public @Nullable Errand<?> errand() {
        OpenPdf from = pdf;
        if (from == null || !waiting || done()) {
            return null;
        }
        String asked = words.get();
        int first = searched.get() + 1;
        int last = Math.min(from.pages(), searched.get() + PAGES_AT_ONCE);
        List<String> known =
                List.copyOf(texts.subList(Math.min(first - 1, texts.size()), Math.min(last, texts.size())));
        return new Errand<>(
                asked + first,
                progress -> read(from, asked, first, last, known, progress),
                () -> from == pdf && asked.equals(words.get()) && searched.get() == first - 1,
                read -> take(read, last),
                why -> take(new Read(Collections.nCopies(last - first + 1, ""), List.of()), last));
    }

    private static Read read(OpenPdf from, String asked, int first, int last, List<String> known, Progress progress) {
        Finding finding = new Finding(asked);
        List<String> texts = new ArrayList<>();
        List<Hit> hits = new ArrayList<>();
        for (int page = first; page <= last; page++) {
            progress.check();
            String text = page - first < known.size() ? known.get(page - first) : text(from, page, progress);
            texts.add(text);
            finding.in(page, text).forEach(span -> hits.add(hit(span, text)));
        }
        return new Read(texts, hits);
    }

    /** A damaged page has no words: the others may be sound. */
    private static String text(OpenPdf from, int page, Progress progress) {
        try {
            return from.text(page, progress).text();
        } catch (UserException damaged) {
            return "";
        }
    }

    private static Hit hit(PageSpan span, String text) {
        return new Hit(
                span,
                line(text.substring(Math.max(0, span.start() - AROUND), span.start())),
                line(text.substring(span.start(), span.end())),
                line(text.substring(span.end(), Math.min(text.length(), span.end() + AROUND))));
    }

    private static String line(String text) {
        return text.replace('\n', ' ');
    }

    private void take(Read read, int last) {
        if (texts.size() < last) {
            texts.addAll(read.texts()
                    .subList(
                            read.texts().size() - (last - texts.size()),
                            read.texts().size()));
        }
        hits.addAll(read.hits());
        searched.set(last);
        if (current.get() == null && goes) {
            hits.stream().filter(h -> h.span().page() >= startPage).findFirst().ifPresent(this::go);
        }
        if (current.get() == null && goes && done() && !hits.isEmpty()) {
            go(hits.get(0));
        }
    }
}
