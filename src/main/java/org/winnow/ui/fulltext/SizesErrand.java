package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.PageSize;
import org.winnow.ui.fulltext.Errands.Errand;

/** Learns the sizes of the pages bit by bit; those not known yet are taken to be like the last one known. */
final class SizesErrand implements Errands.Client {
    /** Read before anything is shown. */
    static final int AT_FIRST = 8;

    private static final int AT_ONCE = 250;

    private final SheetModel sheet;
    private final List<PageSize> known = new ArrayList<>();
    private @Nullable OpenPdf pdf;

    SizesErrand(SheetModel sheet) {
        this.sheet = sheet;
    }

    /** @param first sizes of the first pages, at least one */
    void open(OpenPdf now, List<PageSize> first) {
        pdf = now;
        known.clear();
        known.addAll(first);
        sheet.show(all(now));
    }

    void close() {
        pdf = null;
        known.clear();
        sheet.show(List.of());
    }

    private List<PageSize> all(OpenPdf of) {
        List<PageSize> all = new ArrayList<>(known);
        all.addAll(Collections.nCopies(of.pages() - known.size(), known.get(known.size() - 1)));
        return all;
    }

    @Override
    public @Nullable Errand<?> errand() {
        OpenPdf from = pdf;
        if (from == null || known.size() >= from.pages()) {
            return null;
        }
        int first = known.size() + 1;
        int count = Math.min(AT_ONCE, from.pages() - known.size());
        return new Errand<>(
                "sizes",
                progress -> from.sizes(first, count),
                () -> from == pdf,
                sizes -> take(from, sizes),
                why -> take(from, Collections.nCopies(count, PageSize.USUAL)));
    }

    private void take(OpenPdf from, List<PageSize> sizes) {
        known.addAll(sizes);
        sheet.correct(all(from));
    }
}
