package org.winnow.ui.fulltext;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.model.PageSpan;

/** The letters that are selected, by mouse or by keys, in reading order. */
final class SelectionModel {
    /** How far the end of a selection goes at once. */
    enum Step {
        LETTER,
        WORD,
        LINE,
        LINE_END,
        PAGE
    }

    private final IntFunction<@Nullable TextLayer> layers;
    private final ReadOnlyObjectWrapper<@Nullable Stretch> stretch = new ReadOnlyObjectWrapper<>();
    private @Nullable Spot anchor;
    private @Nullable Spot end;

    /** @param layers the text of a page, or null while it is on its way */
    SelectionModel(IntFunction<@Nullable TextLayer> layers) {
        this.layers = layers;
    }

    /** What is selected, or null for nothing. */
    ReadOnlyObjectProperty<@Nullable Stretch> stretchProperty() {
        return stretch.getReadOnlyProperty();
    }

    /** Where the selection is made longer or shorter, or null where nobody has begun one. */
    @Nullable
    Spot end() {
        return end;
    }

    void clear() {
        anchor = null;
        end = null;
        stretch.set(null);
    }

    /** Begins anew at a place, with nothing selected yet. */
    void begin(Spot at) {
        anchor = at;
        end = at;
        stretch.set(null);
    }

    /** Selects from where it was begun to a place. */
    void extend(Spot to) {
        Spot from = anchor;
        if (from == null) {
            begin(to);
            return;
        }
        end = to;
        Stretch now = Stretch.between(from, to);
        stretch.set(now.empty() ? null : now);
    }

    void word(Spot at) {
        TextLayer layer = layers.apply(at.page());
        if (layer != null) {
            select(layer.wordAt(at.offset()));
        }
    }

    void line(Spot at) {
        TextLayer layer = layers.apply(at.page());
        if (layer != null) {
            select(layer.lineSpan(at.offset()));
        }
    }

    void page(int page) {
        TextLayer layer = layers.apply(page);
        if (layer != null) {
            select(new PageSpan(page, 0, layer.text().length()));
        }
    }

    void select(PageSpan span) {
        begin(new Spot(span.page(), span.start()));
        extend(new Spot(span.page(), span.end()));
    }

    /**
     * Moves the end of the selection; where none was begun, it begins at the top of a page.
     *
     * @param forward in reading order
     */
    void move(Step step, boolean forward, int pageInSight) {
        Spot from = end;
        if (from == null) {
            from = new Spot(pageInSight, 0);
            begin(from);
        }
        TextLayer layer = layers.apply(from.page());
        if (layer != null) {
            extend(moved(from, step, forward, layer));
        }
    }

    private Spot moved(Spot from, Step step, boolean forward, TextLayer layer) {
        int length = layer.text().length();
        boolean atEnd = forward ? from.offset() >= length : from.offset() <= 0;
        if (atEnd && step != Step.LINE_END) {
            return overThePage(from, forward);
        }
        int to =
                switch (step) {
                    case LETTER -> from.offset() + (forward ? 1 : -1);
                    case WORD -> word(layer.text(), from.offset(), forward);
                    case LINE -> layer.lineFurther(from.offset(), forward ? 1 : -1);
                    case LINE_END -> {
                        PageSpan line = layer.lineSpan(from.offset());
                        yield forward ? line.end() : line.start();
                    }
                    case PAGE -> forward ? length : 0;
                };
        return new Spot(from.page(), Math.clamp(to, 0, length));
    }

    private Spot overThePage(Spot from, boolean forward) {
        int page = from.page() + (forward ? 1 : -1);
        TextLayer next = layers.apply(page);
        return next == null ? from : new Spot(page, forward ? 0 : next.text().length());
    }

    /** Behind the word that goes on or follows, or before the one that ends or went before. */
    private static int word(String text, int offset, boolean forward) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int at = offset;
        do {
            at = forward ? words.following(at) : words.preceding(at);
        } while (at > 0 && at < text.length() && !edgeOfWord(text, at, forward));
        return at == BreakIterator.DONE ? (forward ? text.length() : 0) : at;
    }

    private static boolean edgeOfWord(String text, int at, boolean forward) {
        return Character.isLetterOrDigit(text.charAt(forward ? at - 1 : at));
    }
}
