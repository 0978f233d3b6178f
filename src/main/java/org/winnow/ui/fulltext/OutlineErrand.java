package org.winnow.ui.fulltext;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.OutlineEntry;
import org.winnow.ui.fulltext.Errands.Errand;

/** Reads the file's own table of contents. */
final class OutlineErrand implements Errands.Client {
    private final ReadOnlyObjectWrapper<@Nullable List<OutlineEntry>> entries = new ReadOnlyObjectWrapper<>();
    private @Nullable OpenPdf pdf;

    /** Empty where the file has none; null while it is on its way. */
    ReadOnlyObjectProperty<@Nullable List<OutlineEntry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    void open(@Nullable OpenPdf now) {
        pdf = now;
        entries.set(null);
    }

    @Override
    public @Nullable Errand<?> errand() {
        OpenPdf from = pdf;
        return from == null || entries.get() != null
                ? null
                : new Errand<>(
                        "outline",
                        progress -> from.outline(),
                        () -> from == pdf,
                        entries::set,
                        why -> entries.set(List.of()));
    }
}
