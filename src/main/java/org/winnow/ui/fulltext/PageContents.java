package org.winnow.ui.fulltext;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.PageLink;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.ui.fulltext.Errands.Errand;

/** What stands on the pages that are near: their letters and their links. */
final class PageContents implements Errands.Client {
    /** A page's letters and their places take some 100 kB. */
    private static final int MOST_PAGES = 64;

    /** What stands on a page. */
    record Content(TextLayer text, List<PageLink> links) {}

    private final Shelf<Integer, Content> shelf = new Shelf<>(MOST_PAGES, content -> 1);
    private final Set<Integer> failed = new HashSet<>();
    private final ReadOnlyIntegerWrapper arrivals = new ReadOnlyIntegerWrapper();
    private @Nullable OpenPdf pdf;
    private List<Integer> wanted = List.of();

    /** Rises whenever the content of a page has come. */
    ReadOnlyIntegerProperty arrivals() {
        return arrivals.getReadOnlyProperty();
    }

    void open(@Nullable OpenPdf now) {
        pdf = now;
        shelf.clear();
        failed.clear();
        wanted = List.of();
    }

    /** From now on these are needed, the most urgent first, and no others. */
    void want(List<Integer> pages) {
        wanted = List.copyOf(pages);
    }

    /** The content of a page, or null while it is on its way or cannot be had. */
    @Nullable
    Content get(int page) {
        return shelf.get(page);
    }

    @Override
    public @Nullable Errand<?> errand() {
        OpenPdf from = pdf;
        for (int page : wanted) {
            if (from != null && !shelf.has(page) && !failed.contains(page)) {
                return new Errand<>(
                        page,
                        progress -> new Content(from.text(page, progress), from.links(page)),
                        () -> from == pdf && wanted.contains(page),
                        content -> {
                            shelf.put(page, content);
                            arrivals.set(arrivals.get() + 1);
                        },
                        why -> failed.add(page));
            }
        }
        return null;
    }
}
