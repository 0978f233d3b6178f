package org.winnow.store;

import org.jspecify.annotations.Nullable;
import org.winnow.model.SourceKind;

/** A source as a person describes it, before it has a number; see {@link org.winnow.model.Source}. */
public record NewSource(
        String name,
        SourceKind kind,
        String searchDate,
        String query,
        @Nullable Integer hits) {
    public NewSource {
        name = name.strip();
    }

    public static NewSource of(String name, SourceKind kind) {
        return new NewSource(name, kind, "", "", null);
    }
}
