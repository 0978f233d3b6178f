package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.layout.Box;
import org.winnow.fulltext.reading.Anchors;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.PageSize;
import org.winnow.fulltext.reading.Quote;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.model.Anchor;
import org.winnow.model.PageSpan;
import org.winnow.ui.fulltext.PageContents.Content;
import org.winnow.ui.kit.Jobs;

/** The file that is open: how its pages lie, what is seen of them, found and selected in them. */
final class PdfModel {
    /** A part of a page that is to come into sight, as soon as it is known what stands there. */
    record Sought(int page, Function<TextLayer, List<Box>> where) {}

    /** What the pictures of pages may take at most. */
    private static final long MOST_BYTES = 256L << 20;
    /** A share of what the program may have, for small computers. */
    private static final long SHARE = 6;

    private static final long BYTES_OF_THUMBNAILS = 24L << 20;

    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable OpenPdf> pdf = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty night = new SimpleBooleanProperty();
    private final SheetModel sheet = new SheetModel();
    private final PagePictures pictures;
    private final PagePictures thumbnails = new PagePictures(BYTES_OF_THUMBNAILS);
    private final PageContents contents = new PageContents();
    private final SizesErrand sizes = new SizesErrand(sheet);
    private final OutlineErrand outline = new OutlineErrand();
    private final FindModel find;
    private final SelectionModel selection;
    private final Errands errands;
    private @Nullable Sought toReveal;
    private Set<UUID> hidden = Set.of();

    PdfModel(Jobs jobs) {
        this.jobs = jobs;
        pictures = new PagePictures(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE));
        find = new FindModel(this::stir);
        selection = new SelectionModel(page -> {
            Content content = contents.get(page);
            return content == null ? null : content.text();
        });
        errands = new Errands(
                jobs,
                "reader-errand",
                List.of(pictures::inSight, contents, pictures::next, find, sizes, outline, thumbnails::inSight));
        contents.arrivals().subscribe(this::revealNow);
        sheet.pageProperty().subscribe(page -> find.startAt(page.intValue()));
        find.currentProperty().subscribe(hit -> {
            if (hit != null) {
                reveal(hit.span());
            }
        });
    }

    /** The file, or null for none. */
    ReadOnlyObjectProperty<@Nullable OpenPdf> pdfProperty() {
        return pdf.getReadOnlyProperty();
    }

    /** Whether pages are dark with light letters. */
    BooleanProperty nightProperty() {
        return night;
    }

    SheetModel sheet() {
        return sheet;
    }

    PagePictures pictures() {
        return pictures;
    }

    PagePictures thumbnails() {
        return thumbnails;
    }

    PageContents contents() {
        return contents;
    }

    OutlineErrand outline() {
        return outline;
    }

    FindModel find() {
        return find;
    }

    SelectionModel selection() {
        return selection;
    }

    /** @param first sizes of the first pages, at least one */
    void open(OpenPdf now, List<PageSize> first) {
        hidden = Set.of();
        pdf.set(now);
        pictures.open(now);
        thumbnails.open(now);
        contents.open(now);
        outline.open(now);
        selection.clear();
        toReveal = null;
        sizes.open(now, first);
        find.open(now);
        stir();
    }

    void close() {
        pdf.set(null);
        pictures.open(null);
        thumbnails.open(null);
        contents.open(null);
        outline.open(null);
        selection.clear();
        toReveal = null;
        sizes.close();
        find.open(null);
        stir();
    }

    /** Something else is needed than before. */
    void stir() {
        // The find model says so while this one is being made.
        Errands known = errands;
        if (known != null) {
            known.stir();
        }
    }

    /** Leaves marks of the file out of the pictures of its pages, since they look otherwise now or are gone. */
    void hide(Set<UUID> marks) {
        OpenPdf now = pdf.get();
        if (now != null && !marks.equals(hidden)) {
            hidden = Set.copyOf(marks);
            now.hide(hidden);
            pictures.drawAnew();
            thumbnails.drawAnew();
            stir();
        }
    }

    /** Brings letters into sight; where their page has not been read yet, as soon as it has been. */
    void reveal(PageSpan span) {
        reveal(new Sought(span.page(), text -> text.boxes(span.start(), span.end())));
    }

    /** Brings a mark into sight. */
    void reveal(Anchor mark) {
        reveal(new Sought(mark.page(), text -> Anchors.seen(text.frame(), mark)));
    }

    void reveal(Sought place) {
        toReveal = place;
        if (contents.get(place.page()) == null) {
            sheet.goTo(place.page());
        }
        revealNow();
    }

    /** Brings the end of a selection into sight. */
    void revealGap(Spot at) {
        Content content = contents.get(at.page());
        if (content != null) {
            sheet.reveal(at.page(), content.text().gap(at.offset()));
        }
    }

    private void revealNow() {
        Sought place = toReveal;
        Content content = place == null ? null : contents.get(place.page());
        if (place != null && content != null) {
            toReveal = null;
            List<Box> boxes = place.where().apply(content.text());
            if (!boxes.isEmpty()) {
                sheet.reveal(place.page(), boxes.stream().reduce(Box::with).orElseThrow());
            }
        }
    }

    /** Reads what is selected as running text. */
    void quote(Consumer<String> then) {
        Stretch stretch = selection.stretchProperty().get();
        OpenPdf from = pdf.get();
        if (stretch != null && from != null) {
            jobs.latest("reader-quote", progress -> {
                        List<Quote.Part> parts = new ArrayList<>();
                        for (int page = stretch.from().page();
                                page <= stretch.to().page();
                                page++) {
                            var text = from.text(page, progress);
                            parts.add(new Quote.Part(text, stretch.start(page), stretch.end(page, text.text())));
                        }
                        return Quote.of(parts);
                    })
                    .then(then);
        }
    }
}
